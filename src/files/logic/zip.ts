import { Inflate, ZipPassThrough } from 'fflate';
import { LIMITS, Refusal } from './refusal';
import { portions, type Source } from './source';

/** A part of a ZIP file, as its directory says. */
export interface Part {
	name: string;
	/** 0 as it is, 8 deflated. */
	method: number;
	crc: number;
	packed: number;
	size: number;
	at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const DEFLATED = 8;
/** No compressor makes more of a byte than this (deflate's own bound). */
const MOST_RATIO = 1032;
/** Pushed at once into the inflater: it makes at most 8 MB of it. */
const BITE = 8192;

/**
 * The parts of a ZIP file (APPNOTE.TXT 4.3), read from its directory: sizes are looked at before anything is inflated.
 *
 * @throws Refusal
 */
export async function partsOf(
	source: Source
): Promise< Map< string, Part > > {
	const from = Math.max( 0, source.size - 65_557 );
	const tail = view( await source.read( from, source.size ) );
	let at = tail.byteLength - 22;
	while ( at >= 0 && tail.getUint32( at, true ) !== END ) {
		at--;
	}
	if ( at < 0 ) {
		throw new Refusal( 'broken_zip' );
	}
	const count = tail.getUint16( at + 10, true );
	const size = tail.getUint32( at + 12, true );
	const begin = tail.getUint32( at + 16, true );
	if ( count > LIMITS.parts || size > LIMITS.directory ) {
		throw new Refusal( 'inflates_too_far' );
	}
	if ( begin + size > from + at ) {
		throw new Refusal( 'broken_zip' );
	}
	return readDirectory(
		view( await source.read( begin, begin + size ) ),
		count
	);
}

function readDirectory(
	directory: DataView,
	count: number
): Map< string, Part > {
	const parts = new Map< string, Part >();
	const short = ( at: number ) => directory.getUint16( at, true );
	const long = ( at: number ) => directory.getUint32( at, true );
	let at = 0;
	for ( let n = 0; n < count; n++ ) {
		if ( at + 46 > directory.byteLength || long( at ) !== ENTRY ) {
			throw new Refusal( 'broken_zip' );
		}
		if ( short( at + 8 ) % 2 === 1 ) {
			throw new Refusal( 'encrypted' );
		}
		const end = at + 46 + short( at + 28 );
		if ( end > directory.byteLength ) {
			throw new Refusal( 'broken_zip' );
		}
		const name = new TextDecoder().decode(
			new DataView(
				directory.buffer,
				directory.byteOffset + at + 46,
				short( at + 28 )
			)
		);
		parts.set( name, {
			name,
			method: short( at + 10 ),
			crc: long( at + 16 ),
			packed: long( at + 20 ),
			size: long( at + 24 ),
			at: long( at + 42 ),
		} );
		at = end + short( at + 30 ) + short( at + 32 );
	}
	return parts;
}

/**
 * What is in a part, portion by portion. It stops as soon as more comes out than the directory says, or other bytes.
 *
 * @throws Refusal
 */
export async function* inflated(
	source: Source,
	part: Part
): AsyncGenerator< Uint8Array > {
	if ( part.size > LIMITS.part ) {
		throw new Refusal( 'inflates_too_far' );
	}
	const from = await beginOf( source, part );
	// Adds up sizes and the check sum of what goes through it.
	const seen = new ZipPassThrough( part.name );
	seen.ondata = () => {};
	const unpack = part.method === DEFLATED ? inflater( part.packed ) : asItIs;
	for await ( const portion of portions(
		source,
		from,
		from + part.packed
	) ) {
		for ( const bytes of unpack( portion ) ) {
			seen.push( bytes );
			if ( seen.size > part.size ) {
				throw new Refusal( 'inflates_too_far' );
			}
			yield bytes;
		}
	}
	seen.push( new Uint8Array(), true );
	// The library's sum has a sign.
	const crc = ( seen.crc + 2 ** 32 ) % 2 ** 32;
	if ( seen.size !== part.size || crc !== part.crc ) {
		throw new Refusal( 'broken_zip' );
	}
}

function* asItIs( portion: Uint8Array ) {
	yield portion;
}

/** Inflates portion by portion; the last bytes come out only when it is told that there are no more. */
function inflater( packed: number ) {
	let out: Uint8Array[] = [];
	let taken = 0;
	const inflate = new Inflate( ( bytes ) => out.push( bytes ) );
	return function* ( portion: Uint8Array ) {
		for ( let at = 0; at < portion.length; at += BITE ) {
			const bite = portion.subarray( at, at + BITE );
			taken += bite.length;
			out = [];
			try {
				inflate.push( bite, taken >= packed );
			} catch {
				throw new Refusal( 'broken_zip' );
			}
			yield* out;
		}
	};
}

/** Where the bytes of a part begin: behind a head of its own. */
async function beginOf( source: Source, part: Part ): Promise< number > {
	const head = view( await source.read( part.at, part.at + 30 ) );
	if ( head.byteLength < 30 || head.getUint32( 0, true ) !== LOCAL ) {
		throw new Refusal( 'broken_zip' );
	}
	const from =
		part.at + 30 + head.getUint16( 26, true ) + head.getUint16( 28, true );
	const isTooLong = from + part.packed > source.size;
	const isTooDense =
		part.size >
		( part.method === DEFLATED
			? part.packed * MOST_RATIO + BITE
			: part.packed );
	if (
		isTooLong ||
		isTooDense ||
		( part.method !== DEFLATED && part.method !== 0 )
	) {
		throw new Refusal( 'broken_zip' );
	}
	return from;
}

const view = ( bytes: Uint8Array ) =>
	new DataView( bytes.buffer, bytes.byteOffset, bytes.byteLength );
