import assert from 'node:assert/strict';
import type { Page, Response } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { look } from './browser.ts';
import type { Stage } from './run.ts';

export const names = ( page: Page ): Promise< string[] > => page.locator( '.wig-name' ).allTextContents();

/** Waits until the list shows exactly what is expected, and says what it shows if it never does. */
export async function shows( page: Page, expected: string[] ): Promise< void > {
	const until = Date.now() + 30_000;
	let seen = await names( page );
	while ( seen.join() !== expected.join() && Date.now() < until ) {
		await page.waitForTimeout( 50 );
		seen = await names( page );
	}
	assert.deepEqual( seen, expected );
}

/** Searching, sorting, filtering, paging; and that the address is the view. */
export async function finding( t: Report, { site, visitors }: Stage ): Promise< void > {
	const page = await visitors.visit();

	await t.check( 'The list is there without a request of its own, and the menu counts what needs attention', async () => {
		const asked: string[] = [];
		page.on( 'request', ( request ) => request.url().includes( '/v1/items' ) && asked.push( request.url() ) );
		await look( page, site );
		assert.equal( ( await names( page ) ).length, 20 );
		assert.deepEqual( asked, [] );
		assert.match( await page.locator( '#toplevel_page_woo-inventory-guard' ).innerText(), /Inventory\s*\d/ );
	} );
	await t.check( 'A search finds name, SKU, barcode and Chinese, and Back undoes it in one step', async () => {
		await look( page, site );
		const before = await names( page );
		const search = page.getByRole( 'searchbox' );
		await search.pressSequentially( 'celadon', { delay: 20 } );
		await shows( page, [ 'Gaiwan, celadon' ] );
		await page.goBack();
		await shows( page, before );
		assert.equal( await search.inputValue(), '' );
		for ( const [ words, found ] of [ [ 'TIN-500', 'Tin, 500 g' ], [ '4006381333931', 'Gaiwan, white' ], [ '茶壶', '茶壶 红色' ] ] ) {
			await search.fill( words ?? '' );
			await shows( page, [ found ?? '' ] );
		}
	} );
	await t.check( 'What nobody has is said so, with the way back', async () => {
		await page.getByRole( 'searchbox' ).fill( 'no such thing' );
		await page.getByText( 'No name, SKU or barcode matches “no such thing”.' ).waitFor();
		await page.getByRole( 'button', { name: 'Show all items' } ).click();
		await page.waitForFunction( () => document.querySelectorAll( '.wig-name' ).length === 20 );
	} );
	await t.check( 'Headers sort, say so, and reload and Back lead to the same view', async () => {
		await look( page, site );
		const onHand = page.getByRole( 'columnheader', { name: 'On hand' } );
		await onHand.getByRole( 'button' ).click();
		await page.waitForFunction( () => document.querySelector( '.wig-name' )?.textContent === 'Ribbon, gold' );
		assert.equal( await onHand.getAttribute( 'aria-sort' ), 'descending' );
		const sorted = await names( page );
		await page.reload();
		await shows( page, sorted );
		await onHand.getByRole( 'button' ).click();
		await page.waitForFunction( () => document.querySelector( '.wig-name' )?.textContent !== 'Ribbon, gold' );
		await page.goBack();
		await shows( page, sorted );
	} );
	await t.check( 'Filters show what they count', async () => {
		await look( page, site );
		const low = page.getByRole( 'navigation', { name: 'Show' } ).getByRole( 'link', { name: /^Low/ } );
		assert.match( await low.innerText(), /2$/ );
		await low.click();
		await shows( page, [ 'Gaiwan, white', 'Jasmine, loose' ] );
		assert.equal( await low.getAttribute( 'aria-current' ), 'page' );
		await page.getByRole( 'link', { name: /^Out/ } ).click();
		await shows( page, [ 'Tin, 500 g' ] );
	} );
	await t.check( 'Pages turn, by button and by number, and a page that is gone leads to the last', async () => {
		await look( page, site );
		const first = await names( page );
		await page.getByRole( 'button', { name: 'Next page' } ).click();
		await page.getByText( '21 to 40 of 49' ).waitFor();
		await page.waitForSelector( '.wig-table:not(.is-waiting)' );
		assert.equal( ( await names( page ) ).some( ( name ) => first.includes( name ) ), false );
		await page.getByRole( 'textbox', { name: 'Page' } ).fill( '3' );
		await page.keyboard.press( 'Enter' );
		await page.getByText( '41 to 49 of 49' ).waitFor();
		await look( page, site, '&paged=40' );
		await page.getByText( '41 to 49 of 49' ).waitFor();
	} );
	await t.check( 'The layout is kept with the user', async () => {
		await look( page, site );
		await page.getByRole( 'button', { name: 'Layout' } ).click();
		// WordPress keeps settings of its own at the same address.
		const isOurs = ( response: Response ): boolean => response.url().includes( '/users/me' ) && ( response.request().postData() ?? '' ).includes( 'woo_inventory_guard_view' );
		const kept = page.waitForResponse( isOurs );
		await page.getByRole( 'checkbox', { name: 'On the way' } ).uncheck();
		assert.equal( ( await kept ).status(), 200 );
		await page.reload();
		await page.waitForSelector( '.wig-name' );
		assert.equal( await page.getByRole( 'columnheader', { name: 'On the way' } ).count(), 0 );
		const other = await visitors.visit( { user: 'clerk' } );
		await look( other, site );
		assert.equal( await other.getByRole( 'columnheader', { name: 'On the way' } ).count(), 1 );
		await other.context().close();
		await page.getByRole( 'button', { name: 'Layout' } ).click();
		const reset = page.waitForResponse( isOurs );
		await page.getByRole( 'checkbox', { name: 'On the way' } ).check();
		await reset;
	} );
	await page.context().close();
}
