import { useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { KeyboardEvent, ReactNode } from 'react';
import { boot } from '../../shared/app/boot';
import {
	isEnd,
	readingOf,
	scanStart,
	type ScannerSettings,
	type Stroke,
} from '../../shared/codes/keyboard';
import { formatUnits, parseUnits, toWire } from '../../shared/format/quantity';
import { Icon } from '../../shared/ui/icons';
import type { KeptItem } from '../data/db';
import { press, type PadKey } from '../logic/pad';
import type { Tally } from '../logic/tally';
import { Sheet } from './Sheet';
import { strokeOf } from './stroke';
import { unitsWords } from './words';

interface Props {
	item: KeptItem;
	tally: Tally;
	typed: string;
	settings: ScannerSettings;
	onSet: ( quantity: string, note: string ) => void;
	onAdd: ( quantity: string ) => void;
	/** Somebody scanned the next thing: what is typed counts, and on it goes. */
	onScan: ( texts: readonly string[] ) => void;
	onClose: () => void;
}

const KEYS: readonly PadKey[] = [
	'1',
	'2',
	'3',
	'4',
	'5',
	'6',
	'7',
	'8',
	'9',
	'decimal',
	'0',
	'back',
];

/** How many are there: by thumb, by keys, or said by the code itself. */
export function NumberPad( props: Props ) {
	const { item, tally, settings, onSet, onAdd, onScan, onClose } = props;
	const { locale } = boot();
	const decimal = formatUnits( 5_000n, locale ).slice( 1, 2 );
	const [ typed, setTyped ] = useState( props.typed.replace( '.', decimal ) );
	const [ note, setNote ] = useState( '' );
	const [ isWrong, setWrong ] = useState( false );
	const strokes = useRef< Stroke[] >( [] );

	const read = ( text: string ): string | null => {
		const parsed = parseUnits( text, locale );
		const units =
			'units' in parsed && parsed.units >= 0n ? parsed.units : null;
		setWrong( units === null );
		return units === null ? null : toWire( units );
	};
	const change = ( text: string ) => {
		setWrong( false );
		setTyped( text );
	};
	const go = ( act: ( quantity: string ) => void ) => {
		const quantity = read( typed );
		if ( quantity !== null ) {
			act( quantity );
		}
	};
	const onKeyDown = ( event: KeyboardEvent< HTMLInputElement > ) => {
		const stroke = strokeOf( event );
		if ( ! isEnd( stroke ) ) {
			strokes.current.push( stroke );
			return;
		}
		const start = scanStart( strokes.current, settings );
		if ( start === null ) {
			return;
		}
		event.preventDefault();
		const scanned = readingOf(
			strokes.current.slice( start ),
			settings
		).texts;
		const before = typed.slice(
			0,
			Math.max( 0, typed.length - ( strokes.current.length - start ) )
		);
		strokes.current = [];
		const quantity = before === '' ? null : read( before );
		if ( quantity !== null ) {
			onSet( quantity, note );
		}
		onScan( scanned );
	};
	const has = tally.mine !== null;
	return (
		<Sheet title={ item.name } onClose={ onClose } className="wig-c-pad">
			<form
				onSubmit={ ( event ) => {
					event.preventDefault();
					go( ( quantity ) => onSet( quantity, note ) );
				} }
			>
				<input
					type="text"
					data-first
					inputMode="none"
					autoComplete="off"
					aria-label={ __( 'Number', 'woo-inventory-guard' ) }
					aria-invalid={ isWrong || undefined }
					value={ typed }
					onChange={ ( event ) =>
						change( event.currentTarget.value )
					}
					onKeyDown={ onKeyDown }
				/>
				<p role="alert" className="wig-c-wrong">
					{ isWrong &&
						__(
							'Type a number, such as 12 or 0.5.',
							'woo-inventory-guard'
						) }
				</p>
				<div className="wig-c-keys">
					{ KEYS.map( ( key ) => (
						<button
							key={ key }
							type="button"
							aria-label={ labelOf( key ) }
							onClick={ () =>
								change( press( typed, key, decimal ) )
							}
						>
							{ faceOf( key, decimal ) }
						</button>
					) ) }
				</div>
				<input
					type="text"
					className="wig-c-note"
					maxLength={ 500 }
					aria-label={ __( 'Note', 'woo-inventory-guard' ) }
					placeholder={ __( 'Note', 'woo-inventory-guard' ) }
					value={ note }
					onChange={ ( event ) =>
						setNote( event.currentTarget.value )
					}
				/>
				<div className="wig-c-choices">
					{ has && (
						<button type="button" onClick={ () => go( onAdd ) }>
							{ sprintf(
								/* translators: %s: number of units that are counted already. */
								__( 'Add to %s', 'woo-inventory-guard' ),
								unitsWords( tally.mine )
							) }
						</button>
					) }
					<button type="submit" className="is-primary">
						{ has
							? sprintf(
									/* translators: %s: number of units that are counted already. */
									__(
										'Instead of %s',
										'woo-inventory-guard'
									),
									unitsWords( tally.mine )
								)
							: __( 'Save', 'woo-inventory-guard' ) }
					</button>
				</div>
			</form>
		</Sheet>
	);
}

const faceOf = ( key: PadKey, decimal: string ): ReactNode => {
	if ( key === 'back' ) {
		return <Icon name="start" />;
	}
	return key === 'decimal' ? decimal : key;
};

const labelOf = ( key: PadKey ): string | undefined => {
	if ( key === 'back' ) {
		return __( 'Delete', 'woo-inventory-guard' );
	}
	return key === 'decimal'
		? __( 'Decimal sign', 'woo-inventory-guard' )
		: undefined;
};
