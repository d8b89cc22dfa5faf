import { Button, SelectControl } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Stocktake } from '../../../schema';
import { useIsPhone } from '../../../shared/app/use-media';
import { useTyped } from '../../../shared/app/use-typed';
import { Field } from '../../../shared/form/Field';
import { isFocusLost } from '../../../shared/table/row-focus';
import { Pager } from '../../../shared/table/Pager';
import { Failure } from '../../../shared/ui/Failure';
import { Message } from '../../../shared/ui/Message';
import { RowsFrame } from '../../../shared/ui/RowsFrame';
import { Tabs } from '../../../shared/ui/Tabs';
import { Told } from '../../../shared/ui/Told';
import { canDecide } from '../logic/state';
import { countsOf, PER_PAGE, showsOf, SORTS } from '../logic/view';
import { ForAll } from './ForAll';
import { LineCards } from './LineCards';
import { LineTable } from './LineTable';
import { Picked } from './Picked';
import { useActs, type Acts } from './use-acts';
import { usePicked } from './use-picked';
import type { Review } from './use-review';
import { nothingWord, showWord, sortWord } from './words';

interface Props {
	stocktake: Stocktake;
	review: Review;
}

/** The lines, and what is done with them. */
export function Lines( { stocktake, review }: Props ) {
	const { view, change, hrefOf, list, sums, changed } = review;
	const acts = useActs( stocktake.id, changed );
	const may = canDecide( stocktake );
	const picked = usePicked(
		list.rows,
		JSON.stringify( { ...view, line: 0 } )
	);
	const [ typed, setTyped ] = useTyped( view.search, ( search, options ) =>
		change( { search }, options )
	);
	const place = useRef< HTMLDivElement >( null );
	const acted = useRef< number | null >( null );
	useEffect( () => {
		// The button that was pressed has gone with what it did: on to its line, or to the list.
		if ( list.waiting === null && acted.current !== null ) {
			const row = place.current?.querySelector< HTMLElement >(
				`[data-wig-row="${ acted.current }"] button`
			);
			if ( isFocusLost() ) {
				( row ?? place.current )?.focus();
			}
			acted.current = null;
		}
	}, [ list.waiting ] );
	const acting: Acts = {
		...acts,
		on: ( act, lines, why ) => {
			acted.current = lines[ 0 ]?.item_id ?? 0;
			return acts.on( act, lines, why );
		},
		onAll: ( act ) => {
			acted.current = 0;
			return acts.onAll( act );
		},
	};
	const counts = sums && countsOf( sums );
	const Rows = useIsPhone() ? LineCards : LineTable;
	return (
		<div
			className="wig-surface wig-review-lines"
			ref={ place }
			tabIndex={ -1 }
		>
			<Tabs
				tabs={ showsOf( stocktake ).map( ( id ) => ( {
					id,
					label: showWord( id ),
					count: counts?.[ id ],
				} ) ) }
				current={ view.show }
				hrefOf={ ( show ) => hrefOf( { show } ) }
				onPick={ ( show ) => change( { show } ) }
			/>
			<div className="wig-review-bar">
				<Field
					className="wig-search"
					label={ __( 'Search name or SKU', 'woo-inventory-guard' ) }
					value={ typed }
					maxLength={ 100 }
					onChange={ setTyped }
				/>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Sort', 'woo-inventory-guard' ) }
					value={ view.sort }
					options={ SORTS.map( ( value ) => ( {
						value,
						label: sortWord( value ),
					} ) ) }
					onChange={ ( value ) =>
						change( {
							sort:
								SORTS.find( ( sort ) => sort === value ) ??
								'value',
						} )
					}
				/>
				{ may && (
					<ForAll show={ view.show } sums={ sums } acts={ acting } />
				) }
			</div>
			{ acts.problem && (
				<Failure
					problem={ acts.problem }
					onRetry={ acts.retry ?? undefined }
				/>
			) }
			{ may && picked.lines.length > 0 && (
				<Picked
					lines={ picked.lines }
					acts={ acting }
					onDone={ picked.none }
				/>
			) }
			<RowsFrame
				waiting={ list.waiting }
				problem={ list.rows.length ? null : list.problem }
				isEmpty={ list.rows.length === 0 }
				nothing={
					<Message
						icon="check"
						title={ nothingWord( view.search ? 'all' : view.show ) }
						action={
							view.show !== 'all' && (
								<Button
									__next40pxDefaultSize
									variant="secondary"
									onClick={ () =>
										change( { show: 'all', search: '' } )
									}
								>
									{ __( 'Show all', 'woo-inventory-guard' ) }
								</Button>
							)
						}
					/>
				}
				onRetry={ list.reload }
			>
				<Rows
					stocktake={ stocktake }
					rows={ list.rows }
					isWaiting={ list.waiting === 'again' }
					may={ may }
					acts={ acting }
					picked={ picked }
					open={ view.line }
					onOpen={ ( line ) =>
						change( { line, page: view.page }, { replace: true } )
					}
				/>
			</RowsFrame>
			{ list.rows.length > 0 && list.problem && (
				<Failure problem={ list.problem } onRetry={ list.reload } />
			) }
			{ list.total > PER_PAGE && (
				<Pager
					page={ view.page }
					perPage={ PER_PAGE }
					total={ list.total }
					onPage={ ( page ) => change( { page } ) }
				/>
			) }
			{ acts.told && (
				<Told
					words={ acts.told.words }
					onUndo={ acts.told.back ? acts.back : undefined }
					onGone={ acts.forget }
				/>
			) }
		</div>
	);
}
