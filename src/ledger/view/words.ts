import { __ } from '@wordpress/i18n';
import type { Show } from '../logic/view';

export const showWord = ( show: Show ): string =>
	( {
		lines: __( 'Movements', 'woo-inventory-guard' ),
		documents: __( 'Documents', 'woo-inventory-guard' ),
	} )[ show ];

const kinds = (): Record< string, string > => ( {
	order: __( 'Orders', 'woo-inventory-guard' ),
	import: __( 'Imports', 'woo-inventory-guard' ),
	stocktake: __( 'Stocktakes', 'woo-inventory-guard' ),
	count: __( 'Stocktakes', 'woo-inventory-guard' ),
	bulk_change: __( 'Changes of many items', 'woo-inventory-guard' ),
	reversal: __( 'Reversals', 'woo-inventory-guard' ),
} );

/** A slug of another plugin's is shown as words of its own. */
export function kindOfDocument( slug: string ): string {
	const own = slug.replace( /[_-]+/g, ' ' ).trim();
	return kinds()[ slug ] ?? own.charAt( 0 ).toUpperCase() + own.slice( 1 );
}
