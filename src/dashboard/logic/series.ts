import type { MovementsDay, StockValueDay } from '../../schema';

export type Kind = 'received' | 'returned' | 'sold' | 'lost' | 'other';

export const KINDS: readonly Kind[] = [
	'sold',
	'received',
	'returned',
	'lost',
	'other',
];

/** What left is drawn below the line. Drawing needs no exact decimals; the table beside it has them. */
export const heightOf = ( day: MovementsDay, kind: Kind ): number =>
	kind === 'sold' || kind === 'lost'
		? -Number( day[ kind ] )
		: Number( day[ kind ] );

/** Only kinds that happened: an empty entry in a legend is a riddle. */
export const kindsIn = ( days: MovementsDay[] ): Kind[] =>
	KINDS.filter( ( kind ) =>
		days.some( ( day ) => Number( day[ kind ] ) !== 0 )
	);

export const sumOf = ( days: MovementsDay[], kind: Kind ): number =>
	// Sums of doubles are rounded to what the books can hold.
	Math.round(
		days.reduce( ( sum, day ) => sum + Number( day[ kind ] ), 0 ) * 10_000
	) / 10_000;

/** What is drawn as the value: costs where they are known, else prices; null where neither is. */
export function valueLine(
	days: StockValueDay[]
): 'value_cost' | 'value_price' | null {
	const has = ( line: 'value_cost' | 'value_price' ) =>
		days.some( ( day ) => Number( day[ line ] ) !== 0 );
	if ( has( 'value_cost' ) ) {
		return 'value_cost';
	}
	return has( 'value_price' ) ? 'value_price' : null;
}

/** Units without any value are units whose cost nobody had entered yet: unknown, not nothing. */
export const worthOf = (
	day: StockValueDay,
	line: 'value_cost' | 'value_price'
): number | null =>
	Number( day[ line ] ) === 0 && Number( day.units ) !== 0
		? null
		: Number( day[ line ] );
