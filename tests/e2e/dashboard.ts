import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../tools/lib/paths.ts';
import type { Report } from '../../tools/lib/report.ts';
import { adjustForm } from './acts.ts';
import { faultsOf, fits } from './browser.ts';
import type { Stage } from './run.ts';
import { rest } from './seed.ts';

const ROOT = '/woo-inventory-guard/v1';

async function open( page: Page, url: string, view = '' ): Promise< void > {
	await page.goto( `${ url }/wp-admin/admin.php?page=woo-inventory-guard${ view }`, { waitUntil: 'domcontentloaded' } );
	await page.waitForSelector( '.wig-need, .wig-calm, .wig-needs .wig-failure' );
}

const row = ( page: Page, name: string ) => page.locator( '.wig-need li' ).filter( { hasText: name } );

/** The first page: what needs somebody, done on the spot; figures, charts; nothing to do; a shop that does not answer. */
export async function dashboard( t: Report, { site, visitors }: Stage ): Promise< void > {
	const send = rest( site );
	const made = new Map< string, number >();
	for ( const [ name, onHand, sold ] of [ [ 'Sencha, loose', 6, 6 ], [ 'Teapot, small', 12, 10 ] ] as const ) {
		const item = ( await send( 'POST', `${ ROOT }/items`, { kind: 'part', name, on_hand: onHand, low_stock_threshold: 3 } ) ) as { id: number };
		made.set( name, item.id );
		await send( 'POST', `${ ROOT }/adjustments`, { item_id: item.id, delta: -sold, reason: 'sold' } );
	}
	const held = ( await send( 'POST', `${ ROOT }/reservations`, { reference: { type: 'order', id: '1077' }, lines: [ { item_id: made.get( 'Teapot, small' ), quantity: 1 } ], expires_in: 7200 } ) ) as { id: number };
	await site.php( join( root, 'tests/e2e/old-hold.php' ), String( held.id ) );
	const page = await visitors.visit();

	await t.check( 'The inventory opens on what needs somebody, without a request of its own', async () => {
		const asked: string[] = [];
		page.on( 'request', ( request ) => /reports\/(attention|overview)/.test( request.url() ) && asked.push( request.url() ) );
		await open( page, site.url );
		await row( page, 'Sencha, loose' ).getByText( /out since today · sells about 6 a week/ ).waitFor();
		await row( page, 'Teapot, small' ).getByText( /1 left · lasts/ ).waitFor();
		await row( page, 'Order #1077' ).getByText( /held until/ ).waitFor();
		assert.deepEqual( asked, [] );
		assert.match( await page.locator( '#toplevel_page_woo-inventory-guard' ).innerText(), /Inventory\s*\d/ );
	} );
	await t.check( 'Units that came are written down on the spot, without a mouse, and the row is done', async () => {
		await row( page, 'Sencha, loose' ).getByRole( 'button', { name: 'Adjust' } ).focus();
		await page.keyboard.press( 'Enter' );
		await adjustForm( page, 'Sencha, loose' ).waitFor();
		await page.keyboard.type( '24' );
		await page.keyboard.press( 'Enter' );
		await row( page, 'Sencha, loose' ).waitFor( { state: 'detached' } );
	} );
	await t.check( 'A low item is snoozed, and comes back with Undo', async () => {
		await row( page, 'Teapot, small' ).getByRole( 'button', { name: 'Snooze' } ).click();
		await row( page, 'Teapot, small' ).waitFor( { state: 'detached' } );
		await page.locator( '.wig-snackbar' ).getByRole( 'button', { name: 'Undo' } ).click();
		await row( page, 'Teapot, small' ).waitFor();
	} );
	await t.check( 'A hold is extended by a day', async () => {
		await row( page, 'Order #1077' ).getByRole( 'button', { name: 'Extend by a day' } ).click();
		await row( page, 'Order #1077' ).waitFor( { state: 'detached' } );
		const after = ( await send( 'GET', `${ ROOT }/reservations/${ held.id }` ) ) as { expires_at: string };
		assert.ok( Date.parse( after.expires_at ) - Date.now() > 25 * 3_600_000, after.expires_at );
	} );
	await t.check( 'Figures lead to the list that they count, and Back leads back', async () => {
		await page.getByRole( 'link', { name: /^Out-of-stock rate/ } ).click();
		await page.waitForSelector( '.wig-table .wig-name' );
		assert.equal( await page.getByRole( 'link', { name: /^Out/ } ).getAttribute( 'aria-current' ), 'page' );
		const current = page.locator( '#toplevel_page_woo-inventory-guard .wp-submenu li.current' );
		assert.equal( await current.innerText(), 'Stock' );
		await page.goBack();
		await page.waitForSelector( '.wig-need' );
		assert.equal( await current.innerText(), 'Dashboard' );
	} );
	await t.check( 'What moved is drawn, and is a table for who asks', async () => {
		const chart = page.locator( '.wig-chart' ).first();
		await chart.locator( 'canvas' ).waitFor();
		assert.match( ( await chart.locator( 'canvas' ).getAttribute( 'aria-label' ) ) ?? '', /Sold: 16/ );
		await chart.getByRole( 'button', { name: 'Show as table' } ).click();
		await chart.getByRole( 'columnheader', { name: 'Received' } ).waitFor();
		assert.equal( await chart.getByRole( 'row' ).count(), 31 );
	} );
	await t.check( 'Another period is in the address, and a reload shows the same', async () => {
		await page.getByRole( 'combobox', { name: 'Period' } ).selectOption( '7' );
		await page.waitForURL( /days=7/ );
		await page.reload();
		await page.waitForSelector( '.wig-tile' );
		assert.equal( await page.getByRole( 'combobox', { name: 'Period' } ).inputValue(), '7' );
		await page.getByRole( 'combobox', { name: 'Period' } ).selectOption( 'custom' );
		await page.getByLabel( 'First day' ).fill( '2026-01-31' );
		await page.waitForURL( /from=2026-01-31/ );
	} );
	await t.check( 'The books are checked at a click', async () => {
		await open( page, site.url );
		await page.getByRole( 'button', { name: 'Check now' } ).click();
		await page.getByText( /All \d+ records agree\./ ).first().waitFor();
	} );
	await t.check( 'Where there is nothing to do, it says so', async () => {
		const quiet = await visitors.visit();
		await quiet.route( '**/v1/reports/attention*', ( route ) =>
			route.fulfill( { json: { counts: { out: 0, low: 0, short: 0, holds: 0, due: 0, ledger: 0 }, out: [], low: [], short: [], holds: [], due: [], ledger: { problems: 0, link: null, checked: null }, last_handled_at: '2026-11-23T14:02:00Z' } } )
		);
		// Elsewhere in the app nothing is preloaded, so that the answer is asked for.
		await quiet.goto( `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/stock` );
		await quiet.waitForSelector( '.wig-name' );
		await quiet.evaluate( () => {
			window.history.pushState( null, '', window.location.href.replace( /(%2F|\/)stock/, '/dashboard' ) );
			window.dispatchEvent( new PopStateEvent( 'popstate' ) );
		} );
		await quiet.getByText( 'Nothing needs you.' ).waitFor();
		await quiet.getByText( /settled on November 23, 2026/ ).waitFor();
		await quiet.context().close();
	} );
	await t.check( 'What cannot be had is said in its place, and Retry gets it', async () => {
		const unlucky = await visitors.visit();
		let refused = 0;
		await unlucky.route( '**/v1/reports/movements-by-day*', ( route ) => ( refused++ === 0 ? route.fulfill( { status: 500, json: { code: 'wig_error', message: 'The database is gone.' } } ) : route.continue() ) );
		await open( unlucky, site.url );
		const chart = unlucky.locator( '.wig-chart' ).first();
		await chart.getByText( 'The database is gone.' ).waitFor();
		await chart.getByRole( 'button', { name: 'Retry' } ).click();
		await chart.locator( 'canvas' ).waitFor();
		await unlucky.context().close();
	} );
	for ( const width of [ 1280, 400 ] ) {
		await t.check( `axe finds nothing on the dashboard at ${ width } px, and nothing runs out of the page`, async () => {
			const visitor = await visitors.visit( { width } );
			await open( visitor, site.url );
			await visitor.waitForSelector( 'canvas' );
			assert.deepEqual( await faultsOf( visitor ), [] );
			await visitor.getByRole( 'button', { name: 'Show as table' } ).first().click();
			await visitor.locator( '.wig-need li' ).first().getByRole( 'button', { name: 'Adjust' } ).click();
			assert.deepEqual( await faultsOf( visitor ), [] );
			assert.ok( await fits( visitor ) );
			await visitor.context().close();
		} );
	}
	await t.check( 'The dashboard of WordPress has a box that says it in a few lines', async () => {
		await page.goto( `${ site.url }/wp-admin/index.php` );
		const box = page.locator( '#woo_inventory_guard' );
		await box.getByRole( 'link', { name: /items? (is|are) low/ } ).waitFor();
		await box.getByRole( 'link', { name: 'Open the inventory' } ).click();
		await page.waitForSelector( '.wig-need' );
	} );
	await page.context().close();
}
