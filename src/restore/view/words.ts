import { __, _n, sprintf } from '@wordpress/i18n';
import type { Restore } from '../../schema';
import { boot } from '../../shared/app/boot';
import { formatQuantity } from '../../shared/format/quantity';
import { momentWord, number } from '../../shared/format/words';
import type { What, WishField, WishProblems } from '../logic/wish';

export const whatWord = ( what: What ): string =>
	( {
		all: __( 'Everything', 'woo-inventory-guard' ),
		search: __( 'What a search finds', 'woo-inventory-guard' ),
		category: __( 'Categories', 'woo-inventory-guard' ),
		picked: __( 'Only these items', 'woo-inventory-guard' ),
	} )[ what ];

const missingWord = ( field: WishField ): string =>
	( {
		moment: __( 'Choose a day and a time.', 'woo-inventory-guard' ),
		words: __(
			'Type a part of a name, a SKU or a barcode.',
			'woo-inventory-guard'
		),
		categories: __( 'Choose a category.', 'woo-inventory-guard' ),
		items: __( 'Choose an item.', 'woo-inventory-guard' ),
	} )[ field ];

export function problemWord(
	problems: WishProblems,
	field: WishField
): string | undefined {
	switch ( problems[ field ] ) {
		case 'missing':
			return missingWord( field );
		case 'future':
			return __(
				'This time is still to come. Choose one that has passed.',
				'woo-inventory-guard'
			);
		default:
			return undefined;
	}
}

/** Which items are meant, in short. */
export function scopeWord( { filter, event }: Restore ): string {
	if ( event ) {
		return sprintf(
			/* translators: %s: day and time. */
			__( 'Many items that were cut on %s', 'woo-inventory-guard' ),
			momentWord( event.last_at )
		);
	}
	if ( filter.picked > 0 ) {
		return sprintf(
			/* translators: %s: a number of items. */
			_n(
				'%s item that was picked',
				'%s items that were picked',
				filter.picked,
				'woo-inventory-guard'
			),
			number( filter.picked )
		);
	}
	if ( filter.search ) {
		return sprintf(
			/* translators: %s: words that were searched for. */
			__( 'What a search for “%s” finds', 'woo-inventory-guard' ),
			filter.search
		);
	}
	return filter.categories.length
		? sprintf(
				/* translators: %s: a number of categories. */
				_n(
					'%s category',
					'%s categories',
					filter.categories.length,
					'woo-inventory-guard'
				),
				number( filter.categories.length )
			)
		: whatWord( 'all' );
}

/** To when, and which items: what a restore is called. */
export const titleOf = ( restore: Restore ): string =>
	restore.event
		? scopeWord( restore )
		: sprintf(
				/* translators: 1: which items, such as Everything, 2: day and time. */
				__( '%1$s, as on %2$s', 'woo-inventory-guard' ),
				scopeWord( restore ),
				momentWord( restore.moment )
			);

/** "23 items change: +41 and −3 units." */
export const sumsWord = ( restore: Restore ): string =>
	sprintf(
		/* translators: 1: a number of items, 2: units that are added, 3: units that are taken away. */
		_n(
			'%1$s item changes: +%2$s and −%3$s units.',
			'%1$s items change: +%2$s and −%3$s units.',
			restore.changing,
			'woo-inventory-guard'
		),
		number( restore.changing ),
		formatQuantity( restore.units_in, boot().locale ),
		formatQuantity( restore.units_out, boot().locale )
	);

export const unknownWord = ( count: number ): string =>
	sprintf(
		/* translators: %s: a number of items. */
		_n(
			'%s item had no history yet at that time; it is left as it is.',
			'%s items had no history yet at that time; they are left as they are.',
			count,
			'woo-inventory-guard'
		),
		number( count )
	);

/** What happens to what moved since then. */
export function keptWord( restore: Restore ): string {
	if ( restore.event ) {
		return __(
			'Each item gets back what was taken from it then. What was sold or delivered since stays; what somebody has changed since is left alone.',
			'woo-inventory-guard'
		);
	}
	return restore.keep_sales
		? __(
				'What was sold, sent back, delivered or lost since then stays: on hand is what was there, less what truly left.',
				'woo-inventory-guard'
			)
		: __(
				'On hand becomes exactly what it was then, as if nothing had been sold since. Only what moves after this preview stays.',
				'woo-inventory-guard'
			);
}

/** How far it is, in a word. */
export function stateWord( { state, reversal }: Restore ): string {
	if ( reversal ) {
		return reversal.finished_at === null
			? __( 'Being undone', 'woo-inventory-guard' )
			: __( 'Undone', 'woo-inventory-guard' );
	}
	return {
		looking: __( 'Being looked at', 'woo-inventory-guard' ),
		ready: __( 'Nothing is changed yet', 'woo-inventory-guard' ),
		running: __( 'Being restored', 'woo-inventory-guard' ),
		done: __( 'Restored', 'woo-inventory-guard' ),
	}[ state ];
}
