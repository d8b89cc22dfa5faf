import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';
import {
	bare,
	isEnd,
	readingOf,
	type ScannerSettings,
	type Stroke,
} from '../../shared/codes/keyboard';
import { Icon } from '../../shared/ui/icons';
import { strokeOf } from './stroke';

interface Props {
	settings: ScannerSettings;
	onScan: ( texts: readonly string[] ) => void;
}

/** A scanner without Enter at the end is done when it is silent for so long, in milliseconds. */
const SILENCE = 150;

/**
 * Where scanners type, and people who have no scanner. Whatever is typed while nothing else is open ends up here. The
 * phone's own keyboard stays away until it is asked for: it would hide half of the screen.
 */
export function ScanField( { settings, onScan }: Props ) {
	const field = useRef< HTMLInputElement >( null );
	const strokes = useRef< Stroke[] >( [] );
	const timer = useRef< ReturnType< typeof setTimeout > >( undefined );
	const [ byHand, setByHand ] = useState( false );

	const done = () => {
		clearTimeout( timer.current );
		const typed = field.current?.value ?? '';
		const { texts } = readingOf( strokes.current, settings );
		// Where the keys do not say what stands there (a handheld that inserts text, a paste), the text does.
		const all = strokes.current
			.map( ( { key } ) => ( key.length === 1 ? key : '' ) )
			.join( '' );
		strokes.current = [];
		if ( field.current ) {
			field.current.value = '';
		}
		const read =
			all === typed || typed === '' ? texts : [ bare( typed, settings ) ];
		if ( read.some( ( text ) => text.trim() !== '' ) ) {
			onScan( read );
		}
	};

	const onKeyDown = ( event: KeyboardEvent< HTMLInputElement > ) => {
		const stroke = strokeOf( event );
		if ( isEnd( stroke ) ) {
			if ( event.currentTarget.value !== '' ) {
				event.preventDefault();
				done();
			}
			return;
		}
		if ( stroke.key === 'Backspace' || stroke.key === 'Escape' ) {
			// Somebody types: what stands there says it now.
			strokes.current = [];
			return;
		}
		strokes.current.push( stroke );
		clearTimeout( timer.current );
		if ( readingOf( strokes.current, settings ).isMachine ) {
			timer.current = setTimeout( done, SILENCE );
		}
	};

	useEffect( () => {
		field.current?.focus();
		const onKey = ( event: globalThis.KeyboardEvent ) => {
			const isSign =
				Array.from( event.key ).length === 1 && event.key !== ' ';
			if (
				isSign &&
				! event.metaKey &&
				! event.altKey &&
				! document.querySelector( 'dialog[open]' ) &&
				! ( event.target instanceof HTMLInputElement )
			) {
				field.current?.focus();
			}
		};
		document.addEventListener( 'keydown', onKey );
		return () => {
			document.removeEventListener( 'keydown', onKey );
			clearTimeout( timer.current );
		};
	}, [] );

	return (
		<form
			className="wig-c-scan"
			onSubmit={ ( event ) => {
				event.preventDefault();
				done();
			} }
		>
			<input
				ref={ field }
				type="text"
				aria-label={ __(
					'Scan or type a code',
					'woo-inventory-guard'
				) }
				placeholder={ __(
					'Scan or type a code',
					'woo-inventory-guard'
				) }
				inputMode={ byHand ? 'text' : 'none' }
				enterKeyHint="go"
				autoComplete="off"
				autoCapitalize="off"
				spellCheck={ false }
				onKeyDown={ onKeyDown }
			/>
			<button
				type="button"
				className="wig-c-icon"
				aria-label={ __( 'Keyboard', 'woo-inventory-guard' ) }
				aria-pressed={ byHand }
				onClick={ () => {
					setByHand( ! byHand );
					field.current?.blur();
					// The keyboard comes only for a focus after the field has changed.
					setTimeout( () => field.current?.focus() );
				} }
			>
				<Icon name="keyboard" />
			</button>
		</form>
	);
}
