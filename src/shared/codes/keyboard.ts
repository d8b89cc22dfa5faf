import { GS } from './element-string';

/** A key that went down. `at` in milliseconds. */
export interface Stroke {
	key: string;
	/** Which key of the keyboard, whatever is printed on it; empty where it cannot be told. */
	code: string;
	shift: boolean;
	ctrl: boolean;
	at: number;
}

/** How a scanner is set up. Both may be empty. */
export interface ScannerSettings {
	prefix: string;
	suffix: string;
	/** What it sends for FNC1, where not the control character. */
	separator: string;
}

export const PLAIN: ScannerSettings = { prefix: '', suffix: '', separator: '' };

const ENDS = [ 'Enter', 'Tab' ];

/** So fast types no person: eight in a row with at most this between them. */
const MACHINE = 45;
const FEWEST = 6;

/**
 * Keys that came together, as a text. A scanner types the keys of its own layout (US as a rule); where the system has
 * another, the letters come out wrong, but which keys they were is known: so there are two readings.
 */
export interface Reading {
	/** What stands there in the system's layout; then, where it differs, what a US keyboard would have made of it. */
	texts: string[];
	/** Typed faster than a person types. */
	isMachine: boolean;
}

/** Is this the end of a scan? */
export const isEnd = ( { key }: Stroke ): boolean => ENDS.includes( key );

/** A key that makes a sign, or the separator (Ctrl and the closing bracket). */
export const isSign = ( stroke: Stroke ): boolean =>
	isSeparator( stroke ) ||
	( ! stroke.ctrl && Array.from( stroke.key ).length === 1 );

const isSeparator = ( { ctrl, code, key }: Stroke ): boolean =>
	key === GS || ( ctrl && ( code === 'BracketRight' || key === ']' ) );

/** What strokes say, without the scanner's prefix and suffix. */
export function readingOf(
	strokes: readonly Stroke[],
	settings: ScannerSettings = PLAIN
): Reading {
	const signs = strokes.filter( isSign );
	const typed = signs.map( ( stroke ) =>
		isSeparator( stroke ) ? GS : stroke.key
	);
	const usual = signs.map( ( stroke ) =>
		isSeparator( stroke ) ? GS : usKey( stroke )
	);
	const texts = [ typed.join( '' ) ];
	if ( usual.every( ( sign ) => sign !== null ) ) {
		texts.push( usual.join( '' ) );
	}
	return {
		texts: [
			...new Set( texts.map( ( text ) => bare( text, settings ) ) ),
		],
		isMachine: isMachine( signs ),
	};
}

function isMachine( signs: readonly Stroke[] ): boolean {
	return (
		signs.length >= FEWEST &&
		signs.every(
			( { at }, n ) =>
				n === 0 || at - ( signs[ n - 1 ]?.at ?? at ) <= MACHINE
		)
	);
}

/** Takes away what the scanner puts around a code, and gives FNC1 its own sign. */
export function bare(
	text: string,
	{ prefix, suffix, separator }: ScannerSettings
): string {
	let code = text;
	if ( prefix && code.startsWith( prefix ) ) {
		code = code.slice( prefix.length );
	}
	if ( suffix && code.endsWith( suffix ) ) {
		code = code.slice( 0, -suffix.length );
	}
	return separator ? code.replaceAll( separator, GS ) : code;
}

/**
 * Where in strokes a scan begins that ends with them, or NULL for a person's typing. Somebody may type a number and
 * scan the next thing without leaving the field: what was typed slowly before is theirs.
 */
export function scanStart(
	strokes: readonly Stroke[],
	settings: ScannerSettings = PLAIN
): number | null {
	let start = strokes.length - 1;
	while (
		start > 0 &&
		( strokes[ start ]?.at ?? 0 ) - ( strokes[ start - 1 ]?.at ?? 0 ) <=
			MACHINE
	) {
		start--;
	}
	if ( strokes.length - start >= FEWEST ) {
		return start;
	}
	// A slow scanner is known by its prefix.
	const prefix = Array.from( settings.prefix );
	for (
		let at = strokes.length - prefix.length;
		prefix.length && at >= 0;
		at--
	) {
		if ( prefix.every( ( sign, n ) => strokes[ at + n ]?.key === sign ) ) {
			return at;
		}
	}
	return null;
}

/** Keys of a US keyboard: without and with Shift. */
const US: Record< string, string > = {
	Backquote: '`~',
	Minus: '-_',
	Equal: '=+',
	BracketLeft: '[{',
	BracketRight: ']}',
	Backslash: '\\|',
	Semicolon: ';:',
	Quote: '\'"',
	Comma: ',<',
	Period: '.>',
	Slash: '/?',
	Space: '  ',
	NumpadDecimal: '..',
	NumpadAdd: '++',
	NumpadSubtract: '--',
	NumpadMultiply: '**',
	NumpadDivide: '//',
	Digit1: '1!',
	Digit2: '2@',
	Digit3: '3#',
	Digit4: '4$',
	Digit5: '5%',
	Digit6: '6^',
	Digit7: '7&',
	Digit8: '8*',
	Digit9: '9(',
	Digit0: '0)',
};

function usKey( { code, shift }: Stroke ): string | null {
	const letter = /^Key([A-Z])$/.exec( code )?.[ 1 ];
	if ( letter ) {
		return shift ? letter : letter.toLowerCase();
	}
	const pad = /^Numpad(\d)$/.exec( code )?.[ 1 ];
	return pad ?? US[ code ]?.[ shift ? 1 : 0 ] ?? null;
}
