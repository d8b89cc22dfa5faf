import { __, _x, sprintf } from '@wordpress/i18n';
import type { Change } from '../logic/change';
import type { Group } from '../logic/needs';
import type { Kind } from '../logic/series';
import { number } from '../../shared/format/words';

export const groupWord = ( group: Group ): string =>
	( {
		out: __( 'Out and still wanted', 'woo-inventory-guard' ),
		low: _x( 'Low', 'stock status', 'woo-inventory-guard' ),
		short: __( 'Paid but short', 'woo-inventory-guard' ),
		holds: __( 'Holds that end soon', 'woo-inventory-guard' ),
		due: __( 'Counts due', 'woo-inventory-guard' ),
		mass: __( 'Many items were cut at once', 'woo-inventory-guard' ),
		ledger: __( 'Stock records do not agree', 'woo-inventory-guard' ),
	} )[ group ];

/** The list of which a group shows the first few. */
export const moreWord = ( group: 'out' | 'low' | 'short' ): string =>
	( {
		out: __( 'All items that are out', 'woo-inventory-guard' ),
		low: __( 'All items that are low', 'woo-inventory-guard' ),
		short: __( 'All orders that are short', 'woo-inventory-guard' ),
	} )[ group ];

export const kindWord = ( kind: Kind ): string =>
	( {
		sold: __( 'Sold', 'woo-inventory-guard' ),
		received: __( 'Received', 'woo-inventory-guard' ),
		returned: __( 'Returned', 'woo-inventory-guard' ),
		lost: __( 'Lost or damaged', 'woo-inventory-guard' ),
		other: __( 'Counts and corrections', 'woo-inventory-guard' ),
	} )[ kind ];

export function changeWord( { by, unit }: Change ): string {
	const size = number( Math.abs( by ) );
	const signed = `${ by < 0 ? '−' : '+' }${ size }`;
	const difference = {
		percent: `${ signed }\u00a0%`,
		/* translators: %s: a signed number: the difference of two percentages. */
		points: sprintf( __( '%s points', 'woo-inventory-guard' ), signed ),
		number: signed,
	}[ unit ];
	return sprintf(
		/* translators: %s: a difference such as +2 %. */
		__( '%s against the period before', 'woo-inventory-guard' ),
		difference
	);
}
