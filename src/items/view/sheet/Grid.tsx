import { useVirtualizer, defaultRangeExtractor } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../../../shared/app/boot';
import type { Sheet } from '../../logic/sheet/shapes';
import { rangeOf, type Place } from '../../logic/sheet/move';
import { pinsOf } from '../../logic/sheet/pins';
import type { Layout } from '../../logic/layout';
import type { SortBy, StockView } from '../../logic/view-state';
import { useItemActions } from '../actions';
import { SheetHead } from './SheetHead';
import { SheetRow } from './SheetRow';
import { useBlock, type SheetRows } from './use-block';
import { useCursor } from './use-cursor';
import { useEditing } from './use-editing';
import { useMouse } from './use-mouse';
import { useSheetKeys } from './use-sheet-keys';

interface Props {
	rows: SheetRows;
	sheet: Sheet;
	layout: Layout;
	view: StockView;
	onSort: ( sort: SortBy ) => void;
	onWrite: ( block: string[][], corner: Place ) => void;
	onUndo: () => void;
	onRedo: () => void;
	onActive: ( place: Place ) => void;
	/** A cell to go to, such as one that was not saved. */
	wanted: Place | null;
}

/** Rows beyond the last one in sight that are asked for already: who scrolls on finds them there. */
const AHEAD = 100;

/** The cells, the keys that move between them, and the clipboard. Only the rows in sight are drawn. */
export function Grid( props: Props ) {
	const { rows, sheet, layout, onWrite, onActive, wanted } = props;
	const { mayAdjust } = useItemActions();
	const { woocommerce } = boot();
	const columns = layout.sheet;
	const size = layout.density === 'compact' ? 32 : 40;
	const scroller = useRef< HTMLDivElement >( null );
	const cursor = useCursor( {
		rows: rows.count,
		columns: columns.length,
		page: Math.max(
			1,
			Math.floor( ( scroller.current?.clientHeight ?? 400 ) / size ) - 2
		),
	} );
	const { active, anchor, go, wantsFocus } = cursor;
	const range = rangeOf( active, anchor );

	const virtual = useVirtualizer( {
		count: rows.count,
		getScrollElement: () => scroller.current,
		estimateSize: () => size,
		overscan: 10,
		// The active row stays drawn wherever one scrolls: focus lives in it.
		rangeExtractor: ( seen ) =>
			[
				...new Set( [ ...defaultRangeExtractor( seen ), active.row ] ),
			].sort( ( one, other ) => one - other ),
	} );
	useEffect( () => virtual.measure(), [ size, virtual ] );
	const drawn = virtual.getVirtualItems();
	const first = virtual.range?.startIndex ?? 0;
	const last = virtual.range?.endIndex ?? 0;
	const { ensure } = rows;
	useEffect( () => {
		ensure( first, last + AHEAD );
	}, [ ensure, first, last ] );

	const item = rows.at( active.row );
	const column = columns[ active.column ];
	const { editing, edit, onCommit, onCancel } = useEditing( {
		item: mayAdjust ? item : null,
		column,
		sheet,
		cursor,
		onWrite,
	} );
	useEffect( () => {
		if ( wantsFocus.current && ! editing ) {
			wantsFocus.current = false;
			scroller.current
				?.querySelector< HTMLElement >(
					`[data-wig-cell="${ active.row }:${ active.column }"]`
				)
				?.focus();
		}
		onActive( { row: active.row, column: active.column } );
	}, [ active.row, active.column, editing, onActive, wantsFocus ] );
	useEffect( () => {
		if ( wanted ) {
			go( wanted );
		}
	}, [ wanted, go ] );

	const block = useBlock( {
		range,
		rows,
		sheet,
		columns,
		isOff: editing !== null,
		mayWrite: mayAdjust,
		onWrite,
	} );
	const onKeyDown = useSheetKeys( {
		isOff: editing !== null,
		isName: column === 'name',
		item,
		cursor,
		onEdit: edit,
		onFill: block.fill,
		onClear: block.clear,
		onUndo: props.onUndo,
		onRedo: props.onRedo,
	} );
	const mouse = useMouse( go, edit );
	const { pinned } = layout;
	useLayoutEffect( () => {
		const pins = pinsOf( columns, pinned );
		const style = scroller.current?.style;
		style?.setProperty( '--wig-columns', pins.widths );
		style?.setProperty( '--wig-pinned', `${ pins.total + 8 }px` );
		pins.starts.forEach( ( start, place ) =>
			style?.setProperty( `--wig-pin-${ place }`, `${ start }px` )
		);
	}, [ columns, pinned ] );

	return (
		<div
			ref={ scroller }
			className={ `wig-sheet is-${ layout.density }` }
			role="grid"
			aria-label={ __( 'Inventory', 'woo-inventory-guard' ) }
			aria-describedby="wig-sheet-help"
			aria-multiselectable="true"
			aria-rowcount={ rows.count + 1 }
			aria-colcount={ columns.length }
			onKeyDown={ onKeyDown }
			onCopy={ block.onCopy }
			onPaste={ block.onPaste }
			tabIndex={ -1 }
		>
			<SheetHead
				columns={ columns }
				pinned={ pinned }
				view={ props.view }
				onSort={ props.onSort }
			/>
			<div
				ref={ mouse }
				role="rowgroup"
				className="wig-sheet-body"
				style={ { blockSize: virtual.getTotalSize() } }
			>
				{ drawn.map( ( row ) => {
					const isActive = row.index === active.row;
					const isSelected =
						row.index >= range.top && row.index <= range.bottom;
					return (
						<SheetRow
							key={ row.key }
							item={ rows.at( row.index ) }
							index={ row.index }
							start={ row.start }
							size={ size }
							columns={ columns }
							pinned={ pinned }
							active={ isActive ? active.column : -1 }
							selectedFrom={ isSelected ? range.left : -1 }
							selectedTo={ isSelected ? range.right : -2 }
							editing={
								editing?.row === row.index ? editing : null
							}
							sheet={ sheet }
							hasShop={ woocommerce }
							mayAdjust={ mayAdjust }
							onCommit={ onCommit }
							onCancel={ onCancel }
						/>
					);
				} ) }
			</div>
		</div>
	);
}
