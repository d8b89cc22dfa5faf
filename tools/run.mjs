// The way into every tool: `node tools/run.mjs <name> [arguments]` runs tools/<name>.ts.
// Plain JavaScript, because it must work straight after a clone: it installs what is missing, bundles the tool
// with esbuild and hands over.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join( dirname( fileURLToPath( import.meta.url ) ), '..' );
const [ name = '', ...args ] = process.argv.slice( 2 );
if ( ! /^[a-z][a-z-]*$/.test( name ) || ! existsSync( join( root, 'tools', `${ name }.ts` ) ) ) {
	process.stderr.write( `There is no tool "${ name }" in tools/.\n` );
	process.exit( 2 );
}

// These need the build only; everything else also needs what the tests need.
const buildOnly = [ 'start', 'build', 'plugin-zip', 'race', 'native' ];
install( buildOnly.includes( name ) ? 'build' : 'all' );

const { build } = createRequire( join( root, 'package.json' ) )( 'esbuild' );
const outfile = join( root, 'node_modules/.cache/wig-tools', `${ name }.mjs` );
await build( {
	entryPoints: [ join( root, 'tools', `${ name }.ts` ) ],
	outfile,
	bundle: true,
	platform: 'node',
	target: 'node20',
	format: 'esm',
	packages: 'external',
	sourcemap: 'inline',
	logLevel: 'warning',
} );
process.env.WIG_ROOT = root;
process.setSourceMapsEnabled( true );
process.argv = [ process.argv[ 0 ], outfile, ...args ];
await import( pathToFileURL( outfile ).href );

/**
 * Makes node_modules what package-lock.json says, as far as this tool needs it. Does nothing when it already is.
 *
 * @param {'build'|'all'} what Whether the packages that only tests need are wanted too.
 */
function install( what ) {
	if ( inStep( what ) ) {
		return;
	}
	process.stdout.write( `Installing npm packages (${ what === 'build' ? 'only what the build needs' : 'build and tests' }) ...\n` );
	// `npm ci` throws away what is there: right for a fresh clone, slow where only a little is missing.
	const verb = existsSync( join( root, 'node_modules' ) ) ? [ 'install', '--no-save' ] : [ 'ci' ];
	const began = Date.now();
	const { status } = spawnSync(
		`npm ${ verb.join( ' ' ) } ${ what === 'build' ? '--omit=dev' : '--include=dev' } --no-audit --no-fund --loglevel=error`,
		{ cwd: root, stdio: [ 'ignore', 'inherit', 'inherit' ], shell: true }
	);
	if ( status !== 0 ) {
		process.stderr.write( 'npm could not install the packages (see above). Is this machine online?\n' );
		process.exit( 1 );
	}
	process.stdout.write( `npm packages are there (${ Math.round( ( Date.now() - began ) / 1000 ) } s).\n` );
}

/**
 * @param {'build'|'all'} what See install().
 */
function inStep( what ) {
	const packagesOf = ( file ) => ( existsSync( join( root, file ) ) ? JSON.parse( readFileSync( join( root, file ), 'utf8' ) ).packages : {} );
	const wanted = packagesOf( 'package-lock.json' );
	const present = packagesOf( 'node_modules/.package-lock.json' );
	return Object.entries( wanted ).every(
		( [ path, { version, dev, optional, devOptional, peer } ] ) =>
			path === '' ||
			optional ||
			devOptional ||
			peer ||
			( dev && what === 'build' ) ||
			present[ path ]?.version === version
	);
}
