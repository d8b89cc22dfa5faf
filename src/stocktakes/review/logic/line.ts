import type { StocktakeLine } from '../../../schema';
import { toUnits } from '../../../shared/format/quantity';

/** A line with the id by which lists know their rows. */
export type Row = StocktakeLine & { id: number };

export const asRow = ( line: StocktakeLine ): Row => ( {
	...line,
	id: line.item_id,
} );

/** What can be done to a line in review; in the order in which the buttons stand. */
export const ACTS = [
	'accept',
	'approve',
	'leave',
	'recount',
	'zero',
	'none',
] as const;
export type Act = ( typeof ACTS )[ number ];

/** How a line stands: what its status says. */
export type Standing =
	| 'recount'
	| 'uncounted'
	| 'right'
	| 'undecided'
	| 'left'
	| 'second'
	| 'accepted'
	| 'applied';

export const isDifferent = ( { variance }: StocktakeLine ): boolean =>
	variance !== null && toUnits( variance ) !== 0n;

export const isRecounting = ( line: StocktakeLine ): boolean =>
	line.counted === null && line.round > 1;

export function standingOf( line: StocktakeLine ): Standing {
	if ( line.applied !== null && toUnits( line.applied ) !== 0n ) {
		return 'applied';
	}
	if ( isRecounting( line ) ) {
		return 'recount';
	}
	if ( line.variance === null ) {
		return 'uncounted';
	}
	if ( ! isDifferent( line ) ) {
		return 'right';
	}
	if ( line.decision === 'accept' ) {
		return line.needs_second && line.approved_by === 0
			? 'second'
			: 'accepted';
	}
	return line.decision === 'leave' ? 'left' : 'undecided';
}

/** Whether an act does anything to a line that is in review. */
export function mayBe( act: Act, line: StocktakeLine ): boolean {
	if ( line.applied !== null ) {
		return false;
	}
	switch ( act ) {
		case 'accept':
			// A later count has been applied already: there is nothing left to accept.
			return (
				isDifferent( line ) &&
				line.decision !== act &&
				! line.flags.includes( 'superseded' )
			);
		case 'leave':
			return isDifferent( line ) && line.decision !== act;
		case 'none':
			return line.decision !== 'none';
		case 'approve':
			return line.may_approve;
		case 'recount':
			return line.counted !== null;
		case 'zero':
			return line.counted === null;
	}
}

export const actsOf = ( line: StocktakeLine ): Act[] =>
	ACTS.filter( ( act ) => mayBe( act, line ) );
