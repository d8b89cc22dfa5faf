import type { ReportMail, ReportMailRequest } from '../../schema';
import type { Report } from './reports';

export const EVERY = [ 'day', 'week', 'month' ] as const;
export type Every = ( typeof EVERY )[ number ];

/** 1 is Monday. */
export const WEEKDAYS: readonly number[] = [ 1, 2, 3, 4, 5, 6, 7 ];

const MOST_RECIPIENTS = 50;
const LONGEST = 254;

/** A mail of a report as it is typed: recipients one on a line, or with commas between them. */
export interface MailDraft {
	report: Report;
	every: Every;
	weekday: number;
	recipients: string;
	active: boolean;
}

export type RecipientsProblem = 'none' | 'many' | { wrong: string };

export const newMail = ( report: Report ): MailDraft => ( {
	report,
	every: 'week',
	weekday: 1,
	recipients: '',
	active: true,
} );

export const mailDraft = ( mail: ReportMail ): MailDraft => ( {
	report: mail.report,
	every: mail.every,
	weekday: mail.weekday,
	recipients: mail.recipients.join( '\n' ),
	active: mail.active,
} );

/** Each once; who they are is found out by the server. */
export const recipientsOf = ( typed: string ): string[] => [
	...new Set(
		typed
			.split( /[\n\r,;]+/ )
			.map( ( one ) => one.trim() )
			.filter( Boolean )
	),
];

export function checkMail(
	draft: MailDraft
): { request: Required< ReportMailRequest > } | { problem: RecipientsProblem } {
	const recipients = recipientsOf( draft.recipients );
	if ( recipients.length === 0 ) {
		return { problem: 'none' };
	}
	const wrong = recipients.find(
		( one ) =>
			one.length > LONGEST ||
			( one.includes( '@' ) && ! /^[^\s@<>"]+@[^\s@<>"]+$/.test( one ) )
	);
	if ( wrong !== undefined ) {
		return { problem: { wrong } };
	}
	return recipients.length > MOST_RECIPIENTS
		? { problem: 'many' }
		: { request: { ...draft, recipients } };
}

/** Which of those that were sent the server could not use; its answer names the place. */
export function refusedRecipient(
	fields: Partial< Record< string, string > >,
	draft: MailDraft
): string | undefined {
	const place = Object.keys( fields )
		.map( ( field ) => /^recipients\[(\d+)\]/.exec( field )?.[ 1 ] )
		.find( ( found ) => found !== undefined );
	return place === undefined
		? undefined
		: recipientsOf( draft.recipients )[ Number( place ) ];
}

/** Whether it is what was typed: then the answer to an earlier try was lost, or somebody else meant the same. */
export const saysMail = ( mail: ReportMail, draft: MailDraft ): boolean =>
	JSON.stringify( sorted( mailDraft( mail ) ) ) ===
	JSON.stringify( sorted( draft ) );

const sorted = ( draft: MailDraft ): unknown[] => [
	draft.report,
	draft.every,
	// Of no matter where it is no week's.
	draft.every === 'week' ? draft.weekday : 0,
	draft.active,
	...recipientsOf( draft.recipients.toLowerCase() ).sort(),
];
