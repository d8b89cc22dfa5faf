/** What a service worker hears and has. TypeScript knows either pages or workers, and this code base is pages. */
export interface FetchNews extends Event {
	readonly request: Request;
	respondWith: ( response: Promise< Response > ) => void;
	waitUntil: ( work: Promise< unknown > ) => void;
}

export interface MessageNews extends Event {
	readonly data?: { files?: string[] };
	readonly source?: { postMessage: ( words: unknown ) => void } | null;
	waitUntil: ( work: Promise< unknown > ) => void;
}

declare global {
	/** Of service workers only. */
	function skipWaiting(): Promise< void >;
	/** Of service workers only. */
	const clients: { claim: () => Promise< void > };
	/** Of service workers only. */
	const registration: { readonly scope: string };
}

export const isFetch = ( event: Event ): event is FetchNews =>
	'respondWith' in event;

/** Anything that can be waited for. */
export const isMessage = ( event: Event ): event is MessageNews =>
	'waitUntil' in event;
