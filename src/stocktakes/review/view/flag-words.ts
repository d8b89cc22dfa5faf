import { __ } from '@wordpress/i18n';
import type { StocktakeLine } from '../../../schema';

type Flag = StocktakeLine[ 'flags' ][ number ];

export const flagWord = ( flag: Flag ): string =>
	( {
		clock: __( 'Clock was wrong', 'woo-inventory-guard' ),
		moved: __( 'Moved while counting', 'woo-inventory-guard' ),
		several: __( 'Several counters', 'woo-inventory-guard' ),
		unlisted: __( 'Not on the list', 'woo-inventory-guard' ),
		superseded: __( 'Counted later elsewhere', 'woo-inventory-guard' ),
		reserved: __( 'Less than promised', 'woo-inventory-guard' ),
		changed: __( 'Changed since decided', 'woo-inventory-guard' ),
	} )[ flag ];

/** What it means, and what to do about it. */
export const flagHelp = ( flag: Flag ): string =>
	( {
		clock: __(
			'The clock of the device was wrong, so it is not sure when it was counted. If something was sold around that time, count it again.',
			'woo-inventory-guard'
		),
		moved: __(
			'Units were sold or received between the first and the last count of this item. If the difference looks like one of them, count it again.',
			'woo-inventory-guard'
		),
		several: __(
			'Several people counted this item, and their counts are added up. If they counted the same shelf, count it again.',
			'woo-inventory-guard'
		),
		unlisted: __(
			'It was not chosen for this stocktake, but somebody found and counted it.',
			'woo-inventory-guard'
		),
		superseded: __(
			'A later count of another stocktake has been applied already: this one would change nothing. Leave it.',
			'woo-inventory-guard'
		),
		reserved: __(
			'After this, less will be there than is promised to orders. Look at Short orders when it is applied.',
			'woo-inventory-guard'
		),
		changed: __(
			'The numbers changed after somebody had decided, so that was taken back.',
			'woo-inventory-guard'
		),
	} )[ flag ];
