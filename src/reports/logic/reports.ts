import type { ItemFacts, StockOnDate } from '../../schema';
import { abc, USUAL_CUTS, xyz } from './classes';
import {
	coverDays,
	daysBetween,
	lost,
	sellThrough,
	turnover,
	variation,
	worth,
} from './figures';
import { tableOf, type Table } from './table';

export const REPORTS = [
	'stock',
	'turnover',
	'classes',
	'ageing',
	'dead',
	'outs',
	'shrinkage',
	'reserved',
] as const;
export type Report = ( typeof REPORTS )[ number ];

/** Units by how long they have lain there: the classes of Report\Ages. */
export const AGES = [ 'age_0', 'age_1', 'age_2', 'age_3', 'age_4' ] as const;

export const stockTable = ( items: readonly StockOnDate[] ): Table =>
	tableOf(
		items.filter( ( item ) => Number( item.on_hand ) !== 0 ),
		[
			'category',
			'on_hand',
			'unit_cost',
			'value_cost',
			'average_cost',
			'value_average',
			'value_price',
		],
		[ 'on_hand', 'value_cost', 'value_average', 'value_price' ],
		( item ) => ( {
			on_hand: item.on_hand,
			unit_cost: item.unit_cost,
			value_cost: worth( item.on_hand, item.unit_cost ),
			average_cost: item.average_cost,
			value_average: worth( item.on_hand, item.average_cost ),
			value_price: worth( item.on_hand, item.price ),
		} )
	);

/** What of all is shown by each report of a period. */
export function factsTable(
	report: Exclude< Report, 'stock' >,
	items: readonly ItemFacts[],
	days: number,
	to: string
): Table {
	switch ( report ) {
		case 'turnover':
			return tableOf(
				items.filter(
					( item ) =>
						Number( item.sold ) !== 0 ||
						Number( item.on_hand ) !== 0
				),
				[
					'begin',
					'on_hand',
					'sold',
					'turnover',
					'cover',
					'sell_through',
				],
				[ 'begin', 'on_hand', 'sold' ],
				( item ) => ( {
					begin: item.begin,
					on_hand: item.on_hand,
					sold: item.sold,
					turnover: turnover( item, days ),
					cover: coverDays( item, days ),
					sell_through: sellThrough( item ),
				} )
			);
		case 'classes':
			return classesTable( items );
		case 'ageing':
			return tableOf(
				items.filter( ( item ) => Number( item.on_hand ) > 0 ),
				[ 'on_hand', 'value_cost', ...AGES ],
				[ 'on_hand', 'value_cost', ...AGES ],
				( item ) => ( {
					on_hand: item.on_hand,
					value_cost: worth( item.on_hand, item.unit_cost ),
					...Object.fromEntries(
						AGES.map( ( age, place ) => [
							age,
							item.ages[ place ] ?? 0,
						] )
					),
				} )
			);
		case 'dead':
			return tableOf(
				items.filter(
					( item ) =>
						Number( item.on_hand ) > 0 && Number( item.sold ) <= 0
				),
				[ 'on_hand', 'value_cost', 'last_sold', 'idle', 'last_in' ],
				[ 'on_hand', 'value_cost' ],
				( item ) => ( {
					on_hand: item.on_hand,
					value_cost: worth( item.on_hand, item.unit_cost ),
					last_sold: item.last_sold,
					idle: item.last_sold && daysBetween( item.last_sold, to ),
					last_in: item.last_in,
				} )
			);
		case 'outs':
			return tableOf(
				items.filter( ( item ) => item.days_out > 0 ),
				[ 'on_hand', 'sold', 'days_out', 'lost_units', 'lost_sales' ],
				[ 'lost_units', 'lost_sales' ],
				( item ) => ( {
					on_hand: item.on_hand,
					sold: item.sold,
					days_out: item.days_out,
					lost_units: lost( item ).units,
					lost_sales: lost( item ).sales,
				} )
			);
		case 'shrinkage':
			return tableOf(
				items.filter(
					( item ) =>
						Number( item.lost ) !== 0 || Number( item.other ) !== 0
				),
				[ 'lost', 'corrected', 'lost_cost' ],
				[ 'lost', 'corrected', 'lost_cost' ],
				( item ) => ( {
					lost: item.lost,
					corrected: item.other,
					lost_cost: worth(
						Number( item.lost ) - Number( item.other ),
						item.unit_cost
					),
				} )
			);
		default:
			return tableOf(
				items.filter(
					( item ) =>
						Number( item.reserved ) > 0 ||
						Number( item.available ) < 0
				),
				[ 'on_hand', 'reserved', 'available' ],
				[ 'on_hand', 'reserved', 'available' ],
				( item ) => ( {
					on_hand: item.on_hand,
					reserved: item.reserved,
					available: item.available,
				} )
			);
	}
}

function classesTable( items: readonly ItemFacts[] ): Table {
	const values = items.map(
		( item ) => worth( item.sold, item.price ?? item.unit_cost ) ?? 0
	);
	const classes = abc( values, USUAL_CUTS );
	return tableOf(
		items,
		[ 'class', 'sold', 'sales', 'share', 'variation' ],
		[ 'sold', 'sales' ],
		( item, place ) => {
			const spread = variation( item.weeks );
			return {
				class: `${ classes[ place ]?.class ?? 'C' }${ xyz( spread, USUAL_CUTS ) }`,
				sold: item.sold,
				sales: values[ place ] ?? null,
				share: classes[ place ]?.share ?? null,
				variation: spread,
			};
		}
	);
}
