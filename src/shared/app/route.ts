import { useCallback, useSyncExternalStore } from '@wordpress/element';

/** wp-admin's own part of the address, which every address of the app keeps. */
const PAGE = 'page';
const PATH = 'path';
const MOVED = 'wig:moved';

function subscribe( listener: () => void ) {
	window.addEventListener( 'popstate', listener );
	window.addEventListener( MOVED, listener );
	return () => {
		window.removeEventListener( 'popstate', listener );
		window.removeEventListener( MOVED, listener );
	};
}

/** The screen that a path belongs to: its first part. */
export const sectionOf = ( path: string ): string =>
	/^\/[^/]*/.exec( path )?.[ 0 ] ?? path;

/** Where in the app an address leads; a bare one leads to its first screen. */
export const readPath = ( search = window.location.search ): string =>
	new URLSearchParams( search ).get( PATH ) || '/dashboard';

/** The address of a place in the app. */
export function addressOf( path: string, params: Record< string, string > ) {
	const now = new URLSearchParams( window.location.search );
	const next = new URLSearchParams( {
		[ PAGE ]: now.get( PAGE ) ?? 'woo-inventory-guard',
		[ PATH ]: path,
		...params,
	} );
	// A slash may stand in a query as it is, and reads better.
	return `${ window.location.pathname }?${ next.toString().replaceAll( '%2F', '/' ) }`;
}

/** Goes to another place in the app, as one step that Back undoes. */
export function visit( path: string, params: Record< string, string > = {} ) {
	window.history.pushState( null, '', addressOf( path, params ) );
	window.dispatchEvent( new Event( MOVED ) );
	window.scrollTo( 0, 0 );
}

/**
 * Where the app is. `go` makes a step that Back undoes; with `replace` it only corrects the present one.
 */
export function useRoute() {
	const search = useSyncExternalStore(
		subscribe,
		() => window.location.search
	);
	const path = readPath( search );

	const go = useCallback(
		(
			to: Record< string, string >,
			{ replace = false }: { replace?: boolean } = {}
		) => {
			const address = addressOf( path, to );
			if (
				address ===
				window.location.pathname + window.location.search
			) {
				return;
			}
			window.history[ replace ? 'replaceState' : 'pushState' ](
				null,
				'',
				address
			);
			window.dispatchEvent( new Event( MOVED ) );
		},
		[ path ]
	);

	return { path, search, go };
}
