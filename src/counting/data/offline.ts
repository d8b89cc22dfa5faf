import type { CountingFacts } from './facts';

/** Whether the screen opens without a network: not yet known, yes, or no (an old browser, or a shop without https). */
export type Readiness = 'unknown' | 'ready' | 'not-possible';

/** Code that reads pictures is fetched by itself later: what has been fetched from build/ is kept too. */
const files = ( more: readonly string[] ): string[] => {
	const named = [
		...Array.from( document.scripts, ( { src } ) => src ),
		...Array.from(
			document.querySelectorAll< HTMLLinkElement >(
				'link[rel="stylesheet"]'
			),
			( { href } ) => href
		),
		...performance
			.getEntriesByType( 'resource' )
			.map( ( { name } ) => name )
			.filter( ( name ) =>
				/\/woo-inventory-guard\/build\/[^/]+\.(js|css)(\?|$)/.test(
					name
				)
			),
		...more,
	];
	return [
		...new Set(
			named.filter( ( address ) => address.startsWith( location.origin ) )
		),
	];
};

/**
 * Has the worker keep this page and its files.
 *
 * @param facts
 * @param more  Further files, such as the reader of pictures.
 */
export async function makeReady(
	facts: CountingFacts,
	more: readonly string[]
): Promise< Readiness > {
	if ( ! ( 'serviceWorker' in navigator ) ) {
		return 'not-possible';
	}
	try {
		await navigator.serviceWorker.register( facts.worker, {
			scope: facts.scope,
		} );
		const { active } = await navigator.serviceWorker.ready;
		const kept = new Promise< boolean >( ( resolve ) => {
			navigator.serviceWorker.addEventListener(
				'message',
				( { data }: MessageEvent< { kept: boolean } > ) =>
					resolve( data.kept ),
				{ once: true }
			);
		} );
		active?.postMessage( { files: files( more ) } );
		return ( await kept ) ? 'ready' : 'unknown';
	} catch {
		// No network, or a server that does not let a worker be: counting goes on, only without opening offline.
		return navigator.serviceWorker.controller ? 'ready' : 'not-possible';
	}
}

/** Asks the browser not to clear what is kept here when space runs short. */
export async function keepForGood(): Promise< void > {
	await navigator.storage?.persist?.().catch( () => false );
}
