import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { assertFit, comeTo } from './browser.ts';
import { open, type Work } from './work.ts';

const PATH = '/limits';

const card = ( page: Page, name: string ) => page.locator( '.wig-card' ).filter( { hasText: name } );

/** How much of something may be bought. */
export async function limits( t: Report, stage: Work ): Promise< void > {
	const { visitors } = stage;
	const page = await visitors.visit();
	const form = page.getByRole( 'dialog' );

	await t.check( 'Where nothing is limited that is said, and a limit of two in thirty days is added for an item', async () => {
		await open( page, stage, PATH );
		await page.getByText( 'Nothing is limited' ).waitFor();
		await page.getByRole( 'button', { name: 'Add limit' } ).click();
		await form.getByLabel( 'Search by name' ).fill( 'celadon' );
		await form.getByRole( 'combobox', { name: 'Product or variation' } ).selectOption( { label: 'Gaiwan, celadon (GW-02)' } );
		await form.getByLabel( 'Most for one customer' ).fill( '2' );
		await form.getByLabel( 'In how many days' ).fill( '30' );
		await page.keyboard.press( 'Enter' );
		await card( page, 'Gaiwan, celadon' ).getByText( 'At most 2 for one customer in 30 days' ).waitFor();
	} );
	await t.check( 'A category is limited by its name; what has a limit already is said', async () => {
		for ( const name of [ 'Tea & more', 'Tea & more' ] ) {
			await page.getByRole( 'button', { name: 'Add limit' } ).click();
			await form.getByText( 'Category', { exact: true } ).first().click();
			await form.getByLabel( 'Search by name' ).fill( 'Tea' );
			await form.getByRole( 'combobox', { name: 'Category' } ).selectOption( { label: name } );
			await form.getByLabel( 'Only in multiples of' ).fill( '6' );
			await form.getByRole( 'button', { name: 'Save limit' } ).click();
			await card( page, name ).getByText( 'Only in multiples of 6' ).waitFor();
		}
		await form.getByText( 'There is a limit for this already.' ).waitFor();
		await page.keyboard.press( 'Escape' );
	} );
	await t.check( 'A limit is changed; what limits nothing is said at the field', async () => {
		await page.getByRole( 'button', { name: 'Edit limit for Gaiwan, celadon' } ).click();
		await form.getByLabel( 'In how many days' ).fill( '' );
		await form.getByLabel( 'Most for one customer' ).fill( '' );
		await page.keyboard.press( 'Enter' );
		await form.getByText( 'Fill in at least one of these numbers.' ).waitFor();
		assert.equal( await form.getByLabel( 'Most for one customer' ).getAttribute( 'aria-invalid' ), 'true' );
		await form.getByLabel( 'Most in one order' ).fill( '4' );
		await page.keyboard.press( 'Enter' );
		await card( page, 'Gaiwan, celadon' ).getByText( 'At most 4 in one order' ).waitFor();
		assert.equal( await card( page, 'Gaiwan, celadon' ).getByText( 'for one customer' ).count(), 0 );
	} );
	await t.check( 'Deleting asks first', async () => {
		await page.getByRole( 'button', { name: 'Delete limit for Tea & more' } ).click();
		await form.getByRole( 'button', { name: 'Delete limit' } ).click();
		await card( page, 'Tea & more' ).waitFor( { state: 'hidden' } );
		await card( page, 'Gaiwan, celadon' ).waitFor();
	} );
	await t.check( 'A list that cannot be had is said, and Retry gets it', async () => {
		await page.route( '**/v1/limits?*', ( route ) => route.abort() );
		await comeTo( page, PATH );
		await page.getByText( 'The list could not be loaded.' ).waitFor();
		await page.unroute( '**/v1/limits?*' );
		await page.getByRole( 'button', { name: 'Retry' } ).click();
		await card( page, 'Gaiwan, celadon' ).waitFor();
	} );
	await t.check( 'A stock clerk has no such entry, and at its address is told who can help', async () => {
		const clerk = await visitors.visit( { user: 'clerk' } );
		await open( clerk, stage, PATH );
		await clerk.getByText( 'Your account may not see purchase limits.' ).waitFor();
		assert.equal( await clerk.locator( '#toplevel_page_woo-inventory-guard' ).getByText( 'Purchase limits' ).count(), 0 );
		await clerk.context().close();
	} );
	for ( const [ width, rtl ] of [ [ 1280, false ], [ 400, true ] ] as const ) {
		await t.check( `axe finds nothing in limits at ${ width } px${ rtl ? ' from the right' : '' }`, async () => {
			const guest = await visitors.visit( { width, rtl } );
			await open( guest, stage, PATH );
			await assertFit( guest, 'limits' );
			await guest.getByRole( 'button', { name: 'Add limit' } ).click();
			await guest.getByRole( 'dialog' ).getByRole( 'button', { name: 'Save limit' } ).click();
			await guest.waitForSelector( '.wig-field.is-wrong' );
			await assertFit( guest, 'limit form' );
			await guest.context().close();
		} );
	}
	await page.context().close();
}
