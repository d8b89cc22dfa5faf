import { __ } from '@wordpress/i18n';
import { numberWord } from '../../shared/form/number-word';
import type { Name, SectionId } from '../logic/catalogue';
import type { DraftProblem } from '../logic/draft';
import type { Kind } from '../logic/recipients';

export function problemWord( problem: DraftProblem ): string {
	switch ( problem ) {
		case 'minutes':
			return __(
				'Type whole minutes, from 1 to 525600 (a year).',
				'woo-inventory-guard'
			);
		case 'digest':
			return __(
				'Type whole minutes, from 0 to 1440 (a day).',
				'woo-inventory-guard'
			);
		case 'keep':
			return __(
				'Type a whole number, from 1 to 100.',
				'woo-inventory-guard'
			);
		case 'email':
			return __(
				'Type an email address, or remove this recipient.',
				'woo-inventory-guard'
			);
		default:
			return numberWord( problem );
	}
}

export const kindWord = ( kind: Kind ): string =>
	( {
		low: __( 'Low stock', 'woo-inventory-guard' ),
		out: __( 'Out of stock', 'woo-inventory-guard' ),
		back: __( 'Back in stock', 'woo-inventory-guard' ),
		backorder: __( 'Sold on backorder', 'woo-inventory-guard' ),
		paid_short: __( 'Paid, but out of stock', 'woo-inventory-guard' ),
		paid_late: __(
			'Paid after its hold had run out',
			'woo-inventory-guard'
		),
		averted: __( 'Oversells averted', 'woo-inventory-guard' ),
		ledger: __( 'Stock records that do not agree', 'woo-inventory-guard' ),
		feed: __( 'Feeds that could not be read', 'woo-inventory-guard' ),
	} )[ kind ];

export const sectionWord = ( section: SectionId ): string =>
	( {
		orders: __( 'Orders', 'woo-inventory-guard' ),
		holds: __( 'Holds', 'woo-inventory-guard' ),
		shoppers: __( 'What shoppers read', 'woo-inventory-guard' ),
		records: __( 'Stock records', 'woo-inventory-guard' ),
		alerts: __( 'Alerts by email', 'woo-inventory-guard' ),
		backups: __( 'Backups of the ledger', 'woo-inventory-guard' ),
	} )[ section ];

export const labelOf = ( name: Name ): string =>
	( {
		stock_leaves: __( 'Reduce stock', 'woo-inventory-guard' ),
		when_short: __(
			'An order that is paid, but out of stock',
			'woo-inventory-guard'
		),
		expiry_cancels: __(
			'Cancel unpaid orders when their hold runs out',
			'woo-inventory-guard'
		),
		hold_minutes: __(
			'Minutes that units are held',
			'woo-inventory-guard'
		),
		method_holds: __(
			'Other minutes for some payment methods',
			'woo-inventory-guard'
		),
		show_numbers: __( 'How many are left', 'woo-inventory-guard' ),
		answer_early: __(
			'Keep cached product pages true at little cost',
			'woo-inventory-guard'
		),
		low_stock_threshold: __( 'Low at', 'woo-inventory-guard' ),
		fold_after: __(
			'Fold old movements into monthly sums',
			'woo-inventory-guard'
		),
		delete_data_on_uninstall: __(
			'Delete all stock records when the plugin is deleted',
			'woo-inventory-guard'
		),
		alert_digest_minutes: __(
			'Minutes to gather alerts into one email',
			'woo-inventory-guard'
		),
		alert_recipients: __( 'Who gets alerts', 'woo-inventory-guard' ),
		backup_every: __( 'Make a backup', 'woo-inventory-guard' ),
		backup_keep: __( 'Backups that are kept', 'woo-inventory-guard' ),
	} )[ name ];

/** A sentence on what it does. */
export const helpOf = ( name: Name ): string =>
	( {
		stock_leaves: __(
			'When the units of an order leave the shelf in the books.',
			'woo-inventory-guard'
		),
		when_short: __(
			'What happens when somebody pays after the hold ran out and the last unit is gone.',
			'woo-inventory-guard'
		),
		expiry_cancels: __(
			'Switched off, such an order stays, but its units may be sold to others.',
			'woo-inventory-guard'
		),
		hold_minutes: __(
			'For an order that waits for its payment.',
			'woo-inventory-guard'
		),
		method_holds: __(
			'A bank transfer needs days, a card minutes. Left empty, the number above counts.',
			'woo-inventory-guard'
		),
		show_numbers: __(
			'Whether shoppers are told the number of units on the product page.',
			'woo-inventory-guard'
		),
		answer_early: __(
			'A small file among the must-use plugins answers what is in stock before WordPress has loaded. Without it WordPress answers, which takes longer.',
			'woo-inventory-guard'
		),
		low_stock_threshold: __(
			'For items without a number of their own.',
			'woo-inventory-guard'
		),
		fold_after: __(
			'Keeps the ledger of a busy shop small. Sales and changes from outside become one line for each item, month and reason, with the balances kept right. Lost for good: who, which order, the day and the note, and restores to a time before it. What people typed, counted or imported stays line by line. This cannot be undone: download a backup of the ledger first.',
			'woo-inventory-guard'
		),
		delete_data_on_uninstall: __(
			'The ledger too. This cannot be undone.',
			'woo-inventory-guard'
		),
		alert_digest_minutes: __(
			'0 sends them as they come. A paid order that is out of stock is told at once.',
			'woo-inventory-guard'
		),
		alert_recipients: __(
			'With nobody here, alerts go to the address that WooCommerce has for stock emails. Once there is somebody, only these people get them.',
			'woo-inventory-guard'
		),
		backup_every: __(
			'All of the ledger as one file, read back when it is made. Download one now and then and keep it elsewhere.',
			'woo-inventory-guard'
		),
		backup_keep: __(
			'Of those that are made by themselves the newest are kept; what you made yourself stays until you delete it.',
			'woo-inventory-guard'
		),
	} )[ name ];
