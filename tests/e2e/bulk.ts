import assert from 'node:assert/strict';
import type { Route } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { faultsOf, fits, goOffline, look } from './browser.ts';
import type { Stage } from './run.ts';
import { rest } from './seed.ts';

const ITEMS = '/woo-inventory-guard/v1/items';
const WORK = /v1\/bulk-changes\/\d+\/work/;
const UNDO = /v1\/bulk-changes\/\d+\/undo/;

interface Box {
	sku: string;
	on_hand: number;
	status: string;
	bin: string | null;
	low_stock_threshold: number | null;
}

/** One change of all that a filter finds: looked at, made, undone, without a connection, with somebody else at it. */
export async function bulk( t: Report, { site, visitors, seeded }: Stage ): Promise< void > {
	const send = rest( site );
	const page = await visitors.visit();
	const panel = page.getByRole( 'dialog', { name: 'Change 40 items' } );
	const value = panel.getByRole( 'textbox', { name: 'New value' } );
	const said = page.locator( '.wig-snackbar' );
	const boxes = async (): Promise< Box[] > => ( await send( 'GET', `${ ITEMS }?search=shipping+box&per_page=100` ) ) as Box[];
	const open = async (): Promise< void > => {
		await look( page, site, '&search=shipping+box' );
		await page.getByRole( 'button', { name: 'Change all 40 items…' } ).click();
	};

	await t.check( 'Bulk: a value that is refused is said at its field, by the form and by the server', async () => {
		await open();
		await value.fill( '-1' );
		await page.keyboard.press( 'Enter' );
		await panel.locator( '.wig-field.is-wrong' ).getByText( 'This cannot be less than zero.' ).waitFor();
		await panel.getByLabel( 'What to change' ).selectOption( { label: 'Supplier' } );
		await value.fill( '<b>Mei' );
		await page.keyboard.press( 'Enter' );
		await panel.locator( '.wig-field.is-wrong' ).getByText( 'set.supplier must be plain text' ).waitFor();
		assert.equal( await value.getAttribute( 'aria-invalid' ), 'true' );
		assert.equal( await value.inputValue(), '<b>Mei' );
		assert.deepEqual( await faultsOf( page ), [] );
	} );
	await t.check( 'Bulk: without a connection what was typed stays, and Retry shows what would change; another value asks again', async () => {
		await panel.getByLabel( 'What to change' ).selectOption( { label: 'Low at' } );
		await value.fill( '120' );
		await goOffline( page.context(), true );
		await page.keyboard.press( 'Enter' );
		await panel.getByText( 'There is no connection to the shop.' ).waitFor();
		assert.equal( await value.inputValue(), '120' );
		await goOffline( page.context(), false );
		await panel.getByRole( 'button', { name: 'Retry' } ).click();
		await panel.getByText( '40 of 40 items will change.' ).waitFor();
		const first = panel.locator( '.wig-bulk-look tbody tr' ).first();
		assert.match( await first.innerText(), /Shipping box 1.*5\s+120$/s );
		await value.fill( '5' );
		assert.equal( await panel.locator( '.wig-bulk-look' ).count(), 0 );
		await page.keyboard.press( 'Enter' );
		await panel.getByText( '0 of 40 items will change. 40 are so already.' ).waitFor();
		assert.deepEqual( [ ...new Set( ( await boxes() ).map( ( { low_stock_threshold: low } ) => low ) ) ], [ 5 ] );
	} );
	await t.check( 'Bulk: a change that lost its connection is taken up again, shows how far it is, and its numbers are right', async () => {
		await value.fill( '120' );
		await page.keyboard.press( 'Enter' );
		const go = panel.getByRole( 'button', { name: 'Change 40 items' } );
		await go.waitFor();
		await page.setViewportSize( { width: 400, height: 900 } );
		assert.deepEqual( await faultsOf( page ), [] );
		assert.ok( await fits( page ) );
		await page.setViewportSize( { width: 1280, height: 900 } );
		await goOffline( page.context(), true );
		await go.click();
		await panel.getByText( 'There is no connection to the shop.' ).waitFor();
		await goOffline( page.context(), false );
		let release = (): void => undefined;
		const seen = new Promise< void >( ( done ) => ( release = done ) );
		let asked = 0;
		const lend = async ( route: Route ): Promise< void > => {
			asked++;
			if ( asked === 1 ) {
				await route.abort();
				return;
			}
			await seen;
			await route.continue();
		};
		await page.route( WORK, lend );
		await panel.getByRole( 'button', { name: 'Retry' } ).click();
		const progress = page.getByRole( 'region', { name: 'Changing many items' } );
		await progress.getByText( 'There is no connection to the shop.' ).waitFor();
		await progress.getByRole( 'progressbar', { name: '0 of 40' } ).waitFor();
		assert.deepEqual( await faultsOf( page ), [] );
		await progress.getByRole( 'button', { name: 'Retry' } ).click();
		release();
		await said.getByText( 'Changed 40 items.' ).waitFor();
		await page.unroute( WORK, lend );
		const now = await boxes();
		assert.equal( now.length, 40 );
		for ( const { sku, on_hand: stock, low_stock_threshold: low, status } of now ) {
			assert.deepEqual( [ low, status ], [ 120, stock <= 120 ? 'low' : 'ok' ], sku );
		}
	} );
	await t.check( 'Bulk: undone as one act each says what it said; what somebody has changed meanwhile stays theirs', async () => {
		await send( 'PATCH', `${ ITEMS }/${ seeded.ids[ 'BOX-03' ] }`, { low_stock_threshold: 77 } );
		await page.route( UNDO, ( route ) => route.abort() );
		await said.getByRole( 'button', { name: 'Undo' } ).click();
		const lost = page.locator( '.wig-bulk-lost' );
		await lost.getByText( 'There is no connection to the shop.' ).waitFor();
		await page.unroute( UNDO );
		await lost.getByRole( 'button', { name: 'Retry' } ).click();
		await said.getByText( 'Put back 39 items. 1 item was changed by somebody since and stays as it is.' ).waitFor();
		for ( const { sku, low_stock_threshold: low, status } of await boxes() ) {
			assert.deepEqual( [ low, status ], [ sku === 'BOX-03' ? 77 : 5, 'ok' ], sku );
		}
		await open();
		await panel.locator( '.wig-bulk-recent li' ).first().getByText( 'Put back 39 items.' ).waitFor();
		await send( 'PATCH', `${ ITEMS }/${ seeded.ids[ 'BOX-03' ] }`, { low_stock_threshold: 5 } );
	} );
	await t.check( 'Bulk: rows are picked with Space, Shift and the box of the page, all that match too; only what is picked is changed', async () => {
		await look( page, site, '&search=shipping+box' );
		const rows = page.locator( '.wig-table tbody .wig-pick input' );
		const many = ( words: string ) => page.getByRole( 'button', { name: words, exact: true } );
		await rows.first().focus();
		await page.keyboard.press( 'Space' );
		await page.keyboard.press( 'ArrowDown' );
		await page.keyboard.press( 'ArrowDown' );
		await page.keyboard.press( 'Space' );
		await many( 'Change 2 picked items…' ).waitFor();
		const all = page.getByRole( 'checkbox', { name: 'Pick all on this page' } );
		assert.equal( await all.evaluate( ( box ) => ( box as HTMLInputElement ).indeterminate ), true );
		await rows.nth( 5 ).click( { modifiers: [ 'Shift' ] } );
		await many( 'Change 5 picked items…' ).waitFor();
		await all.check();
		await page.getByText( '20 items are picked.' ).waitFor();
		await page.getByRole( 'button', { name: 'Pick all 40 items that match' } ).click();
		await page.getByText( '40 items are picked, all that match.' ).waitFor();
		assert.deepEqual( await faultsOf( page ), [] );
		await many( 'Pick none' ).click();
		await many( 'Change all 40 items…' ).waitFor();
		await rows.nth( 1 ).check();
		await page.getByRole( 'button', { name: 'Next page' } ).click();
		await page.getByText( '21 to 40 of 40' ).waitFor();
		await page.waitForSelector( '.wig-table:not(.is-waiting)' );
		await rows.nth( 1 ).check();
		await many( 'Change 2 picked items…' ).click();
		const two = page.getByRole( 'dialog', { name: 'Change 2 items' } );
		await two.getByText( '2 picked items' ).first().waitFor();
		await two.getByLabel( 'What to change' ).selectOption( { label: 'Location' } );
		await two.getByRole( 'textbox', { name: 'New value' } ).fill( 'Z-9' );
		await page.keyboard.press( 'Enter' );
		await two.getByText( '2 of 2 items will change.' ).waitFor();
		await two.getByRole( 'button', { name: 'Change 2 items' } ).click();
		await said.getByText( 'Changed 2 items.' ).waitFor();
		const moved = async (): Promise< number > => ( await boxes() ).filter( ( { bin } ) => bin === 'Z-9' ).length;
		assert.equal( await moved(), 2 );
		await many( 'Change all 40 items…' ).waitFor();
		await said.getByRole( 'button', { name: 'Undo' } ).click();
		await said.getByText( 'Put back 2 items.' ).waitFor();
		assert.equal( await moved(), 0 );
	} );
	await page.context().close();
}
