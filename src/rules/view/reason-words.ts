import { __, _n, sprintf } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import type { Suggestion } from '../logic/suggest';
import { show } from './words';

/**
 * The reasoning behind a suggestion, in one sentence.
 *
 * @param suggestion
 */
export function reasonWords( suggestion: Suggestion ): string {
	const { perDay, leadDays, isAssumed, outs, avoided } = suggestion;
	const speed = sprintf(
		/* translators: %s: units. */
		__( 'sells %s a day', 'woo-inventory-guard' ),
		perDay.toLocaleString( boot().locale, { maximumFractionDigits: 1 } )
	);
	const lead = isAssumed
		? sprintf(
				/* translators: %s: number of days. */
				_n(
					'supplier takes %s day (nobody has said, so this is assumed)',
					'supplier takes %s days (nobody has said, so this is assumed)',
					leadDays,
					'woo-inventory-guard'
				),
				show( leadDays )
			)
		: sprintf(
				/* translators: %s: number of days. */
				_n(
					'supplier takes %s day',
					'supplier takes %s days',
					leadDays,
					'woo-inventory-guard'
				),
				show( leadDays )
			);
	const past =
		outs === 0
			? __( 'it has not run out so far', 'woo-inventory-guard' )
			: sprintf(
					/* translators: 1: units, 2: number of stock-outs avoided, 3: number of stock-outs. */
					_n(
						'low at %1$s would have avoided %2$s of the last %3$s stock-out',
						'low at %1$s would have avoided %2$s of the last %3$s stock-outs',
						outs,
						'woo-inventory-guard'
					),
					show( suggestion.threshold ),
					show( avoided ),
					show( outs )
				);
	return sprintf(
		/* translators: parts of one sentence: 1: "sells 3 a day", 2: "supplier takes 7 days", 3: "low at 28 would have avoided 5 of the last 6 stock-outs". */
		__( '%1$s, %2$s, %3$s', 'woo-inventory-guard' ),
		speed,
		lead,
		past
	);
}
