import type { Rule, RuleRequest, RuleUpdate } from '../../schema';
import {
	formatUnits,
	parseUnits,
	toUnits,
	toWire,
	type ParseProblem,
} from '../../shared/format/quantity';

export type Scope = Rule[ 'scope' ];

export const POLICIES = [ 'no', 'notify', 'yes' ] as const;
export type Policy = ( typeof POLICIES )[ number ];

/** A rule as it is typed; empty says nothing. */
export interface Draft {
	low_stock_threshold: string;
	backorders: '' | Policy;
	backorder_limit: string;
	backorder_text: string;
}
export type Field = keyof Draft | 'scope_id';

export type DraftProblem =
	Exclude< ParseProblem, 'empty' > | 'negative' | 'too-long' | 'nothing';
export type Problems = Partial< Record< Field, DraftProblem > >;

/** What is sent: every part of it, so that what was emptied is taken away. */
export type Terms = Required< RuleUpdate >;
export type Checked = { problems: Problems } | { terms: Terms };

const LONGEST_TEXT = 200;

export const EMPTY: Draft = {
	low_stock_threshold: '',
	backorders: '',
	backorder_limit: '',
	backorder_text: '',
};

/** What is kept, as it is typed here. */
export function draftOf(
	kept: Pick<
		Rule,
		| 'low_stock_threshold'
		| 'backorders'
		| 'backorder_limit'
		| 'backorder_text'
	>,
	locale: string
): Draft {
	const typed = ( value: number | string | null ) =>
		value === null ? '' : formatUnits( toUnits( value ), locale );
	return {
		low_stock_threshold: typed( kept.low_stock_threshold ),
		backorders: kept.backorders ?? '',
		backorder_limit: typed( kept.backorder_limit ),
		backorder_text: kept.backorder_text,
	};
}

/**
 * What is wrong with what was typed, or what it means.
 *
 * @param draft
 * @param locale
 * @param mayBeEmpty An item may say nothing; a rule that does would be none.
 */
export function checkDraft(
	draft: Draft,
	locale: string,
	mayBeEmpty = false
): Checked {
	const problems: Problems = {};
	const terms: Terms = {
		low_stock_threshold: null,
		backorders: draft.backorders === '' ? null : draft.backorders,
		backorder_limit: null,
		backorder_text: draft.backorder_text.trim(),
	};
	for ( const field of [
		'low_stock_threshold',
		'backorder_limit',
	] as const ) {
		const parsed = parseUnits( draft[ field ], locale );
		if ( 'units' in parsed ) {
			if ( parsed.units < 0n ) {
				problems[ field ] = 'negative';
			} else {
				terms[ field ] = toWire( parsed.units );
			}
		} else if ( parsed.problem !== 'empty' ) {
			problems[ field ] = parsed.problem;
		}
	}
	if ( Array.from( terms.backorder_text ?? '' ).length > LONGEST_TEXT ) {
		problems.backorder_text = 'too-long';
	}
	if ( Object.keys( problems ).length ) {
		return { problems };
	}
	const isEmpty =
		terms.low_stock_threshold === null &&
		terms.backorders === null &&
		terms.backorder_limit === null &&
		terms.backorder_text === '';
	return isEmpty && ! mayBeEmpty
		? { problems: { low_stock_threshold: 'nothing' } }
		: { terms };
}

/** For REST: a rule for that scope. The shop's threshold is a setting, not a rule's. */
export const requestOf = (
	scope: Scope,
	scopeId: number,
	terms: Terms
): RuleRequest =>
	scope === 'shop'
		? { scope, ...terms, low_stock_threshold: null }
		: { scope, scope_id: scopeId, ...terms };
