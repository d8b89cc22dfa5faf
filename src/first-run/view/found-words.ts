import { __, _n, sprintf } from '@wordpress/i18n';
import type { FirstRun } from '../../schema';
import { formatQuantity } from '../../shared/format/quantity';

/** What was found, a sentence a thing. */
export function foundWords( found: FirstRun, locale: string ): string[] {
	const number = ( value: number ) => formatQuantity( value, locale );
	const words: string[] = [
		sprintf(
			/* translators: %s: a number of items. */
			_n(
				'%s item whose stock is counted.',
				'%s items whose stock is counted.',
				found.counted,
				'woo-inventory-guard'
			),
			number( found.counted )
		),
	];
	if ( found.held_orders > 0 ) {
		words.push(
			sprintf(
				/* translators: 1: a number of orders, 2: a number of units. */
				_n(
					'%1$s open order that holds units (%2$s in all).',
					'%1$s open orders that hold units (%2$s in all).',
					found.held_orders,
					'woo-inventory-guard'
				),
				number( found.held_orders ),
				formatQuantity( found.held_units, locale )
			)
		);
	}
	if ( found.page_caches.length > 0 ) {
		words.push(
			sprintf(
				/* translators: %s: names of page caches. */
				__(
					'A page cache (%s): it is told when a product runs out, and cached pages show the present stock.',
					'woo-inventory-guard'
				),
				found.page_caches.join( ', ' )
			)
		);
	}
	if ( found.object_cache ) {
		words.push(
			__(
				'An object cache: nothing that decides about stock is read from it.',
				'woo-inventory-guard'
			)
		);
	}
	if ( ! found.woocommerce ) {
		words.push(
			__(
				'No WooCommerce: the guard keeps parts and bundles of parts. Switch WooCommerce on and its products come in by themselves.',
				'woo-inventory-guard'
			)
		);
	}
	return words;
}
