import { __, sprintf } from '@wordpress/i18n';
import type { ReportMail } from '../../schema';
import { boot } from '../../shared/app/boot';
import { dayWord, momentWord } from '../../shared/format/words';
import {
	recipientsOf,
	type Every,
	type MailDraft,
	type RecipientsProblem,
} from '../logic/mail';
import { reportWord } from '../view/words';

/** 5 January 2026 is a Monday. */
export const weekdayWord = ( weekday: number ): string =>
	new Date( Date.UTC( 2026, 0, 4 + weekday ) ).toLocaleDateString(
		boot().locale,
		{ weekday: 'long', timeZone: 'UTC' }
	);

export const everyWord = ( every: Every ): string =>
	( {
		day: __( 'Every day', 'woo-inventory-guard' ),
		week: __( 'Every week', 'woo-inventory-guard' ),
		month: __( 'Every month, on the 1st', 'woo-inventory-guard' ),
	} )[ every ];

/** Which days it is about. */
export const aboutWord = ( every: Every ): string =>
	( {
		day: __( 'About the day before', 'woo-inventory-guard' ),
		week: __( 'About the seven days before', 'woo-inventory-guard' ),
		month: __( 'About the month before', 'woo-inventory-guard' ),
	} )[ every ];

const whenWord = ( { every, weekday }: MailDraft ): string =>
	every === 'week'
		? sprintf(
				/* translators: %s: a day of the week, such as Monday. */
				__( 'Every week, on %s', 'woo-inventory-guard' ),
				weekdayWord( weekday )
			)
		: everyWord( every );

const toWord = ( recipients: string ): string =>
	recipients.trim() === ''
		? __( 'To nobody (any more)', 'woo-inventory-guard' )
		: sprintf(
				/* translators: %s: addresses and names. */
				__( 'To %s', 'woo-inventory-guard' ),
				recipientsOf( recipients ).join( ', ' )
			);

/** A line for each part of it. */
export const mailWords = ( draft: MailDraft ): string[] => [
	reportWord( draft.report ),
	whenWord( draft ),
	...( draft.report === 'stock' || draft.report === 'reserved'
		? []
		: [ aboutWord( draft.every ) ] ),
	toWord( draft.recipients ),
	...( draft.active ? [] : [ __( 'Off', 'woo-inventory-guard' ) ] ),
];

export const nextWord = ( mail: ReportMail ): string =>
	sprintf(
		/* translators: %s: a day. */
		__( 'Next: %s, from six in the morning on', 'woo-inventory-guard' ),
		dayWord( mail.next_on )
	);

/** What is in the mail, said before it goes out. */
export const contentWord = ( { report }: MailDraft ): string =>
	report === 'stock'
		? __(
				'In the mail: units and worth of the whole shop when the day before ended, a table (CSV) of all items of which there are some, with numbers on hand, costs and worth, and a link to the report.',
				'woo-inventory-guard'
			)
		: __(
				'In the mail: figures of the whole shop where the report has some, a table (CSV) of the items that the report shows, with what the books say of them (sold, received, lost, on hand, reserved), and a link to the report. What is reckoned from that, such as turnover or classes, is seen on the screen that the link opens.',
				'woo-inventory-guard'
			);

export const problemWord = ( problem: RecipientsProblem ): string => {
	if ( problem === 'none' ) {
		return __(
			'Write at least one address or user name.',
			'woo-inventory-guard'
		);
	}
	return problem === 'many'
		? __(
				'At most fifty. Make another mail for the rest.',
				'woo-inventory-guard'
			)
		: sprintf(
				/* translators: %s: what was typed. */
				__(
					'“%s” is neither a mail address nor the name of a user who may see the inventory.',
					'woo-inventory-guard'
				),
				problem.wrong
			);
};

/** What became of the newest one; NULL where there was none. */
export function outcomeWord( mail: ReportMail ): string | null {
	const moment = mail.tried_at ?? mail.sent_at;
	const at = moment ? momentWord( moment ) : '';
	switch ( mail.outcome ) {
		case 'sent':
			/* translators: %s: a moment. */
			return sprintf( __( 'Sent: %s', 'woo-inventory-guard' ), at );
		case 'sending':
			return sprintf(
				/* translators: %s: a moment. */
				__(
					'Begun: %s. If it has not ended after some minutes, it was cut off: send it now.',
					'woo-inventory-guard'
				),
				at
			);
		case 'part':
		case 'failed':
			return [
				mail.failed.length
					? sprintf(
							/* translators: 1: a moment, 2: mail addresses. */
							__(
								'%1$s: could not be sent to %2$s.',
								'woo-inventory-guard'
							),
							at,
							mail.failed.join( ', ' )
						)
					: sprintf(
							/* translators: %s: a moment. */
							__( '%s: not sent.', 'woo-inventory-guard' ),
							at
						),
				reasonWord( mail.reason ),
			].join( ' ' );
		default:
			return null;
	}
}

function reasonWord( reason: string ): string {
	switch ( reason ) {
		case 'nobody':
			return __(
				'Nobody is left who can get it: change to whom it goes.',
				'woo-inventory-guard'
			);
		case 'no_folder':
			return __(
				'The server has no folder for temporary files outside the website, or no room in it. Ask your host.',
				'woo-inventory-guard'
			);
		case 'error':
			return __(
				'The reason is in the server’s error log.',
				'woo-inventory-guard'
			);
		case 'refused':
			return __(
				'The site could not hand over the mail. Look whether it can send mails at all.',
				'woo-inventory-guard'
			);
		default:
			return reason;
	}
}
