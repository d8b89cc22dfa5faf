import type { StocktakeSchedule, StocktakeScheduleRequest } from '../../schema';
import {
	CLASSES,
	EMPTY,
	manner,
	planOf,
	scopeOf,
	wholeOf,
	type AbcClass,
	type Plan,
	type PlanProblems,
} from './plan';

export const EVERY = [ 'month', 'quarter', 'year', 'cycle' ] as const;
export type Every = ( typeof EVERY )[ number ];

/** A schedule as it is typed. */
export interface ScheduleDraft extends Plan {
	name: string;
	every: Every;
	/** A day such as 2026-12-31. */
	next_on: string;
	/** With cycle: days from one portion to the next. */
	portion_days: string;
	/** With cycle: how often a year each class is counted. */
	times: Record< AbcClass, string >;
	days_to_count: string;
	active: boolean;
}

/** Bounds of the REST schema. */
export const BOUNDS = {
	portion_days: [ 1, 31 ],
	days_to_count: [ 0, 90 ],
	times: [ 0, 52 ],
} as const;

/** Classes as often as most shops do: those that sell most, most often. */
export const newSchedule = ( today: string ): ScheduleDraft => ( {
	...EMPTY,
	name: '',
	every: 'month',
	next_on: today,
	portion_days: '1',
	times: { A: '4', B: '2', C: '1' },
	days_to_count: '7',
	active: true,
} );

export const scheduleDraft = (
	schedule: StocktakeSchedule,
	nameOf: ( id: number ) => string
): ScheduleDraft => ( {
	...planOf( schedule, nameOf ),
	name: schedule.name,
	every: schedule.every,
	next_on: schedule.next_on,
	portion_days: String( schedule.portion_days ),
	times: {
		A: String( schedule.times.A ),
		B: String( schedule.times.B ),
		C: String( schedule.times.C ),
	},
	days_to_count: String( schedule.days_to_count ),
	active: schedule.active,
} );

export type ScheduleProblems = PlanProblems & {
	name?: 'no-name';
	next_on?: 'no-day';
	portion_days?: 'bounds';
	days_to_count?: 'bounds';
	times?: 'bounds' | 'never';
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A whole number within its bounds, NaN where it is none or nothing. */
const bounded = (
	typed: string,
	[ least, most ]: readonly [ number, number ]
) => wholeOf( typed, least, most ) ?? NaN;

export function checkSchedule(
	draft: ScheduleDraft
): { request: StocktakeScheduleRequest } | { problems: ScheduleProblems } {
	const scope = scopeOf( draft );
	const isCycle = draft.every === 'cycle';
	const portion = bounded( draft.portion_days, BOUNDS.portion_days );
	const days = bounded( draft.days_to_count, BOUNDS.days_to_count );
	const [ a, b, c ] = CLASSES.map( ( name ) =>
		bounded( draft.times[ name ], BOUNDS.times )
	);
	const times = { A: a ?? NaN, B: b ?? NaN, C: c ?? NaN };
	const sum = times.A + times.B + times.C;
	const problems: ScheduleProblems = {
		...( 'problems' in scope ? scope.problems : {} ),
		...( draft.name.trim() === '' ? { name: 'no-name' } : {} ),
		...( DAY.test( draft.next_on ) ? {} : { next_on: 'no-day' } ),
		...( Number.isNaN( days ) ? { days_to_count: 'bounds' } : {} ),
		...( isCycle && Number.isNaN( portion )
			? { portion_days: 'bounds' }
			: {} ),
		...( isCycle && Number.isNaN( sum ) ? { times: 'bounds' } : {} ),
		...( isCycle && sum === 0 ? { times: 'never' } : {} ),
	};
	if ( 'problems' in scope || Object.keys( problems ).length ) {
		return { problems };
	}
	return {
		request: {
			name: draft.name.trim(),
			every: draft.every,
			next_on: draft.next_on,
			days_to_count: days,
			active: draft.active,
			...manner( draft ),
			scope: scope.scope,
			...( isCycle ? { portion_days: portion, times } : {} ),
		},
	};
}

/** Whether a schedule is what was typed: then the answer to an earlier try was lost, or somebody else meant the same. */
export const saysSame = (
	schedule: StocktakeSchedule,
	draft: ScheduleDraft
): boolean =>
	JSON.stringify( checkSchedule( scheduleDraft( schedule, () => '' ) ) ) ===
	JSON.stringify( checkSchedule( draft ) );
