// What a shop would upload: the zip that npm run plugin-zip makes, in a WordPress that has nothing else.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustExec } from '../../tools/lib/exec.ts';
import { startNative } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import { get } from '../../tools/lib/race.ts';
import type { Part } from '../../tools/lib/report.ts';
import { unzip } from '../../tools/lib/unzip.ts';

export const run: Part = async ( t ) => {
	const dir = mkdtempSync( join( tmpdir(), 'wig-zip-' ) );
	const plugin = join( dir, 'woo-inventory-guard' );
	try {
		await t.check( 'The zip holds the plugin and nothing that only builds or tests need', async () => {
			t.note( ( await mustExec( process.execPath, [ join( root, 'tools/run.mjs' ), 'plugin-zip' ], { cwd: root } ) ).trim().split( '\n' ).at( -1 ) ?? '' );
			unzip( join( root, 'woo-inventory-guard.zip' ), dir );
			assert.deepEqual( readdirSync( dir ), [ 'woo-inventory-guard' ] );
			for ( const name of [ 'woo-inventory-guard.php', 'uninstall.php', 'readme.txt', 'LICENSE', 'includes/Plugin.php', 'build/admin.js', 'languages', 'templates/emails/wig-stock-digest.php' ] ) {
				assert.ok( existsSync( join( plugin, name ) ), `${ name } is missing.` );
			}
			for ( const name of [ 'node_modules', 'vendor', 'tests', 'tools', 'src', 'package.json' ] ) {
				assert.ok( ! existsSync( join( plugin, name ) ), `${ name } is in it.` );
			}
		} );
		await t.check( 'It activates on an empty WordPress and answers without a complaint', async () => {
			const site = await startNative( { plugin, sqlite: true, workers: 2 } );
			try {
				assert.deepEqual( await get< unknown[] >( site, 'items' ), [] );
				const { ok } = await get< { ok: boolean } >( site, 'integrity' );
				assert.equal( ok, true );
				assert.equal( site.complaints(), '' );
			} finally {
				await site.stop();
			}
		} );
	} finally {
		rmSync( dir, { recursive: true, force: true } );
	}
};
