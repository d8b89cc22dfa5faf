import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import { adjustButton, adjustForm, onHand } from './acts.ts';
import { goOffline, look } from './browser.ts';
import type { Stage } from './run.ts';

/** No network, a shop that fails, a session that is over. */
export async function trouble( t: Report, { site, visitors }: Stage ): Promise< void > {
	const page = await visitors.visit();
	const tin = 'Tin, 250 g';

	await t.check( 'Offline is said, the typed number stays, and Retry saves it once', async () => {
		await look( page, site, '&search=tin' );
		await adjustButton( page, tin ).click();
		const form = adjustForm( page, tin );
		await form.getByRole( 'textbox', { name: 'Change by' } ).fill( '20' );
		await goOffline( page.context(), true );
		await page.getByText( 'You are offline.' ).waitFor();
		await page.keyboard.press( 'Enter' );
		await form.getByText( 'There is no connection to the shop.' ).waitFor();
		assert.equal( await form.getByRole( 'textbox', { name: 'Change by' } ).inputValue(), '20' );
		await goOffline( page.context(), false );
		await page.getByText( 'You are offline.' ).waitFor( { state: 'hidden' } );
		await form.getByRole( 'button', { name: 'Retry' } ).click();
		await onHand( page, tin, '450' );
	} );
	await t.check( 'An answer that was lost on its way is asked for again, and the change is made once', async () => {
		await look( page, site, '&search=tin' );
		const keys: ( string | undefined )[] = [];
		await page.route( '**/v1/adjustments*', async ( route ) => {
			keys.push( route.request().headers()[ 'idempotency-key' ] );
			if ( keys.length === 1 ) {
				await route.fetch();
				await route.abort();
			} else {
				await route.continue();
			}
		} );
		await adjustButton( page, tin ).click();
		await adjustForm( page, tin ).getByRole( 'textbox', { name: 'Change by' } ).fill( '-10' );
		await page.keyboard.press( 'Enter' );
		await adjustForm( page, tin ).getByRole( 'button', { name: 'Retry' } ).click();
		await onHand( page, tin, '440' );
		assert.equal( keys.length, 2 );
		assert.equal( keys[ 0 ], keys[ 1 ] );
		await page.unroute( '**/v1/adjustments*' );
	} );
	await t.check( 'A list that cannot be loaded says so, and Retry loads it', async () => {
		await look( page, site );
		await page.route( '**/v1/items?*', ( route ) => route.fulfill( { status: 500, contentType: 'application/json', body: '{"code":"internal_server_error","message":"The shop fell over.","data":{"status":500}}' } ) );
		await page.getByRole( 'link', { name: /^Low/ } ).click();
		await page.getByRole( 'alert' ).getByText( 'The list could not be loaded.' ).waitFor();
		await page.unroute( '**/v1/items?*' );
		await page.getByRole( 'button', { name: 'Retry' } ).click();
		await page.getByRole( 'link', { name: 'Jasmine, loose' } ).waitFor();
	} );
	await t.check( 'Old rows stay, dimmed, while new ones come; the first time there are grey bars', async () => {
		await look( page, site );
		await page.route( '**/v1/items?*', async ( route ) => {
			await new Promise( ( done ) => setTimeout( done, 700 ) );
			await route.continue();
		} );
		await page.getByRole( 'link', { name: /^Out/ } ).click();
		await page.waitForSelector( '.wig-table.is-waiting [data-wig-item]' );
		await page.goto( `${ page.url() }&search=tin` );
		await page.waitForSelector( '.wig-skeleton .wig-bar' );
		await page.waitForSelector( '[data-wig-item]' );
		await page.unroute( '**/v1/items?*' );
	} );
	await t.check( 'A page left open until its nonce is old goes on working', async () => {
		await look( page, site );
		await page.evaluate( () => {
			const { wp } = window as unknown as { wp: { apiFetch: { nonceMiddleware: { nonce: string } } } };
			wp.apiFetch.nonceMiddleware.nonce = 'old';
		} );
		await page.getByRole( 'link', { name: /^Low/ } ).click();
		await page.getByRole( 'link', { name: 'Jasmine, loose' } ).waitFor();
	} );
	await page.context().close();
}
