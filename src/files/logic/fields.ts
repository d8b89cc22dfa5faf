import type { ImportColumnRequest, ImportMappingOptions } from '../../schema';

/** What a column can be; empty is not read. */
export type Field = ImportColumnRequest[ 'field' ];
export type NamedField = Exclude< Field, '' >;

export type Quantity = ImportMappingOptions[ 'quantity' ];

/**
 * Fields in the order in which they are offered, with the most characters that the server takes for them at all: what is
 * cut there is still longer than the field may be, so that the server says so at the row.
 */
export const FIELDS: readonly ( readonly [ NamedField, number ] )[] = [
	[ 'sku', 200 ],
	[ 'barcode', 200 ],
	[ 'name', 1000 ],
	[ 'on_hand', 40 ],
	[ 'delta', 40 ],
	[ 'counted', 40 ],
	[ 'counted_at', 60 ],
	[ 'low_stock_threshold', 40 ],
	[ 'backorders', 40 ],
	[ 'backorder_limit', 40 ],
	[ 'backorder_text', 1000 ],
	[ 'safety_stock', 40 ],
	[ 'unit_cost', 40 ],
	[ 'supplier', 500 ],
	[ 'bin', 500 ],
	[ 'lead_time_days', 40 ],
	[ 'category', 500 ],
	[ 'kind', 40 ],
	[ 'components', 10_000 ],
	[ 'product_id', 20 ],
	[ 'item_id', 20 ],
];

export const NUMBERS: ReadonlySet< Field > = new Set< Field >( [
	'on_hand',
	'delta',
	'counted',
	'low_stock_threshold',
	'backorder_limit',
	'safety_stock',
	'unit_cost',
	'lead_time_days',
	'product_id',
	'item_id',
] );

/** By these it is known which item a row is about. */
export const KEYS: ReadonlySet< Field > = new Set< Field >( [
	'sku',
	'barcode',
	'product_id',
	'item_id',
] );

/** Of these a row may have only one. */
export const STOCK: readonly Field[] = [ 'on_hand', 'delta', 'counted' ];

export const isField = ( text: string ): text is Field =>
	text === '' || FIELDS.some( ( [ field ] ) => field === text );

/** Why the fields that were chosen cannot be read; null where they can. */
export function mistakeOf(
	fields: readonly Field[]
): 'no_key' | 'only_key' | 'twice' | 'two_quantities' | null {
	const named = fields.filter( ( field ) => field !== '' );
	if ( new Set( named ).size < named.length ) {
		return 'twice';
	}
	if ( ! named.some( ( field ) => KEYS.has( field ) ) ) {
		return 'no_key';
	}
	if ( named.filter( ( field ) => STOCK.includes( field ) ).length > 1 ) {
		return 'two_quantities';
	}
	return named.every( ( field ) => KEYS.has( field ) ) ? 'only_key' : null;
}
