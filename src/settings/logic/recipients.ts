import type { Settings, SettingsRequest } from '../../schema';

/** What can be told by mail, in the order in which it is offered. */
export const KINDS = [
	'low',
	'out',
	'back',
	'backorder',
	'paid_short',
	'paid_late',
	'averted',
	'ledger',
	'feed',
] as const;

export type Kind = ( typeof KINDS )[ number ];

/** Who is told by mail, as it is typed. */
export interface RecipientDraft {
	email: string;
	/** None for all. */
	kinds: readonly Kind[];
	/** Names, one on a line; empty for all. A name may well have a comma. */
	categories: string;
}

export const noRecipient: RecipientDraft = {
	email: '',
	kinds: [],
	categories: '',
};

/** As the server names the field. */
export const emailField = ( index: number ): string =>
	`alert_recipients[${ index }].email`;

export const recipientDrafts = (
	kept: Settings[ 'alert_recipients' ]
): RecipientDraft[] =>
	kept.map( ( { email, kinds, categories } ) => ( {
		email,
		kinds: KINDS.filter( ( kind ) => kinds.includes( kind ) ),
		categories: categories.join( '\n' ),
	} ) );

export const recipientsOf = (
	drafts: readonly RecipientDraft[]
): NonNullable< SettingsRequest[ 'alert_recipients' ] > =>
	drafts.map( ( { email, kinds, categories } ) => ( {
		email: email.trim(),
		kinds: [ ...kinds ],
		categories: categories
			.split( '\n' )
			.map( ( name ) => name.trim() )
			.filter( Boolean ),
	} ) );

/** Where an address is plainly none; the server looks closer. */
export const withoutAddress = ( drafts: readonly RecipientDraft[] ): string[] =>
	drafts.flatMap( ( { email }, index ) =>
		/^\S+@\S+$/.test( email.trim() ) ? [] : [ emailField( index ) ]
	);
