/**
 * The service worker of the counting screen, and of nothing else: its scope is the screen's own address. It lets the
 * screen open without a network. Data it never touches.
 */
import { dropPage, keepAll, keepNextPage, keptFile, keptPage } from './cache';
import { isFetch, isMessage, type FetchNews } from './events';

/** A page of ours says so; a sign-in form or a caching proxy's error page does not. */
const MARK = 'X-WIG-Counting';

/** A network that takes longer is none, where there is a page to show instead. */
const PATIENCE = 5_000;

/** Script, style, font, and the code that reads pictures. */
const isFile = ( { destination, url }: Request ): boolean =>
	[ 'script', 'style', 'font' ].includes( destination ) ||
	/\.wasm(\?|$)/.test( url );

const isOurs = ( response: Response ): boolean =>
	response.ok &&
	! response.redirected &&
	response.headers.get( MARK ) === 'page';

addEventListener( 'install', () => {
	void skipWaiting();
} );

addEventListener( 'activate', ( event ) => {
	if ( isMessage( event ) ) {
		event.waitUntil( clients.claim() );
	}
} );

addEventListener( 'fetch', ( event ) => {
	if ( ! isFetch( event ) || event.request.method !== 'GET' ) {
		return;
	}
	const { request } = event;
	if (
		request.mode === 'navigate' &&
		request.url.startsWith( registration.scope )
	) {
		event.respondWith( page( event ) );
	} else if ( isFile( request ) ) {
		event.respondWith(
			keptFile( request ).then( ( found ) => found ?? fetch( request ) )
		);
	}
} );

async function page( event: FetchNews ): Promise< Response > {
	const kept = await keptPage( registration.scope );
	const fresh = fetch( event.request ).then( async ( response ) => {
		if ( isOurs( response ) ) {
			await keepNextPage( registration.scope, response.clone() );
		} else if (
			response.type === 'opaqueredirect' ||
			response.status === 401 ||
			response.status === 403
		) {
			await dropPage( registration.scope );
		}
		return response;
	} );
	if ( ! kept ) {
		return fresh;
	}
	const late = new Promise< Response >( ( resolve ) =>
		setTimeout( () => resolve( kept ), PATIENCE )
	);
	event.waitUntil( fresh.catch( () => null ) );
	const first = await Promise.race( [ fresh.catch( () => kept ), late ] );
	// A server in trouble is as good as none.
	return first.status >= 500 ? kept : first;
}

addEventListener( 'message', ( event ) => {
	if ( ! isMessage( event ) || ! event.data?.files ) {
		return;
	}
	const { source, data } = event;
	const files = data.files;
	event.waitUntil(
		keepAll( registration.scope, files, async () => {
			const response = await fetch( `${ registration.scope }=1` );
			if ( ! isOurs( response ) ) {
				throw new TypeError( 'This is not the counting page.' );
			}
			return response;
		} ).then(
			() => source?.postMessage( { kept: true } ),
			() => source?.postMessage( { kept: false } )
		)
	);
} );
