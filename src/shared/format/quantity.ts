import type { Quantity } from '../../schema';

/**
 * A number of units as an integer of ten-thousandths. Nothing is ever calculated in floats: 0.1 + 0.2 kg is 0.3 kg, and
 * 99,999,999,999.9999 has more digits than a double.
 */
export type Units = bigint;

export type ParseProblem = 'empty' | 'no-number' | 'too-fine' | 'too-large';
export type Parsed = { units: Units } | { problem: ParseProblem };

const SCALE = 10_000n;
const PLACES = 4;
const MOST = 99_999_999_999n * SCALE + 9_999n;

/** From REST: a JSON number or a decimal string, both with at most four places. */
export function toUnits( quantity: Quantity ): Units {
	const match = /^(-?)(\d+)(?:\.(\d{1,4})\d*)?$/.exec( plain( quantity ) );
	if ( ! match ) {
		return 0n;
	}
	const [ , sign, whole = '0', fraction = '' ] = match;
	const units =
		BigInt( whole ) * SCALE + BigInt( fraction.padEnd( PLACES, '0' ) );
	return sign ? -units : units;
}

// String( 0.00001 ) would be 1e-5; four places never get there, but 1e21 may arrive from a broken proxy.
function plain( quantity: Quantity ): string {
	return typeof quantity === 'number' && ! Number.isInteger( quantity )
		? quantity.toFixed( PLACES )
		: String( quantity );
}

/** To REST: a decimal string, exact. */
export function toWire( units: Units ): string {
	const [ whole, fraction ] = split( units );
	return `${ units < 0n ? '-' : '' }${ whole }${ fraction && `.${ fraction }` }`;
}

function split( units: Units ): [ bigint, string ] {
	const size = units < 0n ? -units : units;
	const fraction = ( size % SCALE )
		.toString()
		.padStart( PLACES, '0' )
		.replace( /0+$/, '' );
	return [ size / SCALE, fraction ];
}

interface Habits {
	group: string;
	decimal: string;
	digits: string[];
	whole: Intl.NumberFormat;
}

const known = new Map< string, Habits >();

function habitsOf( locale: string ): Habits {
	let habits = known.get( locale );
	if ( ! habits ) {
		const format = numberFormat( locale );
		const parts = format.formatToParts( 1_234_567.5 );
		const part = ( type: string ) =>
			parts.find( ( found ) => found.type === type )?.value ?? '';
		habits = {
			group: part( 'group' ),
			decimal: part( 'decimal' ) || '.',
			digits: Array.from( { length: 10 }, ( _, digit ) =>
				format.format( digit )
			),
			whole: format,
		};
		known.set( locale, habits );
	}
	return habits;
}

// WordPress knows locales that Intl does not (such as art-xemoji): those read numbers as English does.
function numberFormat( locale: string ): Intl.NumberFormat {
	try {
		return new Intl.NumberFormat( locale );
	} catch {
		return new Intl.NumberFormat( 'en' );
	}
}

/** For people: grouped, with a real minus sign, and a plus where a change is meant. */
export function formatUnits(
	units: Units,
	locale: string,
	{ signed = false }: { signed?: boolean } = {}
): string {
	const { decimal, digits, whole } = habitsOf( locale );
	const [ size, fraction ] = split( units );
	const localFraction = fraction.replace(
		/\d/g,
		( digit ) => digits[ Number( digit ) ] ?? digit
	);
	const plus = signed && units > 0n ? '+' : '';
	return `${ units < 0n ? '\u2212' : plus }${ whole.format( size ) }${ fraction && decimal + localFraction }`;
}

export const formatQuantity = (
	quantity: Quantity,
	locale: string,
	options?: { signed?: boolean }
): string => formatUnits( toUnits( quantity ), locale, options );

/** From what a person typed, in their own habits or in plain 1.5; with full-width and local digits. */
export function parseUnits( text: string, locale: string ): Parsed {
	const { group, decimal, digits } = habitsOf( locale );
	let typed = Array.from( text.normalize( 'NFKC' ) )
		.map( ( sign ) => {
			const digit = digits.indexOf( sign );
			return digit < 0 ? sign : String( digit );
		} )
		.join( '' )
		.replace( /[\u2212\u2013\u2014]/g, '-' )
		.replace( /[\s\u00a0\u202f\u066c'\u2019]/g, '' );
	if ( typed === '' ) {
		return { problem: 'empty' };
	}
	if ( group && grouped( typed, group, decimal ) ) {
		typed = typed.replaceAll( group, '' );
	}
	// What is left of the other mark can only be meant as the decimal one: "1.5" typed in Berlin, "1,5" in London.
	const match = /^([+-]?)(\d*)(?:[.,\u066b](\d*))?$/.exec( typed );
	const [ , sign = '', whole = '', fraction = '' ] = match ?? [];
	if ( ! match || whole + fraction === '' ) {
		return { problem: 'no-number' };
	}
	if ( fraction.replace( /0+$/, '' ).length > PLACES ) {
		return { problem: 'too-fine' };
	}
	const units =
		BigInt( whole || '0' ) * SCALE +
		BigInt( fraction.slice( 0, PLACES ).padEnd( PLACES, '0' ) );
	if ( units > MOST ) {
		return { problem: 'too-large' };
	}
	return { units: sign === '-' ? -units : units };
}

function grouped( typed: string, group: string, decimal: string ): boolean {
	const mark = escape( group );
	return new RegExp(
		`^[+-]?[1-9]\\d{0,2}(?:${ mark }\\d{3})+(?:${ escape( decimal ) }\\d*)?$`
	).test( typed );
}

const escape = ( mark: string ) =>
	mark.replace( /[.*+?^${}()|[\]\\]/g, '\\$&' );
