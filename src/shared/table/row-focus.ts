import { useEffect, useState } from '@wordpress/element';

const FOCUSABLE = 'a[href], button';

/** Also what only picks a row: from box to box, but from nowhere else. */
const IN_A_COLUMN = `${ FOCUSABLE }, input[type="checkbox"]`;

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
		! target.matches( IN_A_COLUMN )
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
			`[data-wig-column="${ column }"] :is(${ IN_A_COLUMN })`
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

/** Before a row goes away with the button that was pressed in it: on to the next row, the one before, or the list. */
export function focusAfter( list: HTMLElement | null, id: number ) {
	const row = list?.querySelector( `[data-wig-row="${ id }"]` );
	const next = row?.nextElementSibling ?? row?.previousElementSibling;
	const place = next?.querySelector( FOCUSABLE ) ?? list;
	if ( place instanceof HTMLElement ) {
		place.focus();
	}
}
