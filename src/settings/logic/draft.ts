import {
	formatUnits,
	parseUnits,
	toUnits,
	toWire,
	type ParseProblem,
} from '../../shared/format/quantity';
import type { Settings, SettingsRequest } from '../../schema';

export type DraftProblem = ParseProblem | 'negative' | 'minutes';

/** The settings as they are typed. */
export interface Draft extends Omit<
	Settings,
	'low_stock_threshold' | 'hold_minutes' | 'method_holds'
> {
	low_stock_threshold: string;
	hold_minutes: string;
	/** By payment method; empty where the general number counts. */
	methods: Record< string, string >;
}

/** By field; a payment method's is `methods.bacs`. */
export type DraftProblems = Record< string, DraftProblem >;

export type Checked =
	{ problems: DraftProblems } | { changes: SettingsRequest };

const MOST_MINUTES = 525_600;

export function draftOf( settings: Settings, locale: string ): Draft {
	const { method_holds: holds, ...same } = settings;
	return {
		...same,
		low_stock_threshold: formatUnits(
			toUnits( settings.low_stock_threshold ),
			locale
		),
		hold_minutes: String( settings.hold_minutes ),
		methods: Object.fromEntries(
			holds.map( ( { method, minutes } ) => [
				method,
				String( minutes ),
			] )
		),
	};
}

/** What differs from what is kept, ready to be sent; or what is wrong with what was typed. */
export function changesOf(
	draft: Draft,
	kept: Settings,
	locale: string
): Checked {
	const problems: DraftProblems = {};
	const changes: SettingsRequest = {};

	const low = parseUnits( draft.low_stock_threshold, locale );
	if ( 'problem' in low ) {
		problems.low_stock_threshold = low.problem;
	} else if ( low.units < 0n ) {
		problems.low_stock_threshold = 'negative';
	} else if ( low.units !== toUnits( kept.low_stock_threshold ) ) {
		changes.low_stock_threshold = toWire( low.units );
	}

	const minutes = minutesOf( draft.hold_minutes );
	if ( minutes === null ) {
		problems.hold_minutes = 'minutes';
	} else if ( minutes !== kept.hold_minutes ) {
		changes.hold_minutes = minutes;
	}

	const holds = Object.entries( draft.methods ).flatMap(
		( [ method, typed ] ) => {
			if ( typed.trim() === '' ) {
				return [];
			}
			const own = minutesOf( typed );
			if ( own === null ) {
				problems[ `methods.${ method }` ] = 'minutes';
			}
			return [ { method, minutes: own ?? 0 } ];
		}
	);
	if ( sorted( holds ) !== sorted( kept.method_holds ) ) {
		changes.method_holds = holds;
	}

	const choices = {
		stock_leaves: draft.stock_leaves,
		expiry_cancels: draft.expiry_cancels,
		when_short: draft.when_short,
		show_numbers: draft.show_numbers,
		answer_early: draft.answer_early,
		delete_data_on_uninstall: draft.delete_data_on_uninstall,
	};
	const before: Partial< Record< string, unknown > > = { ...kept };
	Object.assign(
		changes,
		Object.fromEntries(
			Object.entries( choices ).filter(
				( [ field, value ] ) => before[ field ] !== value
			)
		)
	);
	return Object.keys( problems ).length ? { problems } : { changes };
}

export const isEmpty = ( changes: SettingsRequest ): boolean =>
	Object.keys( changes ).length === 0;

function minutesOf( typed: string ): number | null {
	const text = typed.normalize( 'NFKC' ).trim();
	const minutes = /^\d{1,6}$/.test( text ) ? Number( text ) : 0;
	return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null;
}

const sorted = ( holds: Settings[ 'method_holds' ] ): string =>
	holds
		.map( ( { method, minutes } ) => `${ method }:${ minutes }` )
		.sort()
		.join();
