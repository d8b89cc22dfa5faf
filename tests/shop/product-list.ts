import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Native } from '../../tools/lib/native.ts';
import type { Report } from '../../tools/lib/report.ts';
import { faultsOf } from '../e2e/browser.ts';
import { Owner } from './owner.ts';
import { readMovements, see } from './panel-acts.ts';
import type { Shop } from './shop.ts';

const address = ( native: Native, view = '' ): string => `${ native.url }/wp-admin/edit.php?post_type=product${ view }`;

interface Drawn {
	readonly cells: string[];
	readonly queries: number;
}

/** WooCommerce's own product list. */
export async function productList( t: Report, shop: Shop, native: Native, page: Page ): Promise< void > {
	await t.check( 'The column says what is available and reserved, of variations together, and asks once for the whole page', async () => {
		const tin = await shop.counted( 'Tin, list', 12, { low_stock_amount: 20 } );
		await shop.order( [ { product_id: tin, quantity: 3 } ] );
		const hoodie = await shop.product( { name: 'Hoodie, list', type: 'variable', attributes: { Size: [ 'S', 'L' ] } } );
		for ( const [ size, units ] of [ [ 'S', 3 ], [ 'L', 40 ] ] ) {
			await shop.act( 'variation', { parent: hoodie, attributes: { size }, manage_stock: true, stock_quantity: units, low_stock_amount: 5 } );
		}
		const uncounted = await shop.product( { name: 'Uncounted, list' } );
		const few = await shop.act< Drawn >( 'panel_column', { products: [ tin, hoodie, uncounted ] } );
		assert.deepEqual( few.cells, [ '9 3 reserved low (at 20)', '43 a variation is low', '–Not tracked' ] );
		const more = [ tin, hoodie, uncounted ];
		for ( let n = 0; n < 17; n++ ) {
			more.push( await shop.counted( `Tin ${ n }, list`, n ) );
		}
		const many = await shop.act< Drawn >( 'panel_column', { products: more } );
		assert.deepEqual( [ few.queries, many.queries, many.cells.length ], [ 1, 1, 20 ] );
	} );

	await t.check( 'The view "Low" lists what is low, products with a low variation too, and the column sorts', async () => {
		await page.goto( address( native, '&wig_stock=low&s=%2C+list&orderby=wig_available&order=desc' ), { waitUntil: 'domcontentloaded' } );
		const names = ( await page.locator( '#the-list .row-title' ).allInnerTexts() ).filter( ( name ) => name.endsWith( ', list' ) );
		assert.ok( names.includes( 'Tin, list' ) && names.includes( 'Hoodie, list' ), names.join() );
		assert.ok( ! names.includes( 'Tin 16, list' ) );
		assert.equal( await page.locator( '.subsubsub .current' ).innerText(), 'Low' );
		const shown = ( await page.locator( '#the-list .column-wig_available > a' ).allInnerTexts() ).map( Number );
		assert.ok( shown.length > 1 );
		await page.goto( address( native, '&s=%2C+list&orderby=wig_available&order=asc' ), { waitUntil: 'domcontentloaded' } );
		const sorted = ( await page.locator( '#the-list tr.type-product:not(:has-text("Hoodie")) .column-wig_available > a' ).allInnerTexts() ).map( Number );
		assert.deepEqual( sorted, [ ...sorted ].sort( ( a, b ) => a - b ) );
		assert.deepEqual( await faultsOf( page, '#the-list .column-wig_available' ), [] );
		await see( page, 'list', page.locator( '#posts-filter' ) );
	} );

	await t.check( 'Quick edit changes the number, and the row shows the new ones', async () => {
		const id = await shop.counted( 'Quick, list', 10 );
		await shop.order( [ { product_id: id, quantity: 2 } ] );
		await page.goto( address( native, '&s=Quick%2C+list' ), { waitUntil: 'load' } );
		const row = page.locator( `#post-${ id }` );
		const form = page.locator( '#the-list .inline-edit-row' );
		const edit = async ( stock: string ): Promise< void > => {
			await row.hover();
			await row.locator( '.editinline' ).click();
			await form.locator( 'input[name="_stock"]' ).fill( stock );
			await form.locator( 'select[name="wig_reason"]' ).selectOption( 'damaged' );
			await form.locator( 'input[name="wig_note"]' ).fill( 'wet box' );
			await form.locator( '.save' ).click();
		};
		await edit( '7' );
		await page.waitForFunction( ( place ) => document.querySelector( `${ place } .column-wig_available` )?.textContent?.startsWith( '5' ), `#post-${ id }` );
		assert.equal( ( await shop.stock( id ) ).stock, 7 );
		assert.deepEqual( ( await readMovements( shop, id ) )[ 0 ], [ 'damaged', -3, 'wet box' ] );
		await shop.act( 'sell_elsewhere', { id, units: 3 } );
		await edit( '12' );
		await page.getByText( /showed 7 in stock and you entered 12, but there are 4 now/ ).first().waitFor();
		assert.equal( ( await shop.stock( id ) ).stock, 4 );
		assert.equal( await form.locator( 'input[name="_stock"]' ).inputValue(), '12' );
		assert.equal( await form.locator( '.wig-quick-now' ).innerText(), '5 available, 2 reserved' );
		assert.deepEqual( await faultsOf( page, '#the-list .wig-reason' ), [] );
		await see( page, 'quick-edit', page.locator( '#posts-filter' ) );
	} );

	await t.check( 'Bulk edit asks for a reason too; one that nobody knows counts as none', async () => {
		const owner = await new Owner( native ).signIn();
		const id = await shop.counted( 'Bulk, list', 10 );
		await owner.bulkEdit( id, { change_stock: '2', _stock: '4', wig_reason: 'received', wig_note: 'pallet 7' } );
		await owner.bulkEdit( id, { change_stock: '2', _stock: '1', wig_reason: 'sold' } );
		assert.deepEqual( ( await readMovements( shop, id ) ).slice( 0, 2 ), [ [ 'external', 1, 'Bulk edit of the product list.' ], [ 'received', 4, 'pallet 7' ] ] );
		assert.equal( await shop.problems(), '' );
	} );
}
