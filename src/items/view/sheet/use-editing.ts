import { useCallback, useRef, useState } from '@wordpress/element';
import type { Item } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { canEdit, type SheetColumn } from '../../logic/sheet/cells';
import { shown } from '../../logic/sheet/edits';
import type { Sheet } from '../../logic/sheet/shapes';
import type { Place } from '../../logic/sheet/move';
import type { Leave } from './CellEditor';
import type { Editing } from './SheetRow';
import { editText } from './use-block';
import type { useCursor } from './use-cursor';

interface Use {
	/** The active one; null where nothing may be changed. */
	item: Item | null;
	column: SheetColumn | undefined;
	sheet: Sheet;
	cursor: ReturnType< typeof useCursor >;
	onWrite: ( block: string[][], corner: Place ) => void;
}

/** The one cell that is edited, from the first key to where its value goes. */
export function useEditing( { item, column, sheet, cursor, onWrite }: Use ) {
	const { active, wantsFocus } = cursor;
	const [ editing, setEditing ] = useState< Editing | null >( null );
	/** A click on another cell makes that one active before the field is left. */
	const place = useRef( active );

	const edit = ( text?: string ): boolean => {
		if (
			! item ||
			! column ||
			! canEdit( item, column, boot().woocommerce )
		) {
			return false;
		}
		const value = shown( sheet, item, column );
		place.current = active;
		setEditing( {
			row: active.row,
			column,
			isTyping: text !== undefined && column !== 'backorders',
			text:
				text === undefined || column === 'backorders'
					? editText( value, column )
					: text,
		} );
		return true;
	};
	const latest = useRef( { go: cursor.byKey, onWrite } );
	latest.current = { go: cursor.byKey, onWrite };
	const onCommit = useCallback(
		( text: string, leave: Leave ) => {
			setEditing( null );
			latest.current.onWrite( [ [ text ] ], place.current );
			const step: Partial< Record< Leave, [ string, boolean ] > > = {
				down: [ 'ArrowDown', false ],
				up: [ 'ArrowUp', false ],
				next: [ 'Tab', false ],
				before: [ 'Tab', true ],
			};
			const [ key, shift ] = step[ leave ] ?? [ '', false ];
			if ( leave !== 'stay' ) {
				wantsFocus.current = true;
				latest.current.go( key, false, shift );
			}
		},
		[ wantsFocus ]
	);
	const onCancel = useCallback( () => {
		wantsFocus.current = true;
		setEditing( null );
	}, [ wantsFocus ] );
	return { editing, edit, onCommit, onCancel };
}
