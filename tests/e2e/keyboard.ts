import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { rest } from './seed.ts';
import type { Work } from './work.ts';

const ROOT = '/woo-inventory-guard/v1';

/** More presses than any of our screens has places. */
const MOST = 120;

/** Goes on with Tab until focus is there, as a person without a mouse does. */
async function tabTo( page: Page, place: Locator ): Promise< void > {
	await place.first().waitFor();
	for ( let presses = 0; presses < MOST; presses++ ) {
		if ( await place.first().evaluate( ( element ) => element === document.activeElement ) ) {
			return;
		}
		await page.keyboard.press( 'Tab' );
	}
	assert.fail( `Tab never comes to ${ String( place ) }` );
}

/** Past wp-admin's menu, by its own link. */
async function skip( page: Page, ready: string ): Promise< void > {
	await page.locator( ready ).first().waitFor();
	await page.locator( 'body' ).press( 'Tab' );
	await page.keyboard.press( 'Enter' );
}

/** Dashboard, spreadsheet, matrix, bundle and product panel, with no mouse from the first to the last. */
export async function keyboard( t: Report, { site, visitors, items, kettle }: Work ): Promise< void > {
	const send = rest( site );
	const { id } = ( await send( 'POST', `${ ROOT }/items`, { kind: 'part', name: 'Matcha', sku: 'MATCHA', on_hand: 3, low_stock_threshold: 5 } ) ) as { id: number };
	const onHand = async ( item = id ): Promise< unknown > => ( ( await send( 'GET', `${ ROOT }/items/${ item }` ) ) as { on_hand: unknown } ).on_hand;
	const page = await visitors.visit();
	const visit = ( path: string ) => page.goto( `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=${ path }`, { waitUntil: 'load' } );

	await t.check( 'By keyboard alone: the dashboard', async () => {
		await visit( '/dashboard' );
		await skip( page, '.wig-need' );
		await tabTo( page, page.getByRole( 'button', { name: 'Adjust Matcha' } ) );
		await page.keyboard.press( 'Enter' );
		await page.getByRole( 'dialog', { name: 'Adjust Matcha' } ).waitFor();
		await page.keyboard.type( '1' );
		await page.keyboard.press( 'Enter' );
		await page.getByText( '4 left' ).waitFor();
		await tabTo( page, page.getByRole( 'button', { name: 'Snooze Matcha for a week' } ) );
		await page.keyboard.press( 'Enter' );
		await page.getByRole( 'button', { name: 'Adjust Matcha' } ).waitFor( { state: 'detached' } );
		await tabTo( page, page.getByRole( 'button', { name: 'Undo' } ) );
		await page.keyboard.press( 'Enter' );
		await page.getByRole( 'button', { name: 'Adjust Matcha' } ).waitFor();
		await tabTo( page, page.getByRole( 'button', { name: 'Check now' } ) );
		await page.keyboard.press( 'Enter' );
		await page.getByText( /records? (agree|was checked)/ ).first().waitFor();
		await tabTo( page, page.getByRole( 'button', { name: 'Show as table' } ) );
		await page.keyboard.press( 'Enter' );
		await page.getByRole( 'columnheader', { name: 'Day' } ).waitFor();
	} );
	await t.check( 'By keyboard alone: the spreadsheet', async () => {
		await visit( '/stock&as=sheet&search=matcha' );
		await skip( page, '.wig-sheet-body .wig-name' );
		await tabTo( page, page.locator( '.wig-sheet-body [data-wig-cell][tabindex="0"]' ) );
		for ( const column of [ 'on_hand' ] ) {
			await page.waitForFunction( () => document.activeElement?.closest( '[data-wig-cell]' ) );
			for ( let presses = 0; presses < 12 && ! ( await page.evaluate( ( name ) => document.activeElement?.closest( `[data-wig-column="${ name }"]` ) !== null, column ) ); presses++ ) {
				await page.keyboard.press( 'ArrowRight' );
			}
		}
		await page.keyboard.type( '9' );
		await page.keyboard.press( 'Enter' );
		await page.waitForFunction( () => ! document.querySelector( '.wig-cell.is-waiting, .wig-cell.is-sending' ) );
		assert.equal( await onHand(), 9 );
		await page.keyboard.press( 'Control+z' );
		await page.locator( '.wig-sheet-body [data-wig-column="on_hand"]' ).getByText( '4', { exact: true } ).waitFor();
		await page.waitForFunction( () => ! document.querySelector( '.wig-cell.is-waiting, .wig-cell.is-sending' ) );
		assert.equal( await onHand(), 4 );
	} );
	await t.check( 'By keyboard alone: the matrix of variations', async () => {
		await visit( `/variations&product=${ items.HOOD }` );
		await skip( page, '.wig-matrix' );
		await tabTo( page, page.locator( '[data-wig-cell="0,0"]' ) );
		// As quick hands do: the digit comes before the cell that the arrow leads to has been drawn.
		const focused = await page.evaluate( async () => {
			const press = ( key: string ) => document.activeElement?.dispatchEvent( new KeyboardEvent( 'keydown', { key, bubbles: true, cancelable: true } ) );
			press( 'ArrowDown' );
			await Promise.resolve();
			press( '1' );
			await new Promise( ( drawn ) => requestAnimationFrame( () => requestAnimationFrame( drawn ) ) );
			return document.activeElement?.className;
		} );
		assert.equal( focused, 'wig-cell-input' );
		await page.keyboard.type( '5' );
		await page.keyboard.press( 'Enter' );
		await page.locator( '[data-wig-cell="1,0"] .wig-amount' ).getByText( '15', { exact: true } ).waitFor();
	} );
	await t.check( 'By keyboard alone: a bundle', async () => {
		await visit( '/bundles' );
		await skip( page, '.wig-name' );
		await tabTo( page, page.getByRole( 'link', { name: 'Tea set' } ) );
		await page.keyboard.press( 'Enter' );
		await tabTo( page, page.getByRole( 'combobox', { name: 'Add component' } ) );
		await page.keyboard.type( 'matcha' );
		await page.getByRole( 'option', { name: /Matcha/ } ).waitFor();
		await page.keyboard.press( 'ArrowDown' );
		await page.keyboard.press( 'Enter' );
		await tabTo( page, page.getByRole( 'textbox', { name: 'Units of Matcha in one set' } ) );
		await page.keyboard.press( 'Control+a' );
		await page.keyboard.type( '2' );
		await tabTo( page, page.getByRole( 'button', { name: 'Save', exact: true } ) );
		await page.keyboard.press( 'Enter' );
		await page.getByTestId( 'saved' ).waitFor();
	} );
	await t.check( 'By keyboard alone: the panel of a product', async () => {
		await page.goto( `${ site.url }/wp-admin/post.php?post=${ kettle }&action=edit`, { waitUntil: 'load' } );
		// What stands before it is WooCommerce's page: its editor keeps Tab for itself.
		await page.locator( '.product_data_tabs a[href="#wig_product_data"]' ).focus();
		await page.keyboard.press( 'Enter' );
		const panel = page.locator( '#wig_product_data .wig-panel' );
		await panel.locator( '.wig-history-line' ).first().waitFor();
		await tabTo( page, panel.getByRole( 'textbox', { name: 'Change by' } ) );
		await page.keyboard.type( '-2' );
		await tabTo( page, panel.getByLabel( 'Reason' ) );
		await page.keyboard.type( 'Dam' );
		await tabTo( page, panel.getByRole( 'button', { name: 'Save', exact: true } ) );
		await page.keyboard.press( 'Enter' );
		await panel.locator( '.wig-history' ).getByText( 'Damaged' ).waitFor();
		assert.equal( await onHand( items[ 'KET-1' ] ), 10 );
	} );
	await page.context().close();
}
