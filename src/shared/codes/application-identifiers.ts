import { isChecked } from './check-digit';

/**
 * What follows an application identifier. N digits, X any of GS1's 82 characters; `..` up to so many; `k` with a check
 * digit, `d` a day; parts in a row; the last part in [] may be missing.
 * Source: GS1 General Specifications 3.2, in the words of GS1's syntax dictionary. What may go together with what is
 * decided in meaning.ts, as far as a count depends on it.
 */
const FORMATS: Record< string, string > = {
	'00': 'N18k',
	'01 02 03': 'N14k',
	'10 21 22': 'X..20',
	'11 12 13 15 16 17': 'N6d',
	'20': 'N2',
	'235': 'X..28',
	'240 241 250 251 400 401 403': 'X..30',
	'242': 'N..6',
	'243 254': 'X..20',
	'253': 'N13k [X..17]',
	'255': 'N13k [N..12]',
	'30 37': 'N..8',
	'390n 392n': 'N..15',
	'391n 393n': 'N3 N..15',
	'394n': 'N4',
	'395n': 'N6',
	'402': 'N17k',
	'410 411 412 413 414 415 416 417': 'N13k',
	'420': 'X..20',
	'421': 'N3 X..9',
	'422 424 426': 'N3',
	'423 425': 'N3 [N..12]',
	'427': 'X..3',
	'7001': 'N13',
	'7002': 'X..30',
	'7003': 'N6d N4',
	'7004': 'N..4',
	'7005': 'X..12',
	'7006': 'N6d',
	'7007': 'N6d [N6d]',
	'7008': 'X..3',
	'7009': 'X..10',
	'7010': 'X..2',
	'7011': 'N6d [N4]',
	'7020 7021 7022': 'X..20',
	'7023': 'X..30',
	'703n': 'N3 X..27',
	'7040': 'X4',
	'710 711 712 713 714 715 716 717': 'X..20',
	'723n': 'X2 X..28',
	'7240': 'X..20',
	'8001': 'N14',
	'8002': 'X..20',
	'8003': 'N14k [X..16]',
	'8004': 'X..30',
	'8005': 'N6',
	'8006 8026': 'N14k N4',
	'8007': 'X..34',
	'8008': 'N6d N2 [N..4]',
	'8009': 'X..50',
	'8010': 'X..30',
	'8011': 'N..12',
	'8012': 'X..20',
	'8013': 'X..25',
	'8017 8018': 'N18k',
	'8019': 'N..10',
	'8020': 'X..25',
	'8030 8110': 'X..90',
	'8111': 'N4',
	'8200': 'X..70',
	'90': 'X..30',
	'91 92 93 94 95 96 97 98 99': 'X..90',
};

/** Weights, lengths, areas, volumes: the fourth digit says how many of the six that follow are decimals. */
const MEASURES = /^3(1[0-6]|2\d|3[0-7]|4\d|5[0-7]|6\d)[0-5]$/;

/** Identifier and value together, by the first two digits, where no separator is needed. */
const FIXED: Record< string, number > = {
	'00': 20,
	'01': 16,
	'02': 16,
	'03': 16,
	'04': 18,
	'20': 4,
	'31': 10,
	'32': 10,
	'33': 10,
	'34': 10,
	'35': 10,
	'36': 10,
	'41': 16,
	...Object.fromEntries(
		[ 11, 12, 13, 14, 15, 16, 17, 18, 19 ].map( ( ai ) => [ ai, 8 ] )
	),
};

const known = new Map< string, string >();
for ( const [ names, format ] of Object.entries( FORMATS ) ) {
	for ( const name of names.split( ' ' ) ) {
		for ( const n of name.endsWith( 'n' ) ? '0123456789' : ' ' ) {
			known.set( name.replace( 'n', n ).trim(), format );
		}
	}
}

/** The identifier that a text begins with, or NULL: what is not known has no known end. */
export function identifierOf( text: string ): string | null {
	for ( const length of [ 2, 3, 4 ] ) {
		const ai = text.slice( 0, length );
		if ( ai.length === length && formatOf( ai ) !== null ) {
			return ai;
		}
	}
	return null;
}

const formatOf = ( ai: string ): string | null =>
	MEASURES.test( ai ) ? 'N6' : ( known.get( ai ) ?? null );

/** How long identifier and value are, where that is fixed; NULL where a separator or the end says it. */
export const fixedLength = ( text: string ): number | null =>
	FIXED[ text.slice( 0, 2 ) ] ?? null;

/** Whether a value has the shape that its identifier asks for. */
export function fits( ai: string, value: string ): boolean {
	const format = formatOf( ai );
	let rest = value;
	for ( const part of format?.split( ' ' ) ?? [] ) {
		const taken = take( part, rest );
		if ( taken === null ) {
			return part.startsWith( '[' ) && rest === '';
		}
		rest = rest.slice( taken );
	}
	return format !== null && rest === '';
}

/** GS1's 82 characters. */
const X = /^[!"%-?A-Z_a-z]+$/;

/** How many characters this part takes, or NULL where they do not fit. */
function take( part: string, text: string ): number | null {
	const [ , kind = '', open, digits = '0', flag ] =
		/^\[?([NX])(\.\.)?(\d+)([kd]?)\]?$/.exec( part ) ?? [];
	const most = Number( digits );
	const length = open ? Math.min( most, text.length ) : most;
	const value = text.slice( 0, length );
	if (
		value.length !== length ||
		! ( kind === 'N' ? /^\d+$/ : X ).test( value ) ||
		( flag === 'k' && ! isChecked( value ) ) ||
		( flag === 'd' && ! isDay( value ) )
	) {
		return null;
	}
	return length;
}

/** Day 00 stands for the last of the month. */
const isDay = ( yymmdd: string ): boolean => {
	const [ month = 0, day = 0 ] = [ 2, 4 ].map( ( at ) =>
		Number( yymmdd.slice( at, at + 2 ) )
	);
	return (
		month >= 1 &&
		month <= 12 &&
		day <=
			new Date(
				Date.UTC( 2000 + Number( yymmdd.slice( 0, 2 ) ), month, 0 )
			).getUTCDate()
	);
};
