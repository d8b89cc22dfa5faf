import { useCallback, useMemo, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { boot } from '../../../shared/app/boot';
import { announce } from '../../../shared/ui/announce';
import { isEditColumn } from '../../logic/sheet/cells';
import { keyOf } from '../../logic/sheet/shapes';
import { writeCells } from '../../logic/sheet/block';
import type { Layout } from '../../logic/layout';
import type { Place } from '../../logic/sheet/move';
import type { SortBy, StockView } from '../../logic/view-state';
import { useItemActions } from '../actions';
import { Nothing } from '../list/Nothing';
import { Grid } from './Grid';
import { Origin } from './Origin';
import { NotLoaded } from '../../../shared/ui/NotLoaded';
import { ProblemBar } from './ProblemBar';
import { SheetBar } from './SheetBar';
import { useOthers } from './use-others';
import { useReason } from './use-reason';
import { MOST_ROWS, useRows } from './use-rows';
import { useSheet } from './use-sheet';
import { cellProblemWord, leftWords, policyWords } from './words';

export interface SheetProps {
	/** Goes up when many rows may say something else: they are fetched again. */
	era: number;
	view: StockView;
	layout: Layout;
	onLayout: ( layout: Layout ) => void;
	onSort: ( sort: SortBy ) => void;
	onAdd: () => void;
	onClear: () => void;
}

/** The inventory as a spreadsheet: what is typed is saved as it is made. */
export function SheetView( {
	era,
	view,
	layout,
	onLayout,
	...props
}: SheetProps ) {
	const { mayAdjust } = useItemActions();
	const [ reason, setReason ] = useReason();
	const rows = useRows( view, era );
	const { sheet, act, isLost } = useSheet( reason );
	useOthers();
	const [ active, setActive ] = useState< Place >( { row: 0, column: 0 } );
	const [ wanted, setWanted ] = useState< Place | null >( null );

	const habits = useMemo(
		() => ( {
			locale: boot().locale,
			hasShop: boot().woocommerce,
			policies: policyWords(),
			why: cellProblemWord,
		} ),
		[]
	);
	const write = ( block: string[][], corner: Place ) => {
		const { changes, wrong, left } = writeCells(
			block,
			corner.row,
			corner.column,
			layout.sheet,
			rows.at,
			sheet,
			habits
		);
		act( { type: 'CHANGE', changes, wrong } );
		if ( left || wrong.length ) {
			announce( leftWords( left, wrong.length ) );
		}
	};

	const undo = () => act( { type: 'UNDO' } );
	const redo = () => act( { type: 'REDO' } );
	const problems = Object.entries( sheet.edits ).filter( ( [ , edit ] ) =>
		[ 'failed', 'wrong', 'changed' ].includes( edit.state )
	);
	const item = rows.at( active.row );
	const column = layout.sheet[ active.column ];
	const key =
		item && column && isEditColumn( column )
			? keyOf( item.id, column )
			: '';
	const onActive = useCallback( ( place: Place ) => setActive( place ), [] );

	/** The next cell that is not saved, after the active one and round again. */
	const showNext = () => {
		const places = problems
			.flatMap( ( [ , edit ] ) => {
				const at = layout.sheet.indexOf( edit.column );
				for ( let row = 0; row < rows.count; row++ ) {
					if ( rows.at( row )?.id === edit.id && at >= 0 ) {
						return { row, column: at };
					}
				}
				return [];
			} )
			.sort( ( a, b ) => a.row - b.row || a.column - b.column );
		const next =
			places.find(
				( { row, column: at } ) =>
					row > active.row ||
					( row === active.row && at > active.column )
			) ?? places[ 0 ];
		if ( next ) {
			setWanted( { ...next } );
		}
	};

	if ( rows.problem && ! rows.loaded ) {
		return <NotLoaded problem={ rows.problem } onRetry={ rows.reload } />;
	}
	if ( rows.loaded && ! rows.count ) {
		return <Nothing view={ view } mayAdd={ mayAdjust } { ...props } />;
	}
	return (
		<>
			<SheetBar
				mayEdit={ mayAdjust }
				reason={ reason }
				columns={ layout.sheet }
				canUndo={ sheet.undo.length > 0 }
				canRedo={ sheet.redo.length > 0 }
				onReason={ setReason }
				onUndo={ undo }
				onRedo={ redo }
				onColumns={ ( columns ) =>
					onLayout( { ...layout, sheet: columns } )
				}
				pinned={ layout.pinned }
				onPinned={ ( pinned ) => onLayout( { ...layout, pinned } ) }
			/>
			<ProblemBar
				edit={ sheet.edits[ key ] ?? null }
				item={ item }
				wrong={ problems.length }
				waiting={ Object.keys( sheet.edits ).length - problems.length }
				isLost={ isLost }
				onRetry={ () => act( { type: 'RETRY', keys: [ key ] } ) }
				onRetryAll={ () =>
					act( {
						type: 'RETRY',
						keys: problems.map( ( [ name ] ) => name ),
					} )
				}
				onDrop={ () => act( { type: 'DROP', keys: [ key ] } ) }
				onInsist={ ( now ) => act( { type: 'INSIST', key, now } ) }
				onNext={ showNext }
			/>
			<p id="wig-sheet-help" className="wig-hidden">
				{ __(
					'Arrows and Tab move between cells. Type or press Enter to change one. Escape, then Tab, leaves the table.',
					'woo-inventory-guard'
				) }
			</p>
			<Grid
				rows={ rows }
				sheet={ sheet }
				layout={ layout }
				view={ view }
				onSort={ props.onSort }
				onWrite={ write }
				onUndo={ undo }
				onRedo={ redo }
				onActive={ onActive }
				wanted={ wanted }
			/>
			{ item && column && <Origin item={ item } column={ column } /> }
			<Count total={ rows.total } />
		</>
	);
}

const Count = ( { total }: { total: number } ) => (
	<p className="wig-sheet-count">
		{ total > MOST_ROWS
			? sprintf(
					/* translators: 1: number of rows shown, 2: number of items. */
					__(
						'The first %1$s of %2$s items. Search or filter to see the others.',
						'woo-inventory-guard'
					),
					MOST_ROWS.toLocaleString( boot().locale ),
					total.toLocaleString( boot().locale )
				)
			: sprintf(
					/* translators: %s: number of items. */
					_n( '%s item', '%s items', total, 'woo-inventory-guard' ),
					total.toLocaleString( boot().locale )
				) }
	</p>
);
