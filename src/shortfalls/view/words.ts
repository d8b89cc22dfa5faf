import { __, sprintf } from '@wordpress/i18n';
import type { Shortfall } from '../../schema';
import type { IconName } from '../../shared/ui/icons';
import type { Decision } from '../logic/outcome';
import type { ListState } from '../logic/view';

export const stateWord = ( state: ListState ): string =>
	( {
		open: __( 'To decide', 'woo-inventory-guard' ),
		ready: __( 'Could be had now', 'woo-inventory-guard' ),
		closed: __( 'Settled', 'woo-inventory-guard' ),
	} )[ state ];

export const nothingWords = ( state: ListState ): string =>
	( {
		open: __( 'Nothing is short.', 'woo-inventory-guard' ),
		ready: __(
			'Nothing that is short could be had now.',
			'woo-inventory-guard'
		),
		closed: __( 'Nothing has been settled yet.', 'woo-inventory-guard' ),
	} )[ state ];

/** What the button says. */
export const actWord = ( decision: Decision ): string =>
	( {
		taken: __( 'Take now', 'woo-inventory-guard' ),
		substitute: __( 'Something else', 'woo-inventory-guard' ),
		refund: __( 'Money back', 'woo-inventory-guard' ),
		wait: __( 'Let the customer wait', 'woo-inventory-guard' ),
	} )[ decision ];

/** What the button does, for who does not see the row around it. */
export const actWish = ( decision: Decision, row: Shortfall ): string =>
	sprintf(
		/* translators: 1: what a button does, such as Money back, 2: name of an item, 3: an order, such as Order #1042. */
		__( '%1$s: %2$s, %3$s', 'woo-inventory-guard' ),
		actWord( decision ),
		row.item_name,
		row.order_label
	);

/** What was done, once it is. */
export function doneWords( decision: Decision, row: Shortfall ): string {
	const words = {
		/* translators: 1: an order, such as Order #1042, 2: name of an item. */
		taken: __( '%1$s: %2$s was taken', 'woo-inventory-guard' ),
		/* translators: 1: an order, such as Order #1042, 2: name of an item. */
		substitute: __(
			'%1$s: something else instead of %2$s',
			'woo-inventory-guard'
		),
		/* translators: 1: an order, such as Order #1042, 2: name of an item. */
		refund: __( '%1$s: money back for %2$s', 'woo-inventory-guard' ),
		/* translators: 1: an order, such as Order #1042, 2: name of an item. */
		wait: __( '%1$s: the customer waits for %2$s', 'woo-inventory-guard' ),
	}[ decision ];
	return sprintf( words, row.order_label, row.item_name );
}

export const outcomeWord = ( row: Shortfall ): string => {
	if ( row.open ) {
		return row.owed
			? __( 'Owed to the customer', 'woo-inventory-guard' )
			: __( 'The customer waits', 'woo-inventory-guard' );
	}
	return {
		taken: __( 'Taken', 'woo-inventory-guard' ),
		substitute: __( 'Something else', 'woo-inventory-guard' ),
		refund: __( 'Money back', 'woo-inventory-guard' ),
		// Closed without a decision: the order ended.
		wait: __( 'No longer wanted', 'woo-inventory-guard' ),
	}[ row.outcome ];
};

export const outcomeIcon = ( row: Shortfall ): IconName => {
	if ( row.open ) {
		return row.owed ? 'dash' : 'clock';
	}
	return 'check';
};
