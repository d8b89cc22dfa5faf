import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mustExec } from './exec.ts';
import { root } from './paths.ts';
import { step } from './say.ts';

const home = join( root, 'tools/playground' );
const command = join( home, 'node_modules/@wp-playground/cli/wp-playground.js' );

/** Installs Playground's own packages once; they are apart, because builds and tests need none of their 580 MB. */
export async function installPlayground(): Promise< void > {
	const lock = join( home, 'package-lock.json' );
	const installed = join( home, 'node_modules/.package-lock.json' );
	const versionIn = ( file: string ): string => JSON.parse( readFileSync( file, 'utf8' ) ).packages[ 'node_modules/@wp-playground/cli' ].version;
	if ( existsSync( command ) && existsSync( installed ) && versionIn( installed ) === versionIn( lock ) ) {
		return;
	}
	await step( 'Installing WordPress Playground (PHP in WebAssembly, about 100 MB to download)', () =>
		mustExec( 'npm', [ 'ci', '--no-audit', '--no-fund', '--loglevel=error' ], { cwd: home } )
	);
}

export interface Playground {
	/** Resolves once WordPress answers; rejects with what it said when it does not come up. */
	readonly ready: Promise< void >;
	readonly exited: Promise< void >;
	stop: () => Promise< void >;
}

/** Boots a WordPress folder on PHP in WebAssembly with SQLite, reachable from this machine only. */
export function startPlayground( options: { port: number; wordpress: string; blueprint: string; mounts: readonly ( readonly [ string, string ] )[] } ): Playground {
	const child = spawn(
		process.execPath,
		[
			'--import',
			pathToFileURL( join( home, 'local-only.mjs' ) ).href,
			command,
			'server',
			`--port=${ options.port }`,
			`--site-url=http://127.0.0.1:${ options.port }`,
			'--php=8.3',
			'--login',
			'--wordpress-install-mode=install-from-existing-files-if-needed',
			'--mount-dir-before-install', options.wordpress, '/wordpress',
			...options.mounts.flatMap( ( [ from, to ] ) => [ '--mount-dir', from, to ] ),
			// No update checks: they make every first page of wp-admin wait for the network.
			'--define-bool', 'WP_HTTP_BLOCK_EXTERNAL', 'true',
			'--define-bool', 'AUTOMATIC_UPDATER_DISABLED', 'true',
			`--blueprint=${ options.blueprint }`,
		],
		{ stdio: [ 'ignore', 'pipe', 'pipe' ], detached: process.platform !== 'win32' }
	);
	let said = '';
	let alive = true;
	const exited = new Promise< void >( ( resolve ) => {
		child.once( 'exit', () => {
			alive = false;
			resolve();
		} );
	} );
	const ready = new Promise< void >( ( resolve, reject ) => {
		const take = ( chunk: Buffer ): void => {
			said = ( said + chunk.toString() ).slice( -8000 );
			if ( said.includes( 'Ready! WordPress is running' ) ) {
				resolve();
			}
		};
		child.stdout.on( 'data', take );
		child.stderr.on( 'data', take );
		void exited.then( () => reject( new Error( `Playground ended early. It said:\n${ said }` ) ) );
	} );
	return {
		ready,
		exited,
		stop: async () => {
			if ( alive ) {
				child.kill( 'SIGTERM' );
				const insist = setTimeout( () => child.kill( 'SIGKILL' ), 5000 );
				await exited;
				clearTimeout( insist );
			}
		},
	};
}
