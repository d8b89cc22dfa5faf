import {
	parseUnits,
	toWire,
	type ParseProblem,
} from '../../../shared/format/quantity';
import type { BulkChangeRequest, BulkFilter } from '../../../schema';
import type { Policy } from '../sheet/cells';
import type { StockView } from '../view-state';

/** What can be changed of many items at once. */
export const WHATS = [
	'low_stock_threshold',
	'on_hand',
	'backorders',
	'backorder_limit',
	'unit_cost',
	'supplier',
	'bin',
	'lead_time_days',
] as const;
export type What = ( typeof WHATS )[ number ];

export const HOWS = [ 'delta', 'percent', 'set' ] as const;
export type How = ( typeof HOWS )[ number ];

/** What stands in the form. */
export interface BulkDraft {
	what: What;
	text: string;
	/** Empty is what the item inherits. */
	policy: Policy | '';
	how: How;
	reason: string;
	note: string;
}

export const BLANK: BulkDraft = {
	what: 'low_stock_threshold',
	text: '',
	policy: 'no',
	how: 'delta',
	reason: 'adjustment',
	note: '',
};

export type BulkProblem =
	ParseProblem | 'negative' | 'no-change' | 'no-percentage' | 'no-days';

type Wanted = Pick< BulkChangeRequest, 'set' | 'on_hand' >;

/** What the form asks for, as REST wants it; an empty number takes the value away. */
export function checkBulk(
	draft: BulkDraft,
	locale: string
): { wanted: Wanted } | { problem: BulkProblem } {
	const { what, text } = draft;
	if ( what === 'backorders' ) {
		return { wanted: { set: { backorders: draft.policy || null } } };
	}
	if ( what === 'supplier' || what === 'bin' ) {
		return { wanted: { set: { [ what ]: text.trim() } } };
	}
	if ( what === 'lead_time_days' ) {
		return days( text.trim() );
	}
	if ( what !== 'on_hand' && text.trim() === '' ) {
		return { wanted: { set: { [ what ]: null } } };
	}
	const parsed = parseUnits( text, locale );
	if ( 'problem' in parsed ) {
		return parsed;
	}
	if ( what === 'on_hand' ) {
		return stock( draft, parsed.units );
	}
	return parsed.units < 0n
		? { problem: 'negative' }
		: { wanted: { set: { [ what ]: toWire( parsed.units ) } } };
}

const UNIT = 10_000n;

function stock(
	{ how, reason, note }: BulkDraft,
	units: bigint
): { wanted: Wanted } | { problem: BulkProblem } {
	if ( how === 'set' ? units < 0n : units === 0n ) {
		return { problem: how === 'set' ? 'negative' : 'no-change' };
	}
	if (
		how === 'percent' &&
		( units < -100n * UNIT || units > 1000n * UNIT )
	) {
		return { problem: 'no-percentage' };
	}
	const said = note.trim();
	return {
		wanted: {
			on_hand: {
				how,
				amount: toWire( units ),
				reason,
				...( said ? { note: said } : {} ),
			},
		},
	};
}

function days( text: string ): { wanted: Wanted } | { problem: BulkProblem } {
	if ( text === '' ) {
		return { wanted: { set: { lead_time_days: null } } };
	}
	const number = /^\d{1,4}$/.test( text ) ? Number( text ) : 3651;
	return number > 3650
		? { problem: 'no-days' }
		: { wanted: { set: { lead_time_days: number } } };
}

/** Everything that the list shows, on all its pages. */
export function filterOf( {
	search,
	filter,
}: Pick< StockView, 'search' | 'filter' > ): BulkFilter {
	const words = search.trim();
	return {
		...( words ? { search: words } : {} ),
		...( filter === 'all' ? {} : { status: filter } ),
		// Nothing is left out: that has to be said.
		...( filter === 'all' && ! words ? { all: true } : {} ),
	};
}

/** What the server says against the value itself; what it says of anything else stands below the form. */
export const refusedValue = ( {
	fields,
}: {
	fields: Readonly< Record< string, string > >;
} ): string | undefined =>
	Object.entries( fields ).find(
		( [ name ] ) => name.startsWith( 'set.' ) || name === 'on_hand.amount'
	)?.[ 1 ];
