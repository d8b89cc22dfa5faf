import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { assertFit, comeTo } from './browser.ts';
import type { Stage } from './run.ts';
import { rest } from './seed.ts';

const ROOT = '/woo-inventory-guard/v1';
const LIST = /\/v1\/import-feeds(\?|%3F)/;

/** CSV files that the server reads by itself. */
export async function feeds( t: Report, { site, visitors, seeded }: Stage ): Promise< void > {
	const send = rest( site );
	const page = await visitors.visit();
	const dialog = page.getByRole( 'dialog' );
	const button = ( name: string ) => page.getByRole( 'button', { name, exact: true } );
	const card = page.locator( '.wig-card' );
	const folder = join( site.dir, 'wp-content/uploads/feeds' );
	const write = ( text: string ): Promise< void > => writeFile( join( folder, 'mei.csv' ), text );
	// Here no visitor starts WordPress's jobs.
	const jobs = (): Promise< Response > => fetch( `${ site.url }/wp-cron.php?doing_wp_cron` );
	const onHand = async ( sku: string ): Promise< unknown > => ( ( await send( 'GET', `${ ROOT }/items/${ seeded.ids[ sku ] }` ) ) as { on_hand: unknown } ).on_hand;
	const open = async ( who = page ): Promise< void > => {
		await who.goto( `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/files`, { waitUntil: 'domcontentloaded' } );
		await who.waitForSelector( '.wig-files-nothing, .wig-files-list li' );
	};
	const before = await onHand( 'TIN-500' );
	await mkdir( folder, { recursive: true } );
	await write( 'Code,Qty\nTIN-500,17\nNOBODY,1\n' );

	await t.check( 'Where no feed is, that is said; without columns that were saved none can be added, which is said at the field', async () => {
		await open();
		await page.getByText( 'The server reads no file by itself.' ).waitFor();
		await button( 'Add feed' ).press( 'Enter' );
		await dialog.getByText( 'Nothing is saved yet.' ).waitFor();
		await dialog.getByLabel( 'Path of the file' ).fill( '../secret.xlsx' );
		await dialog.getByLabel( 'Path of the file' ).press( 'Enter' );
		await dialog.getByText( 'Give it a name' ).waitFor();
		await dialog.getByText( 'leave out “..”' ).waitFor();
		await dialog.getByText( 'Choose what the columns of the file mean.' ).waitFor();
		assert.equal( await dialog.getByLabel( 'Name' ).getAttribute( 'aria-invalid' ), 'true' );
		await assertFit( page, 'form of a feed with faults' );
		await page.keyboard.press( 'Escape' );
		await dialog.waitFor( { state: 'hidden' } );
		await send( 'PUT', `${ ROOT }/imports/mappings`, { mappings: [ { name: 'Supplier Mei', columns: [ { heading: 'Code', field: 'sku' }, { heading: 'Qty', field: 'on_hand' } ], options: { quantity: 'absolute' } } ] } );
	} );
	await t.check( 'With the keyboard alone a feed from a folder is added; what was typed survives a lost connection', async () => {
		await button( 'Add feed' ).press( 'Enter' );
		await dialog.getByLabel( 'Name' ).waitFor();
		await page.keyboard.type( 'Mei, daily' );
		await page.keyboard.press( 'Tab' );
		await page.keyboard.press( 'Tab' );
		await page.keyboard.type( 'feeds/mei.csv' );
		await dialog.getByRole( 'option', { name: 'Supplier Mei' } ).waitFor( { state: 'attached' } );
		await dialog.getByLabel( 'Columns as saved under' ).press( 'ArrowDown' );
		await dialog.getByText( 'the quantity is what is there now' ).waitFor();
		await page.route( /v1(\/|%2F)import-feeds/, ( route ) => ( route.request().method() === 'POST' ? route.abort() : route.continue() ) );
		await button( 'Save feed' ).press( 'Enter' );
		await dialog.getByText( 'There is no connection to the shop.' ).waitFor();
		assert.equal( await dialog.getByLabel( 'Path of the file' ).inputValue(), 'feeds/mei.csv' );
		await page.unroute( /v1(\/|%2F)import-feeds/ );
		await dialog.getByRole( 'button', { name: 'Retry' } ).press( 'Enter' );
		await card.getByText( 'Waits for its turn' ).waitFor();
		assert.equal( await card.count(), 1 );
		assert.equal( await onHand( 'TIN-500' ), before );
	} );
	await t.check( 'The job reads it, the list says so by itself, and its report says what was wrong', async () => {
		await jobs();
		await card.getByText( '1 row changed, 1 has a problem' ).waitFor();
		assert.equal( await onHand( 'TIN-500' ), 17 );
		await card.getByRole( 'link', { name: 'Report' } ).click();
		await page.locator( '.wig-files-lines tr' ).filter( { hasText: 'NOBODY' } ).waitFor();
		await page.getByRole( 'link', { name: 'All imports and exports' } ).click();
		await card.waitFor();
	} );
	await t.check( 'Read now is remembered and done by the job; an error says what to do', async () => {
		await write( 'Code,Qty\nTIN-500,19\n' );
		await button( 'Read now: Mei, daily' ).press( 'Enter' );
		await card.getByText( 'Waits for its turn' ).waitFor();
		await open();
		await card.getByText( 'Waits for its turn' ).waitFor();
		assert.equal( await onHand( 'TIN-500' ), 17 );
		await jobs();
		await card.getByText( 'Last read' ).getByText( '1 row changed.' ).waitFor();
		assert.equal( await onHand( 'TIN-500' ), 19 );
		await rm( join( folder, 'mei.csv' ) );
		await button( 'Read now: Mei, daily' ).click();
		await card.getByText( 'Waits for its turn' ).waitFor();
		await jobs();
		await card.getByText( 'There is no such file: feeds/mei.csv.' ).waitFor();
		await card.getByRole( 'link', { name: 'Report of the one before' } ).waitFor();
		await assertFit( page, 'feeds' );
	} );
	await t.check( 'It is edited, and where somebody else was faster, both are shown', async () => {
		await button( 'Edit feed Mei, daily' ).click();
		await dialog.getByLabel( 'How often' ).selectOption( 'Every hour' );
		const [ { id } ] = ( await send( 'GET', `${ ROOT }/import-feeds` ) ) as [ { id: number } ];
		await send( 'PUT', `${ ROOT }/import-feeds/${ id }`, { name: 'Mei, weekly', every_minutes: 10_080 } );
		await button( 'Save feed' ).click();
		const both = dialog.getByRole( 'alertdialog' );
		await both.getByText( 'Mei, weekly' ).waitFor();
		await both.getByText( 'Every hour' ).waitFor();
		await both.getByText( 'Every 7 days' ).waitFor();
		await assertFit( page, 'two versions of a feed' );
		await button( 'Save mine' ).click();
		await card.getByText( 'Every hour' ).waitFor();
		await card.getByText( 'Mei, daily' ).waitFor();
	} );
	await t.check( 'It is switched off and on where it stands', async () => {
		await button( 'Switch off Mei, daily' ).click();
		await card.getByText( 'Switched off: it is not read by itself.' ).waitFor();
		await button( 'Switch on Mei, daily' ).click();
		await card.getByText( 'Next time:' ).waitFor();
	} );
	for ( const [ width, rtl ] of [ [ 1280, false ], [ 400, true ], [ 400, false ] ] as const ) {
		await t.check( `axe finds nothing in feeds at ${ width } px${ rtl ? ' from the right' : '' }`, async () => {
			const guest = await visitors.visit( { width, rtl } );
			await open( guest );
			await guest.getByRole( 'button', { name: 'Edit feed Mei, daily' } ).waitFor();
			await assertFit( guest, 'feeds' );
			await picture( guest, `feeds-${ width }${ rtl ? '-rtl' : '' }` );
			await guest.getByRole( 'button', { name: 'Edit feed Mei, daily' } ).click();
			await guest.getByText( 'the quantity is what is there now' ).waitFor();
			await assertFit( guest, 'form of a feed' );
			await picture( guest, `feed-form-${ width }${ rtl ? '-rtl' : '' }` );
			await guest.context().close();
		} );
	}
	await t.check( 'A list that cannot be had is said, and Retry gets it', async () => {
		await page.route( LIST, ( route ) => route.abort() );
		await comeTo( page, '/files' );
		await page.getByText( 'The list could not be loaded.' ).waitFor();
		await page.unroute( LIST );
		await button( 'Retry' ).click();
		await card.getByText( 'Mei, daily' ).waitFor();
	} );
	await t.check( 'Deleting asks first; who may not change the settings sees no feeds', async () => {
		const clerk = await visitors.visit( { user: 'clerk' } );
		await open( clerk );
		assert.equal( await clerk.getByRole( 'heading', { name: 'Feeds' } ).count(), 0 );
		await clerk.context().close();
		await button( 'Delete feed Mei, daily' ).click();
		await dialog.getByText( 'Mei, daily is no longer read.' ).waitFor();
		await dialog.getByRole( 'button', { name: 'Delete feed' } ).click();
		await page.getByText( 'The server reads no file by itself.' ).waitFor();
	} );
	await rm( folder, { recursive: true } );
	await page.context().close();
}

/** A picture for a person, where `WIG_PICTURES` names a folder. */
async function picture( page: Page, name: string ): Promise< void > {
	if ( process.env.WIG_PICTURES ) {
		await page.waitForLoadState( 'networkidle' );
		await page.screenshot( { path: join( process.env.WIG_PICTURES, `${ name }.png` ), fullPage: true } );
	}
}
