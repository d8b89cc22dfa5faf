import { __, _n, sprintf } from '@wordpress/i18n';
import { number } from '../../../shared/format/words';
import type { IconName } from '../../../shared/ui/icons';
import type { Reason } from '../logic/decide';
import type { Act, Standing } from '../logic/line';
import type { Move, State } from '../logic/state';
import type { Show, Sort } from '../logic/view';

export const moveWord = ( move: Move, from: State ): string => {
	switch ( move ) {
		case 'counting':
			return from === 'open'
				? __( 'Start counting', 'woo-inventory-guard' )
				: __( 'Back to counting', 'woo-inventory-guard' );
		case 'review':
			return __( 'End counting and review', 'woo-inventory-guard' );
		case 'cancelled':
			return __( 'Give it up', 'woo-inventory-guard' );
	}
};

export const showWord = ( show: Show ): string =>
	( {
		differences: __( 'Differences', 'woo-inventory-guard' ),
		undecided: __( 'Undecided', 'woo-inventory-guard' ),
		large: __( 'Large', 'woo-inventory-guard' ),
		second: __( 'Second person', 'woo-inventory-guard' ),
		recount: __( 'Recount', 'woo-inventory-guard' ),
		uncounted: __( 'Not counted', 'woo-inventory-guard' ),
		flagged: __( 'To look at', 'woo-inventory-guard' ),
		several: __( 'Several counters', 'woo-inventory-guard' ),
		accepted: __( 'Accepted', 'woo-inventory-guard' ),
		left: __( 'Left', 'woo-inventory-guard' ),
		right: __( 'Right', 'woo-inventory-guard' ),
		all: __( 'All', 'woo-inventory-guard' ),
	} )[ show ];

/** Said where a view has no lines. */
export const nothingWord = ( show: Show ): string => {
	switch ( show ) {
		case 'differences':
			return __(
				'Nothing counted so far differs from the books.',
				'woo-inventory-guard'
			);
		case 'undecided':
			return __(
				'Every difference has been decided on.',
				'woo-inventory-guard'
			);
		case 'uncounted':
			return __( 'Everything has been counted.', 'woo-inventory-guard' );
		case 'second':
			return __(
				'Nothing waits for a second person.',
				'woo-inventory-guard'
			);
		default:
			return __( 'There are no such lines.', 'woo-inventory-guard' );
	}
};

export const sortWord = ( sort: Sort ): string =>
	( {
		value: __( 'Largest by value', 'woo-inventory-guard' ),
		share: __( 'Largest by share', 'woo-inventory-guard' ),
		variance: __( 'Largest by units', 'woo-inventory-guard' ),
		bin: __( 'By bin', 'woo-inventory-guard' ),
		name: __( 'By name', 'woo-inventory-guard' ),
	} )[ sort ];

export const reasonWord = ( reason: Reason ): string =>
	( {
		unknown: __( 'Not known', 'woo-inventory-guard' ),
		damaged: __( 'Damaged', 'woo-inventory-guard' ),
		lost: __( 'Lost', 'woo-inventory-guard' ),
		theft: __( 'Theft', 'woo-inventory-guard' ),
		expired: __( 'Expired', 'woo-inventory-guard' ),
		miscounted: __( 'Counted wrongly before', 'woo-inventory-guard' ),
		booked_wrong: __( 'Booked wrongly', 'woo-inventory-guard' ),
		given_away: __( 'Given away', 'woo-inventory-guard' ),
		other: __( 'Other', 'woo-inventory-guard' ),
	} )[ reason ];

export const actWord = ( act: Act ): string =>
	( {
		accept: __( 'Accept', 'woo-inventory-guard' ),
		leave: __( 'Leave', 'woo-inventory-guard' ),
		approve: __( 'Agree', 'woo-inventory-guard' ),
		recount: __( 'Recount', 'woo-inventory-guard' ),
		zero: __( 'Set to zero', 'woo-inventory-guard' ),
		none: __( 'Take back', 'woo-inventory-guard' ),
	} )[ act ];

/** The same button for one line among many: said with its name. */
export const actOnWord = ( act: Act, name: string ): string =>
	sprintf(
		/* translators: 1: what is done, such as Accept, 2: name of an item. */
		__( '%1$s: %2$s', 'woo-inventory-guard' ),
		actWord( act ),
		name
	);

export const doneWord = ( act: Act, lines: number ): string =>
	sprintf(
		/* translators: 1: what was done, such as Accept, 2: number of lines in words. */
		__( '%1$s: %2$s', 'woo-inventory-guard' ),
		actWord( act ),
		lineCount( lines )
	);

export const lineCount = ( lines: number ): string =>
	sprintf(
		/* translators: %s: a number of lines. */
		_n( '%s line', '%s lines', lines, 'woo-inventory-guard' ),
		number( lines )
	);

export const standingWord = ( standing: Standing ): string =>
	( {
		recount: __( 'Being counted again', 'woo-inventory-guard' ),
		uncounted: __( 'Not counted', 'woo-inventory-guard' ),
		right: __( 'Right', 'woo-inventory-guard' ),
		undecided: __( 'Undecided', 'woo-inventory-guard' ),
		left: __( 'Left', 'woo-inventory-guard' ),
		second: __( 'Waits for a second person', 'woo-inventory-guard' ),
		accepted: __( 'Accepted', 'woo-inventory-guard' ),
		applied: __( 'Applied', 'woo-inventory-guard' ),
	} )[ standing ];

export const standingIcon = ( standing: Standing ): [ IconName, string ] => {
	switch ( standing ) {
		case 'right':
		case 'accepted':
		case 'applied':
			return [ 'check', 'is-ok' ];
		case 'recount':
		case 'second':
			return [ 'clock', 'is-backorder' ];
		case 'undecided':
			return [ 'low', 'is-low' ];
		default:
			return [ 'dash', 'is-untracked' ];
	}
};
