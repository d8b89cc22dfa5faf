import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../tools/lib/paths.ts';
import type { Report } from '../../tools/lib/report.ts';
import { comeTo, faultsOf, fits } from './browser.ts';
import type { Stage } from './run.ts';
import { rest } from './seed.ts';

const ROOT = '/woo-inventory-guard/v1';

const REPORTS = [ 'stock', 'turnover', 'classes', 'ageing', 'dead', 'outs', 'shrinkage', 'reserved' ];

/** Where a table or a message has come, and nothing is waited for any more. */
async function come( page: Page ): Promise< void > {
	await page.locator( '.wig-report-scroll, .wig-reports .wig-message' ).first().waitFor();
	await page.waitForFunction( () => ! document.querySelector( '.wig-reports [aria-busy="true"]' ) );
}

async function open( page: Page, url: string, report: string ): Promise< void > {
	await page.goto( `${ url }/wp-admin/admin.php?page=woo-inventory-guard&path=/reports&report=${ report }`, { waitUntil: 'domcontentloaded' } );
	await come( page );
	// Other tests may have made thousands of items: the names of ours come first.
	const byName = page.locator( '.wig-report-scroll' ).getByRole( 'columnheader', { name: 'Item', exact: true } );
	if ( await byName.count() ) {
		await byName.getByRole( 'button' ).click();
		await page.locator( '.wig-report-scroll th[aria-sort="ascending"]' ).waitFor();
	}
}

/** A row's cells, one after another. */
const cells = ( page: Page, name: string ): Promise< string[] > => page.locator( '.wig-report-scroll tbody tr' ).filter( { hasText: name } ).locator( 'td' ).allInnerTexts();

/** The number in a cell, whatever currency stands beside it. */
const plain = ( text: string ): string => text.replace( '−', '-' ).replace( /^[^\d-]*(-?[\d.]+)[^\d]*$/, '$1' );

/**
 * What reports say of items made here: ten raku bowls (cost 5), of which 4 were sold, 2 stolen, 2 eaten by the
 * cat and 1 found again; three kilns that nobody wants, 2 of them promised; six vases that were sold three days ago, since
 * when 2 more were promised; twenty jugs, of which ten were dearer.
 */
export async function reports( t: Report, { site, visitors }: Stage ): Promise< void > {
	const send = rest( site );
	const make = async ( name: string, onHand: number, cost: number ): Promise< number > => {
		const { id } = ( await send( 'POST', `${ ROOT }/items`, { kind: 'part', name, on_hand: onHand } ) ) as { id: number };
		await send( 'PATCH', `${ ROOT }/items/${ id }`, { unit_cost: cost } );
		return id;
	};
	const bowl = await make( 'Aachen bowl', 10, 5 );
	const kiln = await make( 'Aachen kiln', 3, 100 );
	const vase = await make( 'Aachen vase', 6, 7 );
	// Ten at 5 and ten at 8: 6.50 on average.
	await send( 'POST', `${ ROOT }/adjustments`, { item_id: await make( 'Aachen jug', 10, 5 ), delta: 10, unit_cost: 8, reason: 'received' } );
	for ( const [ delta, reason ] of [ [ -4, 'sold' ], [ -2, 'eaten_by_cat' ], [ -2, 'stolen' ], [ 1, 'found' ] ] as const ) {
		await send( 'POST', `${ ROOT }/adjustments`, { item_id: bowl, delta, reason } );
	}
	await send( 'PATCH', `${ ROOT }/items/${ vase }`, { sku: 'AACHEN-VASE', backorders: 'yes', backorder_limit: 5 } );
	await send( 'POST', `${ ROOT }/adjustments`, { item_id: vase, delta: -6, reason: 'sold' } );
	await site.php( join( root, 'tests/e2e/days-ago.php' ), 'AACHEN-VASE', '3' );
	await send( 'POST', `${ ROOT }/reservations`, { reference: { type: 'order', id: 'aachen' }, lines: [ { item_id: kiln, quantity: 2 }, { item_id: vase, quantity: 2 } ], expires_in: 86_400 } );
	const page = await visitors.visit();

	await t.check( 'Every report shows what was done, reckoned by hand', async () => {
		const wanted = {
			// On hand 10 - 4 - 2 - 2 + 1 = 3; at cost 15, on average too; a part is not sold by itself, so it has no price.
			stock: [ '3', '5.00', '15.00', '5.00', '15.00', '–' ],
			// At first none; turnover 4 / 1.5 * 365 / 30; cover 3 / (4 / 30) days; 4 of 10 sold.
			turnover: [ '0', '3', '4', '32.44', '22.5', '40' ],
			// Lost 2; corrected +1 - 2; (2 + 1) * 5.
			shrinkage: [ '2', '-1', '15.00' ],
		};
		for ( const [ report, values ] of Object.entries( wanted ) ) {
			await open( page, site.url, report );
			const found = ( await cells( page, 'Aachen bowl' ) ).map( plain );
			assert.deepEqual( found.slice( -values.length ), values, report );
		}
		await open( page, site.url, 'stock' );
		assert.match( ( await cells( page, 'Aachen jug' ) ).join( ' ' ), /20 \D*8\.00 \D*160\.00 \D*6\.50 \D*130\.00 –/ );
		await open( page, site.url, 'dead' );
		assert.match( ( await cells( page, 'Aachen kiln' ) ).join( ' ' ), /3 .*300/ );
		assert.deepEqual( await cells( page, 'Aachen bowl' ), [], 'What was sold is not dead.' );
		await open( page, site.url, 'classes' );
		assert.match( ( await cells( page, 'Aachen bowl' ) ).join( ' ' ), /[ABC]Z? .*4 .*20/ );
		await open( page, site.url, 'ageing' );
		// All of today: first in, first out, the ten of the first count; at cost 15.
		assert.deepEqual( ( await cells( page, 'Aachen bowl' ) ).slice( 1, 8 ).map( plain ), [ '3', '15.00', '3', '0', '0', '0', '0' ] );
		await open( page, site.url, 'outs' );
		// Two days and today without one; 6 sold in at least a week: 0.8571 a day.
		assert.deepEqual( ( await cells( page, 'Aachen vase' ) ).slice( 1 ).map( plain ), [ '0', '6', '3', '2.5713', '–' ] );
		assert.deepEqual( await cells( page, 'Aachen bowl' ), [], 'What is there is not out.' );
		await open( page, site.url, 'reserved' );
		assert.deepEqual( ( await cells( page, 'Aachen kiln' ) ).slice( 1 ).map( plain ), [ '3', '2', '1' ] );
		assert.deepEqual( ( await cells( page, 'Aachen vase' ) ).slice( 1 ).map( plain ), [ '0', '2', '-2' ], 'Short.' );
	} );
	await t.check( 'Pictures stand above the rows, each with the same as a table', async () => {
		const picture = page.locator( '.wig-report-picture' );
		for ( const [ report, says ] of Object.entries( { stock: /Stock value by category\. At cost: /, classes: /Share of sales by share of items\. A: /, ageing: /Age of the stock\. At cost: 0–30 days: /, outs: /Most lost sales\. / } ) ) {
			await open( page, site.url, report );
			await picture.locator( 'canvas' ).waitFor();
			assert.match( ( await picture.locator( 'canvas' ).getAttribute( 'aria-label' ) ) ?? '', says );
			await picture.getByRole( 'button', { name: 'Show as table' } ).click();
			await picture.locator( 'tbody tr' ).first().waitFor();
		}
		await open( page, site.url, 'stock' );
		await picture.getByRole( 'button', { name: 'Show as table' } ).click();
		// The bars are all of the stock, not a page of it.
		const shown = await picture.locator( 'tbody tr' ).locator( 'td:nth-child(2)' ).allInnerTexts();
		const all = await page.locator( '.wig-report-scroll tfoot td' ).nth( 4 ).innerText();
		const money = ( text: string ): number => Math.round( Number( text.replace( /[^\d.-]/g, '' ) ) * 100 );
		assert.ok( Math.abs( shown.reduce( ( sum, text ) => sum + money( text ), 0 ) - money( all ) ) <= shown.length, `${ shown.join( ' + ' ) } is not ${ all }` );
		for ( const report of [ 'turnover', 'dead', 'reserved' ] ) {
			await open( page, site.url, report );
			assert.equal( await picture.count(), 0 );
		}
	} );
	await t.check( 'Shrinkage is told by reason, as a picture, as a table and as a file', async () => {
		await open( page, site.url, 'shrinkage' );
		const part = page.locator( '.wig-by-reason' );
		assert.match( ( await part.locator( 'canvas' ).getAttribute( 'aria-label' ) ) ?? '', /Eaten by cat: \D*10\.00/ );
		await part.getByRole( 'button', { name: 'Show as table' } ).click();
		assert.match( await part.locator( 'tbody tr' ).filter( { hasText: 'Eaten by cat' } ).innerText(), /2\s+1\s+\D*10\.00\s+[\d.]+\s?%/ );
		const [ file ] = await Promise.all( [ page.waitForEvent( 'download' ), part.getByRole( 'button', { name: 'Export CSV' } ).click() ] );
		assert.match( await readFile( await file.path(), 'utf8' ), /Eaten by cat,2,1,10,0\.\d+/ );
	} );
	await t.check( 'Rows are sorted by keyboard, and a file holds plain numbers', async () => {
		await open( page, site.url, 'stock' );
		const header = page.getByRole( 'columnheader', { name: 'At cost', exact: true } );
		await header.getByRole( 'button' ).focus();
		await page.keyboard.press( 'Enter' );
		assert.equal( await header.getAttribute( 'aria-sort' ), 'descending' );
		await page.keyboard.press( 'Enter' );
		assert.equal( await header.getAttribute( 'aria-sort' ), 'ascending' );
		const [ file ] = await Promise.all( [ page.waitForEvent( 'download' ), page.getByRole( 'button', { name: 'Export CSV' } ).click() ] );
		const text = await readFile( await file.path(), 'utf8' );
		assert.match( text, /Aachen bowl,.*,3,5,15,5,15,/ );
		assert.match( text, /Aachen jug,.*,20,8,160,6\.5,130,/ );
	} );
	await t.check( 'A report that cannot be loaded says so, and Retry loads it', async () => {
		await page.route( /reports\/(items|shrinkage)/, ( route ) => route.fulfill( { status: 500, contentType: 'application/json', body: '{"code":"internal_server_error","message":"The shop fell over.","data":{"status":500}}' } ) );
		await comeTo( page, '/reports&report=shrinkage' );
		const retry = page.getByRole( 'button', { name: 'Retry' } );
		await retry.nth( 1 ).waitFor();
		await page.unroute( /reports\/(items|shrinkage)/ );
		await retry.nth( 1 ).click();
		await retry.first().click();
		await page.locator( '.wig-by-reason canvas' ).waitFor();
		await page.locator( '.wig-report-scroll' ).getByText( 'Aachen bowl' ).waitFor();
	} );
	for ( const [ width, rtl ] of [ [ 1280, false ], [ 400, true ] ] as const ) {
		await t.check( `axe finds nothing in reports at ${ width } px${ rtl ? ' from the right' : '' }`, async () => {
			const guest = await visitors.visit( { width, rtl } );
			for ( const report of REPORTS ) {
				await open( guest, site.url, report );
				assert.deepEqual( await faultsOf( guest ), [], report );
				assert.ok( await fits( guest ), `${ report } runs out of the page` );
			}
			await guest.context().close();
		} );
	}
	await page.context().close();
}
