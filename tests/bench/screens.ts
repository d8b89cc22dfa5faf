import { join } from 'node:path';
import { startNative, type Native } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Bench } from '../../tools/lib/report.ts';
import { findWooCommerce } from '../../tools/lib/sources.ts';
import { findBrowser } from '../e2e/browser.ts';
import { rest } from '../e2e/seed.ts';
import { openBrowser } from './screens/browsing.ts';
import { bulkFigures } from './screens/bulk.ts';
import { lists } from './screens/lists.ts';
import { rows } from './screens/rows.ts';
import { sheet } from './screens/sheet.ts';
import { shown, type Shop } from './screens/shown.ts';
import { sizes } from './screens/sizes.ts';

const ITEMS = '/woo-inventory-guard/v1/items';

/** What a shop owner waits for. */
export const figures: Bench = async ( note ) => ( { ...sizes(), ...( await inShop( note ) ), ...( await lists( note ) ), ...( await bulkFigures( note ) ) } );

/** In a real browser, in a real shop of 100,000 products. */
const inShop: Bench = async ( note ) => {
	const browser = findBrowser();
	if ( browser === null || ! ( await findWooCommerce() ) ) {
		note( 'no browser or no WooCommerce: no screens' );
		return { screen_ms: null, low_list_vs_core: null, stock_list_vs_core: null, edit_ms: null, scroll_fps: null };
	}
	const site = await startNative( {
		woocommerce: true,
		workers: 4,
		keepFiles: true,
		muPlugins: [ 'tests/bench/screens/empty-page.php', 'tests/bench/shop/without.php' ].map( ( file ) => join( root, file ) ),
		mariadb: [ '--innodb-buffer-pool-size=1G', '--innodb-log-file-size=512M' ],
	} );
	try {
		const shop = await seed( note, site );
		const browsing = await openBrowser( site, browser );
		try {
			return { ...( await shown( note, site, shop, browsing ) ), ...( await rows( note, site ) ), ...( await sheet( note, site, browsing ) ) };
		} finally {
			await browsing.close();
		}
	} finally {
		await site.stop();
	}
};

async function seed( note: ( line: string ) => void, site: Native ): Promise< Shop > {
	const began = Date.now();
	// Short orders and their alerts; then the many.
	await site.php( join( root, 'tests/e2e/shop.php' ) );
	const shop = JSON.parse( await site.php( join( root, 'tests/bench/screens/shop.php' ) ) ) as Omit< Shop, 'bundle' >;
	const send = rest( site );
	const first = ( await send( 'GET', `${ ITEMS }?product_id=${ shop.product }` ) ) as { id: number }[];
	const components = [ 0, 1, 2 ].map( ( next ) => ( { item_id: ( first[ 0 ]?.id ?? NaN ) + next, quantity: 1 + next } ) );
	let bundle = NaN;
	for ( let n = 1; n <= 20; n++ ) {
		bundle = ( ( await send( 'POST', ITEMS, { kind: 'bundle', name: `Set ${ n }`, sku: `SET-${ n }` } ) ) as { id: number } ).id;
		await send( 'PUT', `${ ITEMS }/${ bundle }/components`, { components } );
		await send( 'POST', '/woo-inventory-guard/v1/limits', { scope: 'item', scope_id: bundle, most_per_order: 2 } );
	}
	note( `a shop of ${ shop.items } items made in ${ Math.round( ( Date.now() - began ) / 1000 ) } s` );
	return { ...shop, bundle };
}
