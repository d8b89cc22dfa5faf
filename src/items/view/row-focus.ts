import { useEffect, useState } from '@wordpress/element';

const FOCUSABLE = 'a[href], button';

/**
 * Up and down move between rows, in the same column where it holds something to act on. Gives the ref for the element
 * around the rows.
 */
export function useRowKeys() {
	const [ place, setPlace ] = useState< HTMLElement | null >( null );
	useEffect( () => {
		place?.addEventListener( 'keydown', moveBetweenRows );
		return () => place?.removeEventListener( 'keydown', moveBetweenRows );
	}, [ place ] );
	return setPlace;
}

function moveBetweenRows( event: KeyboardEvent ) {
	const { key, target } = event;
	if (
		( key !== 'ArrowDown' && key !== 'ArrowUp' ) ||
		! ( target instanceof HTMLElement ) ||
		! target.matches( FOCUSABLE )
	) {
		return;
	}
	const cell = target.closest( '[data-wig-column]' );
	const row = target.closest( '[data-wig-row]' );
	const next =
		key === 'ArrowDown'
			? row?.nextElementSibling
			: row?.previousElementSibling;
	if ( ! cell || ! next ) {
		return;
	}
	const column = cell.getAttribute( 'data-wig-column' );
	const there =
		next.querySelector(
			`[data-wig-column="${ column }"] :is(${ FOCUSABLE })`
		) ?? next.querySelector( FOCUSABLE );
	if ( there instanceof HTMLElement ) {
		event.preventDefault();
		there.focus();
	}
}

/** From the search field down into the list, and back to the row that was open. */
export function focusRow( id?: number | null ) {
	const row =
		( id && document.querySelector( `[data-wig-item="${ id }"]` ) ) ||
		document.querySelector( '[data-wig-item]' );
	if ( row instanceof HTMLElement ) {
		row.focus();
	}
}

/** Whether focus was lost because what held it has gone. */
export const isFocusLost = ( { activeElement, body }: Document = document ) =>
	activeElement === null || activeElement === body;
