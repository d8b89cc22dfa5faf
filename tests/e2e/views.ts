import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { address, faultsOf, fits, goOffline, look } from './browser.ts';
import type { Stage } from './run.ts';

const button = ( page: Page ) => page.locator( '.wig-views > button' );
const told = ( page: Page, words: string ) => page.locator( '.wig-snackbar' ).getByText( words ).waitFor();
const isShown = ( page: Page, words: string ) => page.locator( '.wig-views > button' ).filter( { hasText: words } ).waitFor();

/** One act or view of the menu. */
async function choose( page: Page, name: string ): Promise< void > {
	await button( page ).click();
	await page.getByRole( 'menu' ).locator( '[role^="menuitem"]' ).filter( { hasText: name } ).first().click();
}

/** Filter, order and columns as the view says. */
async function isToOrder( page: Page ): Promise< void > {
	await page.locator( '.wig-filters a[aria-current="page"]' ).filter( { hasText: 'Low' } ).waitFor();
	await page.locator( 'th[data-wig-column="on_hand"][aria-sort="descending"]' ).waitFor();
	await page.locator( 'th[data-wig-column="incoming"]' ).waitFor( { state: 'hidden' } );
}

/** Lists that are kept under a name, and shared. */
export async function views( t: Report, { site, visitors }: Stage ): Promise< void > {
	const page = await visitors.visit();
	const clerk = await visitors.visit( { user: 'clerk' } );
	const form = ( who: Page ) => who.getByRole( 'dialog' );

	await t.check( 'Views: filter, order and columns are saved under a name, come back after a reload, and the team sees them', async () => {
		await look( page, site, '&status=low&orderby=on_hand&order=desc' );
		await choose( page, 'Save as…' );
		await form( page ).getByRole( 'textbox', { name: 'Name' } ).press( 'Enter' );
		await form( page ).getByText( 'Give the view a name.' ).waitFor();
		await form( page ).getByRole( 'textbox', { name: 'Name' } ).fill( 'To order' );
		await form( page ).getByLabel( 'Share with the team' ).check();
		await form( page ).getByRole( 'button', { name: 'Save', exact: true } ).click();
		await isShown( page, 'View: To order' );
		await page.getByRole( 'button', { name: 'Layout' } ).click();
		await page.getByRole( 'checkbox', { name: 'On the way' } ).uncheck();
		await page.keyboard.press( 'Escape' );
		await isShown( page, 'View: To order, changed' );
		await choose( page, 'Save changes' );
		await told( page, 'Saved “To order”.' );
		await page.reload();
		await isToOrder( page );
		const id = new URL( page.url() ).searchParams.get( 'view' );
		await page.goto( address( site, `&view=${ id }` ) );
		await isToOrder( page );
		await look( clerk, site );
		await choose( clerk, 'To order' );
		await isToOrder( clerk );
		await page.locator( '.wig-filters a.is-all' ).click();
		await isShown( page, 'View: To order, changed' );
	} );
	await t.check( 'Views: without a connection a new name stays in its form, and Retry saves it', async () => {
		await choose( clerk, 'Rename…' );
		await form( clerk ).getByRole( 'textbox', { name: 'Name' } ).fill( 'Order now' );
		await goOffline( clerk.context(), true );
		await clerk.keyboard.press( 'Enter' );
		await form( clerk ).getByText( 'There is no connection to the shop.' ).waitFor();
		assert.equal( await form( clerk ).getByRole( 'textbox', { name: 'Name' } ).inputValue(), 'Order now' );
		await goOffline( clerk.context(), false );
		await form( clerk ).getByRole( 'button', { name: 'Retry' } ).click();
		await told( clerk, 'Saved “Order now”.' );
		await isShown( clerk, 'View: Order now' );
	} );
	await t.check( 'Views: of two who change one view the later sees both, and either can be kept', async () => {
		await choose( page, 'Save changes' );
		const both = page.getByRole( 'alertdialog' );
		await both.getByText( 'Shows: All' ).waitFor();
		await both.getByText( 'Shows: Low' ).waitFor();
		await page.setViewportSize( { width: 400, height: 900 } );
		assert.deepEqual( await faultsOf( page ), [] );
		assert.ok( await fits( page ) );
		await page.setViewportSize( { width: 1280, height: 900 } );
		await both.getByRole( 'button', { name: 'Save mine' } ).click();
		await told( page, 'Saved “Order now”.' );
		await choose( clerk, 'Rename…' );
		await form( clerk ).getByRole( 'textbox', { name: 'Name' } ).fill( 'Reorder' );
		await clerk.keyboard.press( 'Enter' );
		const theirs = clerk.getByRole( 'alertdialog' );
		await theirs.getByText( 'Name: Reorder' ).waitFor();
		await theirs.getByText( 'Name: Order now' ).waitFor();
		await theirs.getByRole( 'button', { name: 'Keep this one' } ).click();
		await isShown( clerk, 'View: Order now' );
		await clerk.locator( '.wig-filters a[aria-current="page"]' ).filter( { hasText: 'All' } ).waitFor();
	} );
	await t.check( 'Views: an answer that was lost is no other person’s change; two of one name say whose they are', async () => {
		await page.locator( '.wig-filters a.is-low' ).click();
		await isShown( page, 'View: Order now, changed' );
		let asked = 0;
		await page.route( /v1\/views\/\d+/, async ( route ) => {
			asked++;
			if ( asked === 1 ) {
				await route.fetch();
				await route.abort();
			} else {
				await route.continue();
			}
		} );
		await choose( page, 'Save changes' );
		await page.locator( '.wig-views-failed' ).getByRole( 'button', { name: 'Retry' } ).click();
		await told( page, 'Saved “Order now”.' );
		await page.unroute( /v1\/views\/\d+/ );
		await choose( clerk, 'Save as…' );
		await form( clerk ).getByRole( 'textbox', { name: 'Name' } ).fill( 'Order now' );
		await clerk.keyboard.press( 'Enter' );
		await isShown( clerk, 'View: Order now (clerk)' );
		await button( clerk ).click();
		await clerk.getByRole( 'menuitemradio', { name: 'Order now (admin)' } ).waitFor();
		await clerk.keyboard.press( 'Escape' );
	} );
	await t.check( 'Views: a deleted one is gone for everybody, and Undo brings it back', async () => {
		await choose( page, 'Delete' );
		await told( page, 'Deleted “Order now”.' );
		await look( clerk, site );
		await button( clerk ).click();
		await clerk.getByRole( 'menuitemradio', { name: 'Order now' } ).waitFor();
		assert.equal( await clerk.getByRole( 'menuitemradio' ).count(), 2 );
		await page.locator( '.wig-snackbar' ).getByRole( 'button', { name: 'Undo' } ).click();
		await isShown( page, 'View: Order now' );
		await choose( page, 'Delete' );
		await isShown( page, 'View: Default' );
	} );
	await clerk.context().close();
	await page.context().close();
}
