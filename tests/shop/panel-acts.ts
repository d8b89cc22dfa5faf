import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Native } from '../../tools/lib/native.ts';
import type { Shop } from './shop.ts';

export const panelOf = ( page: Page ): Locator => page.locator( '#wig_product_data .wig-panel' );

export async function productScreen( page: Page, native: Native, product: number ): Promise< void > {
	await page.goto( `${ native.url }/wp-admin/post.php?post=${ product }&action=edit`, { waitUntil: 'load' } );
}

/**
 * Presses the tab until it shows what it is to show: WooCommerce opens its own first tab when its script is ready, and on a
 * busy machine that comes after the click.
 */
export async function pressTab( page: Page, shown: Locator, press = ( tab: Locator ): Promise< void > => tab.click() ): Promise< void > {
	for ( let tries = 1; ; tries++ ) {
		await press( page.locator( '.product_data_tabs a[href="#wig_product_data"]' ) );
		try {
			await shown.waitFor( { timeout: 15_000 } );
			return;
		} catch ( slow ) {
			if ( tries === 4 ) {
				throw slow;
			}
		}
	}
}

/** Opens the tab, on the present page or on that of a product, and waits for what it is to show. */
export async function openTab( page: Page, native?: Native, product = 0, shows = '.wig-history-line' ): Promise< Locator > {
	if ( native ) {
		await productScreen( page, native, product );
	}
	const panel = panelOf( page );
	await pressTab( page, panel.locator( shows ).first() );
	return panel;
}

export async function readMovements( shop: Shop, product: number ): Promise< ( string | number )[][] > {
	const items = await shop.rest( 'GET', `/woo-inventory-guard/v1/items?product_id=${ product }` );
	const [ item ] = items.body.list as { id: number }[];
	const ledger = await shop.rest( 'GET', `/woo-inventory-guard/v1/items/${ item?.id ?? 0 }/movements` );
	return ( ledger.body.list as { reason: string; delta: number; note: string }[] ).map( ( { reason, delta, note } ) => [ reason, delta, note ] );
}

/** A picture for a person, where `WIG_PICTURES` names a folder. */
export async function see( page: Page, name: string, place: Locator = page.locator( '#woocommerce-product-data' ) ): Promise< void > {
	const folder = process.env.WIG_PICTURES;
	if ( folder ) {
		await page.waitForTimeout( 300 );
		await place.first().screenshot( { path: join( folder, `${ name }.png` ) } );
	}
}
