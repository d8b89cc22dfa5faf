import assert from 'node:assert/strict';
import { join } from 'node:path';
import { startNative, type Native } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Part, Report } from '../../tools/lib/report.ts';
import { withSecondTry, type Round } from '../../tools/lib/second-try.ts';
import { findWooCommerce } from '../../tools/lib/sources.ts';
import { shopper } from './browser.ts';
import { decisions } from './decisions.ts';
import { disasters } from './disasters.ts';
import { doors } from './doors.ts';
import { files } from './files.ts';
import { cachedPages } from './cached.ts';
import { complaintsOfOurs } from './complaints.ts';
import { costs } from './costs.ts';
import { alerts } from './alerts.ts';
import { imports } from './import.ts';
import { tenJobs } from './jobs.ts';
import { life } from './life.ts';
import { limits } from './limits.ts';
import { orders } from './orders.ts';
import { panel } from './panel.ts';
import { products } from './products.ts';
import { races, withoutGuard } from './race.ts';
import { rows, rowsAlone } from './rows.ts';
import { rules } from './rules.ts';
import { shared } from './shared.ts';
import { Shop } from './shop.ts';
import { stocktakes } from './stocktake.ts';
import { traps } from './traps.ts';
import { variations } from './variations.ts';
import { walks } from './walk.ts';
import { writers, writersAlone } from './writers.ts';

/** With orders as posts, and with orders in their own tables. `WIG_SHOP_ONLY=race,products` runs some parts alone. */
const twice: Readonly< Record< string, ( t: Report, shop: Shop, storage: string, native: Native ) => Promise< void > > > = {
	race: races,
	doors,
	rows,
	orders,
	life,
	limits,
	walk: ( t, _shop, storage, native ) => walks( t, native, storage ),
};
type Once = Readonly< Record< string, ( t: Report, shop: Shop, native: Native ) => Promise< void > > >;
const once: Once = {
	products,
	shared,
	traps,
	writers,
	import: imports,
	alerts,
	decisions,
	rules,
	stocktake: stocktakes,
	files,
	disasters,
};
/** Where a browser waits for pages of WordPress and WooCommerce. */
const inBrowser: Once = {
	browser: shopper,
	cached: cachedPages,
	variations,
	panel,
	jobs: tenJobs,
};
const HELPERS = [ 'tests/shop/php/helper.php', 'tests/shop/php/doors-helper.php', 'tests/shop/php/rows-helper.php', 'tests/bench/shop/without.php' ];
const only = process.env.WIG_SHOP_ONLY?.split( ',' );
const wanted = ( name: string ): boolean => only?.includes( name ) ?? true;
const start = (): Promise< Native > => startNative( { woocommerce: true, workers: 12, muPlugins: HELPERS.map( ( file ) => join( root, file ) ) } );

/** The whole of it on the real WooCommerce, over HTTP and in processes of their own. */
export const run: Part = async ( t ) => {
	if ( ! ( await findWooCommerce() ) ) {
		t.skip( 'The shop', 'WooCommerce cannot be had here (see DESIGN.md section 8): nothing of the shop was tested' );
		return;
	}
	const names = Object.keys( inBrowser ).filter( wanted );
	if ( names.length < ( only?.length ?? Infinity ) ) {
		await withoutBrowser( t );
	}
	if ( names.length > 0 ) {
		await withSecondTry( t, names, withBrowser( t ), { once: only !== undefined } );
	}
};

const withBrowser = ( t: Report ): Round => async ( names, each ) => {
	const native = await start();
	const shop = new Shop( native );
	try {
		await shop.act( 'hpos', { on: true } );
		for ( const [ name, part ] of Object.entries( inBrowser ) ) {
			if ( names.includes( name ) ) {
				await each( name, ( told ) => part( told, shop, native ) );
			}
		}
		await nothingToComplain( t, native.complaints() );
	} finally {
		await native.stop();
	}
};

const nothingToComplain = ( t: Report, log: string ): Promise< void > => t.check( 'WordPress has nothing to complain about', () => assert.equal( complaintsOfOurs( log ), '' ) );

async function withoutBrowser( t: Report ): Promise< void > {
	const native = await start();
	const shop = new Shop( native );
	/** What WordPress complains about while we are switched off is between it and WooCommerce (two of its requests give one product the same term). */
	let theirs = 0;
	const alone = async ( part: () => Promise< void > ): Promise< void > => {
		await t.check( 'WordPress had nothing to complain about until here', () => assert.equal( complaintsOfOurs( native.complaints().slice( theirs ) ), '' ) );
		await shop.act( 'plugin', { active: false } );
		await part();
		theirs = native.complaints().length;
		await shop.act( 'plugin', { active: true } );
	};
	try {
		// In a shop that has no limits, holds and bundles yet: each of them is a question of its own.
		if ( wanted( 'costs' ) ) {
			await costs( t, shop, native );
		}
		if ( wanted( 'race' ) ) {
			await alone( () => withoutGuard( t, shop ) );
		}
		if ( wanted( 'rows' ) ) {
			await alone( () => rowsAlone( t, shop, native ) );
		}
		if ( wanted( 'writers' ) ) {
			await alone( () => writersAlone( t, shop, native ) );
		}
		for ( const on of [ false, true ] ) {
			const storage = on ? 'orders in their own tables' : 'orders as posts';
			await shop.act( 'hpos', { on } );
			for ( const [ name, part ] of Object.entries( twice ) ) {
				if ( wanted( name ) ) {
					await part( t, shop, storage, native );
				}
			}
		}
		for ( const [ name, part ] of Object.entries( once ) ) {
			if ( wanted( name ) ) {
				await part( t, shop, native );
			}
		}
		await nothingToComplain( t, native.complaints().slice( theirs ) );
	} finally {
		await native.stop();
	}
}
