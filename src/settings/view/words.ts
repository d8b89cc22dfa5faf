import { __ } from '@wordpress/i18n';
import type { DraftProblem } from '../logic/draft';

export const problemWord = ( problem: DraftProblem ): string =>
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
		minutes: __(
			'Type whole minutes, from 1 to 525600 (a year).',
			'woo-inventory-guard'
		),
	} )[ problem ];
