import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mustExec } from './exec.ts';
import { root } from './paths.ts';

/** What a shop gets: nothing that only builds or tests need. */
export const pluginFiles = [ 'woo-inventory-guard.php', 'uninstall.php', 'readme.txt', 'LICENSE', 'includes', 'build', 'languages', 'templates' ];

/** A copy of the plugin as a shop would have it. A copy, so that "Delete" in wp-admin cannot delete the checkout. */
export function copyPlugin( to: string ): void {
	rmSync( to, { recursive: true, force: true } );
	mkdirSync( to, { recursive: true } );
	for ( const name of pluginFiles ) {
		if ( existsSync( join( root, name ) ) ) {
			cpSync( join( root, name ), join( to, name ), { recursive: true } );
		}
	}
}

/** Copies a big folder: `cp` is many times faster than Node, and shares blocks where the file system can. */
export async function copyFolder( from: string, to: string ): Promise< void > {
	if ( process.platform === 'win32' ) {
		cpSync( from, to, { recursive: true } );
		return;
	}
	mkdirSync( to, { recursive: true } );
	await mustExec( 'cp', [ '-R', ...( process.platform === 'linux' ? [ '--reflink=auto' ] : [] ), `${ from }/.`, to ] );
}
