import { fits, identifierOf } from './application-identifiers';
import type { Element } from './element-string';

/** What may follow a primary key in the path, in this order. */
const QUALIFIERS: Record< string, RegExp > = {
	'01': /^(22 )?(10 )?(21 )?$|^235 $/,
	'8006': /^(22 )?(10 )?(21 )?$/,
	'00': /^$/,
	'414': /^(254 |7040 )?$/,
};

/**
 * GS1 Digital Link: https://any.shop/any/path/01/09521234543213/10/ABC123?17=261231. Keys stand in the path, everything
 * else in the query; what the query holds beside identifiers belongs to whoever made the address. Compressed links are
 * not read.
 */
export function elementsOfLink( text: string ): Element[] | null {
	if ( ! /^https?:\/\//i.test( text ) ) {
		return null;
	}
	const url = read( text );
	if ( url === null ) {
		return null;
	}
	const steps = url.pathname.split( '/' );
	// The last primary key: a shop's own path may hold such digits before it.
	for ( let at = steps.length - 2; at > 0; at-- ) {
		const key = steps[ at ] ?? '';
		if ( key in QUALIFIERS && ( steps.length - at ) % 2 === 0 ) {
			const elements = pairs( steps.slice( at ) );
			const order = elements
				?.slice( 1 )
				.map( ( { ai } ) => `${ ai } ` )
				.join( '' );
			if (
				elements &&
				order !== undefined &&
				QUALIFIERS[ key ]?.test( order )
			) {
				return [ ...elements, ...attributes( url ) ];
			}
		}
	}
	return null;
}

function read( text: string ): URL | null {
	try {
		return new URL( text );
	} catch {
		return null;
	}
}

/** A pair each of identifier and value; NULL where one does not fit. */
function pairs( steps: string[] ): Element[] | null {
	const elements: Element[] = [];
	for ( let at = 0; at < steps.length; at += 2 ) {
		const ai = steps[ at ] ?? '';
		const value = plain( steps[ at + 1 ] ?? '' );
		// Older links write GTINs without the zeros in front.
		const full = ai === '01' && value ? value.padStart( 14, '0' ) : value;
		if (
			full === null ||
			identifierOf( ai ) !== ai ||
			! fits( ai, full )
		) {
			return null;
		}
		elements.push( { ai, value: full } );
	}
	return elements;
}

const attributes = ( { searchParams }: URL ): Element[] =>
	[ ...searchParams ].flatMap( ( [ ai, value ] ) =>
		identifierOf( ai ) === ai && fits( ai, value ) ? [ { ai, value } ] : []
	);

function plain( coded: string ): string | null {
	try {
		return decodeURIComponent( coded );
	} catch {
		return null;
	}
}
