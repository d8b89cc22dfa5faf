import { __, sprintf } from '@wordpress/i18n';
import type { Problem } from '../data/problem';
import { boot } from '../app/boot';
import { formatQuantity } from '../format/quantity';

/** What went wrong, in a shop owner's words, and what to do. */
export function problemText( problem: Problem ): string {
	switch ( problem.kind ) {
		case 'offline':
			return __(
				'There is no connection to the shop. Check your network, then try again.',
				'woo-inventory-guard'
			);
		case 'forbidden':
			return __(
				'You are signed out, or your account may no longer do this. Sign in again, or ask an administrator for the role Stock clerk.',
				'woo-inventory-guard'
			);
		case 'gone':
			return __( 'This item is no longer there.', 'woo-inventory-guard' );
		case 'busy':
			return __(
				'The shop is very busy right now. Nothing was changed; try again in a moment.',
				'woo-inventory-guard'
			);
		case 'short':
			return problem.available === null
				? __(
						'That is more than there is: it would leave less than is promised to orders.',
						'woo-inventory-guard'
					)
				: sprintf(
						/* translators: %s: number of units. */
						__(
							'That is more than there is: only %s can be taken away, the rest is promised to orders.',
							'woo-inventory-guard'
						),
						formatQuantity( problem.available, boot().locale )
					);
		case 'invalid':
			return (
				Object.values( problem.fields )[ 0 ] ||
				problem.message ||
				__( 'The shop did not accept this.', 'woo-inventory-guard' )
			);
		default:
			return (
				problem.message ||
				__(
					'The shop could not answer. Please try again.',
					'woo-inventory-guard'
				)
			);
	}
}
