import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { rest } from './seed.ts';
import { assertFit } from './browser.ts';
import { type Work } from './work.ts';

const ROOT = '/woo-inventory-guard/v1';

const line = ( page: Page, name: string ) => page.locator( '.wig-review [data-wig-row]' ).filter( { hasText: name } );

/** One stocktake on the desk: decided on, counted again, agreed to by a second person, applied, reported, undone. */
export async function stocktakeReview( t: Report, { site, visitors }: Work ): Promise< void > {
	const send = rest( site );
	const made: Record< string, number > = {};
	for ( const [ name, onHand, price ] of [ [ 'Sencha, 100 g', 10, '2' ], [ 'Gyokuro, ceremonial', 5, '100' ], [ 'Chawan', 8, '4' ], [ 'Chashaku', 3, '1' ] ] as const ) {
		const product = ( await send( 'POST', '/wc/v3/products', { name, manage_stock: true, stock_quantity: onHand, regular_price: price } ) ) as { id: number };
		const [ item ] = ( await send( 'GET', `${ ROOT }/items?search=${ encodeURIComponent( name ) }` ) ) as { id: number; product_id: number }[];
		assert.equal( item?.product_id, product.id );
		made[ name ] = item.id;
	}
	const items = Object.values( made );
	const { id } = ( await send( 'POST', `${ ROOT }/stocktakes`, { name: 'Shelf B', scope: { items }, approve_over: 50 } ) ) as { id: number };
	const one = `${ ROOT }/stocktakes/${ id }`;
	const count = ( name: string, quantity: number ) =>
		send( 'POST', `${ one }/counts`, { counts: [ { uuid: crypto.randomUUID(), mode: 'set', item_id: made[ name ], quantity, at: new Date().toISOString() } ] } );
	const onHand = async ( name: string ): Promise< number > => ( ( await send( 'GET', `${ ROOT }/items/${ made[ name ] }` ) ) as { on_hand: number } ).on_hand;
	const open = async ( page: Page, view = '' ): Promise< void > => {
		await page.goto( `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/stocktakes/${ id }${ view }`, { waitUntil: 'domcontentloaded' } );
		await page.locator( '.wig-review' ).waitFor();
	};
	const page = await visitors.visit();
	const button = ( name: string ) => page.getByRole( 'button', { name, exact: true } );

	await t.check( 'A stocktake is begun and brought to its review on its own page', async () => {
		await open( page );
		await button( 'Start counting' ).click();
		await button( 'End counting and review' ).waitFor();
		assert.match( ( await page.getByRole( 'link', { name: 'Count', exact: true } ).getAttribute( 'href' ) ) ?? '', new RegExp( `wig-count=1#/${ id }$` ) );
		await count( 'Sencha, 100 g', 9 );
		await count( 'Gyokuro, ceremonial', 3 );
		await count( 'Chawan', 8 );
		await open( page );
		await page.getByText( '3 of 4 counted' ).waitFor();
		await button( 'Change who counts' ).click();
		await page.getByLabel( 'clerk' ).check();
		await assertFit( page, 'who counts' );
		await button( 'Save who counts' ).click();
		await page.getByRole( 'list', { name: 'Who counts' } ).getByText( 'clerk' ).waitFor();
		await button( 'Make it stricter' ).click();
		await page.getByLabel( 'For differences worth so much or more' ).fill( '60' );
		await button( 'Save limit' ).click();
		await page.getByText( 'in a stocktake the limit can only become stricter' ).first().waitFor();
		await page.getByLabel( 'For differences worth so much or more' ).fill( '40' );
		await button( 'Save limit' ).click();
		await page.getByText( /worth \D?40/ ).waitFor();
		await button( 'End counting and review' ).click();
		await line( page, 'Gyokuro' ).getByText( '−2', { exact: true } ).waitFor();
		// The largest by value first.
		assert.match( await page.locator( '.wig-review [data-wig-row]' ).first().innerText(), /Gyokuro[\s\S]*3[\s\S]*5[\s\S]*−2[\s\S]*200/ );
	} );
	await t.check( 'A line is opened in its place, decided on with a reason, and sent back to be counted again', async () => {
		await button( 'Sencha, 100 g' ).click();
		const detail = page.locator( '.wig-review-detail' );
		await detail.getByRole( 'heading', { name: 'Counts' } ).waitFor();
		await assertFit( page, 'an open line' );
		await detail.getByLabel( 'Reason' ).selectOption( { label: 'Damaged' } );
		await detail.getByLabel( 'Note' ).fill( 'Wet box' );
		await detail.getByRole( 'button', { name: 'Accept', exact: true } ).click();
		await line( page, 'Sencha' ).getByText( 'Wet box' ).waitFor();
		await button( 'Sencha, 100 g' ).click();
		await button( 'Recount: Gyokuro, ceremonial' ).click();
		await page.getByText( '1 to be counted again' ).waitFor();
		await send( 'POST', `${ one }/counts`, { counts: [ { uuid: crypto.randomUUID(), mode: 'set', item_id: made[ 'Gyokuro, ceremonial' ], quantity: 4, at: new Date().toISOString() } ] } );
		await open( page );
		await line( page, 'Gyokuro' ).getByText( '−1', { exact: true } ).waitFor();
	} );
	await t.check( 'What stands in the way of applying is said, and leads to its lines; what nobody counted is set to zero', async () => {
		await button( 'Apply …' ).click();
		await button( 'Yes, apply' ).click();
		await button( 'Show them' ).click();
		await page.waitForURL( /show=undecided/ );
		await line( page, 'Sencha' ).waitFor( { state: 'detached' } );
		await page.getByRole( 'link', { name: /^Not counted/ } ).click();
		await button( 'Set all to zero …' ).click();
		await page.getByRole( 'dialog' ).getByRole( 'button', { name: 'Set to zero' } ).click();
		await page.getByText( 'Everything has been counted.' ).waitFor();
		await page.getByRole( 'link', { name: /^Undecided/ } ).click();
		await line( page, 'Chashaku' ).getByText( '−3', { exact: true } ).waitFor();
		await page.getByLabel( 'Pick all on this page' ).check();
		await page.getByRole( 'region', { name: 'Picked lines' } ).getByRole( 'button', { name: 'Accept', exact: true } ).click();
		await page.getByText( 'Every difference has been decided on.' ).waitFor();
	} );
	await t.check( 'A second person agrees, on a phone; one person alone cannot apply', async () => {
		await button( 'Apply …' ).click();
		await button( 'Yes, apply' ).click();
		await page.getByText( /A second person must agree to 1 difference/ ).first().waitFor();
		assert.equal( await onHand( 'Sencha, 100 g' ), 10 );
		const clerk = await visitors.visit( { user: 'clerk', width: 400 } );
		await open( clerk, '&show=second' );
		await clerk.getByRole( 'button', { name: 'Agree: Gyokuro, ceremonial' } ).waitFor();
		await assertFit( clerk, 'the review on a phone' );
		await clerk.getByRole( 'button', { name: 'Agree: Gyokuro, ceremonial' } ).click();
		await clerk.getByText( 'Nothing waits for a second person.' ).waitFor();
		await clerk.context().close();
	} );
	await t.check( 'It is applied as one act, and reported on the screen and as a file', async () => {
		await open( page );
		await page.getByText( /Applying changes 3 items by −5 units/ ).waitFor();
		await button( 'Apply …' ).click();
		await button( 'Yes, apply' ).click();
		await page.getByRole( 'heading', { name: 'Report' } ).waitFor();
		assert.deepEqual( [ await onHand( 'Sencha, 100 g' ), await onHand( 'Gyokuro, ceremonial' ), await onHand( 'Chawan' ), await onHand( 'Chashaku' ) ], [ 9, 4, 8, 0 ] );
		await page.getByRole( 'region', { name: 'By reason' } ).getByText( 'Damaged' ).waitFor();
		await assertFit( page, 'the report' );
		const [ file ] = await Promise.all( [ page.waitForEvent( 'download' ), button( 'Export CSV' ).click() ] );
		assert.match( await readFile( await file.path(), 'utf8' ), /\r\nIn all,,4,1,26,0,5,555,0,105,\r\n[\s\S]*By category,[^,]*,4,1,/ );
	} );
	await t.check( 'And undone as one act', async () => {
		await button( 'Undo …' ).click();
		await button( 'Yes, undo all of it' ).click();
		// A second person agreed to one line: so one has to agree to this, too.
		await page.getByText( /another person has to press Undo, too/ ).waitFor();
		const clerk = await visitors.visit( { user: 'clerk' } );
		await open( clerk );
		await clerk.getByRole( 'button', { name: 'Undo …' } ).click();
		await clerk.getByRole( 'button', { name: 'Yes, undo all of it' } ).click();
		await clerk.getByText( /^Undone on/ ).or( clerk.getByText( /Undone on .*changed back/ ) ).first().waitFor();
		assert.deepEqual( [ await onHand( 'Sencha, 100 g' ), await onHand( 'Gyokuro, ceremonial' ), await onHand( 'Chashaku' ) ], [ 10, 5, 3 ] );
		await clerk.context().close();
	} );
	await page.context().close();
}
