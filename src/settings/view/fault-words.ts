import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import type { Why } from '../logic/shape';
import type { Refused } from '../logic/transfer';

const number = ( value: number ) => value.toLocaleString( boot().locale );

/** What should stand in a field of the file. */
export function faultWord( why: Why ): string {
	switch ( why.kind ) {
		case 'unknown':
			return __(
				'this version of the plugin knows no such setting',
				'woo-inventory-guard'
			);
		case 'missing':
			return __( 'this is missing', 'woo-inventory-guard' );
		case 'yes-no':
			return __( 'must be true or false', 'woo-inventory-guard' );
		case 'amount':
			return __(
				'must be a number from 0, with at most four decimal places',
				'woo-inventory-guard'
			);
		case 'email':
			return __( 'must be an email address', 'woo-inventory-guard' );
		case 'fields':
			return __(
				'must be an object with named fields',
				'woo-inventory-guard'
			);
		case 'whole':
			return sprintf(
				/* translators: 1: smallest number that is allowed, 2: largest. */
				__(
					'must be a whole number from %1$s to %2$s',
					'woo-inventory-guard'
				),
				number( why.least ),
				number( why.most )
			);
		case 'one-of':
			return sprintf(
				/* translators: %s: words that are allowed, with commas between. */
				__( 'must be one of these: %s', 'woo-inventory-guard' ),
				why.options.join( ', ' )
			);
		case 'text':
			return sprintf(
				/* translators: %s: number of characters. */
				__(
					'must be a text of at most %s characters, and not empty',
					'woo-inventory-guard'
				),
				number( why.most )
			);
		default:
			return sprintf(
				/* translators: %s: number of entries. */
				__(
					'must be a list of at most %s entries',
					'woo-inventory-guard'
				),
				number( why.most )
			);
	}
}

export const refusedWord = ( refused: Refused | 'too-large' ): string =>
	( {
		'no-json': __(
			'This file cannot be read: it is not JSON.',
			'woo-inventory-guard'
		),
		'not-ours': __(
			'This is not a file of inventory settings. Choose one that was made with Export.',
			'woo-inventory-guard'
		),
		newer: __(
			'This file was made by a newer version of the plugin. Update the plugin here first.',
			'woo-inventory-guard'
		),
		nothing: __(
			'There are no settings in this file.',
			'woo-inventory-guard'
		),
		'too-large': __(
			'This file is too large to be one of inventory settings.',
			'woo-inventory-guard'
		),
	} )[ refused ];
