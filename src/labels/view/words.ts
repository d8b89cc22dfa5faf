import { __ } from '@wordpress/i18n';
import type { LayoutId } from '../logic/layout';

export const layoutWord = ( id: LayoutId ): string =>
	( {
		'a4-3x8': __(
			'A4 sheet, 24 labels of 63.5 × 33.9 mm',
			'woo-inventory-guard'
		),
		'a4-4x10': __(
			'A4 sheet, 40 labels of 48.5 × 25.4 mm',
			'woo-inventory-guard'
		),
		'a4-2x7': __(
			'A4 sheet, 14 labels of 99.1 × 38.1 mm',
			'woo-inventory-guard'
		),
		'57x32': __( 'Label printer, 57 × 32 mm', 'woo-inventory-guard' ),
		'100x50': __( 'Label printer, 100 × 50 mm', 'woo-inventory-guard' ),
		own: __( 'Label printer, own size', 'woo-inventory-guard' ),
	} )[ id ];
