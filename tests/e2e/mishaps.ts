import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import { adjustForm } from './acts.ts';
import { address, goOffline } from './browser.ts';
import type { Stage } from './run.ts';
import { rest } from './seed.ts';

const ROOT = '/woo-inventory-guard/v1';

/** What goes wrong on screens whose other tests are about what goes right: no connection, somebody else, no answer. */
export async function mishaps( t: Report, { site, visitors }: Stage ): Promise< void > {
	const send = rest( site );
	const page = await visitors.visit();
	const app = `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard`;
	const name = 'Caddy, lacquered';
	const { id } = ( await send( 'POST', `${ ROOT }/items`, { kind: 'part', name, on_hand: 9, low_stock_threshold: 3 } ) ) as { id: number };
	await send( 'POST', `${ ROOT }/adjustments`, { item_id: id, delta: -7, reason: 'sold' } );
	const row = page.locator( '.wig-need li' ).filter( { hasText: name } );
	const form = adjustForm( page, name );
	const onHand = async (): Promise< unknown > => ( ( await send( 'GET', `${ ROOT }/items/${ id }` ) ) as { on_hand: unknown } ).on_hand;

	await t.check( 'Dashboard: without a connection the typed number stays, and Retry saves it once', async () => {
		await page.goto( app, { waitUntil: 'domcontentloaded' } );
		await row.getByRole( 'button', { name: 'Adjust' } ).click();
		await form.getByRole( 'textbox', { name: 'Change by' } ).fill( '-1' );
		await goOffline( page.context(), true );
		await page.keyboard.press( 'Enter' );
		await form.getByText( 'There is no connection to the shop.' ).waitFor();
		assert.equal( await form.getByRole( 'textbox', { name: 'Change by' } ).inputValue(), '-1' );
		await goOffline( page.context(), false );
		await form.getByRole( 'button', { name: 'Retry' } ).click();
		await form.waitFor( { state: 'hidden' } );
		assert.equal( await onHand(), 1 );
	} );
	await t.check( 'Dashboard: what somebody else counted meanwhile is shown beside what was typed', async () => {
		await row.getByText( '1 left' ).waitFor();
		await row.getByRole( 'button', { name: 'Adjust' } ).click();
		await form.getByText( 'I counted' ).click();
		await form.getByRole( 'textbox', { name: 'Counted number' } ).fill( '3' );
		await send( 'POST', `${ ROOT }/adjustments`, { item_id: id, set: 2, expected: 1, reason: 'counted' } );
		await page.keyboard.press( 'Enter' );
		await page.getByText( 'it was 1, now it is 2' ).waitFor();
		assert.equal( await onHand(), 2 );
		await page.getByRole( 'button', { name: '2, leave it' } ).click();
		assert.equal( await onHand(), 2 );
	} );
	await t.check( 'Spreadsheet: nothing found is said with the way back, and rows that cannot be had with Retry', async () => {
		await page.goto( address( site, '&as=sheet&search=no+such+thing' ), { waitUntil: 'domcontentloaded' } );
		await page.getByRole( 'button', { name: 'Show all items' } ).click();
		await page.waitForSelector( '.wig-sheet-body .wig-name' );
		await page.route( /v1\/items\?.*per_page=100/, ( route ) => route.abort() );
		await page.goto( address( site, '&as=sheet&search=tin' ), { waitUntil: 'domcontentloaded' } );
		await page.getByText( 'The list could not be loaded.' ).waitFor();
		await page.unroute( /v1\/items\?.*per_page=100/ );
		await page.getByRole( 'button', { name: 'Retry' } ).click();
		await page.waitForSelector( '.wig-sheet-body .wig-name' );
	} );
	await t.check( 'Bundles: none yet is said with what to do; a list that cannot be had has Retry', async () => {
		// A search is asked for; without one the first page comes with the screen.
		const list = /v1\/bundles\?/;
		await page.route( list, ( route ) => route.fulfill( { json: [], headers: { 'X-WP-Total': '0' } } ) );
		await page.goto( `${ app }&path=/bundles&search=x`, { waitUntil: 'domcontentloaded' } );
		await page.getByText( 'No bundle is called that.' ).waitFor();
		await page.getByRole( 'button', { name: 'Show all bundles' } ).click();
		await page.getByText( 'No bundles yet.' ).waitFor();
		await page.unroute( list );
		await page.route( list, ( route ) => route.abort() );
		await page.goto( `${ app }&path=/bundles&search=tea`, { waitUntil: 'domcontentloaded' } );
		await page.getByRole( 'button', { name: 'Retry' } ).waitFor();
		await page.unroute( list );
		await page.getByRole( 'button', { name: 'Retry' } ).click();
		await page.getByRole( 'link', { name: 'Tea set' } ).waitFor();
	} );
	await page.context().close();
}
