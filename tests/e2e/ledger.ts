import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { comeTo, faultsOf } from './browser.ts';
import type { Stage } from './run.ts';
import { rest } from './seed.ts';

const ROOT = '/woo-inventory-guard/v1';

async function open( page: Page, url: string, view = '' ): Promise< void > {
	await page.goto( `${ url }/wp-admin/admin.php?page=woo-inventory-guard&path=/ledger${ view }`, { waitUntil: 'domcontentloaded' } );
	await page.waitForSelector( '.wig-table tbody tr, .wig-card, .wig-message' );
}

const row = ( page: Page, text: string ) => page.locator( '.wig-ledger .wig-table tbody tr' ).filter( { hasText: text } );

/** The whole ledger: filters, why it is so, a file, and a delivery that is taken back. */
export async function ledger( t: Report, { site, visitors }: Stage ): Promise< void > {
	const send = rest( site );
	const made = new Map< string, number >();
	for ( const [ name, onHand, came ] of [ [ 'Matcha, tin', 4, 20 ], [ '=Whisk, bamboo', 0, 10 ] ] as const ) {
		const item = ( await send( 'POST', `${ ROOT }/items`, { kind: 'part', name, on_hand: onHand } ) ) as { id: number };
		made.set( name, item.id );
		await send( 'POST', `${ ROOT }/adjustments`, { item_id: item.id, delta: came, reason: 'received', reference: { type: 'delivery', id: '12' } } );
	}
	await send( 'POST', `${ ROOT }/adjustments`, { item_id: made.get( 'Matcha, tin' ), delta: -1, reason: 'damaged', note: 'Rain' } );
	await send( 'POST', `${ ROOT }/adjustments`, { item_id: made.get( '=Whisk, bamboo' ), delta: -8, reason: 'sold', reference: { type: 'order', id: '1099' } } );
	const page = await visitors.visit();

	await t.check( 'The ledger lists every movement, newest first, and is narrowed by reason, by order and by item', async () => {
		await open( page, site.url );
		assert.match( await page.locator( '.wig-ledger .wig-table tbody tr' ).first().innerText(), /Whisk[\s\S]*−8[\s\S]*Order #1099/ );
		await page.getByRole( 'combobox', { name: 'Reason' } ).selectOption( { label: 'Damaged' } );
		await row( page, 'Rain' ).waitFor();
		await row( page, 'Whisk' ).first().waitFor( { state: 'detached' } );
		await page.getByRole( 'button', { name: 'Show all' } ).click();
		await page.getByLabel( 'Order or document number' ).fill( '#1099' );
		await page.waitForURL( /number=/ );
		await page.waitForFunction( () => document.querySelectorAll( '.wig-ledger .wig-table tbody tr' ).length === 1 );
		await page.goBack();
		await row( page, 'Rain' ).getByRole( 'button', { name: 'Only Matcha, tin' } ).click();
		await page.waitForURL( /item=\d+/ );
		await page.waitForFunction( () => document.querySelectorAll( '.wig-ledger-item ~ .wig-surface .wig-table tbody tr' ).length === 3 );
	} );
	await t.check( 'The style of a screen comes once, with the page or when it is gone to, and never from before an update', async () => {
		const guest = await visitors.visit();
		const styles = (): Promise< ( string | null )[] > => guest.locator( 'link[rel="stylesheet"][href*="/build/ledger.css"]' ).evaluateAll( ( links ) => links.map( ( link ) => link.getAttribute( 'href' ) ) );
		await open( guest, site.url );
		const [ withPage, ...more ] = await styles();
		assert.deepEqual( more, [] );
		assert.match( withPage ?? '', /[?&]ver=\w+/ );
		await guest.goto( `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/limits`, { waitUntil: 'domcontentloaded' } );
		await guest.locator( '.wig-message, .wig-card' ).first().waitFor();
		assert.deepEqual( await styles(), [] );
		await guest.locator( '#adminmenu' ).getByRole( 'link', { name: 'Ledger', exact: true } ).click();
		await row( guest, 'Rain' ).waitFor();
		assert.deepEqual( await styles(), [ withPage ] );
		await guest.context().close();
	} );
	await t.check( 'One item is drawn, and says what it was and why', async () => {
		const chart = page.locator( '.wig-chart' );
		await chart.locator( 'canvas' ).waitFor();
		assert.match( ( await chart.locator( 'canvas' ).getAttribute( 'aria-label' ) ) ?? '', /Lowest 0, highest 24, in the end 23/ );
		await chart.getByRole( 'button', { name: 'Show as table' } ).click();
		await chart.getByRole( 'cell', { name: '24', exact: true } ).waitFor();
		await page.getByLabel( 'at', { exact: true } ).fill( '23:59' );
		await page.keyboard.press( 'Enter' );
		await page.getByText( /It was 23 on .*, because:/ ).waitFor();
		assert.match( await page.locator( '.wig-ledger-was .wig-history' ).innerText(), /−1[\s\S]*Damaged[\s\S]*Rain[\s\S]*\+20/ );
		await page.getByLabel( 'What was it on' ).fill( '2001-01-01' );
		await page.keyboard.press( 'Enter' );
		await page.getByText( /nothing had happened to it before/ ).waitFor();
	} );
	await t.check( 'What is filtered becomes a file, in which a name is no formula', async () => {
		await open( page, site.url, '&number=12' );
		const [ file ] = await Promise.all( [ page.waitForEvent( 'download' ), page.getByRole( 'button', { name: 'Export CSV' } ).click() ] );
		const lines = ( await readFile( await file.path(), 'utf8' ) ).trim().split( '\r\n' );
		assert.equal( lines.length, 3 );
		assert.match( lines[ 1 ] ?? '', /,"'=Whisk, bamboo",.*,10,10,received,Delivery 12,/ );
	} );
	await t.check( 'A delivery is taken back after a look at what that does, and what was sold since stays', async () => {
		await open( page, site.url, '&show=documents' );
		await page.getByRole( 'button', { name: 'Delivery 12' } ).click();
		const dialog = page.getByRole( 'dialog' );
		await dialog.getByRole( 'button', { name: 'Take it back …' } ).click();
		await dialog.getByText( '8 cannot be taken back: gone or promised since' ).waitFor();
		assert.match( await dialog.locator( 'tbody tr' ).filter( { hasText: 'Matcha' } ).innerText(), /\+20\s+23\s+−20\s+3/ );
		assert.deepEqual( await faultsOf( page ), [] );
		await dialog.getByRole( 'button', { name: 'Take it back', exact: true } ).click();
		await dialog.getByText( /Taken back on/ ).waitFor();
		assert.equal( await dialog.getByRole( 'button', { name: 'Take it back …' } ).count(), 0 );
		await dialog.getByRole( 'button', { name: 'See what that did' } ).click();
		await dialog.getByText( 'Takes back: Delivery 12' ).waitFor();
		await page.keyboard.press( 'Escape' );
		const after = ( await send( 'GET', `${ ROOT }/items/${ made.get( 'Matcha, tin' ) }` ) ) as { on_hand: number };
		assert.equal( after.on_hand, 3 );
	} );
	await t.check( 'What cannot be had is said, and Retry gets it; nothing found says so', async () => {
		await page.route( '**/v1/movements?*', ( route ) => route.abort() );
		await comeTo( page, '/ledger' );
		await page.getByText( 'The list could not be loaded.' ).waitFor();
		await page.unroute( '**/v1/movements?*' );
		await page.getByRole( 'button', { name: 'Retry' } ).click();
		await row( page, 'Rain' ).waitFor();
		await open( page, site.url, '&number=none' );
		await page.getByText( 'Nothing has moved that fits this.' ).waitFor();
	} );
	await page.context().close();
}
