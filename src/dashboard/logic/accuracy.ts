import type { StocktakeAccuracy } from '../../schema';

export interface Point {
	name: string;
	at: string;
	/** Shares between 0 and 1; null where there was nothing to compare with. */
	lines: number | null;
	units: number | null;
	/** Value found less value missing. */
	net: StocktakeAccuracy[ 'net_value' ];
}

/** Nothing was right where as much differs as was expected, or more. */
const shareRight = ( wrong: number, all: number ): number | null =>
	all === 0 ? null : Math.max( 0, 1 - wrong / all );

/**
 * How right the books were, stocktake by stocktake, the oldest first.
 * @param newest As the server lists them, the newest first.
 */
export const pointsOf = ( newest: StocktakeAccuracy[] ): Point[] =>
	[ ...newest ].reverse().map( ( one ) => ( {
		name: one.name,
		at: one.applied_at,
		lines: shareRight( one.lines - one.right, one.lines ),
		units: shareRight( Number( one.differing ), Number( one.expected ) ),
		net: one.net_value,
	} ) );
