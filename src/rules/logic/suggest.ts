import type { Demand } from '../../schema';

/** How sure one wants to be that what is left lasts until the next delivery: 95 %, as a quantile of the normal distribution. */
const Z = 1.644854;

/** Speed is taken from so many days, as in the dashboard. */
const WINDOW_DAYS = 56;

/** With less, one good day would be a forecast. */
const LEAST_DAYS = 7;

/** With sales on fewer days nothing can be said. */
const LEAST_SALES = 3;

/** Used, and said, where nobody has said how long a delivery takes. */
export const ASSUMED_LEAD_DAYS = 7;

/** So many stock-outs are looked back at. */
const MOST_OUTS = 6;

export interface Suggestion {
	/** Low at so many units: whole ones. */
	threshold: number;
	/** Units sold a day while there were some. */
	perDay: number;
	leadDays: number;
	/** Nobody has said how long a delivery takes. */
	isAssumed: boolean;
	/** How many of the last stock-outs it would have told of in time, and how many there were. */
	avoided: number;
	outs: number;
}

interface Day {
	sold: number;
	/** What was left when it ended. */
	closing: number;
}

/**
 * The threshold at which to order again, so that what is left lasts until the delivery comes.
 *
 * Reorder point = D L + z sigma sqrt( L ): mean and standard deviation of what is sold on a day, over L days to delivery
 * (Silver, Pyke and Thomas, "Inventory and Production Management in Supply Chains", 2017, chapter 6; the same as
 * supplychainpy's, with a delivery time that does not vary). Days on which there was none say nothing about what people
 * want and are left out; today is not over and is left out too.
 *
 * @param demand
 * @param leadDays What somebody has typed; else the item's own, else ASSUMED_LEAD_DAYS.
 * @return Null where too little was sold to say anything.
 */
export function suggest(
	demand: Demand,
	leadDays: number | null = demand.lead_time_days
): Suggestion | null {
	const all = daysOf( demand );
	const recent = all
		.slice( -WINDOW_DAYS )
		.filter( ( { sold, closing } ) => sold > 0 || closing > 0 );
	const withSales = recent.filter( ( { sold } ) => sold > 0 ).length;
	if ( recent.length < LEAST_DAYS || withSales < LEAST_SALES ) {
		return null;
	}
	const perDay = mean( recent.map( ( { sold } ) => sold ) );
	const sigma = Math.sqrt(
		recent.reduce( ( sum, { sold } ) => sum + ( sold - perDay ) ** 2, 0 ) /
			( recent.length - 1 )
	);
	const lead = leadDays ?? ASSUMED_LEAD_DAYS;
	const threshold = Math.ceil( reorderPoint( perDay, sigma, lead ) );
	const outs = stockOuts( all ).slice( -MOST_OUTS );
	return {
		threshold,
		perDay,
		leadDays: lead,
		isAssumed: leadDays === null,
		avoided: outs.filter( ( out ) => inTime( all, out, threshold, lead ) )
			.length,
		outs: outs.length,
	};
}

/**
 * D L + z sigma sqrt( L ), in units.
 *
 * @param perDay
 * @param sigma
 * @param lead   Days to delivery.
 * @param z      Quantile of the normal distribution.
 */
export const reorderPoint = (
	perDay: number,
	sigma: number,
	lead: number,
	z = Z
): number => perDay * lead + z * sigma * Math.sqrt( lead );

/** Every day from the first that is known to yesterday. What was left stays until something moves. */
export function daysOf( demand: Demand ): Day[] {
	const moved = new Map( demand.days.map( ( day ) => [ day.day, day ] ) );
	const days: Day[] = [];
	let closing = 0;
	for ( let day = demand.from; day < demand.to; day = dayAfter( day ) ) {
		const known = moved.get( day );
		closing = known ? Number( known.closing ) : closing;
		days.push( { sold: Number( known?.sold ?? 0 ), closing } );
	}
	return days;
}

/** Days that ended with none after some were left the day before. */
const stockOuts = ( days: readonly Day[] ): number[] =>
	days.flatMap( ( { closing }, at ) =>
		closing <= 0 && ( days[ at - 1 ]?.closing ?? 0 ) > 0 ? at : []
	);

/** Whether a delivery ordered when the threshold was reached would have come on the day it ran out, or before. */
function inTime(
	days: readonly Day[],
	out: number,
	threshold: number,
	lead: number
): boolean {
	let low = out;
	while ( isLow( days[ low - 1 ], threshold ) ) {
		low--;
	}
	return out - low >= lead;
}

const isLow = ( day: Day | undefined, threshold: number ): boolean =>
	day !== undefined && day.closing > 0 && day.closing <= threshold;

const mean = ( values: readonly number[] ): number =>
	values.reduce( ( sum, value ) => sum + value, 0 ) / values.length;

const dayAfter = ( day: string ): string =>
	new Date( Date.parse( `${ day }T00:00:00Z` ) + 86_400_000 )
		.toISOString()
		.slice( 0, 10 );
