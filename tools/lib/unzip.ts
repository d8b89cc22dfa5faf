import { closeSync, mkdirSync, openSync, readSync, fstatSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/**
 * Unpacks a zip. Of our own because `unzip` is missing on many machines; knows what WordPress and npm zips use
 * (stored and deflated entries, no zip64, no encryption).
 */
export function unzip( file: string, to: string ): void {
	const zip = openSync( file, 'r' );
	try {
		const size = fstatSync( zip ).size;
		const tail = readAt( zip, Math.max( 0, size - 65_557 ), Math.min( size, 65_557 ) );
		let end = tail.length - 22;
		while ( end >= 0 && tail.readUInt32LE( end ) !== endOfDirectory ) {
			end--;
		}
		if ( end < 0 ) {
			throw new Error( `${ file } is not a zip, or is cut short.` );
		}
		const count = tail.readUInt16LE( end + 10 );
		const directory = readAt( zip, tail.readUInt32LE( end + 16 ), tail.readUInt32LE( end + 12 ) );
		let at = 0;
		for ( let i = 0; i < count; i++ ) {
			if ( directory.readUInt32LE( at ) !== directoryEntry ) {
				throw new Error( `${ file } has a broken directory.` );
			}
			const method = directory.readUInt16LE( at + 10 );
			const packed = directory.readUInt32LE( at + 20 );
			const nameLength = directory.readUInt16LE( at + 28 );
			const skip = directory.readUInt16LE( at + 30 ) + directory.readUInt16LE( at + 32 );
			const offset = directory.readUInt32LE( at + 42 );
			const name = directory.toString( 'utf8', at + 46, at + 46 + nameLength );
			at += 46 + nameLength + skip;
			const target = resolve( join( to, name ) );
			if ( target !== resolve( to ) && ! target.startsWith( resolve( to ) + sep ) ) {
				throw new Error( `${ file } wants to write outside its folder: ${ name }` );
			}
			if ( name.endsWith( '/' ) ) {
				mkdirSync( target, { recursive: true } );
				continue;
			}
			const head = readAt( zip, offset, 30 );
			const start = offset + 30 + head.readUInt16LE( 26 ) + head.readUInt16LE( 28 );
			const content = readAt( zip, start, packed );
			mkdirSync( dirname( target ), { recursive: true } );
			writeFileSync( target, method === 0 ? content : inflateRawSync( content ) );
		}
	} finally {
		closeSync( zip );
	}
}

function readAt( file: number, position: number, length: number ): Buffer {
	const buffer = Buffer.alloc( length );
	let read = 0;
	while ( read < length ) {
		const got = readSync( file, buffer, read, length - read, position + read );
		if ( got === 0 ) {
			throw new Error( 'The zip ends too early.' );
		}
		read += got;
	}
	return buffer;
}
