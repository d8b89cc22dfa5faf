import { __ } from '@wordpress/i18n';
import type { Part, Side } from '../logic/report';

export const sideWord = ( side: Side ): string =>
	( {
		category: __( 'By category', 'woo-inventory-guard' ),
		reason: __( 'By reason', 'woo-inventory-guard' ),
		counter: __( 'By person', 'woo-inventory-guard' ),
		class: __( 'By class', 'woo-inventory-guard' ),
	} )[ side ];

export const columnWord = ( column: Exclude< keyof Part, 'key' > ): string =>
	( {
		lines: __( 'Lines counted', 'woo-inventory-guard' ),
		right: __( 'Right', 'woo-inventory-guard' ),
		expected: __( 'Expected', 'woo-inventory-guard' ),
		found: __( 'Found more', 'woo-inventory-guard' ),
		missing: __( 'Missing', 'woo-inventory-guard' ),
		expected_value: __( 'Value expected', 'woo-inventory-guard' ),
		found_value: __( 'Value found more', 'woo-inventory-guard' ),
		missing_value: __( 'Value missing', 'woo-inventory-guard' ),
		recounted: __( 'Counted again', 'woo-inventory-guard' ),
	} )[ column ];
