import type { Item, ItemsBatch } from '../../../schema';
import { fieldOf, readCell, type EditColumn, type Wire } from './cells';
import { keyOf, type Change, type Edit, type Sheet } from './shapes';
import { goBack, goForward } from './turn';

export const EMPTY: Sheet = { edits: {}, saved: {}, undo: [], redo: [] };

/** Acts that can be taken back. */
const MOST_ACTS = 100;

export type Act =
	| { type: 'CHANGE'; changes: Change[]; wrong: WrongCell[] }
	| { type: 'UNDO' }
	| { type: 'REDO' }
	| { type: 'SEND'; keys: string[] }
	| { type: 'REFUSED'; keys: string[]; message: string }
	| { type: 'ANSWER'; keys: string[]; answer: ItemsBatch }
	| { type: 'RETRY'; keys: string[] }
	| { type: 'INSIST'; key: string; now: Wire }
	| { type: 'DROP'; keys: string[] };

/** Typed, but no value of its column: kept where it was typed, and said. */
export interface WrongCell extends Change {
	message: string;
}

export function reduce( sheet: Sheet, act: Act ): Sheet {
	switch ( act.type ) {
		case 'CHANGE':
			return change( sheet, act.changes, act.wrong );
		case 'UNDO':
			return goBack( sheet );
		case 'REDO':
			return goForward( sheet );
		case 'SEND':
			return mark( sheet, act.keys, { state: 'sending' } );
		case 'REFUSED':
			return mark( sheet, act.keys, {
				state: 'failed',
				message: act.message,
			} );
		case 'ANSWER':
			return answered( sheet, act.keys, act.answer );
		case 'RETRY':
			return mark(
				sheet,
				act.keys.filter(
					( key ) => sheet.edits[ key ]?.state === 'failed'
				),
				{ state: 'waiting', message: '' }
			);
		case 'INSIST':
			return mark( sheet, [ act.key ], {
				state: 'waiting',
				from: act.now,
				byDifference: false,
				message: '',
			} );
		default:
			return { ...sheet, edits: without( sheet.edits, act.keys ) };
	}
}

function change( sheet: Sheet, changes: Change[], wrong: WrongCell[] ): Sheet {
	const edits = { ...sheet.edits };
	const done: Change[] = [];
	for ( const one of changes ) {
		const key = keyOf( one.id, one.column );
		const before = edits[ key ];
		// What is not saved yet is changed from what was seen when it was typed first.
		const unsent = before && before.state !== 'sending';
		const from = unsent ? before.from : one.from;
		if ( from === one.to && ( unsent || one.from === one.to ) ) {
			delete edits[ key ];
			continue;
		}
		edits[ key ] = {
			...one,
			from,
			state: 'waiting',
			byDifference: false,
			message: '',
		};
		done.push( { ...one, from } );
	}
	for ( const one of wrong ) {
		edits[ keyOf( one.id, one.column ) ] = {
			...one,
			state: 'wrong',
			byDifference: false,
		};
		done.push( one );
	}
	return done.length
		? {
				...sheet,
				edits,
				undo: [ ...sheet.undo, done ].slice( -MOST_ACTS ),
				redo: [],
			}
		: { ...sheet, edits };
}

function mark( sheet: Sheet, keys: string[], part: Partial< Edit > ): Sheet {
	const edits = { ...sheet.edits };
	for ( const key of keys ) {
		const edit = edits[ key ];
		if ( edit ) {
			edits[ key ] = { ...edit, ...part };
		}
	}
	return { ...sheet, edits };
}

const STALE: readonly string[] = [ 'wig_stale_version', 'wig_stale_level' ];

function answered( sheet: Sheet, keys: string[], answer: ItemsBatch ): Sheet {
	const edits = { ...sheet.edits };
	const saved = { ...sheet.saved };
	const rows = new Map( answer.rows.map( ( row ) => [ row.id, row ] ) );
	for ( const key of keys ) {
		const edit = edits[ key ];
		const row = edit && rows.get( edit.id );
		if ( ! edit || ! row ) {
			continue;
		}
		const problem = row.problems[ fieldOf( edit.column ) ];
		if ( edit.state !== 'sending' ) {
			// Taken back while it was under way: there is nothing to take back where it was refused.
			if ( problem && edit.byDifference ) {
				delete edits[ key ];
			}
			continue;
		}
		if ( ! problem ) {
			delete edits[ key ];
			saved[ key ] = ( saved[ key ] ?? 0 ) + 1;
		} else if (
			STALE.includes( problem.code ) &&
			row.item &&
			readCell( row.item, edit.column ) === edit.to
		) {
			// Both wanted the same.
			delete edits[ key ];
		} else {
			edits[ key ] = {
				...edit,
				state: STALE.includes( problem.code ) ? 'changed' : 'failed',
				message: problem.message,
			};
		}
	}
	return { ...sheet, edits, saved };
}

function without( edits: Sheet[ 'edits' ], keys: string[] ) {
	const next = { ...edits };
	keys.forEach( ( key ) => delete next[ key ] );
	return next;
}

/** The value that a cell shows: what was typed, until it is saved. */
export const shown = ( sheet: Sheet, item: Item, column: EditColumn ): Wire =>
	sheet.edits[ keyOf( item.id, column ) ]?.to ?? readCell( item, column );
