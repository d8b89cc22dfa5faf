import type { Item } from '../../../schema';
import {
	canEdit,
	parseCell,
	readCell,
	type CellProblem,
	type Policy,
	type SheetColumn,
} from './cells';
import { shown, type WrongCell } from './edits';
import { keyOf, type Change, type Sheet } from './shapes';
import type { Range } from './move';

export interface Habits {
	locale: string;
	policies: Record< Policy, string >;
	hasShop: boolean;
	/** Why a value cannot be, in words. */
	why: ( problem: CellProblem, text: string ) => string;
}

export interface Written {
	changes: Change[];
	wrong: WrongCell[];
	/** Cells that nobody may write, and rows that are not there. */
	left: number;
}

type At = ( row: number ) => Item | null;

/** A block of texts written from one corner on; what is no value of its column is kept as typed, and said. */
export function writeCells(
	block: string[][],
	top: number,
	left: number,
	columns: readonly SheetColumn[],
	at: At,
	sheet: Sheet,
	habits: Habits
): Written {
	const written: Written = { changes: [], wrong: [], left: 0 };
	block.forEach( ( cells, down ) => {
		const item = at( top + down );
		cells.forEach( ( text, along ) => {
			const column = columns[ left + along ];
			if (
				! item ||
				! column ||
				! canEdit( item, column, habits.hasShop )
			) {
				written.left++;
				return;
			}
			const parsed = parseCell(
				text,
				column,
				habits.locale,
				habits.policies
			);
			// What is under way will be there when the next change is made.
			const isUnderWay =
				sheet.edits[ keyOf( item.id, column ) ]?.state === 'sending';
			const from = isUnderWay
				? shown( sheet, item, column )
				: readCell( item, column );
			if ( 'value' in parsed ) {
				const to = parsed.value;
				written.changes.push( { id: item.id, column, from, to } );
			} else {
				written.wrong.push( {
					id: item.id,
					column,
					from,
					to: text.trim(),
					message: habits.why( parsed.problem, text.trim() ),
				} );
			}
		} );
	} );
	return written;
}

/** The block that a paste means: one value fills all that is selected. */
export function spread( block: string[][], range: Range ): string[][] {
	const only = block[ 0 ]?.[ 0 ];
	if ( block.length > 1 || block[ 0 ]?.length !== 1 || only === undefined ) {
		return block;
	}
	return Array.from( { length: range.bottom - range.top + 1 }, () =>
		Array.from( { length: range.right - range.left + 1 }, () => only )
	);
}

/** Fill down: the first row of what is selected, or the row above a single one, into all others. */
export function fillFrom( range: Range ): { source: number; target: Range } {
	const single = range.top === range.bottom;
	return {
		source: single ? range.top - 1 : range.top,
		target: { ...range, top: single ? range.top : range.top + 1 },
	};
}
