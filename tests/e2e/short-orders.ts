import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { assertFit, comeTo } from './browser.ts';
import { open, units, type Work } from './work.ts';

const PATH = '/shortfalls';

const row = ( page: Page, order: number | undefined ) => page.locator( 'tbody tr' ).filter( { hasText: `Order #${ order } ` } ).or( page.locator( 'tbody tr' ).filter( { has: page.getByRole( 'link', { name: `Order #${ order }`, exact: true } ) } ) );

const tab = ( page: Page, name: string ) => page.getByRole( 'navigation', { name: 'Show' } ).getByRole( 'link', { name } );

/** The work list of what is paid and short. */
export async function shortOrders( t: Report, stage: Work ): Promise< void > {
	const { visitors, orders } = stage;
	const [ celadon, two, one ] = orders;
	const page = await visitors.visit();

	await t.check( 'Each row has its order, item, missing units and what could be had now, the oldest first, twenty on a page', async () => {
		await open( page, stage, PATH );
		assert.match( await row( page, celadon ).innerText(), /Gaiwan, celadon\s+GW-02\s+1\s+0/ );
		assert.match( await row( page, two ).innerText(), /Gaiwan, white\s+GW-01\s+2\s+0/ );
		assert.equal( await page.locator( 'tbody tr' ).count(), 20 );
		await page.getByRole( 'button', { name: 'Next page' } ).click();
		await page.getByText( '21 to 23 of 23' ).waitFor();
		await page.waitForFunction( () => document.querySelectorAll( 'tbody tr' ).length === 3 );
		await page.reload();
		await page.waitForFunction( () => document.querySelectorAll( 'tbody tr' ).length === 3 );
		assert.match( await page.locator( '#toplevel_page_woo-inventory-guard .current' ).last().innerText(), /Short orders/ );
	} );
	await t.check( 'A row leads to its order and to its item', async () => {
		await open( page, stage, PATH );
		const link = row( page, celadon ).getByRole( 'link', { name: `Order #${ celadon }` } );
		assert.match( ( await link.getAttribute( 'href' ) ) ?? '', new RegExp( `(id|post)=${ celadon }\\b` ) );
		await row( page, celadon ).getByRole( 'link', { name: 'Gaiwan, celadon' } ).click();
		await page.getByRole( 'dialog', { name: 'Gaiwan, celadon' } ).waitFor();
	} );
	await t.check( 'A decision takes the row away at once, focus goes on to the next row, and Undo brings it back', async () => {
		await open( page, stage, PATH );
		await row( page, celadon ).getByRole( 'button', { name: /^Money back/ } ).click();
		await row( page, celadon ).waitFor( { state: 'hidden' } );
		assert.ok( await row( page, two ).evaluate( ( next ) => next.contains( document.activeElement ) ) );
		await page.getByRole( 'button', { name: 'Undo' } ).click();
		await row( page, celadon ).waitFor();
		await tab( page, 'Settled' ).click();
		await page.getByText( 'Nothing has been settled yet.' ).waitFor();
	} );
	await t.check( 'Units that are not there are said not to be, and the row stays', async () => {
		await open( page, stage, PATH );
		await row( page, celadon ).getByRole( 'button', { name: /^Take now/ } ).click();
		await row( page, celadon ).getByText( 'still not in stock' ).waitFor();
	} );
	await t.check( 'What came in shows as what could be had, is filtered, and is taken on the spot', async () => {
		await units( stage, 'GW-02', 1 );
		await open( page, stage, `${ PATH }&state=ready` );
		assert.equal( await page.locator( 'tbody tr' ).count(), 1 );
		const take = row( page, celadon ).getByRole( 'button', { name: /^Take now/ } );
		assert.match( ( await take.getAttribute( 'class' ) ) ?? '', /is-primary/ );
		await take.click();
		await page.getByText( 'Nothing that is short could be had now.' ).waitFor();
		assert.equal( await page.getByRole( 'button', { name: 'Undo' } ).count(), 0 );
		await tab( page, 'Settled' ).click();
		await row( page, celadon ).getByText( 'Taken' ).waitFor();
	} );
	await t.check( 'A settled row can be taken up again later', async () => {
		await open( page, stage, `${ PATH }&order=${ one }` );
		await page.getByText( 'Only one order is shown.' ).waitFor();
		assert.equal( await page.locator( 'tbody tr' ).count(), 1 );
		await row( page, one ).getByRole( 'button', { name: /^Something else/ } ).click();
		await page.getByText( 'Nothing is short.' ).waitFor();
		await tab( page, 'Settled' ).click();
		await row( page, one ).getByRole( 'button', { name: /^Let the customer wait/ } ).click();
		await page.getByText( 'Nothing has been settled yet.' ).waitFor();
		await page.getByRole( 'button', { name: 'Show all orders' } ).click();
		await tab( page, 'To decide' ).click();
		await row( page, one ).waitFor();
	} );
	await t.check( 'A list that cannot be had is said, and Retry gets it; a decision that cannot be saved stays undone', async () => {
		await page.route( '**/v1/shortfalls?*', ( route ) => route.abort() );
		await comeTo( page, PATH );
		await page.getByText( 'The list could not be loaded.' ).waitFor();
		await page.unroute( '**/v1/shortfalls?*' );
		await page.getByRole( 'button', { name: 'Retry' } ).click();
		await row( page, two ).waitFor();
		await page.route( '**/resolve*', ( route ) => route.fulfill( { status: 500, contentType: 'application/json', body: JSON.stringify( { code: 'wig_failed', message: 'The server could not finish this.', data: { status: 500 } } ) } ) );
		await row( page, two ).getByRole( 'button', { name: /^Money back/ } ).click();
		await row( page, two ).getByText( 'The server could not finish this.' ).waitFor();
		await page.unroute( '**/resolve*' );
	} );
	await t.check( 'All of it works without a mouse', async () => {
		await open( page, stage, PATH );
		await row( page, two ).getByRole( 'link', { name: `Order #${ two }` } ).focus();
		await page.keyboard.press( 'ArrowDown' );
		assert.equal( await page.evaluate( () => document.activeElement?.textContent ), `Order #${ one }` );
		await page.keyboard.press( 'Tab' );
		await page.keyboard.press( 'Tab' );
		await page.keyboard.press( 'Tab' );
		await page.keyboard.press( 'Enter' );
		await row( page, one ).waitFor( { state: 'hidden' } );
		await page.getByRole( 'button', { name: 'Undo' } ).focus();
		await page.keyboard.press( 'Enter' );
		await row( page, one ).waitFor();
	} );
	await t.check( 'Who may not change stock sees the list and decides nothing', async () => {
		const channel = await visitors.visit( { user: 'channel' } );
		await open( channel, stage, PATH );
		assert.equal( await channel.getByRole( 'button', { name: /^Money back/ } ).count(), 0 );
		assert.equal( await channel.locator( 'tbody tr' ).count(), 20 );
		await channel.context().close();
	} );
	for ( const [ width, rtl ] of [ [ 1280, false ], [ 400, true ] ] as const ) {
		await t.check( `axe finds nothing at ${ width } px${ rtl ? ' from the right' : '' }, and nothing runs out`, async () => {
			const guest = await visitors.visit( { width, rtl } );
			await open( guest, stage, PATH );
			await assertFit( guest, 'short orders' );
			await guest.getByRole( 'button', { name: /^Take/ } ).first().click();
			await guest.locator( '.wig-failure' ).getByText( 'still not in stock' ).waitFor();
			await assertFit( guest, 'a failure' );
			await open( guest, stage, `${ PATH }&state=ready` );
			await assertFit( guest, 'nothing' );
			await guest.context().close();
		} );
	}
	await page.context().close();
}
