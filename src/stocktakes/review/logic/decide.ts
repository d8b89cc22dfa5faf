import type {
	StocktakeApproveRequest,
	StocktakeDecided,
	StocktakeDecision,
	StocktakeDecisionsRequest,
	StocktakeLine,
	StocktakeLinesRequest,
} from '../../../schema';
import { mayBe, type Act } from './line';

export type Reason = StocktakeLine[ 'reason' ];

export const REASONS: readonly Reason[] = [
	'unknown',
	'miscounted',
	'booked_wrong',
	'damaged',
	'lost',
	'theft',
	'expired',
	'given_away',
	'other',
];

/** Why, in a person's words; for a recount it is told to those who count. */
export interface Why {
	reason: Reason;
	note: string;
}

/** What is sent for one act, and where. */
export type Order =
	| { to: 'review'; body: StocktakeDecisionsRequest }
	| { to: 'approve'; body: StocktakeApproveRequest }
	| { to: 'recount' | 'zero'; body: StocktakeLinesRequest };

/**
 * The request for an act on some lines; null where it does nothing to any of them. The difference that was seen goes
 * with it: if it is another by now, the server decides nothing.
 */
export function orderOf(
	act: Act,
	lines: readonly StocktakeLine[],
	{ reason, note }: Why
): Order | null {
	const able = lines.filter( ( line ) => mayBe( act, line ) );
	if ( able.length === 0 ) {
		return null;
	}
	switch ( act ) {
		case 'accept':
		case 'leave':
		case 'none':
			return {
				to: 'review',
				body: {
					decisions: able.map( ( line ): StocktakeDecision => ( {
						item_id: line.item_id,
						decision: act,
						...( act === 'none' || line.variance === null
							? { reason: 'unknown' }
							: {
									variance: line.variance,
									reason,
									note: note.trim(),
								} ),
					} ) ),
				},
			};
		case 'approve':
			return {
				to: 'approve',
				body: {
					lines: able.map( ( line ) => ( {
						item_id: line.item_id,
						variance: line.variance ?? 0,
					} ) ),
				},
			};
		default:
			return {
				to: act,
				body: {
					items: able.map( ( line ) => line.item_id ),
					note: note.trim(),
				},
			};
	}
}

/** Takes back what was just decided on some lines; null where the act was no decision. */
export function orderBack(
	act: Act,
	lines: readonly StocktakeLine[]
): Order | null {
	return act === 'accept' || act === 'leave'
		? {
				to: 'review',
				body: {
					decisions: lines
						.filter( ( line ) => mayBe( act, line ) )
						.map( ( line ): StocktakeDecision => ( {
							item_id: line.item_id,
							decision: 'none',
							reason: 'unknown',
						} ) ),
				},
			}
		: null;
}

/** All that nobody has decided on, or all that nobody has counted. */
export const orderForAll = ( act: 'accept' | 'leave' | 'zero' ): Order =>
	act === 'zero'
		? { to: 'zero', body: { all: true } }
		: { to: 'review', body: { all: { decision: act, reason: 'unknown' } } };

/** What the server refused, by item. */
export const refusedOf = ( {
	refused,
}: StocktakeDecided ): ReadonlyMap< number, string > =>
	new Map(
		refused.map( ( { item_id: item, message } ) => [ item, message ] )
	);
