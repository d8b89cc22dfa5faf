import { isRTL } from '@wordpress/i18n';
import { useEffect, useId, useRef, useState } from '@wordpress/element';
import type { KeyboardEvent } from 'react';
import { draftProblemWord } from '../../items';
import type { EntryProblem } from '../logic/entry';
import type { Editing } from './use-grid';

interface Props {
	editing: Editing;
	/** Sends what is typed; gives what is wrong with it. */
	onEnter: ( text: string ) => EntryProblem | null;
	/** Closed, by this key. */
	onEnd: ( key?: string ) => void;
	onLeave: () => void;
}

/** Types a number into a cell: Enter saves and goes down, Tab saves and goes on, Escape leaves it as it was. */
export function CellInput( { editing, onEnter, onEnd, onLeave }: Props ) {
	const [ text, setText ] = useState( editing.text );
	const [ wrong, setWrong ] = useState< EntryProblem | null >( null );
	const field = useRef< HTMLInputElement >( null );
	const id = useId();
	useEffect( () => {
		const { length } = editing.text;
		field.current?.focus();
		// A number that stood there is typed over; a first digit is gone on from.
		field.current?.setSelectionRange(
			editing.isTyped ? length : 0,
			length
		);
	}, [ editing ] );

	const [ back, onward ] = isRTL()
		? [ 'ArrowRight', 'ArrowLeft' ]
		: [ 'ArrowLeft', 'ArrowRight' ];
	const save = ( end: () => void ) => {
		const problem = onEnter( text );
		setWrong( problem );
		if ( ! problem ) {
			end();
		}
	};
	const onKeyDown = ( event: KeyboardEvent ) => {
		if ( event.nativeEvent.isComposing ) {
			return;
		}
		if ( event.key === 'Enter' ) {
			event.preventDefault();
			save( () => onEnd( event.shiftKey ? 'ArrowUp' : 'ArrowDown' ) );
		} else if ( event.key === 'Tab' ) {
			event.preventDefault();
			save( () => onEnd( event.shiftKey ? back : onward ) );
		} else if ( event.key === 'Escape' ) {
			event.preventDefault();
			event.stopPropagation();
			onEnd();
		}
	};
	return (
		<>
			<input
				ref={ field }
				className="wig-cell-input"
				inputMode="decimal"
				autoComplete="off"
				aria-label={ editing.item.name }
				aria-invalid={ wrong ? true : undefined }
				aria-describedby={ wrong ? id : undefined }
				value={ text }
				onChange={ ( event ) => {
					setText( event.target.value );
					setWrong( null );
				} }
				onKeyDown={ onKeyDown }
				onBlur={ () => save( onLeave ) }
			/>
			{ wrong && (
				<span id={ id } role="alert" className="wig-cell-wrong">
					{ draftProblemWord( wrong ) }
				</span>
			) }
		</>
	);
}
