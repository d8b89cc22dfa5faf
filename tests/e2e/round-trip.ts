import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { startNative } from '../../tools/lib/native.ts';
import type { Report } from '../../tools/lib/report.ts';
import { findBrowser, Visitors } from './browser.ts';
import type { Stage } from './run.ts';
import { rest } from './seed.ts';

const PATH = '/wp-admin/admin.php?page=woo-inventory-guard&path=/files';

/** Names, codes and numbers that a spreadsheet, a CSV reader or a formula would change. */
const ITEMS = [
	{ name: 'Voyage "tea"; green, 100 %', sku: '00123', barcode: '0012345678905', on_hand: '2.5', low_stock_threshold: 3, category: 'Tea, loose' },
	{ name: '=Voyage+1', sku: '=1+1', on_hand: 7, backorders: 'notify', backorder_limit: '1.5' },
	{ name: 'Voyage 茶壶 🫖', sku: '1e5', on_hand: 0, category: '茶具' },
	{ name: 'Voyage without SKU', sku: '', on_hand: 4 },
	{ name: "Voyage's end", sku: '', barcode: '4012345678901', on_hand: '0.0001' },
];

async function exported( page: Page, url: string, kind: 'CSV' | 'XLSX' ): Promise< Buffer > {
	await page.goto( url + PATH, { waitUntil: 'domcontentloaded' } );
	await page.getByLabel( 'Name, SKU or barcode' ).fill( 'Voyage' );
	const [ file ] = await Promise.all( [ page.waitForEvent( 'download' ), page.getByRole( 'button', { name: `Export ${ kind }` } ).click() ] );
	return readFile( await file.path() );
}

/** Out of this shop, into an empty one, and out of that: the same bytes. */
export async function roundTrip( t: Report, { site, visitors }: Stage ): Promise< void > {
	const browser = findBrowser();
	assert.ok( browser !== null );
	const ids: number[] = [];
	for ( const item of ITEMS ) {
		ids.push( ( ( await rest( site )( 'POST', '/woo-inventory-guard/v1/items', { kind: 'part', ...item } ) ) as { id: number } ).id );
	}
	const set = ( await rest( site )( 'POST', '/woo-inventory-guard/v1/items', { kind: 'bundle', name: 'Voyage set', sku: 'V;SET|1' } ) ) as { id: number };
	await rest( site )( 'PUT', `/woo-inventory-guard/v1/items/${ set.id }/components`, { components: [ { item_id: ids[ 0 ], quantity: '0.25' }, { item_id: ids[ 1 ], quantity: 2 } ] } );
	const page = await visitors.visit();
	const csv = await exported( page, site.url, 'CSV' );
	const xlsx = await exported( page, site.url, 'XLSX' );
	await page.context().close();

	const empty = await startNative( {} );
	const there = await Visitors.arrive( empty, browser );
	try {
		const guest = await there.visit();
		const bring = async ( name: string, buffer: Buffer ): Promise< void > => {
			await guest.goto( empty.url + PATH, { waitUntil: 'domcontentloaded' } );
			await guest.waitForSelector( '.wig-files-nothing, .wig-files-list li' );
			await guest.setInputFiles( 'input[type=file]', { name, mimeType: 'application/octet-stream', buffer } );
		};
		await t.check( 'What one shop exports goes into an empty one, and comes out of it as the same bytes', async () => {
			assert.equal( csv.toString().trim().split( '\n' ).length, 1 + ITEMS.length + 1 );
			await bring( 'items.csv', csv );
			await guest.getByLabel( 'Make new parts and bundles of what is not there yet' ).check();
			await guest.getByRole( 'button', { name: 'Upload and check' } ).click();
			await guest.getByRole( 'button', { name: 'Apply …' } ).click();
			await guest.getByRole( 'button', { name: 'Yes, apply' } ).click();
			await guest.getByRole( 'button', { name: 'Undo …' } ).waitFor();
			// This browser does not know the teapot. WordPress would put a picture in its place, behind React's back.
			assert.equal( await guest.locator( 'img.emoji' ).count(), 0 );
			assert.equal( await guest.evaluate( () => '_wpemojiSettings' in window ), false );
			assert.deepEqual( there.complaints, [] );
			assert.equal( ( await exported( guest, empty.url, 'CSV' ) ).toString(), csv.toString() );
		} );
		await t.check( 'The same as XLSX changes nothing there any more', async () => {
			await bring( 'items.xlsx', xlsx );
			await guest.getByRole( 'button', { name: 'Upload and check' } ).click();
			await guest.getByText( 'There is nothing to apply: no row would change anything.' ).waitFor();
			assert.deepEqual( await guest.locator( '.wig-files-lines tbody tr' ).allInnerTexts(), [] );
		} );
	} finally {
		await there.leave();
		await empty.stop();
	}
}
