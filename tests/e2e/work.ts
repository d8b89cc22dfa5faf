// Short orders, alerts, webhooks and purchase limits in a real browser: these need a shop with orders.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startNative, type Native } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Report } from '../../tools/lib/report.ts';
import { withSecondTry, type Round } from '../../tools/lib/second-try.ts';
import { findWooCommerce } from '../../tools/lib/sources.ts';
import { Visitors } from './browser.ts';
import { keyboard } from './keyboard.ts';
import { backups } from './backups.ts';
import { limits } from './limits.ts';
import { reportMails } from './reportMails.ts';
import { rules } from './rules.ts';
import { screens } from './screens.ts';
import { settings } from './settings.ts';
import { rest } from './seed.ts';
import { alerts } from './alerts.ts';
import { shortOrders } from './short-orders.ts';
import { stocktakeReview } from './stocktake-review.ts';
import { stocktakes } from './stocktakes.ts';
import { workMishaps } from './work-mishaps.ts';

export interface Work {
	site: Native;
	visitors: Visitors;
	/** Paid and short, the oldest first: one celadon gaiwan, two white ones, one white one, and twenty of tea. */
	orders: number[];
	/** A product that nobody has ordered, 12 on hand. */
	kettle: number;
	/** Numbers of items by SKU. */
	items: Record< string, number >;
	/** Number of the category Tea & more. */
	category: number;
}

export const open = async ( page: Page, { site }: Work, path: string ): Promise< void > => {
	await page.goto( `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=${ path }`, { waitUntil: 'domcontentloaded' } );
	await page.waitForSelector( '.wig-card, .wig-table tbody tr, .wig-message' );
};

export const units = async ( { site, items }: Work, sku: string, delta: number ): Promise< void > => {
	await rest( site )( 'POST', '/woo-inventory-guard/v1/adjustments', { item_id: items[ sku ], delta, reason: delta > 0 ? 'received' : 'damaged' } );
};

const PARTS = [ shortOrders, alerts, limits, rules, settings, stocktakes, stocktakeReview, screens, keyboard, workMishaps, backups, reportMails ];

/** Parts that go on with what others left. */
const NEEDS = {
	[ keyboard.name ]: [ screens.name ],
	[ workMishaps.name ]: [ shortOrders, alerts, limits, rules, settings, stocktakes, stocktakeReview, screens, keyboard ].map( ( { name } ) => name ),
};

export async function work( t: Report, browser: string, only?: readonly string[] ): Promise< void > {
	const names = PARTS.map( ( { name } ) => name ).filter( ( name ) => ! only || only.includes( name ) || only.includes( work.name ) );
	if ( names.length === 0 ) {
		return;
	}
	if ( ! ( await findWooCommerce() ) ) {
		t.skip( 'Short orders, alerts and limits in a real browser', 'WooCommerce cannot be had here' );
		return;
	}
	await withSecondTry( t, names, inShop( t, browser ), { once: only !== undefined, needs: NEEDS } );
}

const inShop = ( t: Report, browser: string ): Round => async ( names, each ) => {
	const site = await startNative( { woocommerce: true, muPlugins: [ join( root, 'tests/e2e/fixture.php' ) ] } );
	const visitors = await Visitors.arrive( site, browser );
	try {
		await site.php( join( root, 'tests/e2e/people.php' ) );
		const seeded = JSON.parse( await site.php( join( root, 'tests/e2e/shop.php' ) ) ) as { orders: number[]; kettle: number; category: number };
		const items = ( await rest( site )( 'GET', '/woo-inventory-guard/v1/items?per_page=100' ) ) as { id: number; sku: string }[];
		const stage: Work = { site, visitors, ...seeded, items: Object.fromEntries( items.map( ( { id, sku } ) => [ sku, id ] ) ) };
		for ( const part of PARTS ) {
			if ( names.includes( part.name ) ) {
				await each( part.name, ( told ) => part( told, stage ) );
			}
		}
		await t.check( 'The browser had nothing to complain about on these screens', () => assert.deepEqual( visitors.complaints, [] ) );
	} finally {
		await visitors.leave();
		await site.stop();
	}
};
