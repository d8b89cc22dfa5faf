import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../tools/lib/paths.ts';
import { round } from './numbers.ts';

/** Kilobytes of each script of ours, gzipped; `first_screen` is what the page that opens first needs for its rows. */
export function sizes(): Record< string, number > {
	const folder = join( root, 'build' );
	const kb: Record< string, number > = {};
	for ( const file of readdirSync( folder ).filter( ( name ) => name.endsWith( '.js' ) ) ) {
		kb[ file.slice( 0, -3 ).replaceAll( '-', '_' ) ] = gzipSync( readFileSync( join( folder, file ) ), { level: 9 } ).length / 1024;
	}
	const all = { ...kb, first_screen: ( kb.admin ?? NaN ) + ( kb.dashboard ?? NaN ) };
	return Object.fromEntries( Object.entries( all ).map( ( [ name, size ] ) => [ `bundle_js_kb_${ name }`, round( size, 1 ) ] ) );
}
