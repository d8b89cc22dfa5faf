import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mustExec } from './exec.ts';
import { root } from './paths.ts';
import { step } from './say.ts';

const stamp = join( root, 'node_modules/.cache/wig-build' );

/** Builds build/ with wp-scripts. */
export async function buildPlugin(): Promise< void > {
	const before = sourceHash();
	await step( 'Building the screens', () =>
		mustExec( process.execPath, [ join( root, 'node_modules/@wordpress/scripts/bin/wp-scripts.js' ), 'build' ], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } } )
	);
	mkdirSync( dirname( stamp ), { recursive: true } );
	writeFileSync( stamp, before );
}

/** The same, unless build/ was made from exactly these sources. */
export async function buildPluginIfNeeded(): Promise< void > {
	const built = existsSync( join( root, 'build' ) ) && readdirSync( join( root, 'build' ) ).some( ( name ) => name.endsWith( '.js' ) );
	if ( ! built || ! existsSync( stamp ) || readFileSync( stamp, 'utf8' ) !== sourceHash() ) {
		await buildPlugin();
	}
}

function sourceHash(): string {
	const hash = createHash( 'sha256' );
	for ( const file of [ 'package-lock.json', 'webpack.config.js', 'tsconfig.json', ...filesIn( 'src' ) ] ) {
		if ( existsSync( join( root, file ) ) ) {
			hash.update( `${ file }\0` ).update( readFileSync( join( root, file ) ) );
		}
	}
	return hash.digest( 'hex' );
}

function filesIn( folder: string ): string[] {
	return readdirSync( join( root, folder ), { withFileTypes: true } )
		.sort( ( a, b ) => ( a.name < b.name ? -1 : 1 ) )
		.flatMap( ( entry ) => ( entry.isDirectory() ? filesIn( join( folder, entry.name ) ) : [ join( folder, entry.name ) ] ) );
}
