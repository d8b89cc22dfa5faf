import { useSyncExternalStore } from '@wordpress/element';

function subscribe( listener: () => void ) {
	window.addEventListener( 'online', listener );
	window.addEventListener( 'offline', listener );
	return () => {
		window.removeEventListener( 'online', listener );
		window.removeEventListener( 'offline', listener );
	};
}

/** False only where the browser is sure that there is no network. */
export const useOnline = () =>
	useSyncExternalStore( subscribe, () => window.navigator.onLine );
