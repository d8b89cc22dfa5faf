import { useEffect, useRef } from '@wordpress/element';

/** Shortcuts of one key, only where nobody is typing and no dialog is open. */
export function useKeys( keys: Record< string, () => void > ) {
	const latest = useRef( keys );
	latest.current = keys;
	useEffect( () => {
		const onKey = ( event: KeyboardEvent ) => {
			const act = latest.current[ event.key ];
			const modified = event.ctrlKey || event.metaKey || event.altKey;
			if ( ! act || modified || event.defaultPrevented || isBusy() ) {
				return;
			}
			event.preventDefault();
			act();
		};
		document.addEventListener( 'keydown', onKey );
		return () => document.removeEventListener( 'keydown', onKey );
	}, [] );
}

function isBusy(): boolean {
	const { activeElement: focused } = document;
	const typing =
		focused instanceof HTMLElement &&
		( focused.isContentEditable ||
			focused.matches( 'input, select, textarea' ) );
	return (
		typing || document.querySelector( '.components-modal__frame' ) !== null
	);
}
