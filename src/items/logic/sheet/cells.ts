import {
	formatQuantity,
	parseUnits,
	toUnits,
	toWire,
	type ParseProblem,
} from '../../../shared/format/quantity';
import type { Item, ItemUpdate, Quantity } from '../../../schema';
import { canBeAdjusted } from '../view-state';

/** Columns of the spreadsheet, in the order in which they stand unless somebody chose another one. */
export const SHEET_COLUMNS = [
	'name',
	'sku',
	'on_hand',
	'reserved',
	'available',
	'low_at',
	'backorders',
	'backorder_limit',
	'unit_cost',
	'price',
	'supplier',
	'bin',
	'status',
] as const;
export type SheetColumn = ( typeof SHEET_COLUMNS )[ number ];

export const HIDDEN_AT_FIRST: readonly SheetColumn[] = [ 'price' ];

/** What is typed and sent for each column that can be edited. */
const FIELD_OF = {
	on_hand: 'on_hand',
	low_at: 'low_stock_threshold',
	backorders: 'backorders',
	backorder_limit: 'backorder_limit',
	unit_cost: 'unit_cost',
	supplier: 'supplier',
	bin: 'bin',
} as const;
export type EditColumn = keyof typeof FIELD_OF;

export const fieldOf = ( column: EditColumn ): string => FIELD_OF[ column ];
export const columnOfField = ( field: string ): EditColumn | null =>
	EDIT_COLUMNS.find( ( column ) => FIELD_OF[ column ] === field ) ?? null;
export const EDIT_COLUMNS: readonly EditColumn[] = [
	'on_hand',
	'low_at',
	'backorders',
	'backorder_limit',
	'unit_cost',
	'supplier',
	'bin',
];
export const isEditColumn = ( column: string ): column is EditColumn =>
	column in FIELD_OF;

const NUMBERS: readonly string[] = [
	'on_hand',
	'reserved',
	'available',
	'low_at',
	'backorder_limit',
	'unit_cost',
	'price',
];
export const isNumber = ( column: SheetColumn ): boolean =>
	NUMBERS.includes( column );

const LONGEST: Partial< Record< EditColumn, number > > = {
	supplier: 100,
	bin: 64,
};

export const POLICIES = [ 'no', 'notify', 'yes' ] as const;
export type Policy = ( typeof POLICIES )[ number ];

/** A cell's value as it is compared and sent: a plain decimal, a word or a text; '' where there is none. */
export type Wire = string;

const wireOf = ( value: Quantity | null ): Wire =>
	value === null ? '' : toWire( toUnits( value ) );

/** What the item itself says; '' is nothing, or inherited. */
export function readCell( item: Item, column: EditColumn ): Wire {
	switch ( column ) {
		case 'on_hand':
			return wireOf( item.on_hand );
		case 'low_at':
			return wireOf( item.low_stock_threshold );
		case 'backorders':
			return item.own.backorders ?? '';
		case 'backorder_limit':
			return wireOf( item.own.backorder_limit );
		case 'unit_cost':
			return wireOf( item.unit_cost );
		default:
			return item[ column ];
	}
}

/** What counts for the item: its own, or inherited. */
export const countingCell = (
	item: Item,
	column: 'backorders' | 'backorder_limit'
): Wire =>
	column === 'backorders' ? item.backorders : wireOf( item.backorder_limit );

/** Whether people may change this cell; what follows a product needs the shop to be there. */
export function canEdit(
	item: Item,
	column: SheetColumn,
	hasShop: boolean
): column is EditColumn {
	if ( ! isEditColumn( column ) ) {
		return false;
	}
	if ( column === 'on_hand' ) {
		return canBeAdjusted( item );
	}
	if ( column === 'low_at' || column === 'backorders' ) {
		const bundle = item.kind === 'bundle' && column === 'backorders';
		return (
			item.tracked && ! bundle && ( item.product_id === null || hasShop )
		);
	}
	return column === 'backorder_limit'
		? item.tracked && item.kind !== 'bundle'
		: true;
}

export type CellProblem =
	ParseProblem | 'negative' | 'no-policy' | 'too-long' | 'read-only';

/** What was typed or pasted into a cell, as its value. The words for policies are the reader's own. */
export function parseCell(
	text: string,
	column: EditColumn,
	locale: string,
	policies: Record< Policy, string >
): { value: Wire } | { problem: CellProblem } {
	const typed = text.trim();
	if ( column === 'supplier' || column === 'bin' ) {
		const longest = LONGEST[ column ] ?? 0;
		return Array.from( typed ).length > longest
			? { problem: 'too-long' }
			: { value: typed.replace( /\s+/g, ' ' ) };
	}
	if ( typed === '' && column !== 'on_hand' ) {
		return { value: '' };
	}
	if ( column === 'backorders' ) {
		const word = typed.toLocaleLowerCase();
		const found = POLICIES.find(
			( policy ) =>
				policy === word ||
				policies[ policy ].toLocaleLowerCase() === word
		);
		return found ? { value: found } : { problem: 'no-policy' };
	}
	// A cost copied from a sheet may carry its currency.
	const plain =
		column === 'unit_cost' && /\p{Nd}/u.test( typed )
			? typed.replace( /^[^\d.,+-]+|[^\d.,]+$/gu, '' )
			: typed;
	const parsed = parseUnits( plain, locale );
	if ( 'problem' in parsed ) {
		return parsed;
	}
	return parsed.units < 0n
		? { problem: 'negative' }
		: { value: toWire( parsed.units ) };
}

/** As a person reads and copies it. */
export function showWire(
	value: Wire,
	column: EditColumn,
	locale: string,
	policies: Record< Policy, string >
): string {
	if ( column === 'backorders' ) {
		const known = POLICIES.find( ( policy ) => policy === value );
		return known ? policies[ known ] : value;
	}
	if ( column === 'supplier' || column === 'bin' || value === '' ) {
		return value;
	}
	return formatQuantity( value, locale );
}

/** For REST: what belongs to one field; an empty number is none, an empty policy is inherited. */
export function updateOf( column: EditColumn, value: Wire ): ItemUpdate {
	const number = value === '' ? null : value;
	switch ( column ) {
		case 'supplier':
			return { supplier: value };
		case 'bin':
			return { bin: value };
		case 'low_at':
			return { low_stock_threshold: number };
		case 'backorder_limit':
			return { backorder_limit: number };
		case 'unit_cost':
			return { unit_cost: number };
		case 'backorders': {
			const policy = POLICIES.find( ( known ) => known === value );
			return { backorders: policy ?? null };
		}
		default:
			return {};
	}
}
