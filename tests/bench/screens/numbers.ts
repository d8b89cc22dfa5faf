/** The middle one: what a moment's trouble of the machine does not move. */
export function median( values: readonly number[] ): number {
	const sorted = [ ...values ].sort( ( a, b ) => a - b );
	return sorted[ Math.floor( sorted.length / 2 ) ] ?? NaN;
}

export const round = ( value: number, places = 0 ): number => Math.round( value * 10 ** places ) / 10 ** places;
