import { __ } from '@wordpress/i18n';

/** What this page knows of the app; see Admin\Palette. */
export interface Place {
	/** Address of the app, to which `&path=` is added. */
	app: string;
	can: { adjust: boolean; configure: boolean };
}

export interface Command {
	name: string;
	label: string;
	/** What it is also found by. */
	keywords: string[];
	href: string;
}

/** The ways that lead somewhere in one step, for who may go there. */
export function commands( { app, can }: Place ): Command[] {
	const to = (
		name: string,
		label: string,
		path: string,
		keywords: string[] = []
	): Command => ( {
		name: `woo-inventory-guard/${ name }`,
		label,
		keywords,
		href: `${ app }&path=${ path }`,
	} );
	return [
		to(
			'low',
			__( 'Inventory: what is low', 'woo-inventory-guard' ),
			'/stock&status=low',
			[ __( 'stock', 'woo-inventory-guard' ) ]
		),
		to(
			'out',
			__( 'Inventory: what is out of stock', 'woo-inventory-guard' ),
			'/stock&status=out',
			[ __( 'stock', 'woo-inventory-guard' ) ]
		),
		to(
			'backorder',
			__( 'Inventory: what is on backorder', 'woo-inventory-guard' ),
			'/stock&status=backorder'
		),
		to(
			'newest',
			__( 'Inventory: what changed last', 'woo-inventory-guard' ),
			'/stock&orderby=updated&order=desc'
		),
		to(
			'labels',
			__(
				'Inventory: print labels and count sheets',
				'woo-inventory-guard'
			),
			'/labels',
			[ __( 'barcode', 'woo-inventory-guard' ) ]
		),
		to(
			'ledger',
			__( 'Inventory: ledger of all movements', 'woo-inventory-guard' ),
			'/ledger',
			[ __( 'history', 'woo-inventory-guard' ) ]
		),
		to(
			'files',
			__( 'Inventory: import and export', 'woo-inventory-guard' ),
			'/files',
			[ __( 'CSV', 'woo-inventory-guard' ) ]
		),
		to(
			'reports',
			__( 'Inventory: reports', 'woo-inventory-guard' ),
			'/reports'
		),
		...( can.adjust
			? [
					to(
						'stocktakes',
						__( 'Inventory: stocktakes', 'woo-inventory-guard' ),
						'/stocktakes'
					),
					to(
						'new-stocktake',
						__(
							'Inventory: begin a stocktake',
							'woo-inventory-guard'
						),
						'/stocktakes/new'
					),
				]
			: [] ),
		...( can.configure
			? [
					to(
						'test',
						__(
							'Inventory: test the guard',
							'woo-inventory-guard'
						),
						'/start'
					),
					to(
						'rules',
						__(
							'Inventory: rules for thresholds and backorders',
							'woo-inventory-guard'
						),
						'/rules'
					),
					to(
						'settings',
						__( 'Inventory: settings', 'woo-inventory-guard' ),
						'/settings'
					),
				]
			: [] ),
	];
}
