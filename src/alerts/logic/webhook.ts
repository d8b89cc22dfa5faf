import type { Webhook, WebhookUpdate } from '../../schema';
import type { Kind } from './view';

/** A webhook as it is typed. No kinds chosen means all of them. */
export interface Draft {
	url: string;
	kinds: readonly Kind[];
	active: boolean;
	newSecret: boolean;
}

export const EMPTY: Draft = {
	url: '',
	kinds: [],
	active: true,
	newSecret: false,
};

export const draftOf = ( webhook: Webhook ): Draft => ( {
	url: webhook.url,
	kinds: webhook.kinds,
	active: webhook.active,
	newSecret: false,
} );

/** Whether events can be sent to such an address at all; whether the server may call it, it says itself. */
export function isAddress( typed: string ): boolean {
	try {
		const { protocol, hostname } = new URL( typed.trim() );
		return (
			( protocol === 'https:' || protocol === 'http:' ) && hostname !== ''
		);
	} catch {
		return false;
	}
}

/** What differs from what is kept; null where nothing does. */
export function changesOf( draft: Draft, kept: Webhook ): WebhookUpdate | null {
	const changes: WebhookUpdate = {
		...( draft.url.trim() === kept.url ? {} : { url: draft.url.trim() } ),
		...( sorted( draft.kinds ) === sorted( kept.kinds )
			? {}
			: { kinds: [ ...draft.kinds ] } ),
		...( draft.active === kept.active ? {} : { active: draft.active } ),
		...( draft.newSecret ? { new_secret: true } : {} ),
	};
	return Object.keys( changes ).length ? changes : null;
}

export const toggled = (
	kinds: readonly Kind[],
	kind: Kind,
	isOn: boolean
): Kind[] =>
	isOn
		? [ ...kinds.filter( ( known ) => known !== kind ), kind ]
		: kinds.filter( ( known ) => known !== kind );

/** How deliveries go: what a person has to know first. */
export function healthOf( webhook: Webhook ): 'off' | 'new' | 'ok' | 'failing' {
	if ( ! webhook.active ) {
		return 'off';
	}
	if ( webhook.last_result === '' ) {
		return 'new';
	}
	return webhook.last_sent_at === null || webhook.given_up > 0
		? 'failing'
		: 'ok';
}

const sorted = ( kinds: readonly Kind[] ): string => [ ...kinds ].sort().join();
