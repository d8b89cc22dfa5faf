import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

/** 1 January 1980, the first day zip knows: the same files always make the same zip. */
const day = 0x21;
const utf8Names = 0x0800;

/** Packs a folder into a zip that holds it under its own name. Returns how many files. */
export function zipFolder( folder: string, to: string ): number {
	const entries: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	const files = filesIn( folder, basename( folder ) );
	for ( const { path, name } of files ) {
		const content = readFileSync( path );
		const packed = deflateRawSync( content, { level: 9 } );
		const fileName = Buffer.from( name );
		const common = Buffer.alloc( 26 );
		common.writeUInt16LE( 20, 0 );
		common.writeUInt16LE( utf8Names, 2 );
		common.writeUInt16LE( 8, 4 );
		common.writeUInt16LE( 0, 6 );
		common.writeUInt16LE( day, 8 );
		common.writeUInt32LE( crc32( content ), 10 );
		common.writeUInt32LE( packed.length, 14 );
		common.writeUInt32LE( content.length, 18 );
		common.writeUInt16LE( fileName.length, 22 );
		const local = Buffer.concat( [ signature( 0x04034b50 ), common, fileName, packed ] );
		const rest = Buffer.alloc( 14 );
		rest.writeUInt32LE( ( 0o100644 << 16 ) >>> 0, 6 );
		rest.writeUInt32LE( offset, 10 );
		const madeOnUnix = Buffer.from( [ 20, 3 ] );
		directory.push( signature( 0x02014b50 ), madeOnUnix, common, rest, fileName );
		entries.push( local );
		offset += local.length;
	}
	const list = Buffer.concat( directory );
	const end = Buffer.alloc( 18 );
	end.writeUInt16LE( files.length, 4 );
	end.writeUInt16LE( files.length, 6 );
	end.writeUInt32LE( list.length, 8 );
	end.writeUInt32LE( offset, 12 );
	writeFileSync( to, Buffer.concat( [ ...entries, list, signature( 0x06054b50 ), end ] ) );
	return files.length;
}

/** Node has one of its own only from 20.15 on. */
function crc32( content: Buffer ): number {
	let sum = 0xffffffff;
	for ( const byte of content ) {
		sum ^= byte;
		for ( let bit = 0; bit < 8; bit++ ) {
			sum = sum & 1 ? ( sum >>> 1 ) ^ 0xedb88320 : sum >>> 1;
		}
	}
	return ( sum ^ 0xffffffff ) >>> 0;
}

function signature( value: number ): Buffer {
	const bytes = Buffer.alloc( 4 );
	bytes.writeUInt32LE( value );
	return bytes;
}

function filesIn( folder: string, name: string ): { path: string; name: string }[] {
	return readdirSync( folder, { withFileTypes: true } )
		.sort( ( a, b ) => ( a.name < b.name ? -1 : 1 ) )
		.flatMap( ( entry ) => {
			const path = join( folder, entry.name );
			return entry.isDirectory() ? filesIn( path, `${ name }/${ entry.name }` ) : [ { path, name: `${ name }/${ entry.name }` } ];
		} );
}
