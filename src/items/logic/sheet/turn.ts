import { keyOf, type Change, type Sheet } from './shapes';

/** Not saved: dropped. Saved: changed back, which the server refuses where somebody else has changed it since. */
function turn( edits: Sheet[ 'edits' ], changes: Change[] ): Sheet[ 'edits' ] {
	const next = { ...edits };
	for ( const { id, column, from, to } of changes ) {
		const key = keyOf( id, column );
		const open = next[ key ];
		if ( open && open.state !== 'sending' && open.to === to ) {
			delete next[ key ];
		} else {
			next[ key ] = {
				id,
				column,
				from: to,
				to: from,
				state: 'waiting',
				byDifference: column === 'on_hand',
				message: '',
			};
		}
	}
	return next;
}

/** Takes the last act back. */
export function goBack( sheet: Sheet ): Sheet {
	const act = sheet.undo.at( -1 );
	return act
		? {
				...sheet,
				edits: turn( sheet.edits, act ),
				undo: sheet.undo.slice( 0, -1 ),
				redo: [ ...sheet.redo, act ],
			}
		: sheet;
}

/** Does again what was taken back last. */
export function goForward( sheet: Sheet ): Sheet {
	const act = sheet.redo.at( -1 );
	const turned = act?.map( ( one ) => ( {
		...one,
		from: one.to,
		to: one.from,
	} ) );
	return act && turned
		? {
				...sheet,
				edits: turn( sheet.edits, turned ),
				undo: [ ...sheet.undo, act ],
				redo: sheet.redo.slice( 0, -1 ),
			}
		: sheet;
}
