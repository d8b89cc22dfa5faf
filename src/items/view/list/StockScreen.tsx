import { useDispatch, useSelect } from '@wordpress/data';
import { useMemo, useRef, useState } from '@wordpress/element';
import { boot } from '../../../shared/app/boot';
import { showShortcuts } from '../../../shared/app/shortcuts';
import { useIsPhone } from '../../../shared/app/use-media';
import { useKeys } from '../../../shared/app/use-keys';
import { Pager } from '../../../shared/table/Pager';
import { store } from '../../data/store';
import { NONE } from '../../logic/picked';
import { nextSort, START } from '../../logic/view-state';
import { ItemActionsProvider } from '../actions';
import { Added } from '../adjust/Added';
import { AddPart } from '../adjust/AddPart';
import { Filters } from './Filters';
import { ItemScreen } from '../item/ItemScreen';
import { ListBody } from './ListBody';
import { AllOfThem, ManyButtons } from './ManyBar';
import { ManyItems } from './ManyItems';
import { focusRow, isFocusLost } from '../../../shared/table/row-focus';
import { Spreadsheet } from './Spreadsheet';
import { Head, Toolbar } from './Toolbar';
import { useLastPage } from './use-last-page';
import { useList } from './use-list';
import { usePicked } from './use-picked';
import { useStockView } from './use-stock-view';
import { useSavedViews } from '../views/use-saved-views';
import { ViewsMenu } from '../views/ViewsMenu';

/** What is in stock, why, and what to do about it. */
export function StockScreen() {
	const mayAdjust = boot().can.adjust;
	const isPhone = useIsPhone();
	const { view, isExplicit, typed, setTyped, change, hrefOf } =
		useStockView();
	const { adjust, addPart, setLayout } = useDispatch( store );
	const own = useSelect( ( select ) => select( store ).getLayout(), [] );
	const saved = useSavedViews( {
		view,
		isExplicit,
		own,
		setOwn: setLayout,
		change,
	} );
	const { layout } = saved;
	const { list, rows, counts, reload } = useList( view, layout.perPage );
	// A phone has no room for columns.
	const isSheet = view.as === 'sheet' && ! isPhone;
	const [ era, setEra ] = useState( 0 );
	const searchField = useRef< HTMLInputElement >( null );
	const [ dialog, setDialog ] = useState< 'add' | 'many' | null >( null );
	const [ added, setAdded ] = useState< { id: number; name: string } | null >(
		null
	);

	useKeys( { '/': () => searchField.current?.focus() } );

	const deepest = useLastPage( view.page, list, layout.perPage, change );
	const picks = usePicked( view, rows, mayAdjust && ! isPhone && ! isSheet );

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
	const showAll = () => {
		setTyped( '' );
		change( {
			...START,
			sort: view.sort,
			order: view.order,
			as: view.as,
		} );
		searchField.current?.focus();
	};
	const onAdded = ( id: number, name: string ) => {
		setDialog( null );
		setAdded( { id, name } );
		reload();
	};
	const onMany = () => {
		setEra( era + 1 );
		picks?.pickNone();
		reload();
	};

	return (
		<ItemActionsProvider value={ actions }>
			<Head
				mayAdd={ mayAdjust }
				onAdd={ () => setDialog( 'add' ) }
				onShortcuts={ showShortcuts }
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
					onSort={ ( sort ) => change( nextSort( view, sort ) ) }
					onLayout={ saved.setLayout }
					views={ <ViewsMenu saved={ saved } view={ view } /> }
					many={
						mayAdjust && list.total > 0 ? (
							<ManyButtons
								total={ list.total }
								picks={ picks }
								onMany={ () => setDialog( 'many' ) }
							/>
						) : null
					}
					onAs={ ( as ) => change( { as } ) }
				/>
				<ManyItems
					isOpen={ dialog === 'many' }
					view={ view }
					picked={ picks?.picked ?? NONE }
					total={ list.total }
					onClose={ () => setDialog( null ) }
					onDone={ onMany }
				/>
				{ picks && ! list.problem && (
					<AllOfThem picks={ picks } total={ list.total } />
				) }
				{ isSheet ? (
					<Spreadsheet
						era={ era }
						view={ view }
						layout={ layout }
						onLayout={ saved.setLayout }
						onSort={ ( sort ) => change( nextSort( view, sort ) ) }
						onAdd={ () => setDialog( 'add' ) }
						onClear={ showAll }
					/>
				) : (
					<ListBody
						list={ list }
						rows={ rows }
						layout={ layout }
						view={ view }
						isPhone={ isPhone }
						picks={ picks }
						onSort={ ( sort ) => change( nextSort( view, sort ) ) }
						onRetry={ reload }
						mayAdd={ mayAdjust }
						onAdd={ () => setDialog( 'add' ) }
						onClear={ showAll }
					/>
				) }
				{ ! isSheet && list.total > 0 && ! list.problem && (
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
			{ added && (
				<Added
					name={ added.name }
					onOpen={ () => change( { item: added.id } ) }
					onGone={ () => setAdded( null ) }
				/>
			) }
		</ItemActionsProvider>
	);
}
