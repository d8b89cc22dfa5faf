import { elementsOfLink } from './digital-link';
import { elementsOf, GS } from './element-string';
import { tagOf, tagOfUri, type Tag } from './epc';
import { gtinsOf, looksLikeGtin } from './gtin';
import { meaningOf, type Meaning } from './meaning';

/** What was scanned, and what it may stand for. */
export interface Scan {
	kind: 'gtin' | 'gs1' | 'link' | 'tag' | 'text';
	/** As read, without what the reader puts before it. */
	text: string;
	/** Under which an item may be known, the surest first: see keysOfItem(). */
	keys: string[];
	/**
	 * It has the form of something that can be checked, and the check fails. Likely a code that was read wrong; what
	 * it is may be looked up as it stands, but nothing is read out of it.
	 */
	isDoubtful: boolean;
	/** Says a GS1 code more than its number? */
	meaning: Meaning | null;
	tag: Tag | null;
	/** Which single thing it is (number with serial), where it says so: such a thing is counted once. */
	single: string | null;
}

/** AIM symbology identifiers of symbols that hold GS1 element strings. */
const GS1_SYMBOLS = /^\](C1|e0|d2|Q3|J1|z1)/;
const SYMBOL = /^\][A-Za-z][0-9A-Za-z]/;

/**
 * Reads a code, whatever it is. What is not certain is not guessed: it stays a text, which may be an SKU or a code of
 * the shop's own.
 *
 * @param raw
 * @param thisYear For years of two digits.
 */
export function decode( raw: string, thisYear: number ): Scan {
	const text = raw.replace( SYMBOL, '' ).trim();
	const tag = tagOf( text ) ?? tagOfUri( text );
	if ( tag ) {
		return ofTag( text, tag );
	}
	const isGs1 = GS1_SYMBOLS.test( raw );
	const link = elementsOfLink( text );
	const elements =
		link ?? ( isGs1 || saysGs1( text ) ? elementsOf( text ) : null );
	const meaning = elements && meaningOf( elements, thisYear );
	if ( meaning ) {
		return ofMeaning( text, meaning, link ? 'link' : 'gs1' );
	}
	const gtins = isGs1 ? [] : gtinsOf( text );
	return {
		...asText( text ),
		kind: gtins.length ? 'gtin' : 'text',
		keys: [ ...gtins.map( gtinKey ), ...textKeys( text ) ],
		isDoubtful: isGs1 || ( looksLikeGtin( text ) && ! gtins.length ),
	};
}

/**
 * A reader that does not name the symbol may send an element string all the same. Only what begins with a number that
 * has a check digit is believed: else "10ABC", an SKU, would be batch ABC.
 */
const saysGs1 = ( text: string ): boolean =>
	/^\(?(00|01|02|8006|414)\)?\d/.test( text.replace( GS, '' ) ) &&
	! looksLikeGtin( text );

const asText = ( text: string ): Scan => ( {
	kind: 'text',
	text,
	keys: [],
	isDoubtful: false,
	meaning: null,
	tag: null,
	single: null,
} );

function ofTag( text: string, tag: Tag ): Scan {
	return {
		...asText( text ),
		kind: 'tag',
		keys: [
			...( tag.gtin ? [ gtinKey( tag.gtin ) ] : [] ),
			...textKeys( text ),
		],
		tag,
		single: singleOf( tag.gtin, tag.serial ),
	};
}

function ofMeaning(
	text: string,
	meaning: Meaning,
	kind: Scan[ 'kind' ]
): Scan {
	const gtin = meaning.gtin ?? meaning.content?.gtin;
	return {
		...asText( text ),
		kind,
		keys: [ ...( gtin ? [ gtinKey( gtin ) ] : [] ), ...textKeys( text ) ],
		meaning,
		single: singleOf( meaning.gtin, meaning.serial ?? '' ),
	};
}

const singleOf = ( gtin: string | null, serial: string ): string | null =>
	gtin && serial !== '' ? `${ gtin } ${ serial }` : null;

const gtinKey = ( gtin: string ): string => `gtin:${ gtin }`;

/** As it stands, and without regard to capitals: a reader may send them the other way round. */
const textKeys = ( text: string ): string[] =>
	text === '' ? [] : [ `code:${ text }`, `fold:${ text.toLowerCase() }` ];

/** What can be scanned for an item. */
export interface Coded {
	barcode: string;
	sku: string;
	/** Further codes that were tied to it. */
	codes: readonly string[];
}

/** Under which keys a scan finds it. */
export function keysOfItem( { barcode, sku, codes }: Coded ): string[] {
	const numbers = [ barcode, ...codes ].flatMap( ( code ) => {
		// WooCommerce keeps numbers with hyphens, as books print them.
		const bare = code.replace( /[\s-]/g, '' );
		return [ ...gtinsOf( bare ), ...isbn13( bare ) ].map( gtinKey );
	} );
	const texts = [ barcode, sku, ...codes ].flatMap( ( code ) =>
		textKeys( code.trim() )
	);
	return [ ...new Set( [ ...numbers, ...texts ] ) ];
}

/**
 * Books from before 2007: ten characters with a check digit by 11, scanned as an EAN that begins with 978.
 * @param code
 */
function isbn13( code: string ): string[] {
	if ( ! /^\d{9}[\dX]$/i.test( code ) ) {
		return [];
	}
	const sum = Array.from( code.toUpperCase() ).reduce(
		( total, sign, at ) =>
			total + ( sign === 'X' ? 10 : Number( sign ) ) * ( 10 - at ),
		0
	);
	const data = `978${ code.slice( 0, 9 ) }`;
	return sum % 11
		? []
		: Array.from( '0123456789' ).flatMap( ( digit ) =>
				gtinsOf( data + digit )
			);
}

/** By what a code that nobody knows is noted and later tied to an item: its number where it has one, else its text. */
export const nameOf = ( { kind, text, keys }: Scan ): string => {
	const gtin =
		keys[ 0 ]?.startsWith( 'gtin:' ) && kind !== 'gtin'
			? keys[ 0 ].slice( 5 )
			: null;
	return (
		gtin ??
		text
			.replace( /\p{Cc}/gu, ' ' )
			.trim()
			.slice( 0, 190 )
	);
};
