import { useEffect, useRef, useState } from '@wordpress/element';
import type { Place } from '../../logic/sheet/move';

/**
 * A press makes a cell the active one, Shift or a drag selects up to it, two presses edit it. Gives the ref for the
 * element around the rows. (The keys do all of this too.)
 */
export function useMouse(
	onPoint: ( place: Place, extend: boolean ) => void,
	onEdit: () => void
) {
	const [ around, setAround ] = useState< HTMLElement | null >( null );
	const newest = useRef( { onPoint, onEdit } );
	newest.current = { onPoint, onEdit };

	useEffect( () => {
		const point = ( { target, buttons, shiftKey, type }: MouseEvent ) => {
			const isDrag = type === 'mouseover';
			const place = placeOf( target );
			if ( place && ( ! isDrag || buttons === 1 ) ) {
				newest.current.onPoint( place, isDrag || shiftKey );
			}
		};
		const edit = ( { target }: MouseEvent ) => {
			if ( placeOf( target ) ) {
				newest.current.onEdit();
			}
		};
		around?.addEventListener( 'mousedown', point );
		around?.addEventListener( 'mouseover', point );
		around?.addEventListener( 'dblclick', edit );
		return () => {
			around?.removeEventListener( 'mousedown', point );
			around?.removeEventListener( 'mouseover', point );
			around?.removeEventListener( 'dblclick', edit );
		};
	}, [ around ] );
	return setAround;
}

/** The cell that the mouse is on; links and fields keep their clicks. */
function placeOf( target: EventTarget | null ): Place | null {
	if (
		! ( target instanceof Element ) ||
		target.closest( 'a, input, select' )
	) {
		return null;
	}
	const cell = target.closest( '[data-wig-cell]' );
	const [ row, column ] = ( cell?.getAttribute( 'data-wig-cell' ) ?? '' )
		.split( ':' )
		.map( Number );
	return row === undefined || column === undefined ? null : { row, column };
}
