import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { Native } from '../../tools/lib/native.ts';
import type { Report } from '../../tools/lib/report.ts';
import { faultsOf, findBrowser, goOffline, Visitors } from '../e2e/browser.ts';
import { openTab, panelOf, pressTab, productScreen, readMovements, see } from './panel-acts.ts';
import { productList } from './product-list.ts';
import type { Shop } from './shop.ts';

const field = ( panel: Locator, name: string ): Locator => panel.getByRole( 'textbox', { name } );
const save = ( panel: Locator ): Locator => panel.getByRole( 'button', { name: 'Save', exact: true } );

/** The product screen in a real browser. */
export async function panel( t: Report, shop: Shop, native: Native ): Promise< void > {
	const executablePath = findBrowser();
	if ( executablePath === null ) {
		t.skip( 'The product screen in a real browser', 'there is no Chromium here' );
		return;
	}
	const visitors = await Visitors.arrive( native, executablePath );
	try {
		const page = await visitors.visit();
		await product( t, shop, native, page );
		await variations( t, shop, native, page );
		await rights( t, shop, native, visitors );
		await productList( t, shop, native, page );
		await t.check( 'Browsers had nothing to complain about in the panel', () =>
			assert.deepEqual( visitors.complaints.filter( ( line ) => line.includes( 'woo-inventory-guard' ) ), [] )
		);
	} finally {
		await visitors.leave();
	}
}

async function product( t: Report, shop: Shop, native: Native, page: Page ): Promise< void > {
	await t.check( 'The tab shows the four numbers, for which order units are kept, and what has happened', async () => {
		const id = await shop.counted( 'Kettle, copper', 12, { low_stock_amount: 4 } );
		const order = await shop.order( [ { product_id: id, quantity: 3 } ] );
		const panel = await openTab( page, native, id );
		assert.deepEqual( await panel.locator( '.wig-numbers dd .wig-amount' ).allInnerTexts(), [ '12', '3', '9', '0' ] );
		assert.match( ( await panel.getByRole( 'link', { name: new RegExp( `${ String( order.body.id ) }` ) } ).getAttribute( 'href' ) ) ?? '', new RegExp( `(post|id)=${ String( order.body.id ) }` ) );
		await panel.getByText( 'First count' ).waitFor();
		await panel.getByText( 'Set for this item.' ).waitFor();
		await see( page, 'tab-1280' );
	} );

	await t.check( 'An adjustment is saved at once with its reason; WooCommerce\'s field follows, and updating the product changes nothing', async () => {
		const id = await shop.counted( 'Kettle, iron', 12 );
		const panel = await openTab( page, native, id );
		await field( panel, 'Change by' ).fill( '-2' );
		await panel.getByLabel( 'Reason' ).selectOption( 'damaged' );
		await field( panel, 'Note' ).fill( 'dented' );
		await save( panel ).click();
		await panel.locator( '.wig-history' ).getByText( 'dented' ).waitFor();
		assert.deepEqual( await panel.locator( '.wig-numbers dd .wig-amount' ).allInnerTexts(), [ '10', '0', '10', '0' ] );
		assert.deepEqual( [ await page.inputValue( '#_stock' ), await page.inputValue( '[name="_original_stock"]' ) ], [ '10', '10' ] );
		await Promise.all( [ page.waitForURL( /message=/ ), page.click( '#publish' ) ] );
		assert.equal( ( await shop.stock( id ) ).stock, 10 );
		assert.deepEqual( await readMovements( shop, id ), [ [ 'damaged', -2, 'dented' ], [ 'opening', 12, 'Taken over from WooCommerce.' ] ] );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'The terms of sale are fields of the tab, saved with the product', async () => {
		const id = await shop.counted( 'Kettle, terms', 12, { backorders: 'notify' } );
		await openTab( page, native, id );
		await page.fill( '#wig_backorder_limit', '5' );
		await page.fill( '#wig_most_per_customer', '2' );
		await Promise.all( [ page.waitForURL( /message=/ ), page.click( '#publish' ) ] );
		await openTab( page, native, id );
		assert.deepEqual( [ await page.inputValue( '#wig_backorder_limit' ), await page.inputValue( '#wig_most_per_customer' ) ], [ '5', '2' ] );
		await page.getByRole( 'button', { name: 'Change: Backorders' } ).click();
		await page.locator( '#inventory_product_data' ).waitFor();
		assert.equal( await page.evaluate( () => document.activeElement?.getAttribute( 'name' ) ), '_backorders' );
		await page.getByRole( 'link', { name: 'See what is reserved, and adjust with a reason' } ).click();
		await panelOf( page ).waitFor();
	} );

	await t.check( 'Somebody sold units while a person was counting: both numbers are shown, and the person decides', async () => {
		const id = await shop.counted( 'Kettle, counted', 10 );
		const panel = await openTab( page, native, id );
		const count = async (): Promise< void > => {
			await panel.getByText( 'I counted' ).click();
			await field( panel, 'Counted number' ).fill( '8' );
		};
		await count();
		await shop.act( 'sell_elsewhere', { id, units: 3 } );
		await save( panel ).click();
		await panel.getByText( 'it was 10, now it is 7' ).waitFor();
		await see( page, 'conflict' );
		await panel.getByRole( 'button', { name: '7, leave it' } ).click();
		assert.equal( ( await shop.stock( id ) ).stock, 7 );
		await count();
		await shop.act( 'sell_elsewhere', { id, units: 1 } );
		await save( panel ).click();
		await panel.getByRole( 'button', { name: '8, as I counted' } ).click();
		await panel.locator( '.wig-history' ).getByText( 'Counted' ).waitFor();
		assert.equal( ( await shop.stock( id ) ).stock, 8 );
		assert.equal( await page.inputValue( '#_stock' ), '8' );
	} );

	await t.check( 'A number typed into WooCommerce\'s own field stays while the books move, and is refused as old', async () => {
		const id = await shop.counted( 'Kettle, both', 10 );
		const panel = await openTab( page, native, id );
		await page.evaluate( () => document.querySelector< HTMLElement >( '.product_data_tabs a[href="#inventory_product_data"]' )?.click() );
		await page.fill( '#_stock', '20' );
		await openTab( page );
		await field( panel, 'Change by' ).fill( '1' );
		await save( panel ).click();
		await panel.locator( '.wig-history' ).getByText( 'Received' ).waitFor();
		assert.deepEqual( [ await page.inputValue( '#_stock' ), await page.inputValue( '[name="_original_stock"]' ) ], [ '20', '10' ] );
		await Promise.all( [ page.waitForURL( /message=/ ), page.click( '#publish' ) ] );
		assert.equal( ( await shop.stock( id ) ).stock, 11 );
	} );

	await t.check( 'A lost connection keeps what was typed; Retry saves it once; leaving the page with it is asked about', async () => {
		const id = await shop.counted( 'Kettle, offline', 10 );
		const panel = await openTab( page, native, id );
		await field( panel, 'Change by' ).fill( '5' );
		await field( panel, 'Note' ).fill( 'box 2' );
		await goOffline( page.context(), true );
		await save( panel ).click();
		await panel.getByText( 'There is no connection to the shop.' ).waitFor();
		assert.deepEqual( [ await field( panel, 'Change by' ).inputValue(), await field( panel, 'Note' ).inputValue() ], [ '5', 'box 2' ] );
		await goOffline( page.context(), false );
		const asked = new Promise< string >( ( done ) => {
			page.once( 'dialog', ( dialog ) => {
				done( dialog.type() );
				void dialog.dismiss();
			} );
		} );
		await page.evaluate( () => setTimeout( () => window.location.reload() ) );
		assert.equal( await asked, 'beforeunload' );
		await panel.getByRole( 'button', { name: 'Retry' } ).click();
		await panel.locator( '.wig-history' ).getByText( 'box 2' ).waitFor();
		assert.equal( ( await shop.stock( id ) ).stock, 15 );
		assert.equal( ( await readMovements( shop, id ) ).length, 2 );
	} );

	await t.check( 'Numbers that cannot be had are said to be missing, and Retry gets them', async () => {
		const id = await shop.counted( 'Kettle, unreachable', 6 );
		await page.route( /v1\/items\/\d+(\?|$)/, ( route ) => route.abort() );
		const panel = await openTab( page, native, id, '.wig-failure' );
		await page.unroute( /v1\/items\/\d+(\?|$)/ );
		await panel.getByRole( 'button', { name: 'Retry' } ).first().click();
		await panel.locator( '.wig-history-line' ).first().waitFor();
		assert.equal( await panel.locator( '.wig-failure' ).count(), 0 );
	} );

	await t.check( 'By keyboard alone: to the tab, to the number, saved with Enter, and the product is not sent', async () => {
		const id = await shop.counted( 'Kettle, keyboard', 10 );
		await productScreen( page, native, id );
		const panel = panelOf( page );
		await pressTab( page, panel.locator( '.wig-history-line' ).first(), async ( tab ) => {
			await tab.focus();
			await page.keyboard.press( 'Enter' );
		} );
		for ( let presses = 0; presses < 30 && ! ( await field( panel, 'Change by' ).evaluate( ( input ) => input === document.activeElement ) ); presses++ ) {
			await page.keyboard.press( 'Tab' );
		}
		await page.keyboard.type( '4' );
		await page.keyboard.press( 'Enter' );
		await panel.locator( '.wig-history' ).getByText( 'Received' ).waitFor();
		assert.equal( ( await shop.stock( id ) ).stock, 14 );
		assert.doesNotMatch( page.url(), /message=/ );
	} );

	await t.check( 'A bundle shows what it is made of and what runs out first', async () => {
		const [ cup, tray, set ] = [ await shop.counted( 'Cup, panel', 60 ), await shop.counted( 'Tray, panel', 4 ), await shop.product( { name: 'Tea set, panel' } ) ];
		assert.equal( ( await shop.act< { status: number } >( 'panel_bundle', { product: set, of: { [ cup ]: 2, [ tray ]: 1 } } ) ).status, 200 );
		const panel = await openTab( page, native, set, '.wig-small-table tbody tr' );
		assert.deepEqual( ( await panel.locator( '.wig-small-table tbody tr' ).allInnerTexts() ).map( ( row ) => row.replace( /\s+/g, ' ' ) ), [ 'Cup, panel 2 60 30 sets', 'Tray, panel runs out first 1 4 4 sets' ] );
		assert.equal( await save( panel ).count(), 0 );
		await see( page, 'bundle' );
	} );

	await t.check( 'A product that counts nothing, and one that is not saved yet, say what to do', async () => {
		const panel = await openTab( page, native, await shop.product( { name: 'Kettle, uncounted' } ), '.wig-panel-empty' );
		await panel.getByRole( 'button', { name: 'Open the tab Inventory' } ).click();
		assert.equal( await page.evaluate( () => document.activeElement?.id ), '_manage_stock' );
		await page.goto( `${ native.url }/wp-admin/post-new.php?post_type=product`, { waitUntil: 'domcontentloaded' } );
		await pressTab( page, page.getByText( 'The inventory knows this product as soon as it is saved.' ) );
	} );

	for ( const width of [ 1280, 400 ] ) {
		await t.check( `axe finds nothing at all in the tab at ${ width } px, and nothing runs out of it`, async () => {
			const id = await shop.counted( `Kettle, axe ${ width }`, 12, { low_stock_amount: 20 } );
			await shop.order( [ { product_id: id, quantity: 3 } ] );
			await page.setViewportSize( { width, height: 900 } );
			const panel = await openTab( page, native, id );
			await see( page, `tab-${ width }` );
			assert.deepEqual( await faultsOf( page, '.wig-panel' ), [] );
			await field( panel, 'Change by' ).fill( 'x' );
			await save( panel ).click();
			await panel.getByText( 'This is not a number.' ).waitFor();
			assert.deepEqual( await faultsOf( page, '.wig-panel' ), [] );
			assert.ok( await panel.evaluate( ( place ) => place.scrollWidth <= place.clientWidth && place.getBoundingClientRect().right <= window.innerWidth ) );
			await field( panel, 'Change by' ).fill( '' );
			await page.setViewportSize( { width: 1280, height: 900 } );
		} );
	}
}

async function variations( t: Report, shop: Shop, native: Native, page: Page ): Promise< void > {
	await t.check( 'A variation asks for its numbers when it is opened, also after WooCommerce has loaded the variations anew', async () => {
		const parent = await shop.product( { name: 'Scarf, panel', type: 'variable', attributes: { Colour: [ 'Blue', 'Red' ] } } );
		const blue = ( await shop.act< { id: number } >( 'variation', { parent, attributes: { colour: 'Blue' }, manage_stock: true, stock_quantity: 3 } ) ).id;
		await shop.act( 'variation', { parent, attributes: { colour: 'Red' }, manage_stock: true, stock_quantity: 5 } );
		const asked: string[] = [];
		page.on( 'request', ( request ) => {
			if ( /items\/\d+(\?|$)/.test( request.url() ) ) {
				asked.push( request.url() );
			}
		} );
		await productScreen( page, native, parent );
		await pressTab( page, panelOf( page ).getByRole( 'link', { name: 'All of them as a matrix' } ) );
		asked.length = 0;
		await panelOf( page ).getByRole( 'button', { name: 'See the variations' } ).click();
		const row = page.locator( '.woocommerce_variation' ).filter( { has: page.locator( `input[value="${ blue }"]` ) } ).first();
		await row.waitFor();
		assert.deepEqual( asked, [] );
		const open = async (): Promise< Locator > => {
			await row.locator( 'h3' ).click( { position: { x: 300, y: 12 } } );
			const panel = row.locator( '.wig-panel' );
			// Not before somebody comes near it.
			await panel.scrollIntoViewIfNeeded();
			await panel.locator( '.wig-history-line' ).first().waitFor();
			return panel;
		};
		const panel = await open();
		assert.equal( asked.length, 1 );
		await field( panel, 'Change by' ).fill( '2' );
		assert.equal( await page.locator( '.variation-needs-update' ).count(), 0 );
		await save( panel ).click();
		await panel.locator( '.wig-history' ).getByText( 'Received' ).waitFor();
		assert.equal( ( await shop.stock( blue ) ).stock, 5 );
		assert.equal( await row.locator( 'input[name^="variable_stock["]' ).inputValue(), '5' );
		assert.equal( await page.locator( '.variation-needs-update' ).count(), 0 );
		await see( page, 'variation', row );
		assert.deepEqual( await faultsOf( page, '.woocommerce_variation .wig-panel' ), [] );
		// A price is changed: WooCommerce saves and loads the variations anew.
		await row.locator( 'input[name^="variable_regular_price["]' ).fill( '12' );
		await row.locator( '[name^="wig_variation["][name$="[safety_stock]"]' ).fill( '1' );
		await page.locator( 'button.save-variation-changes' ).click();
		await page.waitForFunction( () => document.querySelectorAll( '.wig-panel .wig-numbers' ).length === 0 );
		const again = await open();
		assert.deepEqual( await again.locator( '.wig-numbers dd .wig-amount' ).allInnerTexts(), [ '5', '0', '5', '0' ] );
		assert.equal( ( await shop.stock( blue ) ).stock, 5 );
		assert.equal( await row.locator( '[name^="wig_variation["][name$="[safety_stock]"]' ).inputValue(), '1' );
	} );
}

async function rights( t: Report, shop: Shop, native: Native, visitors: Visitors ): Promise< void > {
	await t.check( 'Who may only look sees the numbers and changes nothing; who may not look has no tab, no column and no script', async () => {
		const id = await shop.counted( 'Kettle, rights', 12 );
		await shop.act( 'panel_person', { name: 'panel-looker', rights: [ 'wig_view_inventory' ] } );
		await shop.act( 'panel_person', { name: 'panel-stranger', rights: [] } );
		const looker = await visitors.visit( { user: 'panel-looker' } );
		const panel = await openTab( looker, native, id );
		assert.equal( await panel.locator( '.wig-adjust' ).count(), 0 );
		assert.equal( await looker.locator( '#wig_safety_stock' ).isDisabled(), true );
		await looker.context().close();
		const stranger = await visitors.visit( { user: 'panel-stranger' } );
		await productScreen( stranger, native, id );
		assert.equal( await stranger.locator( '#wig_product_data, .wig-recorded, script[src*="product-panel"]' ).count(), 0 );
		await stranger.goto( `${ native.url }/wp-admin/edit.php?post_type=product`, { waitUntil: 'domcontentloaded' } );
		assert.equal( await stranger.locator( '.column-wig_available' ).count(), 0 );
		await stranger.context().close();
	} );

	await t.check( 'The script is loaded where a product is edited and nowhere else', async () => {
		const page = await visitors.visit();
		for ( const path of [ 'edit.php?post_type=product', 'post-new.php', 'post-new.php?post_type=shop_coupon', 'index.php' ] ) {
			await page.goto( `${ native.url }/wp-admin/${ path }`, { waitUntil: 'domcontentloaded' } );
			assert.equal( await page.locator( 'script[src*="product-panel"], link[href*="product-panel"]' ).count(), 0, path );
		}
		await page.context().close();
	} );
}
