import { __, _n, sprintf } from '@wordpress/i18n';
import { number } from '../../shared/format/words';
import { MOST, type PlanField, type Share } from '../logic/plan';

export const shareWord = ( share: Share ): string =>
	( {
		none: __(
			'Not at all: everybody counts any of them',
			'woo-inventory-guard'
		),
		even: __( 'Evenly, in the order of their bins', 'woo-inventory-guard' ),
		bin: __( 'Each bin to one person', 'woo-inventory-guard' ),
	} )[ share ];

export const wholeWord = ( field: PlanField ): string =>
	sprintf(
		/* translators: %s: the largest number. */
		__(
			'Type a whole number from 1 to %s, or leave it empty.',
			'woo-inventory-guard'
		),
		number( MOST[ field ] )
	);

export const noName = (): string =>
	__( 'Give it a name, such as “Shelf B, December”.', 'woo-inventory-guard' );

/** How many items it would have. */
export const appliesWord = ( items: number ): string =>
	sprintf(
		/* translators: %s: a number of items. */
		_n(
			'Applies to %s item',
			'Applies to %s items',
			items,
			'woo-inventory-guard'
		),
		number( items )
	);
