import type { ItemFacts } from '../../schema';

/**
 * The formulas of reports, for one item. Estimates and shares need no exact decimals; units are shown as the books have
 * them.
 */

/** Four places: as fine as units and money are kept. */
const round = ( value: number ): number =>
	Math.round( value * 10_000 ) / 10_000;

export const numberOf = ( value: number | string | null ): number | null =>
	value === null ? null : Number( value );

/** Units times what one costs; null where that is not known. */
export function worth(
	units: number | string,
	each: number | string | null
): number | null {
	return each === null ? null : round( Number( units ) * Number( each ) );
}

/**
 * Inventory turnover: what was sold by the average of what was there at the beginning and at the end, in a year.
 * (Horngren, Datar and Rajan, "Cost Accounting", 2015: cost of goods sold / average inventory. Cost cancels out for one
 * item.)
 */
export function turnover( facts: ItemFacts, days: number ): number | null {
	const average = ( Number( facts.begin ) + Number( facts.on_hand ) ) / 2;
	return average <= 0 || Number( facts.sold ) < 0
		? null
		: round( ( Number( facts.sold ) / average ) * ( 365 / days ) );
}

/** For how many days what is there lasts at the pace of the period: stock / (sold / days). */
export function coverDays( facts: ItemFacts, days: number ): number | null {
	const sold = Number( facts.sold );
	const stock = Number( facts.on_hand );
	return sold <= 0 || stock < 0 ? null : round( stock / ( sold / days ) );
}

/**
 * Share of what could have been sold that was. (Levy, Weitz and Grewal, "Retailing Management", 2018: sell-through:
 * units sold / units there at the beginning or come in since.)
 */
export function sellThrough( facts: ItemFacts ): number | null {
	const could =
		Number( facts.begin ) +
		Number( facts.received ) +
		Number( facts.opened );
	return could <= 0 || Number( facts.sold ) < 0
		? null
		: round( Math.min( 1, Number( facts.sold ) / could ) );
}

/**
 * What was not sold because there was none: speed of the days on which it could be had, times the days on which it could
 * not, times the price. An upper estimate: some buyers come back or take something else (Gruen and Corsten, "Retail
 * Out-of-Stocks", 2002: about half).
 */
export function lost( facts: ItemFacts ) {
	const units = round( facts.per_day * facts.days_out );
	return { units, sales: worth( units, facts.price ) };
}

/**
 * Coefficient of variation of the sales of whole weeks: standard deviation of the population / mean. Null where nothing
 * was sold, or less than two weeks are known.
 */
export function variation(
	weeks: readonly ( number | string )[]
): number | null {
	const values = weeks.map( Number );
	const mean =
		values.reduce( ( sum, value ) => sum + value, 0 ) / values.length;
	if ( values.length < 2 || mean <= 0 ) {
		return null;
	}
	const spread =
		values.reduce( ( sum, value ) => sum + ( value - mean ) ** 2, 0 ) /
		values.length;
	return round( Math.sqrt( spread ) / mean );
}

const DAY = 86_400_000;

/** Whole days from one day to another. */
export const daysBetween = ( from: string, to: string ): number =>
	Math.round( ( Date.parse( to ) - Date.parse( from ) ) / DAY );
