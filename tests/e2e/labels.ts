import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Report } from '../../tools/lib/report.ts';
import { faultsOf, fits } from './browser.ts';
import type { Stage } from './run.ts';
import { rest } from './seed.ts';

const ROOT = '/woo-inventory-guard/v1';

/** A label as a scanner sees it: as it is printed, three times as large. */
async function readLabel( page: Page, place: number ): Promise< string[] > {
	await page.emulateMedia( { media: 'print' } );
	const style = await page.addStyleTag( { content: '.wig-label-page { zoom: 3 !important; }' } );
	const picture = await page.locator( '.wig-label' ).nth( place ).screenshot();
	await style.evaluate( ( node ) => ( node as HTMLElement ).remove() );
	await page.emulateMedia( { media: null } );
	const found = await readBarcodes( new Uint8Array( picture ) );
	return found.map( ( { format, text } ) => `${ format } ${ text }` );
}

/** Sizes of the pages that a printer gets, in whole millimetres. */
async function printed( page: Page ): Promise< string[] > {
	const pdf = ( await page.pdf( { preferCSSPageSize: true } ) ).toString( 'latin1' );
	return Array.from( pdf.matchAll( /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g ), ( [ , ...points ] ) => points.map( ( point ) => Math.round( Number( point ) / 72 * 25.4 ) ).join( ' x ' ) );
}

/** Labels and count sheets: what is chosen is what comes out of the printer, and a scanner reads it. */
export async function labels( t: Report, { site, visitors, seeded }: Stage ): Promise< void > {
	const send = rest( site );
	const at = ( view: string ): string => `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/labels${ view }`;
	const page = await visitors.visit();
	const layout = page.getByRole( 'combobox', { name: 'Print on' } );
	const shown = ( count: number ) => page.waitForFunction( ( wanted ) => document.querySelectorAll( '.wig-label .wig-label-code' ).length === wanted, count );
	await prepareZXingModule( { overrides: { wasmBinary: readFileSync( createRequire( import.meta.url ).resolve( 'zxing-wasm/reader/zxing_reader.wasm' ) ).buffer as ArrayBuffer }, fireImmediately: true } );

	await t.check( 'Items are scanned for labels; each scan is one more, and a reload keeps them and the layout', async () => {
		await page.goto( at( '' ), { waitUntil: 'domcontentloaded' } );
		await page.getByRole( 'combobox', { name: 'Add item' } ).click();
		for ( const code of [ '4006381333931', 'TIN-250', '4006381333931' ] ) {
			await page.keyboard.insertText( code );
			await page.keyboard.press( 'Enter' );
		}
		await shown( 3 );
		assert.equal( await page.getByRole( 'textbox', { name: 'Labels of Gaiwan, white' } ).inputValue(), '2' );
		await layout.selectOption( '57x32' );
		await page.waitForURL( new RegExp( `items=${ seeded.ids[ 'GW-01' ] }(:|%3A)2(,|%2C)${ seeded.ids[ 'TIN-250' ] }` ) );
		await page.reload( { waitUntil: 'domcontentloaded' } );
		await shown( 3 );
		assert.equal( await layout.inputValue(), '57x32' );
	} );

	await t.check( 'The printer gets one page of its size for each label, and nothing of wp-admin; 24 fit on A4', async () => {
		assert.deepEqual( await printed( page ), Array( 3 ).fill( '57 x 32' ) );
		await layout.selectOption( 'a4-3x8' );
		assert.deepEqual( await printed( page ), [ '210 x 297' ] );
		await page.getByRole( 'textbox', { name: 'Labels already used' } ).fill( '22' );
		assert.deepEqual( await printed( page ), [ '210 x 297', '210 x 297' ] );
		await page.getByRole( 'textbox', { name: 'Labels already used' } ).fill( '' );
		await page.emulateMedia( { media: 'print' } );
		assert.equal( await page.locator( 'h1, #adminmenu, #wpadminbar, .wig-label-choose' ).locator( 'visible=true' ).count(), 0 );
		await page.emulateMedia( { media: null } );
	} );

	await t.check( 'A scanner reads what was printed: EAN-13, the SKU as Code 128, and QR', async () => {
		assert.deepEqual( await readLabel( page, 0 ), [ 'EAN13 4006381333931' ] );
		assert.deepEqual( await readLabel( page, 2 ), [ 'Code128 TIN-250' ] );
		await page.getByRole( 'combobox', { name: 'Code', exact: true } ).selectOption( 'qr' );
		await page.locator( '.wig-label-code[data-kind="qrcode"]' ).nth( 2 ).waitFor();
		assert.deepEqual( await readLabel( page, 0 ), [ 'QRCode 4006381333931' ] );
	} );

	await t.check( 'A count sheet has the items of a stocktake, with what the books expect only where it is not blind', async () => {
		for ( const blind of [ false, true ] ) {
			let made = ( await send( 'POST', `${ ROOT }/stocktakes`, { name: 'Shelf C', blind } ) ) as { id: number; filling: boolean; items: number };
			while ( made.filling ) {
				made = ( await send( 'GET', `${ ROOT }/stocktakes/${ made.id }` ) ) as typeof made;
			}
			await page.goto( at( `&show=sheet&stocktake=${ made.id }` ), { waitUntil: 'domcontentloaded' } );
			await page.locator( '.wig-count-write' ).nth( made.items - 1 ).waitFor();
			assert.equal( await page.locator( '.wig-count-write' ).count(), made.items );
			const row = await page.getByRole( 'row', { name: /Tin, 250 g/ } ).innerText();
			const [ tin ] = ( await send( 'GET', `${ ROOT }/items?search=TIN-250` ) ) as { on_hand: number }[];
			assert.equal( row.includes( `\t${ tin?.on_hand }\t` ), ! blind, row );
			assert.equal( await page.getByRole( 'columnheader', { name: 'Expected' } ).count(), blind ? 0 : 1 );
			assert.deepEqual( await faultsOf( page ), [] );
		}
		await page.setViewportSize( { width: 400, height: 900 } );
		assert.ok( await fits( page ) );
		await page.setViewportSize( { width: 1280, height: 900 } );
	} );

	await t.check( 'Items that cannot be had are asked for again with Retry', async () => {
		await page.route( '**/v1/items/*', ( route ) => route.abort() );
		await page.goto( at( `&items=${ seeded.ids[ 'GW-01' ] }:4` ), { waitUntil: 'domcontentloaded' } );
		await page.getByText( 'There is no connection to the shop.' ).first().waitFor();
		await page.unroute( '**/v1/items/*' );
		await page.getByRole( 'button', { name: 'Retry' } ).click();
		await shown( 4 );
	} );
	await page.context().close();
}
