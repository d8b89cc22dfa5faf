// The Inventory screen in a real browser, on a real WordPress.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startNative, type Native } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Part, Report } from '../../tools/lib/report.ts';
import { withSecondTry, type Round } from '../../tools/lib/second-try.ts';
import { accessible } from './accessible.ts';
import { acts } from './acts.ts';
import { findBrowser, Visitors } from './browser.ts';
import { bulk } from './bulk.ts';
import { bundles } from './bundles.ts';
import { counting } from './counting.ts';
import { dashboard } from './dashboard.ts';
import { feeds } from './feeds.ts';
import { finding } from './finding.ts';
import { firstRun } from './first-run.ts';
import { files } from './files.ts';
import { labels } from './labels.ts';
import { ledger } from './ledger.ts';
import { mishaps } from './mishaps.ts';
import { people } from './people.ts';
import { reports } from './reports.ts';
import { restore } from './restore.ts';
import { roundTrip } from './round-trip.ts';
import { seed, type Seeded } from './seed.ts';
import { sheet } from './sheet.ts';
import { trouble } from './trouble.ts';
import { views } from './views.ts';
import { work } from './work.ts';

export interface Stage {
	site: Native;
	visitors: Visitors;
	seeded: Seeded;
}

/** `WIG_E2E_ONLY=sheet,acts` runs some alone, once, and tells each check as it ends. */
const only = process.env.WIG_E2E_ONLY?.split( ',' );
const wanted = ( name: string ): boolean => only?.includes( name ) ?? true;

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
	const names = PARTS.map( ( { name } ) => name ).filter( wanted );
	if ( names.length > 0 ) {
		await withSecondTry( t, names, withoutShop( t, browser ), { once: only !== undefined } );
	}
	await work( t, browser, only );
};

const PARTS = [ finding, acts, trouble, people, bundles, accessible, firstRun, dashboard, counting, sheet, mishaps, ledger, bulk, views, labels, files, feeds, roundTrip, reports, restore ];

/** What needs no WooCommerce. */
const withoutShop = ( t: Report, browser: string ): Round => async ( names, each ) => {
	const site = await startNative( { muPlugins: [ join( root, 'tests/e2e/fixture.php' ) ] } );
	const visitors = await Visitors.arrive( site, browser );
	try {
		await site.php( join( root, 'tests/e2e/people.php' ) );
		const stage: Stage = { site, visitors, seeded: await seed( site ) };
		for ( const part of PARTS ) {
			if ( names.includes( part.name ) ) {
				await each( part.name, ( told ) => part( told, stage ) );
			}
		}
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
