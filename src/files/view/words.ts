import { __, sprintf } from '@wordpress/i18n';
import type { ExportItemsQuery, Import, ImportLine } from '../../schema';
import { number } from '../../shared/format/words';
import { FIELDS, type Field } from '../logic/fields';
import type { Own } from '../logic/guess';

export function fieldWord( field: Field ): string {
	switch ( field ) {
		case 'item_id':
			return __( 'Number of the item', 'woo-inventory-guard' );
		case 'sku':
			return __( 'SKU', 'woo-inventory-guard' );
		case 'barcode':
			return __( 'Barcode', 'woo-inventory-guard' );
		case 'product_id':
			return __( 'Number of the product', 'woo-inventory-guard' );
		case 'name':
			return __( 'Name', 'woo-inventory-guard' );
		case 'kind':
			return __( 'Kind', 'woo-inventory-guard' );
		case 'category':
			return __( 'Category', 'woo-inventory-guard' );
		case 'on_hand':
			return __( 'Quantity', 'woo-inventory-guard' );
		case 'delta':
			return __( 'Difference', 'woo-inventory-guard' );
		case 'counted':
			return __( 'Counted', 'woo-inventory-guard' );
		case 'counted_at':
			return __( 'Counted at', 'woo-inventory-guard' );
		case 'low_stock_threshold':
			return __( 'Low at', 'woo-inventory-guard' );
		case 'backorders':
			return __( 'Backorders', 'woo-inventory-guard' );
		case 'backorder_limit':
			return __( 'Backorder limit', 'woo-inventory-guard' );
		case 'backorder_text':
			return __( 'Backorder text', 'woo-inventory-guard' );
		case 'safety_stock':
			return __( 'Safety stock', 'woo-inventory-guard' );
		case 'unit_cost':
			return __( 'Unit cost', 'woo-inventory-guard' );
		case 'supplier':
			return __( 'Supplier', 'woo-inventory-guard' );
		case 'bin':
			return __( 'Bin', 'woo-inventory-guard' );
		case 'lead_time_days':
			return __( 'Lead time in days', 'woo-inventory-guard' );
		case 'components':
			return __( 'Components', 'woo-inventory-guard' );
		default:
			return __( 'Leave out', 'woo-inventory-guard' );
	}
}

/** A field that the server names; one that is new to this screen is called as it is. */
export const anyFieldWord = ( name: string ): string => {
	const known = FIELDS.find( ( [ field ] ) => field === name );
	return known ? fieldWord( known[ 0 ] ) : name;
};

/** Our own columns, by what they are called in a file that was exported here. */
export const ownHeadings = (): Own =>
	Object.fromEntries(
		FIELDS.map( ( [ field ] ) => [ fieldWord( field ), field ] )
	);

export function stateWord( state: Import[ 'state' ] ): string {
	switch ( state ) {
		case 'receiving':
			return __( 'Not all of it is uploaded', 'woo-inventory-guard' );
		case 'checking':
			return __( 'Being checked', 'woo-inventory-guard' );
		case 'checked':
			return __( 'Checked, not applied', 'woo-inventory-guard' );
		case 'applying':
			return __( 'Being applied', 'woo-inventory-guard' );
		case 'applied':
			return __( 'Applied', 'woo-inventory-guard' );
		case 'undoing':
			return __( 'Being undone', 'woo-inventory-guard' );
		case 'undone':
			return __( 'Undone', 'woo-inventory-guard' );
		case 'cancelled':
			return __( 'Cancelled', 'woo-inventory-guard' );
	}
}

export function lineStateWord( state: ImportLine[ 'state' ] ): string {
	switch ( state ) {
		case 'new':
			return __( 'Not checked yet', 'woo-inventory-guard' );
		case 'problem':
			return __( 'Has a problem', 'woo-inventory-guard' );
		case 'change':
			return __( 'Changes', 'woo-inventory-guard' );
		case 'create':
			return __( 'New item', 'woo-inventory-guard' );
		case 'same':
			return __( 'Nothing changes', 'woo-inventory-guard' );
		case 'applied':
			return __( 'Done', 'woo-inventory-guard' );
		case 'conflict':
			return __( 'Left out: changed meanwhile', 'woo-inventory-guard' );
		case 'undone':
			return __( 'Undone', 'woo-inventory-guard' );
	}
}

export const progressWord = ( done: number, total: number ): string =>
	sprintf(
		/* translators: 1: how many are done, 2: how many there are. */
		__( '%1$s of %2$s', 'woo-inventory-guard' ),
		number( done ),
		number( total )
	);

export function shownWord(
	field: 'reserved' | 'available' | 'status'
): string {
	switch ( field ) {
		case 'reserved':
			return __( 'Reserved', 'woo-inventory-guard' );
		case 'available':
			return __( 'Available', 'woo-inventory-guard' );
		case 'status':
			return __( 'Status', 'woo-inventory-guard' );
	}
}

export function statusWord(
	status: NonNullable< ExportItemsQuery[ 'status' ] >
): string {
	switch ( status ) {
		case 'low':
			return __( 'Low', 'woo-inventory-guard' );
		case 'out':
			return __( 'Out of stock', 'woo-inventory-guard' );
		case 'backorder':
			return __( 'On backorder', 'woo-inventory-guard' );
		case 'ok':
			return __( 'In stock', 'woo-inventory-guard' );
		case 'untracked':
			return __( 'Not tracked', 'woo-inventory-guard' );
	}
}

export function kindWord(
	kind: NonNullable< ExportItemsQuery[ 'kind' ] >
): string {
	switch ( kind ) {
		case 'simple':
			return __( 'Simple product', 'woo-inventory-guard' );
		case 'variation':
			return __( 'Variation', 'woo-inventory-guard' );
		case 'variable':
			return __( 'With variations', 'woo-inventory-guard' );
		case 'part':
			return __( 'Part', 'woo-inventory-guard' );
		case 'bundle':
			return __( 'Bundle', 'woo-inventory-guard' );
	}
}
