// What browsers have to fetch for our screen and for a shop's pages, gzipped, in bytes.
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';

const budget = {
	'build/admin.js': 60_000,
	'build/settings.js': 6_000,
	'build/admin.css': 8_000,
	// What every shopper has to fetch.
	'build/storefront.js': 1_000,
};

for ( const [ file, most ] of Object.entries( budget ) ) {
	const code = readFileSync( file );
	const size = gzipSync( code, { level: 9 } ).length;
	const fits = size <= most;
	// An inlined JSX runtime would speak to another React than WordPress brings.
	const pure = ! /react\.(transitional\.)?element/.test( code.toString() );
	console.log(
		`${ file }: ${ size } of ${ most } bytes gzipped${ fits ? '' : ', too big' }${ pure ? '' : ', holds a JSX runtime' }`
	);
	if ( ! fits || ! pure ) {
		process.exitCode = 1;
	}
}
