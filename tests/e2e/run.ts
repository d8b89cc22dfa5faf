// The Inventory screen in a real browser, on a real WordPress.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startNative, type Native } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Part } from '../../tools/lib/report.ts';
import { accessible } from './accessible.ts';
import { acts } from './acts.ts';
import { findBrowser, Visitors } from './browser.ts';
import { finding } from './finding.ts';
import { people } from './people.ts';
import { seed, type Seeded } from './seed.ts';
import { trouble } from './trouble.ts';

export interface Stage {
	site: Native;
	visitors: Visitors;
	seeded: Seeded;
}

export const run: Part = async ( t ) => {
	const browser = findBrowser();
	if ( browser === null ) {
		t.skip( 'The screen in a real browser', 'There is no Chromium. On Debian: apt-get install chromium' );
		return;
	}
	if ( ! existsSync( join( root, 'build/admin.asset.php' ) ) ) {
		t.fail( 'The screen in a real browser', 'build/ is missing: npm run build' );
		return;
	}
	const site = await startNative( { muPlugins: [ join( root, 'tests/e2e/fixture.php' ) ] } );
	const visitors = await Visitors.arrive( site, browser );
	try {
		await site.php( join( root, 'tests/e2e/people.php' ) );
		const stage: Stage = { site, visitors, seeded: await seed( site ) };
		await finding( t, stage );
		await acts( t, stage );
		await trouble( t, stage );
		await people( t, stage );
		await accessible( t, stage );
		await t.check( 'Neither the browser nor PHP had anything to complain about', () => {
			// Where there is no network, WordPress cannot look for updates and says so.
			const ofPhp = site.complaints().split( '\n' ).filter( ( line ) => ! /wp_(version_check|update_plugins|update_themes)\(\)/.test( line ) );
			const all = [ ...visitors.complaints, ...ofPhp ].filter( ( line ) => line.trim() !== '' );
			if ( all.length ) {
				throw new Error( all.join( '\n' ) );
			}
		} );
	} finally {
		await visitors.leave();
		await site.stop();
	}
};
