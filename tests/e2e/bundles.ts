import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { faultsOf, fits, goOffline, look } from './browser.ts';
import type { Stage } from './run.ts';
import { rest } from './seed.ts';

const items = '/woo-inventory-guard/v1/items';

const sets = ( page: Page, number: string ) => page.getByTestId( 'sets' ).getByText( number, { exact: true } ).waitFor();
const finder = ( page: Page ) => page.getByRole( 'combobox', { name: 'Add component' } );
const units = ( page: Page, name: string ) => page.getByRole( 'textbox', { name: `Units of ${ name } in one set` } );

/** A scanner types the code faster than anybody, and Enter. */
async function scan( page: Page, code: string ): Promise< void > {
	await page.keyboard.insertText( code );
	await page.keyboard.press( 'Enter' );
}

async function save( page: Page ): Promise< void > {
	await page.getByRole( 'button', { name: 'Save', exact: true } ).click();
	await page.getByTestId( 'saved' ).waitFor();
}

/** Bundles: what runs out first, building one by scanner and by keyboard, two people, circles, no network. */
export async function bundles( t: Report, { site, visitors, seeded }: Stage ): Promise< void > {
	const send = rest( site );
	const at = ( view = '' ): string => `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/bundles${ view }`;
	const visit = async ( page: Page, view = '' ): Promise< void > => {
		await page.goto( at( view ), { waitUntil: 'domcontentloaded' } );
		await page.waitForSelector( '.wig-name, .wig-message, .wig-finder, .wig-failure' );
	};
	const page = await visitors.visit();
	const made: Record< string, number > = {};

	await t.check( 'Bundles: the list says how many can be sold, and what stops more', async () => {
		await visit( page );
		const row = page.getByRole( 'row', { name: /Tea set/ } );
		assert.match( await row.innerText(), /Gaiwan, white 1 per set, 9 left/ );
		await page.getByRole( 'searchbox' ).fill( 'nothing of the kind' );
		await page.getByText( 'No bundle is called that.' ).waitFor();
		await page.getByRole( 'button', { name: 'Show all bundles' } ).click();
		await page.getByRole( 'link', { name: 'Tea set' } ).waitFor();
		assert.equal( await page.locator( '#toplevel_page_woo-inventory-guard .wp-submenu li.current' ).innerText(), 'Bundles' );
	} );

	await t.check( 'Bundles: a new one is made by scanning; the same code twice means two; the limit and what would free more are said', async () => {
		await visit( page );
		await page.getByRole( 'button', { name: 'New bundle' } ).click();
		await page.keyboard.type( 'Wedding box' );
		await page.keyboard.press( 'Enter' );
		await finder( page ).click();
		await scan( page, '4006381333931' );
		await scan( page, 'TIN-250' );
		await scan( page, 'TIN-250' );
		await scan( page, 'TS-9' );
		await units( page, 'Tea set' ).waitFor();
		assert.equal( await units( page, 'Tin, 250 g' ).inputValue(), '2' );
		// One gaiwan of its own and one in the tea set: nine are enough for four.
		await sets( page, '4' );
		await page.getByText( 'Gaiwan, white is in more than one place of this set' ).waitFor();
		await page.getByText( 'Then 9 can be sold; the limit is Gaiwan, white.' ).waitFor();
		await scan( page, 'no such code' );
		await page.getByText( 'Nothing is called “no such code”.' ).waitFor();
		await save( page );
		await page.reload();
		await sets( page, '4' );
		made.box = Number( new URL( page.url() ).searchParams.get( 'bundle' ) );
		const list = await send( 'GET', `${ items }/${ made.box }` );
		assert.match( JSON.stringify( list ), /"available":4,/ );
	} );

	await t.check( 'Bundles: a component is found by typing and chosen by keys; a quantity that is no number cannot be saved', async () => {
		await finder( page ).fill( 'ribbon' );
		await page.getByRole( 'option', { name: /Ribbon, gold/ } ).waitFor();
		await page.keyboard.press( 'ArrowDown' );
		await page.keyboard.press( 'Enter' );
		await units( page, 'Ribbon, gold' ).fill( '0' );
		await page.getByText( 'At least a part of a unit.' ).waitFor();
		assert.equal( await page.getByRole( 'button', { name: 'Save', exact: true } ).getAttribute( 'aria-disabled' ), 'true' );
		await units( page, 'Ribbon, gold' ).fill( '2.5' );
		await save( page );
		await page.getByRole( 'button', { name: 'Remove Ribbon, gold' } ).click();
		await page.getByRole( 'button', { name: 'Undo changes' } ).click();
		assert.equal( await units( page, 'Ribbon, gold' ).inputValue(), '2.5' );
	} );

	await t.check( 'Bundles: a bundle that would contain itself is refused, and the way round is shown', async () => {
		await visit( page, `&bundle=${ seeded.ids[ 'TS-9' ] }` );
		await finder( page ).click();
		await page.keyboard.type( 'wedding' );
		await page.getByRole( 'option', { name: /Wedding box/ } ).click();
		await units( page, 'Wedding box' ).waitFor();
		await page.getByRole( 'button', { name: 'Save', exact: true } ).click();
		const circle = page.getByRole( 'alert' ).locator( 'ol' );
		await circle.waitFor();
		assert.deepEqual( await circle.locator( 'li' ).allInnerTexts(), [ 'Tea set', 'Wedding box', 'Tea set' ] );
		await page.getByRole( 'button', { name: 'Undo changes' } ).click();
	} );

	await t.check( 'Bundles: when two change the same one, the second sees both lists and chooses', async () => {
		const address = `&bundle=${ made.box }`;
		await visit( page, address );
		await units( page, 'Tea set' ).fill( '3' );
		const other = await visitors.visit( { user: 'clerk' } );
		await visit( other, address );
		await units( other, 'Tea set' ).fill( '2' );
		await save( other );
		await other.context().close();
		await page.getByRole( 'button', { name: 'Save', exact: true } ).click();
		const choice = page.getByRole( 'alertdialog' );
		assert.match( await choice.innerText(), /3 × Tea set[\s\S]*2 × Tea set/ );
		await choice.getByRole( 'button', { name: 'Save mine' } ).click();
		await page.getByTestId( 'saved' ).waitFor();
		assert.match( JSON.stringify( await send( 'GET', `${ items }/${ made.box }/components` ) ), /"name":"Tea set","kind":"bundle","quantity":3,/ );
	} );

	await t.check( 'Bundles: without a connection nothing typed is lost, and Retry saves it', async () => {
		await visit( page, `&bundle=${ made.box }` );
		await units( page, 'Tea set' ).fill( '1' );
		await goOffline( page.context(), true );
		await page.getByRole( 'button', { name: 'Save', exact: true } ).click();
		await page.getByText( 'There is no connection to the shop.' ).first().waitFor();
		assert.equal( await units( page, 'Tea set' ).inputValue(), '1' );
		await goOffline( page.context(), false );
		await page.getByRole( 'button', { name: 'Retry' } ).click();
		await page.getByTestId( 'saved' ).waitFor();
	} );

	await t.check( 'Bundles: saved, but the answer was lost: Retry finds that out, and nobody is blamed', async () => {
		await visit( page, `&bundle=${ made.box }` );
		await units( page, 'Tea set' ).fill( '2' );
		await page.route( /components/, async ( route ) => {
			await route.fetch();
			await route.abort();
		}, { times: 1 } );
		await page.getByRole( 'button', { name: 'Save', exact: true } ).click();
		await page.getByRole( 'button', { name: 'Retry' } ).click();
		await page.getByTestId( 'saved' ).waitFor();
		assert.equal( await page.getByRole( 'alertdialog' ).count(), 0 );
		await units( page, 'Tea set' ).fill( '1' );
		await save( page );
	} );

	await t.check( 'Bundles: an alternative is found by keyboard, an extra stops nothing, and both are kept', async () => {
		const created = await send( 'POST', items, { kind: 'bundle', name: 'Tin and gaiwan', sku: 'TG-1' } );
		const tin = JSON.stringify( created ).match( /"id":(\d+)/ )?.[ 1 ];
		await send( 'PUT', `${ items }/${ tin }/components`, { components: [ { sku: 'TIN-500', quantity: 1 }, { sku: 'GW-02', quantity: 1 } ] } );
		await visit( page, `&bundle=${ tin }` );
		await sets( page, '0' );
		const open = page.getByRole( 'button', { name: 'Add an alternative to Tin, 500 g' } );
		await open.focus();
		await page.keyboard.press( 'Enter' );
		await page.getByRole( 'combobox', { name: 'Alternative to Tin, 500 g' } ).waitFor();
		await page.keyboard.press( 'Escape' );
		assert.ok( await open.evaluate( ( button ) => button === document.activeElement ) );
		await page.keyboard.press( 'Enter' );
		await page.keyboard.type( 'BOX-05' );
		await page.keyboard.press( 'Enter' );
		await sets( page, '34' );
		assert.ok( await open.evaluate( ( button ) => button === document.activeElement ) );
		await page.getByRole( 'checkbox', { name: /^Optional: a set is sold without Gaiwan, celadon/ } ).focus();
		await page.keyboard.press( 'Space' );
		await sets( page, '105' );
		await page.locator( '.wig-bundle-limit' ).getByText( 'Tin, 500 g or Shipping box 5' ).waitFor();
		await save( page );
		await page.reload();
		await sets( page, '105' );
		assert.match( JSON.stringify( await send( 'GET', `${ items }/${ tin }` ) ), /"available":105,/ );
		await page.getByRole( 'button', { name: 'Remove Tin, 500 g' } ).click();
		await units( page, 'Shipping box 5' ).waitFor();
		await page.getByRole( 'checkbox', { name: /^Optional: .* without Shipping box 5/ } ).click();
		await page.getByText( 'All of it is optional.' ).waitFor();
		await page.getByRole( 'button', { name: 'Save', exact: true } ).click();
		await page.getByText( 'at least one component must not be optional' ).first().waitFor();
		await page.getByRole( 'button', { name: 'Undo changes' } ).click();
		await sets( page, '105' );
	} );

	await t.check( 'Bundles: an item tells where it is used, and leads there', async () => {
		await look( page, site, `&item=${ seeded.ids[ 'GW-01' ] }` );
		const side = page.getByRole( 'dialog', { name: 'Gaiwan, white' } );
		await side.getByRole( 'heading', { name: 'Used in' } ).waitFor();
		await side.getByRole( 'link', { name: 'Wedding box' } ).click();
		await sets( page, '4' );
		await page.getByRole( 'link', { name: 'All bundles' } ).click();
		await page.getByRole( 'heading', { name: 'Bundles' } ).waitFor();
		await page.goBack();
		await sets( page, '4' );
	} );

	await t.check( 'Variations: without WooCommerce the screen says whose they are', async () => {
		await page.goto( `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/variations&product=${ seeded.ids[ 'GW-01' ] }`, { waitUntil: 'domcontentloaded' } );
		await page.getByText( 'Variations are kept by WooCommerce, which is not active here.' ).waitFor();
		await page.goto( `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/variations&product=999999`, { waitUntil: 'domcontentloaded' } );
		await page.getByRole( 'button', { name: 'Retry' } ).waitFor();
	} );

	await t.check( 'Bundles: who may not change them sees them, without a way to change', async () => {
		const channel = await visitors.visit( { user: 'channel' } );
		await channel.goto( at( `&bundle=${ made.box }` ), { waitUntil: 'domcontentloaded' } );
		await sets( channel, '4' );
		assert.equal( await channel.locator( '.wig-finder, .wig-bundle-save' ).count(), 0 );
		assert.ok( await units( channel, 'Tea set' ).isDisabled() );
		await channel.context().close();
	} );
	await page.context().close();

	for ( const width of [ 1280, 400 ] ) {
		await t.check( `Bundles: axe finds nothing, and nothing runs out of the page, at ${ width } px`, async () => {
			const visitor = await visitors.visit( { width } );
			const faults: string[] = [];
			const note = async ( where: string ): Promise< void > => {
				faults.push( ...( await faultsOf( visitor ) ).map( ( fault ) => `${ where }: ${ fault }` ) );
				assert.ok( await fits( visitor ), where );
			};
			await visit( visitor );
			await note( 'list' );
			await visitor.getByRole( 'button', { name: 'New bundle' } ).click();
			await note( 'new' );
			await visitor.keyboard.press( 'Escape' );
			await visitor.goto( at( `&bundle=${ made.box }` ), { waitUntil: 'domcontentloaded' } );
			await sets( visitor, '4' );
			await visitor.locator( '.wig-inside summary' ).first().click();
			await finder( visitor ).fill( 'tin' );
			await visitor.getByRole( 'option' ).first().waitFor();
			await note( 'one' );
			assert.deepEqual( faults, [] );
			await visitor.context().close();
		} );
	}
}
