import { __ } from '@wordpress/i18n';
import type { ParseProblem } from '../format/quantity';

/** What can be wrong with any number that a person types. */
export type NumberProblem = ParseProblem | 'negative';

/** The same words at every field; what only one form knows it says itself. */
export const numberWord = ( problem: NumberProblem ): string =>
	( {
		empty: __( 'Type a number.', 'woo-inventory-guard' ),
		'no-number': __(
			'This is not a number. Type something like 12 or 0.5.',
			'woo-inventory-guard'
		),
		'too-fine': __(
			'At most four decimal places are counted.',
			'woo-inventory-guard'
		),
		'too-large': __( 'This number is too large.', 'woo-inventory-guard' ),
		negative: __( 'This cannot be less than zero.', 'woo-inventory-guard' ),
	} )[ problem ];
