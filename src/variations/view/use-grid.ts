import { useRef, useState } from '@wordpress/element';
import { isRTL } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';
import type { Item } from '../../schema';
import { step } from '../logic/entry';
import type { Cell, Group } from '../logic/pivot';

type Place = readonly [ number, number ];

export interface Editing {
	place: Place;
	item: Item;
	/** What the cell begins with: the key that opened it, or the number. */
	text: string;
	/** Whether the text is the first key of a new number, to go on from. */
	isTyped: boolean;
	seen: Item[ 'on_hand' ];
}

/** The keyboard of a grid (ARIA grid pattern): one cell takes part in Tab, arrows move, Enter, F2 or a digit edit. */
export function useGrid(
	group: Group,
	canEdit: ( item: Item ) => boolean,
	numberOf: ( item: Item ) => string
) {
	const table = useRef< HTMLTableElement >( null );
	const [ active, setActive ] = useState< Place >( [ 0, 0 ] );
	const [ editing, setEditing ] = useState< Editing | null >( null );
	const size: Place = [ group.rows.length, group.columns.length ];
	// Another attribute along a side, or a tab: the place may be gone.
	const at: Place = [
		Math.min( active[ 0 ], size[ 0 ] - 1 ),
		Math.min( active[ 1 ], size[ 1 ] - 1 ),
	];

	const waiting = useRef( 0 );
	const focus = ( place: Place ) => {
		setActive( place );
		cancelAnimationFrame( waiting.current );
		// Drawn first: an input that goes takes the focus with it.
		waiting.current = requestAnimationFrame( () => {
			const cell = table.current?.querySelector(
				`[data-wig-cell="${ place.join() }"]`
			);
			const link = cell?.querySelector( 'a' );
			const target = link ?? cell;
			if ( target instanceof HTMLElement ) {
				target.focus();
			}
		} );
	};
	const cellAt = ( place: Place ): Cell | undefined =>
		group.rows[ place[ 0 ] ]?.cells[ place[ 1 ] ];
	const begin = ( place: Place, text?: string ) => {
		const item = cellAt( place )?.items[ 0 ];
		if ( item && canEdit( item ) ) {
			// Who types faster than it is drawn is in the input already: taken out of it, the first digit would be saved.
			cancelAnimationFrame( waiting.current );
			setActive( place );
			setEditing( {
				place,
				item,
				text: text ?? numberOf( item ),
				isTyped: text !== undefined,
				seen: item.on_hand,
			} );
		}
	};
	const move = ( key: string, whole = false ) => {
		const next = step( key, whole, at, size, isRTL() );
		focus( next ?? at );
	};
	const end = ( key?: string ) => {
		setEditing( null );
		move( key ?? '' );
	};
	const onKeyDown = ( event: KeyboardEvent ) => {
		const { key, ctrlKey, metaKey, altKey, target } = event;
		// Buttons and links in a cell keep their own keys, but for the arrows.
		const own = target instanceof Element && target.matches( 'a, button' );
		if ( editing || altKey ) {
			return;
		}
		if ( step( key, ctrlKey || metaKey, at, size, isRTL() ) ) {
			event.preventDefault();
			move( key, ctrlKey || metaKey );
		} else if ( ! own && ( key === 'Enter' || key === 'F2' ) ) {
			event.preventDefault();
			begin( at );
		} else if (
			! own &&
			! ctrlKey &&
			! metaKey &&
			/^[\d+\-−]$/.test( key )
		) {
			event.preventDefault();
			begin( at, key );
		}
	};

	return {
		table,
		at,
		editing,
		setActive,
		begin,
		end,
		/** Focus has gone elsewhere already. */
		leave: () => setEditing( null ),
		onKeyDown,
	};
}
