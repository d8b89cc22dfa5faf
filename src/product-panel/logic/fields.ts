import { toUnits, toWire } from '../../shared/format/quantity';
import type { Quantity } from '../../schema';

/** Names of WooCommerce's own fields beside a panel; see includes/Shop/Product/ProductPanel.php. */
export interface FieldNames {
	stock: string;
	original_stock: string;
	backorders: string;
	low_stock_amount: string;
}

const NAMES = [
	'stock',
	'original_stock',
	'backorders',
	'low_stock_amount',
] as const;

/** As the server wrote them; anything else gives names that no field has. */
export function readFields( json: string | undefined ): FieldNames {
	const fields = {
		stock: '',
		original_stock: '',
		backorders: '',
		low_stock_amount: '',
	};
	try {
		const read: unknown = JSON.parse( json ?? '' );
		if ( typeof read === 'object' && read !== null ) {
			const told = new Map( Object.entries( read ) );
			for ( const name of NAMES ) {
				fields[ name ] = String( told.get( name ) ?? '' );
			}
		}
	} catch {
		// Nothing to lead to then; the panel itself works.
	}
	return fields;
}

/**
 * What WooCommerce's quantity field has to show now. NULL leaves it alone: what a person has typed there is theirs, and
 * stays to be compared with the number that they saw when they typed it.
 */
export function followStock(
	field: { typed: string; original: string },
	onHand: Quantity
): string | null {
	const typed = field.typed.trim();
	if ( typed === '' || ! same( typed, field.original ) ) {
		return null;
	}
	const now = toWire( toUnits( onHand ) );
	return same( typed, now ) ? null : now;
}

const same = ( one: string, other: string ): boolean =>
	toUnits( one.trim() ) === toUnits( other.trim() );
