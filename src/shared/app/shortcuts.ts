import { useEffect, useRef } from '@wordpress/element';

const SHOW = 'wig:shortcuts';

/** Opens the list of shortcuts, which belongs to the app around the screen. */
export const showShortcuts = () => window.dispatchEvent( new Event( SHOW ) );

/** Hears when somebody asks for that list. */
export function useShortcutsAsked( show: () => void ) {
	const latest = useRef( show );
	latest.current = show;
	useEffect( () => {
		const onAsked = () => latest.current();
		window.addEventListener( SHOW, onAsked );
		return () => window.removeEventListener( SHOW, onAsked );
	}, [] );
}
