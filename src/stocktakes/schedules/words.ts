import { __, _n, sprintf } from '@wordpress/i18n';
import type { StocktakeSchedule } from '../../schema';
import { numberWord } from '../../shared/form/number-word';
import { dayCount, number } from '../../shared/format/words';
import type { LimitProblem } from '../logic/limit';
import { BOUNDS, type Every, type ScheduleProblems } from '../logic/schedule';
import { noName, wholeWord } from '../new/words';

export const everyWord = ( every: Every ): string =>
	( {
		month: __( 'Every month', 'woo-inventory-guard' ),
		quarter: __( 'Every quarter', 'woo-inventory-guard' ),
		year: __( 'Every year', 'woo-inventory-guard' ),
		cycle: __( 'In small portions, by class', 'woo-inventory-guard' ),
	} )[ every ];

/** What a schedule does, a line for each part of it. */
export function scheduleWords(
	schedule: Pick<
		StocktakeSchedule,
		'every' | 'times' | 'portion_days' | 'days_to_count'
	>
): string[] {
	const {
		every,
		times,
		portion_days: portion,
		days_to_count: days,
	} = schedule;
	return [
		everyWord( every ),
		...( every === 'cycle'
			? [
					sprintf(
						/* translators: 1, 2, 3: how often a year. */
						__(
							'A year: class A %1$s times, B %2$s, C %3$s',
							'woo-inventory-guard'
						),
						number( times.A ),
						number( times.B ),
						number( times.C )
					),
					sprintf(
						/* translators: %s: a number of days, such as 7 days. */
						__( 'A portion every %s', 'woo-inventory-guard' ),
						dayCount( portion )
					),
				]
			: [] ),
		sprintf(
			/* translators: %s: a number of days. */
			_n(
				'To be done within %s day',
				'To be done within %s days',
				days,
				'woo-inventory-guard'
			),
			number( days )
		),
	];
}

const boundsWord = ( [ least, most ]: readonly [ number, number ] ): string =>
	sprintf(
		/* translators: 1: the least number, 2: the largest number. */
		__( 'Type a whole number from %1$s to %2$s.', 'woo-inventory-guard' ),
		number( least ),
		number( most )
	);

/** By field. */
export const problemWords = (
	wrong: ScheduleProblems
): Partial< Record< string, string > > => ( {
	...( wrong.name ? { name: noName() } : {} ),
	...( wrong.next_on
		? { next_on: __( 'Choose a day.', 'woo-inventory-guard' ) }
		: {} ),
	...( wrong.portion_days
		? { portion_days: boundsWord( BOUNDS.portion_days ) }
		: {} ),
	...( wrong.days_to_count
		? { days_to_count: boundsWord( BOUNDS.days_to_count ) }
		: {} ),
	...( wrong.times === 'bounds'
		? { times: boundsWord( BOUNDS.times ) }
		: {} ),
	...( wrong.times === 'never'
		? {
				times: __(
					'At least one class has to be counted.',
					'woo-inventory-guard'
				),
			}
		: {} ),
	...( wrong.not_counted_days
		? { not_counted_days: wholeWord( 'not_counted_days' ) }
		: {} ),
	...( wrong.sample ? { sample: wholeWord( 'sample' ) } : {} ),
} );

export const limitWord = ( problem: LimitProblem ): string =>
	numberWord( problem );
