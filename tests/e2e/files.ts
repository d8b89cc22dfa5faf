import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { assertFit, faultsOf } from './browser.ts';
import type { Stage } from './run.ts';
import { rest } from './seed.ts';

const ROWS = '**/v1/imports/*/rows*';

const choose = ( page: Page, name: string, buffer: Buffer ): Promise< void > => page.setInputFiles( 'input[type=file]', { name, mimeType: 'text/csv', buffer } );

/** What a press of a button brings as a file. */
async function download( page: Page, button: string ): Promise< Buffer > {
	const [ file ] = await Promise.all( [ page.waitForEvent( 'download' ), page.getByRole( 'button', { name: button } ).click() ] );
	return readFile( await file.path() );
}

/** Tables in and out: read here, checked and applied there, undone as one. */
export async function files( t: Report, { site, visitors, seeded }: Stage ): Promise< void > {
	const page = await visitors.visit();
	const at = `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/files`;
	const button = ( name: string ) => page.getByRole( 'button', { name } );
	const onHand = async ( sku: string ): Promise< unknown > => ( ( await rest( site )( 'GET', `/woo-inventory-guard/v1/items/${ seeded.ids[ sku ] }` ) ) as { on_hand: unknown } ).on_hand;
	const open = async (): Promise< void > => {
		await page.goto( at, { waitUntil: 'domcontentloaded' } );
		await page.waitForSelector( '.wig-files-nothing, .wig-files-list li' );
	};
	let before: unknown;

	await t.check( 'What is no table is said, with what to do, and nothing is sent', async () => {
		await open();
		const sent: string[] = [];
		page.on( 'request', ( request ) => request.method() === 'POST' && sent.push( request.url() ) );
		await choose( page, 'photo.csv', Buffer.from( [ 0xff, 0xd8, 0xff, 0xe0, 1, 2, 3 ] ) );
		await page.locator( '.wig-files' ).getByText( 'This is a picture. Choose a CSV or XLSX file.' ).waitFor();
		assert.deepEqual( sent.filter( ( url ) => url.includes( 'imports' ) ), [] );
		assert.deepEqual( await faultsOf( page ), [] );
	} );
	await t.check( 'A delivery in GB18030 is understood, its columns are guessed, and with the keyboard alone it is checked', async () => {
		before = await onHand( 'TIN-250' );
		await button( 'Choose another file' ).click();
		// 商品编码;数量;库位 as Chinese Windows writes it.
		const head = [ 0xc9, 0xcc, 0xc6, 0xb7, 0xb1, 0xe0, 0xc2, 0xeb, 0x3b, 0xca, 0xfd, 0xc1, 0xbf, 0x3b, 0xbf, 0xe2, 0xce, 0xbb ];
		const [ chooser ] = await Promise.all( [ page.waitForEvent( 'filechooser' ), button( 'Choose file' ).press( 'Enter' ) ] );
		await chooser.setFiles( { name: 'delivery.csv', mimeType: 'text/csv', buffer: Buffer.concat( [ Buffer.from( head ), Buffer.from( '\r\nTIN-250;1,5;A-1\r\nNOBODY;3;\r\nGW-02;many;\r\n' ) ] ) } );
		assert.equal( await page.getByLabel( '数量 is' ).inputValue(), 'on_hand' );
		assert.equal( await page.getByLabel( 'Encoding' ).inputValue(), 'gb18030' );
		await assertFit( page, 'columns' );
		await page.setViewportSize( { width: 400, height: 900 } );
		await assertFit( page, 'columns at 400 px' );
		await page.setViewportSize( { width: 1280, height: 900 } );
		await page.getByLabel( 'what is there now' ).press( 'ArrowDown' );
		await button( 'Upload and check' ).press( 'Enter' );
		await page.locator( '.wig-files-lines tr' ).filter( { hasText: 'NOBODY' } ).waitFor();
		assert.equal( await page.locator( '.wig-files-lines tbody tr' ).count(), 2 );
		assert.equal( await onHand( 'TIN-250' ), before );
	} );
	await t.check( 'Rows with problems become a file; the others are applied, and undone as one act', async () => {
		assert.match( ( await download( page, 'Export CSV' ) ).toString(), /3,NOBODY,/ );
		await button( 'Apply …' ).press( 'Enter' );
		await page.getByText( '2 rows with problems are left out.' ).waitFor();
		await button( 'Yes, apply' ).click();
		await button( 'Undo …' ).waitFor();
		assert.equal( await onHand( 'TIN-250' ), Number( before ) + 1.5 );
		await assertFit( page, 'import' );
		await page.setViewportSize( { width: 400, height: 900 } );
		await assertFit( page, 'import at 400 px' );
		await page.setViewportSize( { width: 1280, height: 900 } );
		await button( 'Undo …' ).click();
		await button( 'Yes, undo all of it' ).click();
		await page.getByRole( 'status' ).filter( { hasText: /^Undone$/ } ).waitFor();
		assert.equal( await onHand( 'TIN-250' ), before );
	} );
	await t.check( 'An upload whose connection is lost says so, and goes on by itself after the page was loaded again', async () => {
		await open();
		await choose( page, 'long.csv', Buffer.from( `SKU,Low at\n${ 'GW-02,11\n'.repeat( 1200 ) }` ) );
		await page.route( ROWS, ( route ) => route.abort() );
		await button( 'Upload and check' ).click();
		await page.locator( '.wig-failure' ).getByText( 'There is no connection to the shop.' ).waitFor();
		await page.unroute( ROWS );
		await page.reload( { waitUntil: 'domcontentloaded' } );
		await button( 'Cancel this import' ).waitFor();
		await page.getByText( 'Checked, not applied' ).waitFor();
		await page.getByRole( 'link', { name: 'All rows 1,200' } ).waitFor();
		await button( 'Cancel this import' ).click();
		await page.getByText( 'Cancelled' ).waitFor();
	} );
	for ( const kind of [ 'CSV', 'XLSX' ] ) {
		await t.check( `What is exported as ${ kind } changes nothing when it comes back`, async () => {
			await open();
			// What has no SKU cannot be found again in another shop: only what has one is exported here.
			await page.getByLabel( 'Name, SKU or barcode' ).fill( 'Shipping' );
			const file = await download( page, `Export ${ kind }` );
			await choose( page, `items.${ kind.toLowerCase() }`, file );
			await button( 'Upload and check' ).click();
			await button( 'Cancel this import' ).waitFor();
			await page.locator( '.wig-files-lines, .wig-message' ).waitFor();
			assert.deepEqual( await page.locator( '.wig-files-lines tbody tr' ).allInnerTexts(), [] );
			await page.getByText( 'There is nothing to apply: no row would change anything.' ).waitFor();
		} );
	}
	await page.context().close();
}
