import type { Attention } from '../../schema';

export type Group = keyof Attention[ 'counts' ];

/** In the order in which they hurt. */
const GROUPS: readonly Group[] = [
	'ledger',
	'mass',
	'short',
	'out',
	'low',
	'due',
	'holds',
];

/** Groups that have something in them. */
export const groupsOf = ( { counts }: Attention ): Group[] =>
	GROUPS.filter( ( group ) => counts[ group ] > 0 );

/** Until when a hold lasts after it was extended, in seconds from now. */
export const extendedBy = (
	expiresAt: string,
	seconds: number,
	now: number
): number =>
	Math.max( 0, Math.round( ( Date.parse( expiresAt ) - now ) / 1000 ) ) +
	seconds;

/** A bar a day, from a list without the days on which nothing happened. */
export function barsOf(
	rows: { day: string; times: number }[],
	to: string,
	days: number
): { day: string; times: number }[] {
	const sums = new Map< string, number >();
	for ( const { day, times } of rows ) {
		sums.set( day, ( sums.get( day ) ?? 0 ) + times );
	}
	const last = Date.parse( to );
	return Array.from( { length: days }, ( _, place ) => {
		const day = new Date( last - ( days - 1 - place ) * 86_400_000 )
			.toISOString()
			.slice( 0, 10 );
		return { day, times: sums.get( day ) ?? 0 };
	} );
}
