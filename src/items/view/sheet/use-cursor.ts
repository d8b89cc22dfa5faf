import { useCallback, useRef, useState } from '@wordpress/element';
import {
	moveBy,
	moveByTab,
	type Place,
	type Size,
} from '../../logic/sheet/move';

const START: Place = { row: 0, column: 0 };

/** Which cell is active and how far the selection reaches from where it began. */
export function useCursor( size: Size ) {
	const [ active, setActive ] = useState( START );
	const [ anchor, setAnchor ] = useState( START );
	/** Whether the active cell is to take the focus: it was moved by a person, not by a list that became shorter. */
	const wantsFocus = useRef( false );
	/** After Escape, Tab leaves the sheet. */
	const isLeaving = useRef( false );

	const go = useCallback( ( place: Place, extend = false ) => {
		wantsFocus.current = true;
		isLeaving.current = false;
		setActive( place );
		if ( ! extend ) {
			setAnchor( place );
		}
	}, [] );

	/** True where the key moved. */
	const byKey = ( key: string, ctrl: boolean, shift: boolean ): boolean => {
		const place =
			key === 'Tab'
				? ! isLeaving.current && moveByTab( active, size, shift )
				: moveBy( active, size, { key, ctrl, shift } );
		isLeaving.current = false;
		if ( ! place ) {
			return false;
		}
		go( place, shift && key !== 'Tab' );
		return true;
	};

	const within: Place = {
		row: Math.min( active.row, Math.max( 0, size.rows - 1 ) ),
		column: Math.min( active.column, Math.max( 0, size.columns - 1 ) ),
	};
	return { active: within, anchor, go, byKey, wantsFocus, isLeaving };
}
