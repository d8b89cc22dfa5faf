import { fits, fixedLength, identifierOf } from './application-identifiers';

/** Where a value ends that has no fixed length: FNC1, which readers send as the group separator of ASCII. */
export const GS = '\u001d';

/** An application identifier with its value. */
export interface Element {
	ai: string;
	value: string;
}

/**
 * GS1's element string, as GS1-128, GS1 DataMatrix and GS1 QR carry it, or as it stands below a code, in brackets.
 * All or nothing: one part that cannot be read makes the rest uncertain.
 */
export function elementsOf( text: string ): Element[] | null {
	const elements = text.startsWith( '(' )
		? bracketed( text )
		: running( text );
	return elements?.length && ! repeats( elements ) ? elements : null;
}

function running( text: string ): Element[] | null {
	const elements: Element[] = [];
	let rest = text.replace( /^\u001d/, '' );
	while ( rest !== '' ) {
		const ai = identifierOf( rest );
		if ( ai === null ) {
			return null;
		}
		const separator = rest.indexOf( GS );
		const open = separator < 0 ? rest.length : separator;
		const end = fixedLength( rest ) ?? open;
		// A separator inside a value of fixed length: something is missing.
		const value = rest.slice( ai.length, Math.min( end, open ) );
		if ( ! fits( ai, value ) ) {
			return null;
		}
		elements.push( { ai, value } );
		// One after a fixed value is not needed, and not wrong. At the end it would separate nothing.
		rest = rest.slice( end ).replace( /^\u001d(?=.)/s, '' );
	}
	return elements;
}

function bracketed( text: string ): Element[] | null {
	if ( ! /^(\(\d{2,4}\)[^(]+)+$/.test( text ) ) {
		return null;
	}
	const elements = [ ...text.matchAll( /\((\d{2,4})\)([^(]+)/g ) ].map(
		( [ , ai = '', value = '' ] ) => ( { ai, value } )
	);
	return elements.every(
		( { ai, value } ) => identifierOf( ai ) === ai && fits( ai, value )
	)
		? elements
		: null;
}

/**
 * The same identifier twice with two values says nothing.
 * @param elements
 */
const repeats = ( elements: Element[] ): boolean =>
	elements.some( ( { ai, value }, at ) =>
		elements
			.slice( 0, at )
			.some( ( before ) => before.ai === ai && before.value !== value )
	);
