import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { faultsOf, fits } from './browser.ts';
import { rest } from './seed.ts';
import type { Work } from './work.ts';

interface Screen {
	name: string;
	/** Where in the app it is, or, with a slash less, the page of wp-admin. */
	at: string;
	/** What is there once it is whole. */
	ready: string;
	/** The part that is ours, on a page of somebody else. */
	place?: string;
	/** What is pressed first. */
	press?: string;
}

const ROOT = '/woo-inventory-guard/v1';

/** Every screen there is: one that is new is one more line. */
const all = ( { items, kettle }: Work, bundle: number, stocktake: number ): Screen[] => [
	{ name: 'dashboard', at: '/dashboard', ready: '.wig-tile-value' },
	{ name: 'stock', at: '/stock', ready: '.wig-name' },
	{ name: 'spreadsheet', at: '/stock&as=sheet', ready: '.wig-name' },
	{ name: 'item', at: `/stock&item=${ items[ 'KET-1' ] }`, ready: '.wig-history-line' },
	{ name: 'variations', at: `/variations&product=${ items.HOOD }`, ready: '.wig-matrix' },
	{ name: 'bundles', at: '/bundles', ready: '.wig-name' },
	{ name: 'bundle', at: `/bundles&bundle=${ bundle }`, ready: '[data-testid="sets"]' },
	{ name: 'ledger', at: '/ledger', ready: '.wig-table tbody tr, .wig-card' },
	{ name: 'ledger of an item', at: `/ledger&item=${ items[ 'KET-1' ] }`, ready: 'canvas' },
	{ name: 'documents', at: '/ledger&show=documents', ready: '.wig-card, .wig-message' },
	{ name: 'stocktakes', at: '/stocktakes', ready: '.wig-table tbody tr, .wig-card, .wig-message' },
	{ name: 'new stocktake', at: '/stocktakes/new', ready: '.wig-applies' },
	{ name: 'stocktake review', at: `/stocktakes/${ stocktake }&show=all`, ready: '.wig-review [data-wig-row]' },
	{ name: 'schedules', at: '/stocktakes/schedules', ready: '.wig-stocktake-limit form' },
	{ name: 'new schedule', at: '/stocktakes/schedules&schedule=new', ready: '.wig-applies' },
	{ name: 'reports', at: '/reports', ready: '.wig-report-scroll tbody tr, .wig-message' },
	{ name: 'import and export', at: '/files', ready: '.wig-files-list li, .wig-files-nothing' },
	{ name: 'labels', at: `/labels&items=${ items[ 'KET-1' ] }:3,${ items[ 'GW-01' ] }`, ready: '.wig-label-code' },
	{ name: 'count sheet', at: `/labels&show=sheet&items=${ items[ 'KET-1' ] }`, ready: '.wig-count-table .wig-label-code' },
	{ name: 'restore', at: '/restore', ready: '.wig-card, .wig-message' },
	{ name: 'short orders', at: '/shortfalls', ready: '.wig-table tbody tr, .wig-card, .wig-message' },
	{ name: 'alerts', at: '/alerts&show=all', ready: '.wig-table tbody tr, .wig-card, .wig-message' },
	{ name: 'webhooks', at: '/alerts&show=webhooks', ready: '.wig-card, .wig-message' },
	{ name: 'limits', at: '/limits', ready: '.wig-table tbody tr, .wig-card, .wig-message' },
	{ name: 'backups', at: '/backups', ready: '.wig-surface .wig-card, .wig-surface .wig-message' },
	{ name: 'rules', at: '/rules', ready: '.wig-card, .wig-message' },
	{ name: 'settings', at: '/settings', ready: '.wig-setting' },
	{ name: 'first run', at: '/start', ready: '.wig-surface h2' },
	{ name: 'product panel', at: `post.php?post=${ kettle }&action=edit`, press: '.product_data_tabs a[href="#wig_product_data"]', ready: '.wig-history-line', place: '.wig-panel' },
];

async function open( page: Page, { site }: Work, { at, ready, press }: Screen ): Promise< void > {
	await page.goto( `${ site.url }/wp-admin/${ at.startsWith( '/' ) ? `admin.php?page=woo-inventory-guard&path=${ at }` : at }`, { waitUntil: 'domcontentloaded' } );
	if ( press ) {
		// The page's own script takes the click.
		await page.waitForLoadState( 'load' );
		await page.locator( press ).click();
	}
	await page.locator( ready ).first().waitFor();
}

/** A picture for a person, where `WIG_PICTURES` names a folder. */
async function picture( page: Page, name: string ): Promise< void > {
	const folder = process.env.WIG_PICTURES;
	if ( folder ) {
		await page.waitForLoadState( 'networkidle' );
		await page.screenshot( { path: join( folder, `${ name.replaceAll( ' ', '-' ) }.png` ), fullPage: true } );
	}
}

/** A stocktake of one item that is one short, in review. */
async function reviewed( send: ReturnType< typeof rest >, item: number ): Promise< number > {
	const { id } = ( await send( 'POST', `${ ROOT }/stocktakes`, { name: 'Shelf K', scope: { items: [ item ] }, approve_over: 1 } ) ) as { id: number };
	await send( 'PUT', `${ ROOT }/stocktakes/${ id }`, { state: 'counting' } );
	await send( 'POST', `${ ROOT }/stocktakes/${ id }/counts`, { counts: [ { uuid: crypto.randomUUID(), mode: 'set', item_id: item, quantity: 11, at: new Date().toISOString() } ] } );
	await send( 'PUT', `${ ROOT }/stocktakes/${ id }`, { state: 'review' } );
	return id;
}

/** axe and the edges of the page, on every screen: wide, on a phone, in the dark and from the right. */
export async function screens( t: Report, stage: Work ): Promise< void > {
	const send = rest( stage.site );
	const { id: bundle } = ( await send( 'POST', `${ ROOT }/items`, { kind: 'bundle', name: 'Tea set', sku: 'TEA-SET' } ) ) as { id: number };
	await send( 'PUT', `${ ROOT }/items/${ bundle }/components`, { components: [ { sku: 'KET-1', quantity: 1 }, { sku: 'GW-01', quantity: 2 } ] } );
	const stocktake = await reviewed( send, stage.items[ 'KET-1' ] ?? 0 );
	const page = await stage.visitors.visit();
	const night = await stage.visitors.visit( { user: 'night', rtl: true } );
	for ( const screen of all( stage, bundle, stocktake ) ) {
		await t.check( `Nothing at all is found by axe, and nothing runs out of the page: ${ screen.name }`, async () => {
			const faults: string[] = [];
			const note = async ( who: Page, where: string ): Promise< void > => {
				faults.push( ...( await faultsOf( who, screen.place ) ).map( ( fault ) => `${ where }: ${ fault }` ) );
				if ( ! screen.place && ! ( await fits( who ) ) ) {
					faults.push( `${ where }: runs out of the page` );
				}
				await picture( who, `${ screen.name }-${ where }` );
			};
			await page.setViewportSize( { width: 1280, height: 900 } );
			await open( page, stage, screen );
			await note( page, '1280' );
			await page.setViewportSize( { width: 400, height: 900 } );
			await note( page, '400' );
			await open( night, stage, screen );
			await note( night, 'midnight-rtl' );
			assert.deepEqual( faults, [] );
		} );
	}
	await page.context().close();
	await night.context().close();
}
