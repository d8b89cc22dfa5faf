import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import { goOffline, faultsOf } from './browser.ts';
import { rest } from './seed.ts';
import { open, type Work } from './work.ts';

const ROOT = '/woo-inventory-guard/v1';

/** What goes wrong while a form is open or a decision is made: no connection, and somebody else who is faster. */
export async function workMishaps( t: Report, stage: Work ): Promise< void > {
	const { site, visitors, items, orders } = stage;
	const send = rest( site );
	const page = await visitors.visit();
	const form = page.getByRole( 'dialog' );
	const limit = ( await send( 'POST', `${ ROOT }/limits`, { scope: 'item', scope_id: items[ 'GW-01' ], most_per_order: 6 } ) ) as { id: number };
	const most = async (): Promise< unknown > => ( ( await send( 'GET', `${ ROOT }/limits/${ limit.id }` ) ) as { most_per_order: unknown } ).most_per_order;
	const edit = async ( value: string ): Promise< void > => {
		await open( page, stage, '/limits' );
		await page.getByRole( 'button', { name: 'Edit limit for Gaiwan, white' } ).click();
		await form.getByLabel( 'Most in one order' ).fill( value );
	};

	await t.check( 'Limits: without a connection what is typed stays, and Retry saves it', async () => {
		await edit( '8' );
		await goOffline( page.context(), true );
		await page.keyboard.press( 'Enter' );
		await form.getByText( 'There is no connection to the shop.' ).waitFor();
		assert.equal( await form.getByLabel( 'Most in one order' ).inputValue(), '8' );
		await goOffline( page.context(), false );
		await form.getByRole( 'button', { name: 'Retry' } ).click();
		await page.getByText( 'At most 8 in one order' ).waitFor();
		assert.equal( await most(), 8 );
	} );
	await t.check( 'Limits: what somebody else changed meanwhile is shown beside what was typed, and one is chosen', async () => {
		await edit( '9' );
		await send( 'PUT', `${ ROOT }/limits/${ limit.id }`, { most_per_order: 7 } );
		await page.keyboard.press( 'Enter' );
		const choice = form.getByRole( 'alertdialog' );
		assert.match( await choice.innerText(), /At most 9 in one order[\s\S]*At most 7 in one order/ );
		assert.deepEqual( await faultsOf( page ), [] );
		assert.equal( await most(), 7 );
		await choice.getByRole( 'button', { name: 'Save mine' } ).click();
		await page.getByText( 'At most 9 in one order' ).waitFor();
		assert.equal( await most(), 9 );
	} );
	await t.check( 'Limits: one that somebody else took away meanwhile is said to be gone, and what is typed stays', async () => {
		await edit( '5' );
		await send( 'DELETE', `${ ROOT }/limits/${ limit.id }` );
		await page.keyboard.press( 'Enter' );
		await form.locator( '.wig-failure' ).waitFor();
		assert.equal( await form.getByLabel( 'Most in one order' ).inputValue(), '5' );
		await page.keyboard.press( 'Escape' );
	} );
	await t.check( 'Webhooks: without a connection what is typed stays, and Retry makes one', async () => {
		await open( page, stage, '/alerts&show=webhooks' );
		await page.getByRole( 'button', { name: 'Add webhook' } ).click();
		await form.getByLabel( 'Address' ).fill( 'https://lost.test/' );
		await goOffline( page.context(), true );
		await page.keyboard.press( 'Enter' );
		await form.getByText( 'There is no connection to the shop.' ).waitFor();
		assert.equal( await form.getByLabel( 'Address' ).inputValue(), 'https://lost.test/' );
		await goOffline( page.context(), false );
		await form.getByRole( 'button', { name: 'Retry' } ).click();
		await page.getByRole( 'dialog', { name: 'Secret of the webhook' } ).getByRole( 'button', { name: 'Done' } ).click();
		const kept = ( await send( 'GET', `${ ROOT }/webhooks` ) ) as { id: number; url: string }[];
		const made = kept.filter( ( { url } ) => url === 'https://lost.test/' );
		assert.equal( made.length, 1 );
		await send( 'DELETE', `${ ROOT }/webhooks/${ made[ 0 ]?.id }` );
	} );
	await t.check( 'Alerts: what somebody else has seen to meanwhile keeps their name', async () => {
		await open( page, stage, '/alerts&kind=paid_short' );
		const card = page.locator( '.wig-card' ).first();
		const words = await card.locator( '.wig-alert-text' ).innerText();
		const colleague = await visitors.visit( { user: 'clerk' } );
		await open( colleague, stage, '/alerts&kind=paid_short' );
		// The card goes before the answer has come; who leaves then may take the question along.
		await Promise.all( [ colleague.waitForResponse( ( response ) => response.request().method() === 'POST' && response.url().includes( 'alerts' ) ), colleague.getByRole( 'button', { name: `Seen to: ${ words }` } ).click() ] );
		await colleague.locator( '.wig-alert-text' ).getByText( words, { exact: true } ).waitFor( { state: 'hidden' } );
		await colleague.context().close();
		await page.getByRole( 'button', { name: `Seen to: ${ words }` } ).click();
		await page.locator( '.wig-alert-text' ).getByText( words, { exact: true } ).waitFor( { state: 'hidden' } );
		await page.getByRole( 'link', { name: 'All alerts' } ).click();
		await page.locator( '.wig-card' ).filter( { hasText: words } ).getByText( 'Seen to by clerk' ).waitFor();
	} );
	await t.check( 'Short orders: a row that somebody else has settled meanwhile is decided once more without harm, without a connection not at all', async () => {
		await open( page, stage, '/shortfalls' );
		const order = orders[ 5 ];
		const row = page.locator( 'tbody tr' ).filter( { has: page.getByRole( 'link', { name: `Order #${ order }`, exact: true } ) } );
		await goOffline( page.context(), true );
		await row.getByRole( 'button', { name: /^Money back/ } ).click();
		await row.getByText( 'There is no connection to the shop.' ).waitFor();
		await goOffline( page.context(), false );
		const [ one ] = ( await send( 'GET', `${ ROOT }/shortfalls?order_id=${ order }` ) ) as { id: number }[];
		await send( 'POST', `${ ROOT }/shortfalls/${ one?.id }/resolve`, { outcome: 'substitute' } );
		await row.getByRole( 'button', { name: /^Money back/ } ).click();
		await row.waitFor( { state: 'hidden' } );
		const settled = ( await send( 'GET', `${ ROOT }/shortfalls?order_id=${ order }&state=closed` ) ) as { outcome: string }[];
		assert.equal( settled.length, 1 );
	} );
	await page.context().close();
}
