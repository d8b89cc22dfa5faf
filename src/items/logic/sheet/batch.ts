import type { ItemsBatchRow } from '../../../schema';
import { toUnits, toWire } from '../../../shared/format/quantity';
import { columnOfField, updateOf } from './cells';
import { keyOf, type Edit, type Sheet } from './shapes';

/** Rows of one request. */
const MOST_ROWS = 200;

/** What goes into the next request: the oldest rows that wait. A cell that is under way waits for its answer first. */
export function nextBatch(
	sheet: Sheet,
	reason: string,
	note: string
): { keys: string[]; rows: ItemsBatchRow[] } {
	const rows = new Map< number, ItemsBatchRow >();
	const keys: string[] = [];
	for ( const [ key, edit ] of Object.entries( sheet.edits ) ) {
		const isNew = ! rows.has( edit.id );
		if ( edit.state !== 'waiting' || ( isNew && rows.size >= MOST_ROWS ) ) {
			continue;
		}
		keys.push( key );
		rows.set(
			edit.id,
			withCell(
				rows.get( edit.id ) ?? { id: edit.id },
				edit,
				reason,
				note
			)
		);
	}
	return { keys, rows: [ ...rows.values() ] };
}

function withCell(
	row: ItemsBatchRow,
	edit: Edit,
	reason: string,
	note: string
): ItemsBatchRow {
	const { column, from, to } = edit;
	if ( column !== 'on_hand' ) {
		return {
			...row,
			set: { ...row.set, ...updateOf( column, to ) },
			seen: { ...row.seen, ...updateOf( column, from ) },
		};
	}
	return {
		...row,
		on_hand: edit.byDifference
			? {
					delta: toWire( toUnits( to ) - toUnits( from ) ),
					reason: 'correction',
					note,
				}
			: { set: to, expected: from, reason },
	};
}

/** Fields that a refused request names ("rows[3].set.bin"), as cells: those are wrong, the others can go again. */
export function cellsNamed(
	params: Record< string, string >,
	rows: ItemsBatchRow[]
): Record< string, string > {
	const named: Record< string, string > = {};
	for ( const [ path, sentence ] of Object.entries( params ) ) {
		const match = /^rows\[(\d+)\]\.(?:(?:set|seen)\.)?(\w+)/.exec( path );
		const row = rows[ Number( match?.[ 1 ] ) ];
		const column = columnOfField( match?.[ 2 ] ?? '' );
		if ( match && row && column ) {
			named[ keyOf( row.id, column ) ] = sentence;
		}
	}
	return named;
}
