import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { assertFit, comeTo } from './browser.ts';
import { open, units, type Work } from './work.ts';

const PATH = '/alerts';

const card = ( page: Page, words: string ) => page.locator( '.wig-card' ).filter( { hasText: words } );

/** Alerts, and the webhooks that tell others of them. */
export async function alerts( t: Report, stage: Work ): Promise< void > {
	const { visitors, orders } = stage;
	const page = await visitors.visit();

	await t.check( 'What is paid and short leads to its row in the work list', async () => {
		await open( page, stage, `${ PATH }&kind=paid_short` );
		await page.getByRole( 'link', { name: new RegExp( `^Decide: Order #${ orders[ 22 ] } ` ) } ).click();
		await page.getByText( 'Only one order is shown.' ).waitFor();
		await page.getByRole( 'link', { name: `Order #${ orders[ 22 ] }`, exact: true } ).waitFor();
	} );
	await t.check( 'A kind is filtered, by newest, and its item opens', async () => {
		await units( stage, 'GW-02', 3 );
		await units( stage, 'GW-02', -3 );
		await open( page, stage, PATH );
		await page.getByRole( 'combobox', { name: 'Kind' } ).selectOption( { label: 'Out of stock' } );
		await page.waitForFunction( () => [ ...document.querySelectorAll( '.wig-card .wig-status' ) ].every( ( { textContent } ) => textContent === 'Out of stock' ) );
		assert.match( await page.locator( '.wig-card' ).first().innerText(), /Gaiwan, celadon is out of stock/ );
		await page.getByRole( 'link', { name: 'Open item: Gaiwan, celadon is out of stock' } ).click();
		await page.getByRole( 'dialog', { name: 'Gaiwan, celadon' } ).waitFor();
		await page.goBack();
		await card( page, 'Gaiwan, celadon is out of stock' ).waitFor();
	} );
	await t.check( 'Seen to, an alert leaves those that need somebody and is found among all, with who it was', async () => {
		await page.getByRole( 'button', { name: 'Seen to: Gaiwan, celadon is out of stock' } ).click();
		await card( page, 'Gaiwan, celadon is out of stock' ).waitFor( { state: 'hidden' } );
		await page.getByRole( 'link', { name: 'All alerts' } ).click();
		await card( page, 'Seen to by admin' ).waitFor();
	} );
	await t.check( 'An alert that cannot be marked comes back with the reason; a list that cannot be had has Retry', async () => {
		await page.route( '**/handle*', ( route ) => route.abort() );
		await open( page, stage, `${ PATH }&kind=paid_short` );
		await page.getByRole( 'button', { name: /^Seen to: / } ).first().click();
		await page.locator( '.wig-card' ).first().getByText( 'There is no connection to the shop.' ).waitFor();
		await page.route( '**/v1/alerts?*', ( route ) => route.abort() );
		await comeTo( page, PATH );
		await page.getByText( 'The list could not be loaded.' ).waitFor();
		await page.unroute( '**/v1/alerts?*' );
		await page.unroute( '**/handle*' );
		await page.getByRole( 'button', { name: 'Retry' } ).click();
		await page.locator( '.wig-card' ).first().waitFor();
	} );
	await t.check( 'What nobody was told of is said so', async () => {
		await open( page, stage, `${ PATH }&show=all&kind=ledger` );
		await page.getByText( 'There is no alert of this kind.' ).waitFor();
		await page.getByText( 'In the last 30 days nobody tried to buy more than there was.' ).waitFor();
	} );
	await webhooks( t, stage, page );
	await t.check( 'A stock clerk sees alerts and no webhooks', async () => {
		const clerk = await visitors.visit( { user: 'clerk' } );
		await open( clerk, stage, `${ PATH }&show=webhooks` );
		assert.equal( await clerk.getByRole( 'link', { name: 'Webhooks' } ).count(), 0 );
		assert.equal( await clerk.getByRole( 'link', { name: 'Needs you' } ).getAttribute( 'aria-current' ), 'page' );
		await clerk.context().close();
	} );
	for ( const [ width, rtl ] of [ [ 1280, false ], [ 400, true ] ] as const ) {
		await t.check( `axe finds nothing in alerts and webhooks at ${ width } px${ rtl ? ' from the right' : '' }`, async () => {
			const guest = await visitors.visit( { width, rtl } );
			await open( guest, stage, PATH );
			await assertFit( guest, 'alerts' );
			await open( guest, stage, `${ PATH }&show=webhooks` );
			await assertFit( guest, 'webhooks' );
			await guest.getByRole( 'button', { name: /^Edit/ } ).click();
			await guest.getByLabel( 'Address' ).fill( '' );
			await guest.keyboard.press( 'Enter' );
			await guest.waitForSelector( '.wig-field.is-wrong' );
			await assertFit( guest, 'webhook form' );
			await guest.context().close();
		} );
	}
	await page.context().close();
}

async function webhooks( t: Report, stage: Work, page: Page ): Promise< void > {
	const dialog = ( name: string ) => page.getByRole( 'dialog', { name } );
	await t.check( 'A webhook is added, its secret is shown once, and a wrong address is said at the field', async () => {
		await open( page, stage, `${ PATH }&show=webhooks` );
		await page.getByText( 'No other system is told of alerts.' ).waitFor();
		await page.getByRole( 'button', { name: 'Add webhook' } ).click();
		await dialog( 'Add webhook' ).getByLabel( 'Address' ).fill( 'hook.test' );
		await page.keyboard.press( 'Enter' );
		await dialog( 'Add webhook' ).getByText( 'Type a whole web address' ).waitFor();
		await dialog( 'Add webhook' ).getByLabel( 'Address' ).fill( 'http://127.0.0.1/hook' );
		await dialog( 'Add webhook' ).getByRole( 'checkbox', { name: 'Out of stock', exact: true } ).check();
		await dialog( 'Add webhook' ).getByRole( 'button', { name: 'Save webhook' } ).click();
		assert.match( await dialog( 'Secret of the webhook' ).locator( '.wig-secret' ).innerText(), /^[0-9a-f]{64}$/ );
		await page.keyboard.press( 'Escape' );
		await card( page, 'http://127.0.0.1/hook' ).getByText( 'Nothing sent yet' ).waitFor();
		await page.reload();
		await card( page, 'http://127.0.0.1/hook' ).waitFor();
		assert.equal( await page.locator( '.wig-secret' ).count(), 0 );
	} );
	await t.check( 'A test says what came of it: here that the server does not call its own network', async () => {
		await page.getByRole( 'button', { name: 'Send a test to http://127.0.0.1/hook' } ).click();
		await page.getByText( 'The test did not arrive: Not called: this is no public address' ).waitFor();
	} );
	await t.check( 'A webhook is changed, switched off and gets a new secret; focus returns to its button', async () => {
		await page.getByRole( 'button', { name: 'Edit webhook http://127.0.0.1/hook' } ).click();
		await dialog( 'Edit webhook' ).getByRole( 'checkbox', { name: 'Switched on' } ).uncheck();
		await dialog( 'Edit webhook' ).getByRole( 'checkbox', { name: 'Make a new secret' } ).check();
		await dialog( 'Edit webhook' ).getByRole( 'button', { name: 'Save webhook' } ).click();
		await dialog( 'Secret of the webhook' ).getByRole( 'button', { name: 'Done' } ).click();
		await card( page, 'http://127.0.0.1/hook' ).getByText( 'Switched off' ).waitFor();
		await page.getByRole( 'button', { name: 'Edit webhook http://127.0.0.1/hook' } ).click();
		await page.keyboard.press( 'Escape' );
		await page.waitForFunction( () => document.activeElement?.getAttribute( 'aria-label' )?.startsWith( 'Edit webhook' ) );
	} );
	await t.check( 'Deleting asks first', async () => {
		await page.getByRole( 'button', { name: 'Add webhook' } ).click();
		await dialog( 'Add webhook' ).getByLabel( 'Address' ).fill( 'https://other.test/' );
		await page.keyboard.press( 'Enter' );
		await dialog( 'Secret of the webhook' ).getByRole( 'button', { name: 'Done' } ).click();
		await page.getByRole( 'button', { name: 'Delete webhook https://other.test/' } ).click();
		await page.keyboard.press( 'Escape' );
		await card( page, 'https://other.test/' ).waitFor();
		await page.getByRole( 'button', { name: 'Delete webhook https://other.test/' } ).click();
		await dialog( 'Delete webhook' ).getByRole( 'button', { name: 'Delete webhook' } ).click();
		await card( page, 'https://other.test/' ).waitFor( { state: 'hidden' } );
	} );
}
