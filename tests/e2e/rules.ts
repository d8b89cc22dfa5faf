import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { assertFit, address, comeTo } from './browser.ts';
import { rest } from './seed.ts';
import { open, type Work } from './work.ts';

const PATH = '/rules';

const card = ( page: Page, name: string ) => page.locator( '.wig-card' ).filter( { hasText: name } );

/** Thresholds and backorders that items inherit. */
export async function rules( t: Report, stage: Work ): Promise< void > {
	const { visitors, site, category } = stage;
	const page = await visitors.visit();
	const form = page.getByRole( 'dialog' );
	const send = rest( site );
	for ( const sku of [ 'GW-01', 'GW-02' ] ) {
		const [ product ] = ( await send( 'GET', `/wc/v3/products?sku=${ sku }` ) ) as { id: number }[];
		await send( 'PUT', `/wc/v3/products/${ product?.id }`, { categories: [ { id: category } ] } );
	}
	const lowAt = ( text: string ) => page.locator( '.wig-sheet-body [role="row"]' ).filter( { hasText: 'Gaiwan, celadon' } ).locator( '[data-wig-column="low_at"]' ).filter( { hasText: text } );

	await t.check( 'Where there is no rule that is said; a new one shows what it would do, keeps what was typed without a connection, and is saved', async () => {
		await open( page, stage, PATH );
		await page.getByText( 'No rules yet' ).waitFor();
		await page.getByRole( 'button', { name: 'Add rule' } ).click();
		await form.getByLabel( 'Search by name' ).fill( 'Tea' );
		await form.getByRole( 'combobox', { name: 'Category' } ).selectOption( { label: 'Tea & more' } );
		await page.route( '**/v1/rules/preview*', ( route ) => route.abort() );
		await form.getByLabel( 'Low at' ).fill( '5' );
		await form.locator( '.wig-failure' ).waitFor();
		await page.unroute( '**/v1/rules/preview*' );
		await form.getByRole( 'button', { name: 'Retry' } ).click();
		await form.getByText( 'Applies to 2 items' ).waitFor();
		assert.equal( await form.getByLabel( 'Low at' ).inputValue(), '5' );
		await form.getByRole( 'combobox', { name: 'Backorders' } ).selectOption( 'notify' );
		await form.getByLabel( 'Backorders up to' ).fill( '20' );
		await form.getByLabel( 'What shoppers are told of a backorder' ).fill( 'Ships in 10 days' );
		await form.getByRole( 'cell', { name: 'Up to 20 on backorder of each item' } ).first().waitFor();
		await form.getByRole( 'button', { name: 'Suggest from sales' } ).click();
		await form.getByText( 'has sold too little to say anything' ).first().waitFor();
		await form.getByRole( 'button', { name: 'Save rule' } ).click();
		await card( page, 'Tea & more' ).getByText( 'Low at 5' ).waitFor();
		await card( page, 'Tea & more' ).getByRole( 'button', { name: 'Applies to 2 items' } ).click();
		await form.getByRole( 'link', { name: 'Gaiwan, white' } ).waitFor();
		await page.keyboard.press( 'Escape' );
	} );
	await t.check( 'The spreadsheet shows 5 c; typing overrides it, Delete goes back to it', async () => {
		await page.goto( address( site, '&as=sheet' ) );
		await lowAt( '5c' ).click();
		await page.getByText( 'Low at: From the category Tea & more.' ).waitFor();
		assert.equal( await lowAt( '5c' ).locator( '.wig-inherited' ).getAttribute( 'title' ), 'From the category Tea & more.' );
		await page.keyboard.type( '9' );
		await page.keyboard.press( 'Enter' );
		await lowAt( '9' ).getByTestId( 'cell-saved' ).waitFor();
		await lowAt( '9' ).click();
		await page.keyboard.press( 'Delete' );
		await lowAt( '5c' ).getByTestId( 'cell-saved' ).waitFor();
	} );
	await t.check( 'The panel of an item says who says what, and what the item says itself is changed there', async () => {
		await page.goto( address( site, `&item=${ stage.items[ 'GW-01' ] }` ) );
		const voices = form.locator( '.wig-voices' );
		await voices.getByText( 'Category Tea & more' ).first().waitFor();
		await form.getByText( 'It has sold too little to say anything.' ).waitFor();
		await form.getByRole( 'button', { name: 'Change for this item' } ).click();
		await form.getByLabel( 'Backorders up to' ).fill( '3' );
		await form.getByRole( 'button', { name: 'Save', exact: true } ).last().click();
		await voices.getByText( 'This item' ).waitFor();
		assert.equal( await voices.locator( '.is-beaten' ).count() > 0, true );
	} );
	await t.check( 'A rule for the shop comes after that of the category; a deleted one is gone everywhere', async () => {
		await open( page, stage, PATH );
		await page.getByRole( 'button', { name: 'Add rule' } ).click();
		await form.getByText( 'Whole shop', { exact: true } ).first().click();
		await form.getByRole( 'button', { name: 'Save rule' } ).click();
		await form.getByText( 'Fill in at least one of these fields.' ).waitFor();
		await form.getByRole( 'combobox', { name: 'Backorders' } ).selectOption( 'yes' );
		await form.getByRole( 'button', { name: 'Save rule' } ).click();
		await card( page, 'Whole shop' ).waitFor();
		assert.match( ( await page.locator( '.wig-cards' ).textContent() ) ?? '', /Tea & more.*Whole shop/s );
		await page.getByRole( 'button', { name: 'Delete rule for Whole shop' } ).click();
		await form.getByRole( 'button', { name: 'Delete rule' } ).click();
		await card( page, 'Whole shop' ).waitFor( { state: 'hidden' } );
	} );
	await t.check( 'A list that cannot be had is said, and Retry gets it; a stock clerk is told who can help', async () => {
		await page.route( '**/v1/rules?*', ( route ) => route.abort() );
		// What comes with a new page cannot fail.
		await comeTo( page, PATH );
		await page.getByText( 'The list could not be loaded.' ).waitFor();
		await page.unroute( '**/v1/rules?*' );
		await page.getByRole( 'button', { name: 'Retry' } ).click();
		await card( page, 'Tea & more' ).waitFor();
		const clerk = await visitors.visit( { user: 'clerk' } );
		await open( clerk, stage, PATH );
		await clerk.getByText( 'Your account may not see rules.' ).waitFor();
		await clerk.context().close();
	} );
	await t.check( 'axe finds nothing in the form of a rule and in the rules of an item, on a phone and from the right', async () => {
		const guest = await visitors.visit( { width: 400, rtl: true } );
		await open( guest, stage, PATH );
		await guest.getByRole( 'button', { name: 'Edit rule for Tea & more' } ).click();
		await guest.getByText( 'Applies to 2 items' ).last().waitFor();
		await assertFit( guest, 'rule form' );
		await guest.goto( address( site, `&item=${ stage.items[ 'GW-01' ] }` ) );
		await guest.locator( '.wig-suggestion' ).waitFor();
		await assertFit( guest, 'item with rules' );
		await guest.context().close();
	} );
	await page.context().close();
}
