import {
	parseUnits,
	toUnits,
	toWire,
	type ParseProblem,
	type Units,
} from '../../shared/format/quantity';
import type { AdjustmentRequest, Quantity } from '../../schema';

/** Change by a number, or set to what was counted. */
export type Mode = 'delta' | 'set';

export interface Draft {
	mode: Mode;
	text: string;
	reason: string;
	note: string;
	/** Of each unit that came; empty where nobody knows. */
	cost: string;
}

export type DraftProblem = ParseProblem | 'no-change' | 'negative';
export type CostProblem = ParseProblem | 'negative';

export type Checked =
	{ problem: DraftProblem } | { delta: Units; after: Units };

/** Units that were bought have a cost; what was found or came back has the one that it had. */
export const hasCost = ( draft: Draft, checked: Checked ): boolean =>
	draft.mode === 'delta' &&
	draft.reason === 'received' &&
	'delta' in checked &&
	checked.delta > 0n;

export function costProblem(
	draft: Draft,
	checked: Checked,
	locale: string
): CostProblem | null {
	if ( ! draft.cost.trim() || ! hasCost( draft, checked ) ) {
		return null;
	}
	const parsed = parseUnits( draft.cost, locale );
	if ( 'problem' in parsed ) {
		return parsed.problem;
	}
	return parsed.units < 0n ? 'negative' : null;
}

/** What a draft would do to the number on hand. */
export function checkDraft(
	draft: Draft,
	onHand: Quantity,
	locale: string
): Checked {
	const parsed = parseUnits( draft.text, locale );
	if ( 'problem' in parsed ) {
		return parsed;
	}
	const now = toUnits( onHand );
	if ( draft.mode === 'set' ) {
		// Counting what is already in the books is a change of nothing, but worth a line: it was counted.
		return parsed.units < 0n
			? { problem: 'negative' }
			: { delta: parsed.units - now, after: parsed.units };
	}
	return parsed.units === 0n
		? { problem: 'no-change' }
		: { delta: parsed.units, after: now + parsed.units };
}

/**
 * The request of a draft. A count carries the number that its writer saw: where that is old, the server asks instead of
 * writing over it.
 */
export function requestOf(
	itemId: number,
	draft: Draft,
	seen: Quantity,
	locale: string
): AdjustmentRequest | null {
	const parsed = parseUnits( draft.text, locale );
	const checked = checkDraft( draft, seen, locale );
	if ( 'problem' in parsed || costProblem( draft, checked, locale ) ) {
		return null;
	}
	const number = toWire( parsed.units );
	const note = draft.note.trim();
	const cost = parseUnits( draft.cost, locale );
	return {
		item_id: itemId,
		...( draft.mode === 'set'
			? { set: number, expected: toWire( toUnits( seen ) ) }
			: { delta: number } ),
		...( 'units' in cost && hasCost( draft, checked )
			? { unit_cost: toWire( cost.units ) }
			: {} ),
		reason: draft.reason,
		...( note ? { note } : {} ),
	};
}

/** One step up or down from what is typed; from nothing it starts at one. */
export function step( text: string, by: 1 | -1, locale: string ): Units {
	const parsed = parseUnits( text, locale );
	return ( 'units' in parsed ? parsed.units : 0n ) + BigInt( by ) * 10_000n;
}
