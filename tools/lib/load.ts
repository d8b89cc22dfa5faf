import { build } from 'esbuild';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.ts';

/** Bundles a TypeScript file of the project for Node and names the JavaScript file made. */
export async function bundle( file: string ): Promise< string > {
	const from = resolve( root, file );
	const outfile = join( root, 'node_modules/.cache/wig-tools', `${ relative( root, from ).replace( /[^a-z0-9]+/gi, '-' ) }.mjs` );
	await build( { entryPoints: [ from ], outfile, bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external', sourcemap: 'inline', logLevel: 'warning' } );
	return outfile;
}

/** Bundles a TypeScript file and imports it. */
export async function load( file: string ): Promise< Record< string, unknown > > {
	return import( pathToFileURL( await bundle( file ) ).href );
}
