import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../tools/lib/paths.ts';
import type { Report } from '../../tools/lib/report.ts';
import { assertFit } from './browser.ts';
import type { Stage } from './run.ts';
import { rest } from './seed.ts';

const ROOT = '/woo-inventory-guard/v1';
const ITEMS = 22;

const yesterday = (): string => new Date( Date.now() - 86_400_000 ).toISOString().slice( 0, 10 );

/** Numbers that were lost and are brought back: from the dashboard as one act, and to a day and time. */
export async function restore( t: Report, { site, visitors }: Stage ): Promise< void > {
	const send = rest( site );
	const ids: number[] = [];
	for ( let number = 1; number <= ITEMS; number++ ) {
		ids.push( ( ( await send( 'POST', `${ ROOT }/items`, { kind: 'part', name: `Lost cup ${ number }`, sku: `LOST-${ number }`, on_hand: 10 + number } ) ) as { id: number } ).id );
	}
	const empty = () => site.php( join( root, 'tests/e2e/long-ago.php' ), 'LOST-%' );
	const onHand = async ( place: number ): Promise< unknown > => ( ( await send( 'GET', `${ ROOT }/items/${ ids[ place ] }` ) ) as { on_hand: unknown } ).on_hand;
	await empty();
	const page = await visitors.visit();
	const visit = ( path: string ) => page.goto( `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=${ path }`, { waitUntil: 'domcontentloaded' } );
	const row = page.locator( '.wig-need.is-mass li' ).filter( { hasText: `set ${ ITEMS } items to zero` } );
	/** To yesterday, what a search for the cups finds; by keyboard alone. */
	const look = async ( who: Page ): Promise< void > => {
		await who.getByLabel( 'Day' ).fill( yesterday() );
		await who.getByLabel( 'Time', { exact: true } ).fill( '12:00' );
		await who.getByRole( 'radio', { name: 'Everything' } ).focus();
		await who.keyboard.press( 'ArrowDown' );
		await who.getByLabel( 'Search name, SKU or barcode' ).fill( 'lost cup' );
		await who.keyboard.press( 'Enter' );
		await who.locator( '.wig-restore-what strong' ).getByText( `${ ITEMS } items change: +473 and −0 units.` ).waitFor();
	};

	await t.check( 'The dashboard says that somebody emptied many items, and takes it back as one act; Undo puts it back', async () => {
		await visit( '/dashboard' );
		await row.getByRole( 'button', { name: 'Take it back …' } ).click();
		await page.getByRole( 'dialog' ).getByRole( 'button', { name: 'Take it back' } ).click();
		await page.locator( '.wig-snackbar' ).getByText( `${ ITEMS } items have their numbers back.` ).waitFor();
		await row.waitFor( { state: 'detached' } );
		assert.deepEqual( [ await onHand( 0 ), await onHand( 21 ) ], [ 11, 32 ] );
		await page.locator( '.wig-snackbar' ).getByRole( 'button', { name: 'Undo' } ).click();
		await row.waitFor();
		assert.equal( await onHand( 21 ), 0 );
	} );
	await t.check( 'What is missing is said at the form; the preview has the largest change first, without a mouse', async () => {
		await visit( '/restore' );
		await page.getByRole( 'button', { name: 'Show what would change' } ).click();
		await page.getByText( 'Choose a day and a time.' ).waitFor();
		await look( page );
		const first = page.locator( '.wig-table tbody tr' ).first();
		await first.waitFor();
		assert.match( await first.innerText(), /Lost cup 22[\s\S]*0\s+32\s+0\s+\+32\s+32/ );
		assert.equal( await onHand( 21 ), 0, 'Nothing has happened yet.' );
	} );
	await t.check( 'Of two people with the same preview one restores, and the other is told to look again', async () => {
		const other = await visitors.visit( { user: 'clerk' } );
		await other.goto( `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/restore`, { waitUntil: 'domcontentloaded' } );
		await look( other );
		await page.getByRole( 'button', { name: 'Restore now' } ).press( 'Enter' );
		await page.getByText( 'Restored', { exact: true } ).waitFor();
		assert.deepEqual( [ await onHand( 0 ), await onHand( 21 ) ], [ 11, 32 ] );
		await other.getByRole( 'button', { name: 'Restore now' } ).click();
		await other.getByText( 'Another restore was applied or undone since you looked; nothing was changed.' ).first().waitFor();
		await other.context().close();
		assert.equal( await onHand( 21 ), 32 );
	} );
	await t.check( 'It is in the list of past restores, and undone as a whole', async () => {
		await page.getByRole( 'link', { name: 'Another restore' } ).click();
		await page.locator( '.wig-card' ).first().getByRole( 'link', { name: /What a search for “lost cup” finds, as on/ } ).click();
		await page.getByRole( 'button', { name: 'Undo …' } ).click();
		await page.getByRole( 'dialog' ).getByRole( 'button', { name: 'Undo the restore' } ).click();
		await page.getByText( 'Undone', { exact: true } ).first().waitFor();
		assert.equal( await onHand( 21 ), 0 );
	} );
	await t.check( 'A list that cannot be had is said, and Retry gets it; what was typed stays when there is no connection', async () => {
		await page.route( '**/v1/restores*', ( route ) => route.abort() );
		await visit( '/restore' );
		await page.getByText( 'The list could not be loaded.' ).waitFor();
		await page.getByLabel( 'Time', { exact: true } ).fill( '00:00' );
		await page.getByRole( 'button', { name: 'Show what would change' } ).click();
		await page.getByText( 'There is no connection to the shop.' ).first().waitFor();
		assert.equal( await page.getByLabel( 'Time', { exact: true } ).inputValue(), '00:00' );
		await page.unroute( '**/v1/restores*' );
		await page.getByRole( 'button', { name: 'Retry' } ).last().click();
		await page.locator( '.wig-card' ).first().waitFor();
	} );
	for ( const [ width, rtl ] of [ [ 1280, false ], [ 400, true ] ] as const ) {
		await t.check( `axe finds nothing in the form and a preview of a restore at ${ width } px${ rtl ? ' from the right' : '' }`, async () => {
			const guest = await visitors.visit( { width, rtl } );
			await guest.goto( `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/restore`, { waitUntil: 'domcontentloaded' } );
			await guest.locator( '.wig-card' ).first().waitFor();
			await guest.getByRole( 'radio', { name: 'Only these items' } ).click();
			await guest.getByRole( 'button', { name: 'Show what would change' } ).click();
			await guest.getByText( 'Choose an item.' ).waitFor();
			await assertFit( guest, 'form' );
			await guest.getByRole( 'radio', { name: 'Everything' } ).click();
			await look( guest );
			await guest.locator( '.wig-table tbody tr' ).first().waitFor();
			await assertFit( guest, 'preview' );
			await guest.context().close();
		} );
	}
	await page.context().close();
}
