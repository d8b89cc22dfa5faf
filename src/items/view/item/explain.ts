import { __, _n, _x, sprintf } from '@wordpress/i18n';
import type { Item, RuleOrigin } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { formatQuantity, toUnits } from '../../../shared/format/quantity';

const show = ( value: number | string ) =>
	formatQuantity( value, boot().locale );

/** Why `available` is what it is, as one sentence. */
export function explainAvailable( item: Item ): string {
	if ( item.kind === 'bundle' ) {
		return __(
			'A bundle can be sold as often as its components allow.',
			'woo-inventory-guard'
		);
	}
	const sum = sprintf(
		/* translators: 1: available units, 2: units on hand, 3: reserved units. */
		__(
			'%1$s available = %2$s on hand less %3$s reserved.',
			'woo-inventory-guard'
		),
		show( item.available ),
		show( item.on_hand ),
		show( item.reserved )
	);
	return `${ sum } ${ backorders( item ) }`.trim();
}

function backorders( item: Item ): string {
	if ( item.backorders === 'no' ) {
		return '';
	}
	return item.backorder_limit === null
		? __( 'It may also be sold on backorder.', 'woo-inventory-guard' )
		: sprintf(
				/* translators: %s: most units that may be sold on backorder. */
				__(
					'Up to %s more may be sold on backorder.',
					'woo-inventory-guard'
				),
				show( item.backorder_limit )
			);
}

export function explainReserved( item: Item ): string {
	const orders = item.reservations?.length ?? 0;
	if ( toUnits( item.reserved ) === 0n ) {
		return __( 'Nothing is promised to an order.', 'woo-inventory-guard' );
	}
	return orders === 0
		? __(
				'Promised to orders that have not gone out yet.',
				'woo-inventory-guard'
			)
		: sprintf(
				/* translators: %s: number of orders. */
				_n(
					'Promised to %s order that has not gone out yet.',
					'Promised to %s orders that have not gone out yet.',
					orders,
					'woo-inventory-guard'
				),
				show( orders )
			);
}

export const explainIncoming = ( item: Item ): string =>
	toUnits( item.incoming ) === 0n
		? __( 'Nothing is on the way.', 'woo-inventory-guard' )
		: __(
				'Ordered or sent here, and not counted in yet.',
				'woo-inventory-guard'
			);

export const explainLowAt = ( item: Item ): string =>
	explainOrigin( item.from.low_stock_threshold );

/** From whom a value comes. */
export function explainOrigin( origin: RuleOrigin ): string {
	switch ( origin.level ) {
		case 'product':
			return origin.name
				? sprintf(
						/* translators: %s: name of a product. */
						__( 'From the product %s.', 'woo-inventory-guard' ),
						origin.name
					)
				: __( 'From its product.', 'woo-inventory-guard' );
		case 'category':
			return sprintf(
				/* translators: %s: name of a category. */
				__( 'From the category %s.', 'woo-inventory-guard' ),
				origin.name
			);
		case 'shop':
			return __( 'The default of the shop.', 'woo-inventory-guard' );
		default:
			return __( 'Set for this item.', 'woo-inventory-guard' );
	}
}

/** Beside an inherited value: who says it, in one letter; nothing for the shop. */
export const originMark = ( { level }: RuleOrigin ): string =>
	( {
		item: '',
		variation: '',
		product: _x(
			'p',
			'beside a value that comes from the product',
			'woo-inventory-guard'
		),
		category: _x(
			'c',
			'beside a value that comes from the category',
			'woo-inventory-guard'
		),
		shop: '',
	} )[ level ];

export const isInherited = ( { level }: RuleOrigin ): boolean =>
	level !== 'item' && level !== 'variation';
