import { LIMITS, Refusal, type RefusalCode } from './refusal';
import type { Source } from './source';

/** First bytes of files that are no tables. */
const SIGNS: readonly [ readonly number[], RefusalCode ][] = [
	[ [ 0xff, 0xd8, 0xff ], 'picture' ],
	[ [ 0x89, 0x50, 0x4e, 0x47 ], 'picture' ],
	[ [ 0x47, 0x49, 0x46, 0x38 ], 'picture' ],
	[ [ 0x52, 0x49, 0x46, 0x46 ], 'picture' ],
	[ [ 0x49, 0x49, 0x2a, 0x00 ], 'picture' ],
	[ [ 0x4d, 0x4d, 0x00, 0x2a ], 'picture' ],
	[ [ 0x25, 0x50, 0x44, 0x46 ], 'pdf' ],
	[ [ 0x1f, 0x8b ], 'other_zip' ],
	[ [ 0x52, 0x61, 0x72, 0x21 ], 'other_zip' ],
	[ [ 0x37, 0x7a, 0xbc, 0xaf ], 'other_zip' ],
];

/** An OLE file: Excel before 2007, and also the safe around an XLSX file that has a password. */
const OLE = [ 0xd0, 0xcf, 0x11, 0xe0 ];
const ZIP = [ 0x50, 0x4b ];

/** The name of the stream in which a locked XLSX file lies, in UTF-16. */
const LOCKED = Array.from( 'EncryptedPackage', ( letter ) => `${ letter }\0` );

/** HEIC and AVIF have their sign behind a length. */
const BOXED = /^(ftyp)(heic|heix|mif1|avif|msf1)/;
const PAGE = /^[\s\ufeff]*<(!doctype|html|table|\?xml|head|body|div)\b/i;

/**
 * What a file is, by its first bytes: its name says nothing that can be relied on.
 *
 * @throws Refusal Where it is no table.
 */
export async function kindOf( source: Source ): Promise< 'csv' | 'xlsx' > {
	if ( source.size === 0 ) {
		throw new Refusal( 'empty' );
	}
	if ( source.size > LIMITS.file ) {
		throw new Refusal( 'too_large' );
	}
	const head = await source.read( 0, Math.min( source.size, 65_536 ) );
	const begins = ( sign: readonly number[] ) =>
		sign.every( ( byte, place ) => head[ place ] === byte );
	const sign = SIGNS.find( ( [ bytes ] ) => begins( bytes ) );
	if ( sign ) {
		throw new Refusal( sign[ 1 ] );
	}
	const latin = letters( head );
	if ( BOXED.test( latin.slice( 4, 12 ) ) ) {
		throw new Refusal( 'picture' );
	}
	if ( begins( OLE ) ) {
		throw new Refusal( await oleKind( source, latin ) );
	}
	if ( PAGE.test( latin.slice( 0, 1000 ) ) ) {
		throw new Refusal( 'web_page' );
	}
	return begins( ZIP ) ? 'xlsx' : 'csv';
}

/** The directory of an OLE file may lie at its end. */
async function oleKind(
	source: Source,
	head: string
): Promise< 'encrypted' | 'old_excel' > {
	const tail = letters(
		await source.read( Math.max( 0, source.size - 65_536 ), source.size )
	);
	const name = LOCKED.join( '' );
	return head.includes( name ) || tail.includes( name )
		? 'encrypted'
		: 'old_excel';
}

/** Byte by byte; the name of this encoding means another one to browsers, but not for these letters. */
const letters = ( bytes: Uint8Array< ArrayBuffer > ): string =>
	new TextDecoder( 'latin1' ).decode( bytes );
