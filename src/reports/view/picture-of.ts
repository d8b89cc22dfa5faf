import { __ } from '@wordpress/i18n';
import type { Drawing } from '../../shared/chart/drawing';
import type { Report } from '../logic/reports';
import type { Table } from '../logic/table';
import { drawPareto } from './draw-pareto';
import { drawAges, drawCategories, drawLost } from './drawings';

interface Picture {
	title: string;
	draw: ( table: Table ) => Drawing | null;
}

/** What each report looks like; those that a picture says no more of than their rows have none. */
export function pictureOf( report: Report ): Picture | null {
	switch ( report ) {
		case 'stock':
			return {
				title: __( 'Stock value by category', 'woo-inventory-guard' ),
				draw: drawCategories,
			};
		case 'classes':
			return {
				title: __(
					'Share of sales by share of items',
					'woo-inventory-guard'
				),
				draw: drawPareto,
			};
		case 'ageing':
			return {
				title: __( 'Age of the stock', 'woo-inventory-guard' ),
				draw: drawAges,
			};
		case 'outs':
			return {
				title: __( 'Most lost sales', 'woo-inventory-guard' ),
				draw: drawLost,
			};
		default:
			return null;
	}
}
