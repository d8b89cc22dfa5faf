import { Refusal } from './refusal';

export interface XmlEvents {
	/** `text` is the rest of the tag: its attributes. */
	open: ( name: string, attributes: string ) => void;
	close: ( name: string ) => void;
	text: ( text: string ) => void;
}

/** No tag and no text between two tags is longer than this in a file that a spreadsheet made. */
const MOST = 1_048_576;

/**
 * Reads XML that comes in portions, as far as spreadsheets need it. It knows the five entities that XML has by itself
 * and numbers, and refuses a document that declares any (a "billion laughs" does so) or names other files.
 */
export class XmlReader {
	private rest = '';

	constructor( private readonly events: XmlEvents ) {}

	/** @throws Refusal */
	push( portion: string ) {
		const text = this.rest + portion;
		let at = 0;
		for (;;) {
			const tag = text.indexOf( '<', at );
			if ( tag < 0 ) {
				break;
			}
			const end = endOf( text, tag );
			if ( end < 0 ) {
				break;
			}
			if ( tag > at ) {
				this.events.text( plain( text.slice( at, tag ) ) );
			}
			this.tag( text.slice( tag, end ) );
			at = end;
		}
		this.rest = text.slice( at );
		if ( this.rest.length > MOST ) {
			throw new Refusal( 'line_too_long' );
		}
	}

	private tag( tag: string ) {
		if ( tag.startsWith( '<![CDATA[' ) ) {
			this.events.text( tag.slice( 9, -3 ) );
			return;
		}
		if ( tag.startsWith( '<!--' ) || tag.startsWith( '<?' ) ) {
			return;
		}
		if ( tag.startsWith( '<!' ) ) {
			throw new Refusal( 'declares_entities' );
		}
		const [ , slash = '', name = '', rest = '' ] =
			/^<(\/?)(?:[^\s:/>]*:)?([^\s/>]+)([^]*?)\/?>$/.exec( tag ) ?? [];
		if ( slash === '/' ) {
			this.events.close( name );
			return;
		}
		this.events.open( name, rest );
		if ( tag.endsWith( '/>' ) ) {
			this.events.close( name );
		}
	}
}

/** Behind the tag, comment or marked section that begins there; -1 where its end has not come yet. */
function endOf( text: string, from: number ): number {
	if ( text.startsWith( '<!--', from ) ) {
		return behind( text, '-->', from );
	}
	if ( text.startsWith( '<![CDATA[', from ) ) {
		return behind( text, ']]>', from );
	}
	// What follows these letters says which of them it is.
	if ( text.startsWith( '<!', from ) && text.length < from + 9 ) {
		return -1;
	}
	// Quoted, this sign does not end a tag.
	let quote = '';
	for ( let at = from + 1; at < text.length; at++ ) {
		const sign = text[ at ];
		if ( quote !== '' ) {
			quote = sign === quote ? '' : quote;
		} else if ( sign === '"' || sign === "'" ) {
			quote = sign;
		} else if ( sign === '>' ) {
			return at + 1;
		}
	}
	return -1;
}

function behind( text: string, mark: string, from: number ): number {
	const at = text.indexOf( mark, from );
	return at < 0 ? -1 : at + mark.length;
}

/** Patterns of attributes: a sheet asks for the same few a million times. */
const patterns = new Map< string, RegExp >();

/** The value of an attribute, whatever prefix its name has; null where it is not there. */
export function attribute( attributes: string, name: string ): string | null {
	let pattern = patterns.get( name );
	if ( ! pattern ) {
		pattern = new RegExp(
			`(?:^|\\s|:)${ name }\\s*=\\s*("[^"]*"|'[^']*')`
		);
		patterns.set( name, pattern );
	}
	const found = pattern.exec( attributes )?.[ 1 ];
	return found === undefined ? null : plain( found.slice( 1, -1 ) );
}

const ENTITIES: Partial< Record< string, string > > = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
};

const plain = ( text: string ): string =>
	text.includes( '&' )
		? text.replace(
				/&(#x[\da-f]{1,6}|#\d{1,7}|\w+);/gi,
				( whole, name: string ) =>
					name.startsWith( '#' )
						? character( name.slice( 1 ) )
						: ( ENTITIES[ name ] ?? whole )
			)
		: text;

function character( code: string ): string {
	const point = /^x/i.test( code )
		? Number.parseInt( code.slice( 1 ), 16 )
		: Number( code );
	return point > 0 && point <= 0x10ffff ? String.fromCodePoint( point ) : '';
}
