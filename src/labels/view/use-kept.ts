import { useState } from '@wordpress/element';
import { readKept, USUAL, type Kept } from '../logic/kept';

const KEY = 'woo-inventory-guard-labels';

/** How was printed last on this machine: the printer that stands beside it does not change. */
export function useKept(): [ Kept, ( change: Partial< Kept > ) => void ] {
	const [ kept, setKept ] = useState( remembered );
	return [
		kept,
		( change ) => {
			const next = { ...kept, ...change };
			setKept( next );
			try {
				window.localStorage.setItem( KEY, JSON.stringify( next ) );
			} catch {
				// A browser that keeps nothing: it is chosen again next time.
			}
		},
	];
}

function remembered(): Kept {
	try {
		return readKept( window.localStorage.getItem( KEY ) );
	} catch {
		return USUAL;
	}
}
