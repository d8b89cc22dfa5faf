import type { ExportItemsQuery, ExportRow } from '../../schema';
import type { Cell } from '../../shared/table-file/csv';
import { NUMBERS, type NamedField } from './fields';

/**
 * Columns of a file of items. Numbers of items and products are another shop's in another shop: they are left out, so
 * that the file can be taken there.
 */
export const EXPORTED = [
	'sku',
	'barcode',
	'name',
	'kind',
	'category',
	'on_hand',
	'low_stock_threshold',
	'backorders',
	'backorder_limit',
	'backorder_text',
	'safety_stock',
	'unit_cost',
	'supplier',
	'bin',
	'lead_time_days',
	'components',
] as const satisfies readonly NamedField[];

/** For people; an import does not read them. */
export const SHOWN = [ 'reserved', 'available', 'status' ] as const;

export const isNumber = ( field: NamedField ): boolean => NUMBERS.has( field );

export const cellsOf = ( row: ExportRow ): Cell[] =>
	[ ...EXPORTED, ...SHOWN ].map( ( field ) => row[ field ] );

export const STATUSES = [
	'low',
	'out',
	'backorder',
	'ok',
	'untracked',
] as const satisfies readonly ExportItemsQuery[ 'status' ][];

export const KINDS = [
	'simple',
	'variation',
	'variable',
	'part',
	'bundle',
] as const satisfies readonly ExportItemsQuery[ 'kind' ][];
