import type {
	StocktakeRequest,
	StocktakeSchedule,
	StocktakeScopeRequest,
} from '../../schema';

export const CLASSES = [ 'A', 'B', 'C' ] as const;
export type AbcClass = ( typeof CLASSES )[ number ];
export const SHARES = [ 'none', 'even', 'bin' ] as const;
export type Share = ( typeof SHARES )[ number ];

/** An item that is chosen by its name. */
export interface Chosen {
	id: number;
	name: string;
}

/** What is counted, how and by whom, as it is chosen; the same for a stocktake and for a schedule of them. */
export interface Plan {
	location: number;
	categories: number[];
	suppliers: string[];
	bins: string[];
	classes: AbcClass[];
	/** As typed; empty for all. */
	not_counted_days: string;
	/** As typed; empty for all. */
	sample: string;
	items: Chosen[];
	blind: boolean;
	packing: 'shelf' | 'aside';
	/** Empty: everybody who manages stock. */
	counters: number[];
	share: Share;
}

export const EMPTY: Plan = {
	location: 1,
	categories: [],
	suppliers: [],
	bins: [],
	classes: [],
	not_counted_days: '',
	sample: '',
	items: [],
	blind: true,
	packing: 'shelf',
	counters: [],
	share: 'none',
};

/** Bounds of the REST schema. */
export const MOST = {
	not_counted_days: 3650,
	sample: 100_000,
	items: 5000,
	name: 100,
} as const;

export type PlanField = 'not_counted_days' | 'sample';
export type PlanProblems = Partial< Record< PlanField, 'whole' > >;

/**
 * A whole number within bounds from what was typed: null where nothing was, NaN where it is none.
 * @param typed
 * @param least
 * @param most
 */
export function wholeOf(
	typed: string,
	least: number,
	most: number
): number | null {
	const text = typed.normalize( 'NFKC' ).trim();
	if ( text === '' ) {
		return null;
	}
	const value = /^\d{1,9}$/.test( text ) ? Number( text ) : NaN;
	return value >= least && value <= most ? value : NaN;
}

/** What is counted, as REST wants it; or what is wrong with what was typed. */
export function scopeOf(
	plan: Plan
): { scope: StocktakeScopeRequest } | { problems: PlanProblems } {
	const days = wholeOf( plan.not_counted_days, 1, MOST.not_counted_days );
	const sample = wholeOf( plan.sample, 1, MOST.sample );
	const problems: PlanProblems = {
		...( Number.isNaN( days ) ? { not_counted_days: 'whole' } : {} ),
		...( Number.isNaN( sample ) ? { sample: 'whole' } : {} ),
	};
	return Object.keys( problems ).length
		? { problems }
		: {
				scope: {
					categories: plan.categories,
					suppliers: plan.suppliers,
					bins: plan.bins,
					classes: plan.classes,
					not_counted_days: days,
					sample,
					items: plan.items.map( ( { id } ) => id ),
				},
			};
}

type PlanRequest = Pick<
	StocktakeRequest,
	'blind' | 'packing' | 'location_id' | 'counters' | 'share'
>;

/** All of it but what is counted. Nothing can be shared out among nobody. */
export const manner = ( plan: Plan ): PlanRequest => ( {
	blind: plan.blind,
	packing: plan.packing,
	location_id: plan.location,
	counters: plan.counters,
	share: plan.counters.length ? plan.share : 'none',
} );

/** The plan of a schedule that is there; items have no names in it. */
export const planOf = (
	schedule: Omit< StocktakeSchedule, 'id' | 'last_stocktake_id' | 'version' >,
	nameOf: ( id: number ) => string
): Plan => ( {
	location: schedule.location_id,
	categories: schedule.scope.categories,
	suppliers: schedule.scope.suppliers,
	bins: schedule.scope.bins,
	classes: schedule.scope.classes,
	not_counted_days: schedule.scope.not_counted_days?.toString() ?? '',
	sample: schedule.scope.sample?.toString() ?? '',
	items: schedule.scope.items.map( ( id ) => ( { id, name: nameOf( id ) } ) ),
	blind: schedule.blind,
	packing: schedule.packing,
	counters: schedule.counters,
	share: schedule.share,
} );

/** With something more chosen, once. */
export const withOne = < T >( all: readonly T[], one: T ): T[] =>
	all.includes( one ) ? [ ...all ] : [ ...all, one ];

export const without = < T >( all: readonly T[], one: T ): T[] =>
	all.filter( ( known ) => known !== one );
