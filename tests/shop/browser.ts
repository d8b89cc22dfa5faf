import assert from 'node:assert/strict';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Native } from '../../tools/lib/native.ts';
import type { Report } from '../../tools/lib/report.ts';
import { findBrowser } from '../e2e/browser.ts';
import { address, type Shop } from './shop.ts';

/** A shopper with the product in the cart; nobody is signed in. */
async function withCart( browser: Browser, native: Native, product: number, units = 1 ): Promise< Page > {
	const context = await browser.newContext( { viewport: { width: 1280, height: 1000 }, reducedMotion: 'reduce' } );
	const page = await context.newPage();
	// Generous: a machine that runs other tests beside is slow, not wrong.
	page.setDefaultTimeout( 60_000 );
	await page.goto( `${ native.url }/?add-to-cart=${ product }&quantity=${ units }`, { waitUntil: 'domcontentloaded' } );
	return page;
}

const pageOf = async ( shop: Shop, name: string ): Promise< string > =>
	`/?page_id=${ ( await shop.sql( `SELECT option_value FROM {p}options WHERE option_name = 'woocommerce_${ name }_page_id'` ) )[ 0 ]?.option_value ?? '' }`;

/** The rival: pays for the last unit while the shopper is still typing. */
async function somebodyBuysIt( shop: Shop, product: number ): Promise< void > {
	assert.equal( ( await shop.order( [ { product_id: product, quantity: 1 } ], { set_paid: true } ) ).status, 201 );
}

/** When the other one comes: while the shopper types, or between the last look at the cart and the order (see helper.php). */
const moments = [
	[ 'bought while they typed', 1, '-' ],
	[ 'bought in the same moment', 2, 'Only 1 left of' ],
] as const;

async function somebodyIsFaster( shop: Shop, page: Page, product: number, units: number ): Promise< void > {
	return units === 1 ? somebodyBuysIt( shop, product ) : page.setExtraHTTPHeaders( { 'X-Rival': `${ product }:1` } );
}

const typed = { first_name: 'Mei', last_name: 'Lin', address_1: address.address_1, city: address.city, postcode: address.postcode };

/** What a shopper sees when somebody else was a moment faster. */
export async function shopper( t: Report, shop: Shop, native: Native ): Promise< void > {
	const executablePath = findBrowser();
	if ( executablePath === null ) {
		t.skip( 'The shopper in a real browser', 'there is no Chromium here' );
		return;
	}
	const browser = await chromium.launch( { executablePath, args: [ '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync' ] } );
	try {
		await t.check( 'The last unit is bought by somebody else: the cart says so', async () => {
			const product = await shop.counted( 'Hourglass', 1 );
			const page = await withCart( browser, native, product );
			await somebodyBuysIt( shop, product );
			await page.goto( native.url + ( await pageOf( shop, 'cart' ) ), { waitUntil: 'domcontentloaded' } );
			await page.waitForFunction( () => /Hourglass.*(out of stock|not in stock)/i.test( document.body.innerText ) );
			await page.context().close();
		} );

		await t.check( 'The same in the classic cart', async () => {
			const pages = await shop.act< { cart: number; checkout: number } >( 'classic_page' );
			const product = await shop.counted( 'Sandglass', 1 );
			const page = await withCart( browser, native, product );
			await somebodyBuysIt( shop, product );
			await page.goto( `${ native.url }/?page_id=${ pages.cart }`, { waitUntil: 'domcontentloaded' } );
			await page.waitForFunction( () => /Sandglass. is not in stock/i.test( document.body.innerText ) );
			await page.context().close();
		} );

		for ( const [ moment, units, words ] of moments ) {
			await t.check( `The same at the block checkout, ${ moment }: told kindly, and everything that was typed is still there`, async () => {
				const product = await shop.counted( 'Barometer', units );
				const page = await withCart( browser, native, product, units );
				await page.goto( native.url + ( await pageOf( shop, 'checkout' ) ), { waitUntil: 'domcontentloaded' } );
				await page.fill( '#email', address.email );
				for ( const [ field, value ] of Object.entries( typed ) ) {
					await page.fill( `#billing-${ field }`, value );
				}
				// The form tells the server what was typed, and may be drawn anew by the answer.
				await page.waitForLoadState( 'networkidle' );
				await somebodyIsFaster( shop, page, product, units );
				await page.click( '.wc-block-components-checkout-place-order-button' );
				await page.waitForFunction( ( [ source ] ) => new RegExp( source ?? '', 'i' ).test( document.body.innerText ), [ `Barometer.*(out of stock)|${ words } “Barometer”` ] );
				assert.equal( await page.inputValue( '#email' ), address.email );
				for ( const [ field, value ] of Object.entries( typed ) ) {
					assert.equal( await page.inputValue( `#billing-${ field }` ), value, field );
				}
				await page.context().close();
			} );

			await t.check( `The same at the classic checkout, ${ moment }`, async () => {
				const pages = await shop.act< { cart: number; checkout: number } >( 'classic_page' );
				const product = await shop.counted( 'Sundial', units );
				const page = await withCart( browser, native, product, units );
				await page.goto( `${ native.url }/?page_id=${ pages.checkout }`, { waitUntil: 'domcontentloaded' } );
				const fields = { ...typed, phone: address.phone, email: address.email };
				for ( const [ field, value ] of Object.entries( fields ) ) {
					await page.fill( `#billing_${ field }`, value );
				}
				await page.fill( '#order_comments', 'Please ring twice.' );
				await page.waitForLoadState( 'networkidle' );
				await somebodyIsFaster( shop, page, product, units );
				await page.click( '#place_order' );
				await page.waitForFunction( ( [ source ] ) => new RegExp( source ?? '', 'i' ).test( document.body.innerText ), [ `Sundial. is not in stock|${ words } “Sundial”` ] );
				for ( const [ field, value ] of Object.entries( fields ) ) {
					assert.equal( await page.inputValue( `#billing_${ field }` ), value, field );
				}
				assert.equal( await page.inputValue( '#order_comments' ), 'Please ring twice.' );
				await page.context().close();
			} );
		}
	} finally {
		await browser.close();
	}
}
