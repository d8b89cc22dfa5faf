export type Step = 'show' | 'hide' | 'earlier' | 'later';

/** The columns after one step of one of them. The name stays first and is never hidden. */
export function arrange< T extends string >(
	columns: readonly T[],
	column: T,
	step: Step
): T[] {
	const at = columns.indexOf( column );
	const next = [ ...columns ];
	if ( column === 'name' || ( at < 0 && step !== 'show' ) ) {
		return next;
	}
	if ( at >= 0 ) {
		next.splice( at, 1 );
	}
	switch ( step ) {
		case 'show':
			return [ ...next, column ];
		case 'earlier':
			next.splice( Math.max( 1, at - 1 ), 0, column );
			return next;
		case 'later':
			next.splice( at + 1, 0, column );
			return next;
		default:
			return next;
	}
}
