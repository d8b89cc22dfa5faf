import { useState } from '@wordpress/element';
import { SHEET_REASONS } from './words';

const KEY = 'woo-inventory-guard-reason';
const USUAL = 'adjustment';

/** The reason that was chosen last, on this machine: who counts all day chooses it once. */
export function useReason(): [ string, ( reason: string ) => void ] {
	const [ reason, setReason ] = useState( remembered );
	return [
		reason,
		( chosen ) => {
			setReason( chosen );
			try {
				window.localStorage.setItem( KEY, chosen );
			} catch {
				// A browser that keeps nothing: it is chosen again tomorrow.
			}
		},
	];
}

function remembered(): string {
	try {
		const kept = window.localStorage.getItem( KEY ) ?? USUAL;
		return SHEET_REASONS.includes( kept ) ? kept : USUAL;
	} catch {
		return USUAL;
	}
}
