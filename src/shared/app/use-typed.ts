import { useEffect, useRef, useState } from '@wordpress/element';

const TYPING = 220;

type Write = ( words: string, options: { replace: boolean } ) => void;

/**
 * What is typed into a search shows at once; the address, and with it the list, follows when the fingers rest.
 *
 * @param search The words in the address.
 * @param write  Brings other words there.
 */
export function useTyped( search: string, write: Write ) {
	const [ typed, setTyped ] = useState( search );
	const written = useRef( search );
	const latest = useRef( write );
	latest.current = write;

	// Back, forward or "Show all" changed the words: the field follows.
	useEffect( () => {
		if ( search !== written.current ) {
			written.current = search;
			setTyped( search );
		}
	}, [ search ] );

	useEffect( () => {
		if ( typed === written.current ) {
			return;
		}
		const timer = setTimeout( () => {
			// One search is one step for Back, not one a letter.
			const replace = written.current !== '' && typed !== '';
			written.current = typed;
			latest.current( typed, { replace } );
		}, TYPING );
		return () => clearTimeout( timer );
	}, [ typed ] );

	return [ typed, setTyped ] as const;
}
