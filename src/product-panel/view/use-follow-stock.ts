import { useEffect } from '@wordpress/element';
import type { Item } from '../../schema';
import { followStock, type FieldNames } from '../logic/fields';

const inputOf = ( name: string ): HTMLInputElement | null =>
	document.querySelector< HTMLInputElement >(
		`input[name="${ CSS.escape( name ) }"]`
	);

/** WooCommerce's quantity field shows the same number as the panel, also when that changes while the page is open. */
export function useFollowStock( item: Item | null, fields: FieldNames ) {
	const onHand = item?.tracked ? item.on_hand : null;
	useEffect( () => {
		const typed = inputOf( fields.stock );
		const original = inputOf( fields.original_stock );
		if ( onHand === null || ! typed || ! original ) {
			return;
		}
		const now = followStock(
			{ typed: typed.value, original: original.value },
			onHand
		);
		if ( now !== null ) {
			typed.value = now;
			original.value = now;
		}
	}, [ onHand, fields ] );
}
