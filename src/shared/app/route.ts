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

/**
 * Where the app is. `go` makes a step that Back undoes; with `replace` it only corrects the present one.
 */
export function useRoute() {
	const search = useSyncExternalStore(
		subscribe,
		() => window.location.search
	);
	const params = new URLSearchParams( search );
	const path = params.get( PATH ) || '/stock';

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
