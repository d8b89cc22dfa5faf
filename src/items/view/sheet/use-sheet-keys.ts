import type { KeyboardEvent } from 'react';
import { __ } from '@wordpress/i18n';
import type { Item } from '../../../schema';
import { announce } from '../../../shared/ui/announce';
import { useItemActions } from '../actions';
import type { useCursor } from './use-cursor';

interface Use {
	isOff: boolean;
	isName: boolean;
	item: Item | null;
	cursor: ReturnType< typeof useCursor >;
	/** Begins to edit, with what was typed; false where the cell cannot be changed. */
	onEdit: ( text?: string ) => boolean;
	onFill: () => void;
	onClear: () => void;
	onUndo: () => void;
	onRedo: () => void;
}

/** The keys of a spreadsheet, while no cell is edited. Those of the header's buttons are their own. */
export function useSheetKeys( use: Use ) {
	const { isOff, isName, item, cursor, onEdit, onUndo, onRedo } = use;
	const { onFill, onClear } = use;
	const { open } = useItemActions();

	const onKeyDown = ( event: KeyboardEvent ) => {
		const { key, shiftKey: shift, altKey } = event;
		const ctrl = event.ctrlKey || event.metaKey;
		const isCell =
			event.target instanceof Element &&
			event.target.closest( '[data-wig-cell]' );
		if ( isOff || altKey || ! isCell ) {
			return;
		}
		const letter = ctrl ? key.toLowerCase() : '';
		const done = ( () => {
			if ( letter === 'z' ) {
				( shift ? onRedo : onUndo )();
				return true;
			}
			if ( letter === 'y' ) {
				onRedo();
				return true;
			}
			if ( letter === 'd' ) {
				onFill();
				return true;
			}
			if ( key === 'Enter' && isName && item ) {
				open( item.id );
				return true;
			}
			if ( key === 'Enter' || key === 'F2' ) {
				return onEdit();
			}
			if ( key === 'Delete' || key === 'Backspace' ) {
				onClear();
				return true;
			}
			if ( key === 'Escape' ) {
				cursor.go( cursor.active );
				cursor.isLeaving.current = true;
				announce(
					__( 'Tab leaves the table now.', 'woo-inventory-guard' )
				);
				return true;
			}
			if ( key.length === 1 && ! ctrl ) {
				return onEdit( key );
			}
			return cursor.byKey( key, ctrl, shift );
		} )();
		if ( done ) {
			event.preventDefault();
			event.stopPropagation();
		}
	};

	return onKeyDown;
}
