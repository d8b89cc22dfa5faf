import type { StockOnDate } from '../../schema';
import { numberOf } from './figures';

export type Kind = 'text' | 'units' | 'money' | 'number' | 'percent' | 'day';

export type Value = string | number | null;

/** A report as rows: what its columns are is said by their names. */
export interface Table {
	columns: { id: Column; kind: Kind }[];
	rows: { item: number; values: Value[] }[];
	/** By column, of those that can be added up. */
	totals: Partial< Record< Column, number > >;
}

export type Column =
	| 'name'
	| 'sku'
	| 'category'
	| 'on_hand'
	| 'unit_cost'
	| 'value_cost'
	| 'average_cost'
	| 'value_average'
	| 'value_price'
	| 'begin'
	| 'sold'
	| 'turnover'
	| 'cover'
	| 'sell_through'
	| 'sales'
	| 'share'
	| 'class'
	| 'variation'
	| 'age_0'
	| 'age_1'
	| 'age_2'
	| 'age_3'
	| 'age_4'
	| 'last_sold'
	| 'idle'
	| 'last_in'
	| 'days_out'
	| 'lost_units'
	| 'lost_sales'
	| 'lost'
	| 'corrected'
	| 'lost_cost'
	| 'reserved'
	| 'available';

type Named = Pick< StockOnDate, 'item_id' | 'name' | 'sku' | 'category' >;
type Cells = Partial< Record< Column, Value > >;

const KINDS: Partial< Record< Column, Kind > > = {
	name: 'text',
	sku: 'text',
	category: 'text',
	class: 'text',
	unit_cost: 'money',
	value_cost: 'money',
	average_cost: 'money',
	value_average: 'money',
	value_price: 'money',
	sales: 'money',
	lost_sales: 'money',
	lost_cost: 'money',
	turnover: 'number',
	cover: 'number',
	variation: 'number',
	idle: 'number',
	days_out: 'number',
	sell_through: 'percent',
	share: 'percent',
	last_sold: 'day',
	last_in: 'day',
};

export function tableOf< T extends Named >(
	items: readonly T[],
	columns: readonly Column[],
	summed: readonly Column[],
	cells: ( item: T, place: number ) => Cells
): Table {
	const all = [ 'name', 'sku', ...columns ] as const;
	const rows = items.map( ( item, place ) => {
		const own: Cells = {
			name: item.name,
			sku: item.sku,
			category: item.category,
			...cells( item, place ),
		};
		return {
			item: item.item_id,
			values: all.map( ( id ) => own[ id ] ?? null ),
		};
	} );
	return {
		columns: all.map( ( id ) => ( { id, kind: KINDS[ id ] ?? 'units' } ) ),
		rows,
		totals: Object.fromEntries(
			summed.map( ( id ) => [ id, sumOf( rows, all.indexOf( id ) ) ] )
		),
	};
}

const sumOf = ( rows: Table[ 'rows' ], place: number ): number =>
	// Sums of doubles are rounded to what the books can hold.
	Math.round(
		rows.reduce(
			( sum, { values } ) => sum + Number( values[ place ] ?? 0 ),
			0
		) * 10_000
	) / 10_000;

/** Where a column cannot be compared, what is not known comes last. */
export function sortedRows(
	{ columns, rows }: Table,
	by: Column,
	descending: boolean
): Table[ 'rows' ] {
	const place = columns.findIndex( ( { id } ) => id === by );
	const kind = columns[ place ]?.kind;
	const isText = kind === 'text' || kind === 'day';
	return [ ...rows ].sort( ( one, two ) => {
		const a = one.values[ place ] ?? null;
		const b = two.values[ place ] ?? null;
		if ( a === null || b === null ) {
			return ( a === null ? 1 : 0 ) - ( b === null ? 1 : 0 );
		}
		const order = isText
			? String( a ).localeCompare( String( b ) )
			: ( numberOf( a ) ?? 0 ) - ( numberOf( b ) ?? 0 );
		return descending ? -order : order;
	} );
}
