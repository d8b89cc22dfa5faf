import assert from 'node:assert/strict';
import { join } from 'node:path';
import { startNative, type Native } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Part, Report } from '../../tools/lib/report.ts';
import { findWooCommerce } from '../../tools/lib/sources.ts';
import { shopper } from './browser.ts';
import { doors } from './doors.ts';
import { cachedPages } from './cached.ts';
import { alerts } from './alerts.ts';
import { imports } from './import.ts';
import { life } from './life.ts';
import { limits } from './limits.ts';
import { orders } from './orders.ts';
import { products } from './products.ts';
import { races, withoutGuard } from './race.ts';
import { Shop } from './shop.ts';
import { traps } from './traps.ts';
import { walks } from './walk.ts';
import { writers, writersAlone } from './writers.ts';

/** With orders as posts, and with orders in their own tables. `WIG_SHOP_ONLY=race,products` runs some parts alone. */
const twice: Readonly< Record< string, ( t: Report, shop: Shop, storage: string, native: Native ) => Promise< void > > > = {
	race: races,
	doors,
	orders,
	life,
	limits,
	walk: ( t, _shop, storage, native ) => walks( t, native, storage ),
};
const once: Readonly< Record< string, ( t: Report, shop: Shop, native: Native ) => Promise< void > > > = {
	products,
	traps,
	writers,
	import: imports,
	browser: shopper,
	cached: cachedPages,
	alerts,
};

/** The whole of it on the real WooCommerce, over HTTP and in processes of their own. */
export const run: Part = async ( t ) => {
	if ( ! ( await findWooCommerce() ) ) {
		t.skip( 'The shop', 'WooCommerce cannot be had here (see DESIGN.md section 8): nothing of the shop was tested' );
		return;
	}
	const native = await startNative( { woocommerce: true, workers: 12, muPlugins: [ join( root, 'tests/shop/php/helper.php' ), join( root, 'tests/shop/php/doors-helper.php' ) ] } );
	const shop = new Shop( native );
	const only = process.env.WIG_SHOP_ONLY ?? '';
	const wanted = ( name: string ): boolean => only === '' || only.split( ',' ).includes( name );
	try {
		if ( wanted( 'race' ) ) {
			await shop.act( 'plugin', { active: false } );
			await withoutGuard( t, shop );
			await shop.act( 'plugin', { active: true } );
		}
		if ( wanted( 'writers' ) ) {
			await shop.act( 'plugin', { active: false } );
			await writersAlone( t, shop, native );
			await shop.act( 'plugin', { active: true } );
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
		await t.check( 'WordPress has nothing to complain about', () => assert.equal( native.complaints(), '' ) );
	} finally {
		await native.stop();
	}
};
