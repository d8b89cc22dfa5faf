import { useCallback, useSyncExternalStore } from '@wordpress/element';

export function useMedia( query: string ): boolean {
	const subscribe = useCallback(
		( listener: () => void ) => {
			const list = window.matchMedia( query );
			list.addEventListener( 'change', listener );
			return () => list.removeEventListener( 'change', listener );
		},
		[ query ]
	);
	return useSyncExternalStore(
		subscribe,
		() => window.matchMedia( query ).matches
	);
}

/** The width at which wp-admin itself becomes a phone. */
export const useIsPhone = () => useMedia( '(max-width: 782px)' );
