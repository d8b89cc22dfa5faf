import { Snackbar } from '@wordpress/components';
import { useDispatch } from '@wordpress/data';
import { useEffect, useMemo, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { useIsPhone } from '../../shared/app/use-media';
import { useKeys } from '../../shared/app/use-keys';
import { Pager } from '../../shared/table/Pager';
import { store } from '../data/store';
import { deepestPage, nextSort, START, type SortBy } from '../logic/view-state';
import { ItemActionsProvider } from './actions';
import { AddPart } from './AddPart';
import { Filters } from './Filters';
import { ItemScreen } from './ItemScreen';
import { ListBody } from './ListBody';
import { focusRow, isFocusLost } from './row-focus';
import { Shortcuts } from './Shortcuts';
import { Head, Toolbar } from './Toolbar';
import { useList } from './use-list';
import { useStockView } from './use-stock-view';

/** What is in stock, why, and what to do about it. */
export function StockScreen() {
	const mayAdjust = boot().can.adjust;
	const isPhone = useIsPhone();
	const { view, typed, setTyped, change, hrefOf } = useStockView();
	const { list, rows, counts, layout, reload } = useList( view );
	const { adjust, addPart, setLayout } = useDispatch( store );
	const searchField = useRef< HTMLInputElement >( null );
	const [ dialog, setDialog ] = useState< 'add' | 'keys' | null >( null );
	const [ added, setAdded ] = useState< { id: number; name: string } | null >(
		null
	);

	useKeys( {
		'/': () => searchField.current?.focus(),
		'?': () => setDialog( 'keys' ),
	} );

	// A page that is no longer there, because rows went away or the address was typed: the last one that is.
	const deepest = deepestPage( layout.perPage );
	const pages = Math.max( 1, Math.ceil( list.total / layout.perPage ) );
	const isBeyond =
		view.page > deepest ||
		( ! list.waiting && ! list.problem && view.page > pages );
	useEffect( () => {
		if ( isBeyond ) {
			const last = view.page > deepest ? deepest : pages;
			change( { page: last }, { replace: true } );
		}
	}, [ isBeyond, view.page, pages, deepest, change ] );

	const actions = useMemo(
		() => ( {
			mayAdjust,
			adjust,
			addressOf: ( id: number ) => hrefOf( { item: id } ),
			open: ( id: number ) => change( { item: id } ),
		} ),
		[ mayAdjust, adjust, hrefOf, change ]
	);
	const closeItem = () => {
		const { item } = view;
		change( { item: null } );
		// Opened by its address there is nothing to return to: its row is the next best place.
		setTimeout( () => {
			if ( isFocusLost() ) {
				focusRow( item );
			}
		} );
	};
	const sortBy = ( sort: SortBy ) => change( nextSort( view, sort ) );
	const showAll = () => {
		setTyped( '' );
		change( { ...START, sort: view.sort, order: view.order } );
		searchField.current?.focus();
	};
	const onAdded = ( id: number, name: string ) => {
		setDialog( null );
		setAdded( { id, name } );
		reload();
	};

	return (
		<ItemActionsProvider value={ actions }>
			<Head
				mayAdd={ mayAdjust }
				onAdd={ () => setDialog( 'add' ) }
				onShortcuts={ () => setDialog( 'keys' ) }
			/>
			<div className="wig-surface">
				<Filters
					current={ view.filter }
					counts={ counts }
					hrefOf={ ( filter ) => hrefOf( { filter } ) }
					onFilter={ ( filter ) => change( { filter } ) }
				/>
				<Toolbar
					ref={ searchField }
					search={ typed }
					view={ view }
					layout={ layout }
					isPhone={ isPhone }
					onSearch={ setTyped }
					onSort={ sortBy }
					onLayout={ setLayout }
				/>
				<ListBody
					list={ list }
					rows={ rows }
					layout={ layout }
					view={ view }
					isPhone={ isPhone }
					onSort={ sortBy }
					onRetry={ reload }
					mayAdd={ mayAdjust }
					onAdd={ () => setDialog( 'add' ) }
					onClear={ showAll }
				/>
				{ list.total > 0 && ! list.problem && (
					<Pager
						page={ view.page }
						perPage={ layout.perPage }
						total={ list.total }
						deepest={ deepest }
						onPage={ ( page ) => change( { page } ) }
					/>
				) }
			</div>
			{ view.item && (
				<ItemScreen
					key={ view.item }
					id={ view.item }
					onClose={ closeItem }
				/>
			) }
			{ dialog === 'add' && (
				<AddPart
					onAdd={ addPart }
					onAdded={ onAdded }
					onClose={ () => setDialog( null ) }
				/>
			) }
			{ dialog === 'keys' && (
				<Shortcuts onClose={ () => setDialog( null ) } />
			) }
			{ added && (
				<div className="wig-snackbar">
					<Snackbar
						onRemove={ () => setAdded( null ) }
						actions={ [
							{
								label: __( 'Open', 'woo-inventory-guard' ),
								onClick: () => change( { item: added.id } ),
							},
						] }
					>
						{ sprintf(
							/* translators: %s: name of the new part. */
							__( 'Added “%s”.', 'woo-inventory-guard' ),
							added.name
						) }
					</Snackbar>
				</div>
			) }
		</ItemActionsProvider>
	);
}
