import { __, _x, sprintf } from '@wordpress/i18n';
import type { Item } from '../../schema';
import type { Column } from '../logic/layout';
import type { DraftProblem } from '../logic/adjustment';
import type { Filter, SortBy } from '../logic/view-state';
import { numberWord } from '../../shared/form/number-word';
import { money } from '../../shared/format/words';
import type { IconName } from '../../shared/ui/icons';

// Functions, not tables: translations may arrive after this module was read.

export const statusWord = ( status: Item[ 'status' ] ): string =>
	( {
		ok: __( 'In stock', 'woo-inventory-guard' ),
		low: _x( 'Low', 'stock status', 'woo-inventory-guard' ),
		out: _x( 'Out', 'stock status', 'woo-inventory-guard' ),
		backorder: __( 'On backorder', 'woo-inventory-guard' ),
		untracked: __( 'Not tracked', 'woo-inventory-guard' ),
	} )[ status ];

export const STATUS_ICON: Record< Item[ 'status' ], IconName > = {
	ok: 'check',
	low: 'low',
	out: 'out',
	backorder: 'clock',
	untracked: 'dash',
};

export const filterWord = ( filter: Filter ): string =>
	filter === 'all'
		? _x( 'All', 'items', 'woo-inventory-guard' )
		: statusWord( filter );

/** What kind an item is, where that is not plain from its name. */
export const kindWord = ( kind: Item[ 'kind' ] ): string | null =>
	( {
		simple: null,
		variable: __( 'With variations', 'woo-inventory-guard' ),
		variation: __( 'Variation', 'woo-inventory-guard' ),
		part: __( 'Part', 'woo-inventory-guard' ),
		bundle: __( 'Bundle', 'woo-inventory-guard' ),
	} )[ kind ];

export const columnWord = ( column: Column ): string =>
	( {
		name: __( 'Item', 'woo-inventory-guard' ),
		on_hand: __( 'On hand', 'woo-inventory-guard' ),
		reserved: __( 'Reserved', 'woo-inventory-guard' ),
		available: __( 'Available', 'woo-inventory-guard' ),
		incoming: __( 'On the way', 'woo-inventory-guard' ),
		low_at: __( 'Low at', 'woo-inventory-guard' ),
		status: __( 'Status', 'woo-inventory-guard' ),
	} )[ column ];

export const sortWord = ( sort: SortBy ): string =>
	( {
		name: __( 'Name', 'woo-inventory-guard' ),
		sku: __( 'SKU', 'woo-inventory-guard' ),
		on_hand: __( 'On hand', 'woo-inventory-guard' ),
		reserved: __( 'Reserved', 'woo-inventory-guard' ),
		available: __( 'Available', 'woo-inventory-guard' ),
		status: __( 'Status', 'woo-inventory-guard' ),
		updated: __( 'Last change', 'woo-inventory-guard' ),
	} )[ sort ];

/** Reasons that a person can give. The server takes any slug; these are the ones that a shop knows. */
export const REASONS: readonly string[] = [
	'received',
	'returned',
	'found',
	'damaged',
	'lost',
	'internal_use',
	'correction',
	'counted',
];

const reasonWords = (): Record< string, string > => ( {
	adjustment: __( 'Adjustment', 'woo-inventory-guard' ),
	received: __( 'Received', 'woo-inventory-guard' ),
	returned: __( 'Returned', 'woo-inventory-guard' ),
	found: __( 'Found', 'woo-inventory-guard' ),
	damaged: __( 'Damaged', 'woo-inventory-guard' ),
	lost: __( 'Lost', 'woo-inventory-guard' ),
	internal_use: __( 'Used by the shop itself', 'woo-inventory-guard' ),
	correction: __( 'Correction', 'woo-inventory-guard' ),
	counted: __( 'Counted', 'woo-inventory-guard' ),
	// Written by the shop itself.
	opening: __( 'First count', 'woo-inventory-guard' ),
	sold: __( 'Sold', 'woo-inventory-guard' ),
	external: __( 'Changed outside the inventory', 'woo-inventory-guard' ),
	restocked: __( 'Put back after a refund', 'woo-inventory-guard' ),
	refund: __( 'Put back after a refund', 'woo-inventory-guard' ),
	cancelled: __( 'Put back after a cancelled order', 'woo-inventory-guard' ),
	repair: __( 'Repaired by the inventory check', 'woo-inventory-guard' ),
	reversal: __( 'Taken back', 'woo-inventory-guard' ),
	transfer: __( 'Moved', 'woo-inventory-guard' ),
} );

/** A slug of another plugin's is shown as words of its own. */
export function reasonWord( slug: string ): string {
	const own = slug.replace( /[_-]+/g, ' ' ).trim();
	return (
		reasonWords()[ slug ] ?? own.charAt( 0 ).toUpperCase() + own.slice( 1 )
	);
}

/** What was paid for units that came. */
export const eachWord = ( cost: string | number ): string =>
	sprintf(
		/* translators: %s: an amount of money. */
		__( '%s each', 'woo-inventory-guard' ),
		money( cost )
	);

export const draftProblemWord = ( problem: DraftProblem ): string =>
	problem === 'no-change'
		? __( 'This would change nothing.', 'woo-inventory-guard' )
		: numberWord( problem );
