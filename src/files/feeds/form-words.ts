import { __ } from '@wordpress/i18n';
import type { ImportMappingOptions } from '../../schema';
import type { FeedProblem } from '../logic/feed';

/** What numbers of such a file mean; whoever set it up may not remember. */
export const meaningWord = (
	meaning: ImportMappingOptions[ 'quantity' ] | null
): string => {
	switch ( meaning ) {
		case 'absolute':
			return __(
				'By these columns the quantity is what is there now.',
				'woo-inventory-guard'
			);
		case 'difference':
			return __(
				'By these columns the quantity is what came or went. The same file is not added twice.',
				'woo-inventory-guard'
			);
		case 'counted':
			return __(
				'By these columns the quantity is what was counted at a certain time. The same file is not counted twice.',
				'woo-inventory-guard'
			);
		default:
			return __(
				'By these columns no quantity is changed.',
				'woo-inventory-guard'
			);
	}
};

export function problemWord( problem: FeedProblem ): string {
	switch ( problem ) {
		case 'no-name':
			return __(
				'Give it a name, such as that of the supplier.',
				'woo-inventory-guard'
			);
		case 'no-address':
			return __( 'Say where the file is.', 'woo-inventory-guard' );
		case 'no-url':
			return __(
				'A web address begins with https:// or http://.',
				'woo-inventory-guard'
			);
		case 'password':
			return __(
				'An address with a password in it cannot be kept safely. Ask for one without.',
				'woo-inventory-guard'
			);
		case 'ending':
			return __(
				'The file must end with .csv, .txt or .tsv.',
				'woo-inventory-guard'
			);
		case 'outside':
			return __(
				'The file must lie below the folder: leave out “..”.',
				'woo-inventory-guard'
			);
		case 'no-mapping':
			return __(
				'Choose what the columns of the file mean.',
				'woo-inventory-guard'
			);
	}
}
