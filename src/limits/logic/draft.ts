import type { Limit, LimitUpdate } from '../../schema';
import {
	formatUnits,
	parseUnits,
	toUnits,
	toWire,
	type ParseProblem,
} from '../../shared/format/quantity';

export const QUANTITIES = [
	'most_per_customer',
	'most_per_order',
	'least',
	'multiple_of',
] as const;
export type QuantityField = ( typeof QUANTITIES )[ number ];
export type Field = QuantityField | 'window_days' | 'scope_id';

/** A limit as it is typed; empty is no limit. */
export type Draft = Record< QuantityField | 'window_days', string >;

export type DraftProblem =
	| Exclude< ParseProblem, 'empty' >
	| 'not-positive'
	| 'days'
	| 'days-alone'
	| 'nothing';
export type Problems = Partial< Record< Field, DraftProblem > >;

/** What is sent: every part of it, so that what was emptied is taken away. */
export type Terms = Required< LimitUpdate >;
export type Checked = { problems: Problems } | { terms: Terms };

const MOST_DAYS = 3650;

export const EMPTY: Draft = {
	most_per_customer: '',
	most_per_order: '',
	least: '',
	multiple_of: '',
	window_days: '',
};

export function draftOf( limit: Limit, locale: string ): Draft {
	const typed = ( value: Limit[ QuantityField ] ) =>
		value === null ? '' : formatUnits( toUnits( value ), locale );
	return {
		most_per_customer: typed( limit.most_per_customer ),
		most_per_order: typed( limit.most_per_order ),
		least: typed( limit.least ),
		multiple_of: typed( limit.multiple_of ),
		window_days: limit.window_days?.toString() ?? '',
	};
}

/** What is wrong with what was typed, or what it means. */
export function checkDraft( draft: Draft, locale: string ): Checked {
	const problems: Problems = {};
	const terms: Terms = {
		most_per_customer: null,
		most_per_order: null,
		least: null,
		multiple_of: null,
		window_days: null,
	};
	for ( const field of QUANTITIES ) {
		const parsed = parseUnits( draft[ field ], locale );
		if ( 'units' in parsed ) {
			if ( parsed.units > 0n ) {
				terms[ field ] = toWire( parsed.units );
			} else {
				problems[ field ] = 'not-positive';
			}
		} else if ( parsed.problem !== 'empty' ) {
			problems[ field ] = parsed.problem;
		}
	}
	const days = draft.window_days.normalize( 'NFKC' ).trim();
	if ( days !== '' ) {
		const number = /^\d{1,4}$/.test( days ) ? Number( days ) : 0;
		if ( number < 1 || number > MOST_DAYS ) {
			problems.window_days = 'days';
		} else if ( draft.most_per_customer.trim() === '' ) {
			// Days without a number of units would look like a limit and be none.
			problems.most_per_customer = 'days-alone';
		}
		terms.window_days = number;
	}
	if ( Object.keys( problems ).length ) {
		return { problems };
	}
	return QUANTITIES.every( ( field ) => terms[ field ] === null )
		? { problems: { most_per_customer: 'nothing' } }
		: { terms };
}

/** Whether a limit says what was typed. */
export const says = ( limit: Limit, terms: Terms, locale: string ): boolean => {
	const said = checkDraft( draftOf( limit, locale ), locale );
	return (
		'terms' in said &&
		[ ...QUANTITIES, 'window_days' as const ].every(
			( field ) => said.terms[ field ] === terms[ field ]
		)
	);
};
