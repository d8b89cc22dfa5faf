import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Native } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Report } from '../../tools/lib/report.ts';
import { faultsOf, findBrowser, fits, goOffline, look, Visitors } from '../e2e/browser.ts';
import type { Shop } from './shop.ts';

interface Attribute {
	readonly name: string;
	readonly values: { readonly value: string; readonly name: string }[];
}

interface Said {
	readonly item: { readonly id: number; readonly edit_link: string };
	readonly attributes: Attribute[];
	readonly variations: { readonly item: { readonly id: number; readonly product_id: number; readonly on_hand: number }; readonly options: string[] }[];
}

const idOf = async ( shop: Shop, product: number ): Promise< number > => {
	const found = ( await shop.rest( 'GET', `/woo-inventory-guard/v1/items?product_id=${ product }` ) ).body.list as { id: number }[];
	assert.ok( found[ 0 ] );
	return found[ 0 ].id;
};

const said = async ( shop: Shop, product: number ): Promise< Said > =>
	( await shop.rest( 'GET', `/woo-inventory-guard/v1/items/${ await idOf( shop, product ) }/variations` ) ).body as unknown as Said;

const vary = async ( shop: Shop, parent: number, attributes: Record< string, string >, units: number | null, more: object = {} ): Promise< number > =>
	( await shop.act< { id: number } >( 'variation', { parent, attributes, ...( units === null ? {} : { manage_stock: true, stock_quantity: units } ), ...more } ) ).id;

/** Four of six sizes and colours: one without a number, one reserved, one low, one out. */
async function hoodie( shop: Shop ): Promise< { parent: number; red: number } > {
	const parent = await shop.product( { name: 'Hoodie', type: 'variable', attributes: { Size: [ 'S', 'M', 'L' ], Colour: [ 'Red', 'Blue' ] } } );
	const red = await vary( shop, parent, { size: 'S', colour: 'Red' }, 30 );
	await vary( shop, parent, { size: 'S', colour: 'Blue' }, 2, { low_stock_amount: 5 } );
	await vary( shop, parent, { size: 'M', colour: 'Red' }, 0 );
	await vary( shop, parent, { size: 'M', colour: 'Blue' }, null );
	await shop.rest( 'POST', '/woo-inventory-guard/v1/reservations', { reference: { type: 'order', id: `hoodie-${ red }` }, lines: [ { item_id: await idOf( shop, red ), quantity: 3 } ], expires_in: 3600 } );
	return { parent, red };
}

/** The texts of a row, the header too. */
const row = ( page: Page, name: string ) => page.getByRole( 'row', { name: new RegExp( `^${ name }\\b` ) } );
const cell = ( page: Page, place: string ) => page.locator( `[data-wig-cell="${ place }"]` );
const number = ( page: Page, place: string, text: string ) => cell( page, place ).locator( '.wig-amount' ).getByText( text, { exact: true } ).waitFor();

async function server( t: Report, shop: Shop ): Promise< void > {
	await t.check( 'Variations come with what sets them apart: attributes of the product and of the shop, in their order', async () => {
		const { id } = await shop.act< { id: number } >( 'scarf', { name: 'Scarf' } );
		const first = await vary( shop, id, { size: 'L', colour: 'Sky blue', pa_fabric: 'wool-silk' }, 4 );
		const any = await vary( shop, id, { size: 'S', colour: '', pa_fabric: 'linen' }, 1 );
		const { attributes, variations } = await said( shop, id );
		assert.deepEqual( attributes.map( ( { name, values } ) => [ name, ...values.map( ( value ) => value.name ) ] ), [ [ 'Size', 'S', 'L' ], [ 'Colour', 'Red', 'Sky blue' ], [ 'Fabric', 'Linen', 'Wool & silk' ] ] );
		assert.deepEqual( Object.fromEntries( variations.map( ( { item, options } ) => [ item.product_id, options ] ) ), { [ first ]: [ 'L', 'Sky blue', 'wool-silk' ], [ any ]: [ 'S', '', 'linen' ] } );
	} );
	await t.check( 'A value that an older WooCommerce stored as a slug is understood', async () => {
		const parent = await shop.product( { name: 'Old hat', type: 'variable', attributes: { Colour: [ 'Sky blue' ] } } );
		const hat = await vary( shop, parent, { colour: 'Sky blue' }, 1 );
		await shop.sql( `UPDATE {p}postmeta SET meta_value = 'sky-blue' WHERE post_id = ${ hat } AND meta_key = 'attribute_colour'` );
		assert.deepEqual( ( await said( shop, parent ) ).variations[ 0 ]?.options, [ 'Sky blue' ] );
	} );
	await t.check( 'A product without variations says so', async () => {
		const { attributes, variations } = await said( shop, await shop.counted( 'Plain', 1 ) );
		assert.deepEqual( [ attributes, variations ], [ [], [] ] );
	} );
}

async function matrix( t: Report, shop: Shop, native: Native, visitors: Visitors ): Promise< void > {
	const { parent, red } = await hoodie( shop );
	const item = await idOf( shop, parent );
	const page = await visitors.visit();
	const visit = async ( who: Page, view = '' ): Promise< void > => {
		await who.goto( `${ native.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/variations&product=${ item }${ view }`, { waitUntil: 'domcontentloaded' } );
		await who.waitForSelector( '.wig-matrix' );
	};

	await t.check( 'Matrix: the Stock list leads to it; numbers, reserved, status, missing ones and sums are there', async () => {
		await look( page, native, '&search=hoodie' );
		await page.locator( `a[href*="product=${ item }"]`, { hasText: 'With variations' } ).click();
		await page.waitForSelector( '.wig-matrix' );
		assert.match( await row( page, 'S' ).innerText(), /S\s+30\s+3 reserved\s+2\s+Low\s+32\s+3 reserved/ );
		assert.match( await row( page, 'M' ).innerText(), /M\s+0\s+Out\s+–\s+Not tracked\s+0/ );
		assert.match( await row( page, 'L' ).innerText(), /L\s+create\s+create\s+0/ );
		assert.match( await row( page, 'Total' ).innerText(), /Total\s+30\s+3 reserved\s+2\s+32\s+3 reserved/ );
		await page.getByText( '2 combinations are missing' ).waitFor();
		assert.equal( await page.getByRole( 'link', { name: 'create' } ).first().getAttribute( 'href' ), ( await said( shop, parent ) ).item.edit_link );
	} );

	await t.check( 'Matrix: a product that has no variations yet says what to do', async () => {
		const bare = await idOf( shop, await shop.product( { name: 'Bare hanger', type: 'variable', attributes: { Colour: [ 'Red' ] } } ) );
		await page.goto( `${ native.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/variations&product=${ bare }`, { waitUntil: 'domcontentloaded' } );
		await page.getByText( 'This product has no variations yet.' ).waitFor();
	} );

	await t.check( 'Matrix: all by keyboard: arrows, a digit begins, Enter saves and goes down, Escape leaves, Tab saves and goes on', async () => {
		await visit( page );
		await cell( page, '0,0' ).focus();
		await page.keyboard.type( '28' );
		await page.keyboard.press( 'Enter' );
		await number( page, '0,0', '28' );
		await page.waitForFunction( () => document.activeElement?.getAttribute( 'data-wig-cell' ) === '1,0' );
		await page.keyboard.press( 'F2' );
		await page.keyboard.type( '9' );
		await page.keyboard.press( 'Escape' );
		await number( page, '1,0', '0' );
		await page.keyboard.press( 'Enter' );
		await page.keyboard.type( '+6' );
		await page.keyboard.press( 'Tab' );
		await number( page, '1,0', '6' );
		await page.waitForFunction( () => document.activeElement?.getAttribute( 'data-wig-cell' ) === '1,1' );
		await page.keyboard.press( '7' );
		assert.equal( await page.locator( '.wig-cell-input' ).count(), 0, 'What is not counted is not changed.' );
		await page.keyboard.press( 'ArrowDown' );
		await page.waitForFunction( () => document.activeElement?.textContent === 'create' );
		await cell( page, '1,0' ).getByTestId( 'saved' ).waitFor();
		await page.keyboard.press( 'Control+Home' );
		await page.waitForFunction( () => document.activeElement?.getAttribute( 'data-wig-cell' ) === '0,0' );
		assert.equal( await page.locator( '.wig-matrix [tabindex="0"]' ).count(), 1 );
		assert.equal( ( await shop.stock( red ) ).stock, 28 );
		const lines = ( await shop.rest( 'GET', `/woo-inventory-guard/v1/items/${ await idOf( shop, red ) }/movements` ) ).body.list as { reason: string; delta: number }[];
		assert.deepEqual( [ lines[ 0 ]?.reason, lines[ 0 ]?.delta ], [ 'counted', -2 ] );
	} );

	await t.check( 'Matrix: what somebody else changed meanwhile is shown beside what was typed, and nothing is written over', async () => {
		await visit( page );
		await cell( page, '0,0' ).click();
		await page.keyboard.type( '25' );
		await shop.rest( 'POST', '/woo-inventory-guard/v1/adjustments', { item_id: await idOf( shop, red ), delta: -1, reason: 'damaged' } );
		await page.keyboard.press( 'Enter' );
		const choice = page.getByRole( 'alertdialog' );
		await choice.getByText( 'it was 28, now it is 27' ).waitFor();
		assert.equal( ( await shop.stock( red ) ).stock, 27 );
		await choice.getByRole( 'button', { name: '25, as I counted' } ).click();
		await cell( page, '0,0' ).getByTestId( 'saved' ).waitFor();
		await number( page, '0,0', '25' );
		assert.equal( ( await shop.stock( red ) ).stock, 25 );
	} );

	await t.check( 'Matrix: a conflict waits until what is being typed beside it is done', async () => {
		await visit( page );
		await page.route( /adjustments/, async ( route ) => {
			await shop.rest( 'POST', '/woo-inventory-guard/v1/adjustments', { item_id: await idOf( shop, red ), delta: 1, reason: 'found' } );
			await route.continue();
		}, { times: 1 } );
		await cell( page, '0,0' ).click();
		await page.keyboard.type( '20' );
		await page.keyboard.press( 'Enter' );
		await page.keyboard.type( '1' );
		await cell( page, '0,0' ).getByText( 'Not saved' ).waitFor();
		await page.keyboard.type( '2' );
		await page.keyboard.press( 'Enter' );
		await page.getByRole( 'alertdialog' ).getByRole( 'button', { name: '26, leave it' } ).click();
		await cell( page, '1,0' ).getByTestId( 'saved' ).waitFor();
		await number( page, '1,0', '12' );
		await shop.rest( 'POST', '/woo-inventory-guard/v1/adjustments', { item_id: await idOf( shop, red ), delta: -1, reason: 'correction' } );
	} );

	await t.check( 'Matrix: without a connection the typed number stays in its cell, and Retry saves it once', async () => {
		await visit( page );
		await cell( page, '0,0' ).click();
		await page.keyboard.type( '-2' );
		await goOffline( page.context(), true );
		await page.keyboard.press( 'Enter' );
		await cell( page, '0,0' ).getByText( 'There is no connection to the shop.' ).waitFor();
		assert.equal( await cell( page, '0,0' ).locator( '.wig-amount' ).innerText(), '-2' );
		await goOffline( page.context(), false );
		await cell( page, '0,0' ).getByRole( 'button', { name: 'Retry' } ).click();
		await cell( page, '0,0' ).getByTestId( 'saved' ).waitFor();
		await number( page, '0,0', '23' );
		await cell( page, '0,0' ).click();
		await page.keyboard.type( '1' );
		await page.keyboard.press( 'Enter' );
		await cell( page, '0,0' ).getByText( 'the rest is promised to orders' ).waitFor();
		await cell( page, '0,0' ).getByRole( 'button', { name: 'Leave it' } ).click();
		await number( page, '0,0', '23' );
	} );

	await t.check( 'Matrix: sides change places, the address keeps it, a third attribute makes groups', async () => {
		await visit( page );
		await page.getByLabel( 'Down' ).selectOption( { label: 'Colour' } );
		await row( page, 'Blue' ).waitFor();
		await page.reload();
		await row( page, 'Blue' ).waitFor();
		const { id } = await shop.act< { id: number } >( 'scarf', { name: 'Shawl' } );
		await vary( shop, id, { size: 'L', colour: 'Red', pa_fabric: 'linen' }, 4 );
		await vary( shop, id, { size: 'S', colour: 'Red', pa_fabric: 'wool-silk' }, 5 );
		await page.goto( `${ native.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/variations&product=${ await idOf( shop, id ) }`, { waitUntil: 'domcontentloaded' } );
		await page.getByRole( 'grid', { name: 'Fabric: Wool & silk' } ).waitFor();
		assert.equal( await page.getByRole( 'grid' ).count(), 2 );
		await page.getByLabel( 'Across' ).selectOption( { label: 'Fabric' } );
		await page.getByRole( 'grid', { name: 'Colour: Red' } ).waitFor();
		assert.equal( await page.getByRole( 'grid' ).count(), 1, 'Nothing is sky blue.' );
	} );
	await page.context().close();

	await t.check( 'Matrix: on a phone one attribute becomes tabs, and a number is changed there', async () => {
		const phone = await visitors.visit( { width: 400 } );
		await visit( phone );
		await phone.getByRole( 'tab', { name: 'Red' } ).press( 'ArrowRight' );
		assert.equal( await phone.getByRole( 'tab', { name: 'Blue' } ).getAttribute( 'aria-selected' ), 'true' );
		await cell( phone, '0,0' ).click();
		await phone.keyboard.type( '9' );
		await phone.keyboard.press( 'Enter' );
		await number( phone, '0,0', '9' );
		assert.ok( await fits( phone ) );
		assert.deepEqual( await faultsOf( phone ), [] );
		await phone.context().close();
	} );

	await t.check( 'Matrix: axe finds nothing, while editing too; who may not change sees it', async () => {
		const visitor = await visitors.visit();
		await visit( visitor );
		const faults = await faultsOf( visitor );
		await cell( visitor, '0,0' ).click();
		assert.deepEqual( [ ...faults, ...( await faultsOf( visitor ) ) ], [] );
		await visitor.context().close();
		assert.deepEqual( visitors.complaints, [] );
		assert.equal( await shop.problems(), '' );
	} );
}

/** A product's variations across each other, with the real WooCommerce. */
export async function variations( t: Report, shop: Shop, native: Native ): Promise< void > {
	await server( t, shop );
	const browser = findBrowser();
	if ( browser === null || ! existsSync( join( root, 'build/variations.js' ) ) ) {
		t.skip( 'The matrix in a real browser', 'there is no Chromium here, or build/ is missing' );
		return;
	}
	const visitors = await Visitors.arrive( native, browser );
	try {
		await matrix( t, shop, native, visitors );
	} finally {
		await visitors.leave();
	}
}
