import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { assertFit, comeTo } from './browser.ts';
import { rest } from './seed.ts';
import { open, type Work } from './work.ts';

const PATH = '/stocktakes';

const row = ( page: Page, name: string ) => page.locator( '[data-wig-row]' ).filter( { hasText: name } );

/** The screens around counting: what there is to count, and who made it. */
export async function stocktakes( t: Report, stage: Work ): Promise< void > {
	const { visitors } = stage;
	const page = await visitors.visit();

	await t.check( 'Where nothing has been counted that is said, and what a stocktake is', async () => {
		await open( page, stage, `${ PATH }&state=undone` );
		await page.getByText( 'No stocktake is in this state.' ).waitFor();
		await page.getByRole( 'link', { name: 'Show all' } ).click();
		await page.getByText( 'In a stocktake people count' ).waitFor();
		await page.getByRole( 'link', { name: 'New stocktake' } ).click();
		await page.getByRole( 'heading', { name: 'New stocktake' } ).waitFor();
	} );
	await t.check( 'A new one says how many items it would have while it is chosen; what is wrong is said at its field', async () => {
		const applies = page.locator( '.wig-applies [role="status"]:not(.is-waiting)' );
		const all = await applies.filter( { hasText: /Applies to [1-9]/ } ).innerText();
		await page.getByLabel( 'Random sample' ).fill( 'two' );
		await page.getByRole( 'button', { name: 'Make stocktake' } ).click();
		await page.getByText( 'Type a whole number from 1 to 100,000' ).waitFor();
		assert.equal( await page.getByLabel( 'Name', { exact: true } ).getAttribute( 'aria-invalid' ), 'true' );
		await page.getByLabel( 'Random sample' ).fill( '2' );
		await applies.filter( { hasText: 'Applies to 2 items' } ).waitFor();
		assert.notEqual( all, 'Applies to 2 items' );
		await page.getByLabel( 'Random sample' ).fill( '' );
		// Never sold, so whatever is of class A by now, it is not.
		await page.getByLabel( 'Search by name' ).fill( 'kettle' );
		await page.getByLabel( 'Add an item' ).selectOption( { label: 'Kettle (KET-1)' } );
		await page.getByLabel( /^A, the first/ ).check();
		await page.getByText( 'No item fits all of this: there would be nothing to count.' ).waitFor();
		await page.getByLabel( 'Name', { exact: true } ).fill( 'Nothing' );
		await page.getByRole( 'button', { name: 'Make stocktake' } ).click();
		await page.locator( '.wig-applies .wig-many-wrong' ).waitFor();
		await page.getByLabel( /^A, the first/ ).uncheck();
		await page.getByRole( 'button', { name: 'Take away: Kettle (KET-1)' } ).click();
		await page.getByLabel( 'Search by name' ).fill( 'celadon' );
		await page.getByLabel( 'Add an item' ).selectOption( { label: 'Gaiwan, celadon (GW-02)' } );
		await page.getByRole( 'button', { name: 'Take away: Gaiwan, celadon (GW-02)' } ).waitFor();
		await applies.filter( { hasText: 'Applies to 1 item' } ).waitFor();
	} );
	await t.check( 'Where it cannot be sent, what was typed stays, and Retry makes one, once', async () => {
		await page.getByLabel( 'Name', { exact: true } ).fill( 'Shelf B, December' );
		await page.route( '**/v1/stocktakes?*', ( route ) => ( route.request().method() === 'POST' ? route.abort() : route.continue() ) );
		await page.getByRole( 'button', { name: 'Make stocktake' } ).click();
		await page.locator( '.wig-failure' ).getByText( 'There is no connection to the shop.' ).waitFor();
		assert.equal( await page.getByLabel( 'Name', { exact: true } ).inputValue(), 'Shelf B, December' );
		await page.unroute( '**/v1/stocktakes?*' );
		await page.getByRole( 'button', { name: 'Retry' } ).click();
		await page.getByRole( 'heading', { name: 'Shelf B, December is made' } ).waitFor();
		await page.getByText( 'Items to count: 1' ).waitFor();
		await assertFit( page, 'a stocktake that was just made' );
		assert.match( await page.locator( '.wig-secret' ).innerText(), /\?wig-count=1#\/\d+$/ );
		await page.getByRole( 'img', { name: 'QR code of this address' } ).waitFor();
	} );
	await t.check( 'Counting begins from the list, which then leads to the counting screen and back', async () => {
		await page.getByRole( 'link', { name: 'All stocktakes' } ).click();
		await page.getByRole( 'button', { name: 'Start counting Shelf B, December' } ).click();
		await row( page, 'Shelf B, December' ).getByText( 'Counting', { exact: true } ).waitFor();
		assert.equal( await row( page, 'Shelf B, December' ).count(), 1 );
		await page.getByRole( 'link', { name: 'Count Shelf B, December' } ).click();
		await page.getByRole( 'textbox', { name: 'Scan or type a code' } ).waitFor();
		await page.goto( `${ stage.site.url }/?wig-count=1#/` );
		await page.getByRole( 'link', { name: 'All stocktakes' } ).click();
		await row( page, 'Shelf B, December' ).waitFor();
		await page.getByRole( 'link', { name: 'In review' } ).click();
		await page.getByText( 'No stocktake is in this state.' ).waitFor();
		await page.goBack();
		await row( page, 'Shelf B, December' ).waitFor();
	} );
	await t.check( 'A list that cannot be had is said, and Retry gets it', async () => {
		await page.route( '**/v1/stocktakes?*', ( route ) => route.abort() );
		await comeTo( page, PATH );
		await page.getByText( 'The list could not be loaded.' ).waitFor();
		await page.unroute( '**/v1/stocktakes?*' );
		await page.getByRole( 'button', { name: 'Retry' } ).click();
		await row( page, 'Shelf B, December' ).waitFor();
	} );
	await t.check( 'A schedule is made in portions by class, changed and deleted; the limit for a second person is kept', async () => {
		await page.getByRole( 'link', { name: 'Schedules' } ).click();
		await page.getByText( 'No stocktake comes by itself.' ).waitFor();
		await page.getByLabel( 'For differences worth so much or more' ).fill( '50' );
		await page.getByRole( 'button', { name: 'Save limit' } ).click();
		await page.locator( '.wig-tick' ).waitFor();
		await page.getByRole( 'link', { name: 'Add schedule' } ).click();
		await page.getByLabel( 'Name', { exact: true } ).fill( 'Portions' );
		await page.getByLabel( 'How often' ).selectOption( { label: 'In small portions, by class' } );
		await page.getByLabel( 'Times a year, class A' ).fill( '53' );
		await page.getByRole( 'button', { name: 'Save schedule' } ).click();
		await page.getByText( 'Type a whole number from 0 to 52.' ).first().waitFor();
		await page.getByLabel( 'Times a year, class A' ).fill( '12' );
		await page.getByRole( 'button', { name: 'Save schedule' } ).click();
		await row( page, 'Portions' ).getByText( 'class A 12 times' ).waitFor();
		await page.getByRole( 'link', { name: 'Edit schedule Portions' } ).click();
		assert.equal( await page.getByLabel( 'Times a year, class A' ).inputValue(), '12' );
		await page.getByLabel( 'On', { exact: true } ).uncheck();
		// Somebody else is faster: both are shown, and what was typed is still there.
		const [ { id } ] = ( await rest( stage.site )( 'GET', '/woo-inventory-guard/v1/stocktake-schedules' ) ) as [ { id: number } ];
		await rest( stage.site )( 'PUT', `/woo-inventory-guard/v1/stocktake-schedules/${ id }`, { name: 'Theirs' } );
		await page.getByRole( 'button', { name: 'Save schedule' } ).click();
		const both = page.getByRole( 'alertdialog' );
		await both.getByText( 'Theirs' ).waitFor();
		await assertFit( page, 'a schedule that two people change' );
		assert.equal( await page.getByLabel( 'Name', { exact: true } ).inputValue(), 'Portions' );
		await both.getByRole( 'button', { name: 'Save mine' } ).click();
		await row( page, 'Portions' ).getByText( 'Off', { exact: true } ).waitFor();
		assert.equal( await page.getByLabel( 'For differences worth so much or more' ).inputValue(), '50' );
		await page.getByRole( 'button', { name: 'Delete schedule Portions' } ).click();
		await page.getByRole( 'dialog' ).getByRole( 'button', { name: 'Delete schedule' } ).click();
		await page.getByText( 'No stocktake comes by itself.' ).waitFor();
	} );
	for ( const [ width, rtl ] of [ [ 1280, false ], [ 400, true ] ] as const ) {
		await t.check( `axe finds nothing in stocktakes at ${ width } px${ rtl ? ' from the right' : '' }`, async () => {
			const guest = await visitors.visit( { width, rtl } );
			await open( guest, stage, PATH );
			await assertFit( guest, 'stocktakes' );
			await guest.getByRole( 'link', { name: 'New stocktake' } ).click();
			await guest.getByRole( 'button', { name: 'Make stocktake' } ).click();
			await guest.waitForSelector( '.wig-field.is-wrong' );
			await assertFit( guest, 'new stocktake' );
			await guest.context().close();
		} );
	}
	await page.context().close();
}
