import {
	formatUnits,
	parseUnits,
	toUnits,
	toWire,
} from '../../shared/format/quantity';
import type { NumberProblem } from '../../shared/form/number-word';
import type { Settings, SettingsRequest } from '../../schema';
import {
	recipientDrafts,
	recipientsOf,
	withoutAddress,
	type RecipientDraft,
} from './recipients';

export type DraftProblem =
	NumberProblem | 'minutes' | 'digest' | 'email' | 'keep';

/** The settings as they are typed, each under its own name. */
export interface Draft extends Omit<
	Settings,
	| 'low_stock_threshold'
	| 'hold_minutes'
	| 'method_holds'
	| 'alert_recipients'
	| 'alert_digest_minutes'
	| 'backup_keep'
> {
	low_stock_threshold: string;
	hold_minutes: string;
	/** By payment method; empty where the general number counts. */
	method_holds: Record< string, string >;
	alert_digest_minutes: string;
	alert_recipients: RecipientDraft[];
	backup_keep: string;
}

/** By field; a payment method's is `methods.bacs`, a recipient's `alert_recipients[0].email`. */
export type DraftProblems = Record< string, DraftProblem >;

export type Checked =
	{ problems: DraftProblems } | { changes: SettingsRequest };

const MOST_MINUTES = 525_600;
const MOST_DIGEST_MINUTES = 1_440;
const MOST_BACKUPS = 100;

export function draftOf( settings: Settings, locale: string ): Draft {
	const {
		method_holds: holds,
		alert_recipients: recipients,
		...same
	} = settings;
	return {
		...same,
		low_stock_threshold: formatUnits(
			toUnits( settings.low_stock_threshold ),
			locale
		),
		hold_minutes: String( settings.hold_minutes ),
		alert_digest_minutes: String( settings.alert_digest_minutes ),
		alert_recipients: recipientDrafts( recipients ),
		backup_keep: String( settings.backup_keep ),
		method_holds: Object.fromEntries(
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

	const minutes = wholeOf( draft.hold_minutes );
	if ( minutes === null ) {
		problems.hold_minutes = 'minutes';
	} else if ( minutes !== kept.hold_minutes ) {
		changes.hold_minutes = minutes;
	}

	const holds = Object.entries( draft.method_holds ).flatMap(
		( [ method, typed ] ) => {
			if ( typed.trim() === '' ) {
				return [];
			}
			const own = wholeOf( typed );
			if ( own === null ) {
				problems[ `methods.${ method }` ] = 'minutes';
			}
			return [ { method, minutes: own ?? 0 } ];
		}
	);
	if ( sorted( holds ) !== sorted( kept.method_holds ) ) {
		changes.method_holds = holds;
	}

	const digest = wholeOf(
		draft.alert_digest_minutes,
		0,
		MOST_DIGEST_MINUTES
	);
	if ( digest === null ) {
		problems.alert_digest_minutes = 'digest';
	} else if ( digest !== kept.alert_digest_minutes ) {
		changes.alert_digest_minutes = digest;
	}

	const keep = wholeOf( draft.backup_keep, 1, MOST_BACKUPS );
	if ( keep === null ) {
		problems.backup_keep = 'keep';
	} else if ( keep !== kept.backup_keep ) {
		changes.backup_keep = keep;
	}

	withoutAddress( draft.alert_recipients ).forEach( ( field ) => {
		problems[ field ] = 'email';
	} );
	const recipients = recipientsOf( draft.alert_recipients );
	const before = recipientsOf( recipientDrafts( kept.alert_recipients ) );
	if ( JSON.stringify( recipients ) !== JSON.stringify( before ) ) {
		changes.alert_recipients = recipients;
	}

	const choices = {
		stock_leaves: draft.stock_leaves,
		expiry_cancels: draft.expiry_cancels,
		when_short: draft.when_short,
		show_numbers: draft.show_numbers,
		answer_early: draft.answer_early,
		delete_data_on_uninstall: draft.delete_data_on_uninstall,
		backup_every: draft.backup_every,
		fold_after: draft.fold_after,
	};
	const chosen: Partial< Record< string, unknown > > = { ...kept };
	Object.assign(
		changes,
		Object.fromEntries(
			Object.entries( choices ).filter(
				( [ field, value ] ) => chosen[ field ] !== value
			)
		)
	);
	return Object.keys( problems ).length ? { problems } : { changes };
}

export const isEmpty = ( changes: SettingsRequest ): boolean =>
	Object.keys( changes ).length === 0;

function wholeOf(
	typed: string,
	least = 1,
	most = MOST_MINUTES
): number | null {
	const text = typed.normalize( 'NFKC' ).trim();
	const number = /^\d{1,6}$/.test( text ) ? Number( text ) : -1;
	return number >= least && number <= most ? number : null;
}

const sorted = ( holds: Settings[ 'method_holds' ] ): string =>
	holds
		.map( ( { method, minutes } ) => `${ method }:${ minutes }` )
		.sort()
		.join();
