import { __, sprintf } from '@wordpress/i18n';
import type { Figure, Overview } from '../../schema';
import type { Change, Wanted } from '../logic/change';
import { dayCount, money, number, percent } from '../../shared/format/words';

type Name = keyof Overview[ 'figures' ];

export interface Tile {
	name: Name;
	label: string;
	/** How it is reckoned, for who wonders. */
	help: string;
	format: ( value: number | string ) => string;
	unit: Change[ 'unit' ];
	wanted: Wanted;
	/** The list that it counts. */
	list: Record< string, string >;
}

/** All of them. */
export const tiles = (): Tile[] => [
	{
		name: 'value_cost',
		label: __( 'Stock value at cost', 'woo-inventory-guard' ),
		help: __(
			'Units on hand times what a unit cost last. Items without a cost are not in it.',
			'woo-inventory-guard'
		),
		format: ( value ) => money( value, true ),
		unit: 'percent',
		wanted: 'either',
		list: { orderby: 'on_hand', order: 'desc' },
	},
	{
		name: 'value_price',
		label: __( 'Stock value at selling prices', 'woo-inventory-guard' ),
		help: __(
			'Units on hand times the present price.',
			'woo-inventory-guard'
		),
		format: ( value ) => money( value, true ),
		unit: 'percent',
		wanted: 'either',
		list: { orderby: 'on_hand', order: 'desc' },
	},
	{
		name: 'units',
		label: __( 'Units on hand', 'woo-inventory-guard' ),
		help: __(
			'All units of all items that are counted.',
			'woo-inventory-guard'
		),
		format: ( value ) => number( value ),
		unit: 'percent',
		wanted: 'either',
		list: { orderby: 'on_hand', order: 'desc' },
	},
	{
		name: 'out_rate',
		label: __( 'Out-of-stock rate', 'woo-inventory-guard' ),
		help: __(
			'Share of the items that cannot be bought.',
			'woo-inventory-guard'
		),
		format: ( value ) => percent( value ),
		unit: 'points',
		wanted: 'less',
		list: { status: 'out' },
	},
	{
		name: 'cover_days',
		label: __( 'Days of cover', 'woo-inventory-guard' ),
		help: __(
			'How long the stock lasts if it sells as in this period.',
			'woo-inventory-guard'
		),
		format: ( value ) => dayCount( Number( value ) ),
		unit: 'number',
		wanted: 'either',
		list: { orderby: 'available' },
	},
	{
		name: 'sell_through',
		label: __( 'Sell-through', 'woo-inventory-guard' ),
		help: __(
			'Share that was sold of what was there at the beginning and came in since.',
			'woo-inventory-guard'
		),
		format: ( value ) => percent( value ),
		unit: 'points',
		wanted: 'more',
		list: { orderby: 'updated', order: 'desc' },
	},
	{
		name: 'lost_sales',
		label: __( 'Estimated lost sales', 'woo-inventory-guard' ),
		help: __(
			'What would have been sold while items were out, at the speed at which they sell otherwise.',
			'woo-inventory-guard'
		),
		format: ( value ) => money( value, true ),
		unit: 'percent',
		wanted: 'less',
		list: { status: 'out' },
	},
];

const isNothing = ( { now }: Figure ) => Number( now ?? 0 ) === 0;

/**
 * One tile for what the stock is worth: at cost, with the average and the prices in its help; at prices where no costs are known. Where
 * there are no prices either, no money is spoken of.
 */
export function shown( figures: Overview[ 'figures' ] ): Tile[] {
	const {
		value_cost: cost,
		value_average: average,
		value_price: price,
	} = figures;
	const hidden: Name[] = [ isNothing( cost ) ? 'value_cost' : 'value_price' ];
	if ( isNothing( price ) ) {
		hidden.push( 'value_price', 'lost_sales' );
	}
	return tiles()
		.filter( ( { name } ) => ! hidden.includes( name ) )
		.map( ( tile ) =>
			tile.name === 'value_cost' && ! isNothing( price )
				? {
						...tile,
						help: othersWord( average.now ?? 0, price.now ?? 0 ),
					}
				: tile
		);
}

const othersWord = ( average: number | string, price: number | string ) =>
	sprintf(
		/* translators: 1: an amount of money, 2: another one. */
		__(
			'%1$s at the average cost, %2$s at selling prices. Items without a cost count as nothing.',
			'woo-inventory-guard'
		),
		money( average, true ),
		money( price, true )
	);
