import type { Figure } from '../../schema';

/** How a figure differs from the period before: by a share of it, or, where it is a share itself, by points. */
export interface Change {
	by: number;
	unit: 'percent' | 'points' | 'number';
	/** Whether that is good news; null where it is neither. */
	good: boolean | null;
}

export type Wanted = 'more' | 'less' | 'either';

/** Null where there is nothing to compare, or no difference that can be seen. */
export function changeOf(
	figure: Figure,
	unit: Change[ 'unit' ],
	wanted: Wanted
): Change | null {
	if ( figure.now === null || figure.before === null ) {
		return null;
	}
	const now = Number( figure.now );
	const before = Number( figure.before );
	const by = difference( now, before, unit );
	if ( by === null || by === 0 ) {
		return null;
	}
	return {
		by,
		unit,
		good: wanted === 'either' ? null : by > 0 === ( wanted === 'more' ),
	};
}

function difference(
	now: number,
	before: number,
	unit: Change[ 'unit' ]
): number | null {
	if ( unit === 'percent' ) {
		// From nothing to something is no share of nothing.
		return before === 0
			? null
			: Math.round( ( ( now - before ) / Math.abs( before ) ) * 100 );
	}
	const by = unit === 'points' ? ( now - before ) * 100 : now - before;
	return Math.round( by * 10 ) / 10;
}
