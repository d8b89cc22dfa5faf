import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { POLICIES, type EditColumn } from '../../logic/sheet/cells';
import { policyWords } from './words';

export type Leave = 'down' | 'up' | 'next' | 'before' | 'stay';

interface Props {
	column: EditColumn;
	label: string;
	text: string;
	/** Typed over what was there, so arrows leave the cell instead of moving in the text. */
	isTyping: boolean;
	onCommit: ( text: string, leave: Leave ) => void;
	onCancel: () => void;
}

const LEAVING: Record< string, Leave > = { ArrowDown: 'down', ArrowUp: 'up' };

/** A cell while it is edited. What is typed is kept when focus goes elsewhere; Escape throws it away. */
export function CellEditor( props: Props ) {
	const { column, label, isTyping, onCommit, onCancel } = props;
	const [ text, setText ] = useState( props.text );
	const field = useRef< HTMLInputElement & HTMLSelectElement >( null );
	const isDone = useRef( false );

	useEffect( () => {
		field.current?.focus();
		if ( ! isTyping && field.current?.tagName === 'INPUT' ) {
			field.current.select();
		}
	}, [ isTyping ] );

	const commit = ( leave: Leave ) => {
		if ( ! isDone.current ) {
			isDone.current = true;
			onCommit( text, leave );
		}
	};
	const onKeyDown = ( event: KeyboardEvent ) => {
		event.stopPropagation();
		const { key, shiftKey } = event;
		// An input method that is still choosing a character owns its keys.
		if ( event.nativeEvent.isComposing ) {
			return;
		}
		if ( key === 'Escape' ) {
			event.preventDefault();
			isDone.current = true;
			onCancel();
		} else if ( key === 'Enter' ) {
			event.preventDefault();
			commit( shiftKey ? 'up' : 'down' );
		} else if ( key === 'Tab' ) {
			event.preventDefault();
			commit( shiftKey ? 'before' : 'next' );
		} else if ( isTyping && LEAVING[ key ] && column !== 'backorders' ) {
			event.preventDefault();
			commit( LEAVING[ key ] );
		}
	};
	const shared = {
		ref: field,
		className: 'wig-cell-editor',
		'aria-label': label,
		onKeyDown,
		onBlur: () => commit( 'stay' ),
	};
	if ( column === 'backorders' ) {
		const words = policyWords();
		return (
			<select
				{ ...shared }
				value={ text }
				onChange={ ( event ) => setText( event.target.value ) }
			>
				<option value="">
					{ __( 'Inherited', 'woo-inventory-guard' ) }
				</option>
				{ POLICIES.map( ( policy ) => (
					<option key={ policy } value={ policy }>
						{ words[ policy ] }
					</option>
				) ) }
			</select>
		);
	}
	return (
		<input
			{ ...shared }
			type="text"
			inputMode={
				column === 'supplier' || column === 'bin' ? 'text' : 'decimal'
			}
			value={ text }
			onChange={ ( event ) => setText( event.target.value ) }
		/>
	);
}
