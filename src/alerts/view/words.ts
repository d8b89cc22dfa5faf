import { __ } from '@wordpress/i18n';
import type { IconName } from '../../shared/ui/icons';
import type { Target } from '../logic/target';
import type { Kind, Show } from '../logic/view';

export const showWord = ( show: Show ): string =>
	( {
		open: __( 'Needs you', 'woo-inventory-guard' ),
		all: __( 'All alerts', 'woo-inventory-guard' ),
		webhooks: __( 'Webhooks', 'woo-inventory-guard' ),
	} )[ show ];

export const kindWord = ( kind: Kind ): string =>
	( {
		low: __( 'Low in stock', 'woo-inventory-guard' ),
		out: __( 'Out of stock', 'woo-inventory-guard' ),
		back: __( 'Back in stock', 'woo-inventory-guard' ),
		backorder: __( 'Backorders placed', 'woo-inventory-guard' ),
		paid_late: __( 'Paid late', 'woo-inventory-guard' ),
		paid_short: __( 'Paid, but out of stock', 'woo-inventory-guard' ),
		averted: __( 'Oversells averted', 'woo-inventory-guard' ),
		ledger: __( 'Stock records', 'woo-inventory-guard' ),
		feed: __( 'Feeds', 'woo-inventory-guard' ),
	} )[ kind ];

export const KIND_ICON: Record< Kind, IconName > = {
	low: 'low',
	out: 'out',
	back: 'check',
	backorder: 'clock',
	paid_late: 'clock',
	paid_short: 'out',
	averted: 'check',
	ledger: 'low',
	feed: 'low',
};

/** Colours of the stock list: the same meaning, the same colour. */
export const KIND_TONE: Record< Kind, string > = {
	low: 'is-low',
	out: 'is-out',
	back: 'is-ok',
	backorder: 'is-backorder',
	paid_late: 'is-backorder',
	paid_short: 'is-out',
	averted: 'is-ok',
	ledger: 'is-low',
	feed: 'is-low',
};

/** What waits behind the link. */
export function targetWord( target: Target ): string {
	if ( target.to === 'shortfalls' ) {
		return __( 'Decide', 'woo-inventory-guard' );
	}
	if ( target.to === 'item' ) {
		return __( 'Open item', 'woo-inventory-guard' );
	}
	return target.isOrder
		? __( 'Open order', 'woo-inventory-guard' )
		: __( 'Open Site Health', 'woo-inventory-guard' );
}

/** Where an order for too much was asked for. */
export const doorWord = ( door: string ): string =>
	( {
		block: __( 'Checkout', 'woo-inventory-guard' ),
		classic: __( 'Classic checkout', 'woo-inventory-guard' ),
		pay_for_order: __( 'Payment of an order', 'woo-inventory-guard' ),
		rest: __( 'Sales channels (REST)', 'woo-inventory-guard' ),
		admin: __( 'Orders made in the shop', 'woo-inventory-guard' ),
		code: __( 'Other plugins', 'woo-inventory-guard' ),
	} )[ door ] ?? door;
