import assert from 'node:assert/strict';
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { buildPluginIfNeeded } from '../../tools/lib/build.ts';
import { inTemporary } from '../../tools/lib/checks.ts';
import type { Native } from '../../tools/lib/native.ts';
import { startPageCache } from '../../tools/lib/nginx.ts';
import { root } from '../../tools/lib/paths.ts';
import { startRedis } from '../../tools/lib/redis.ts';
import type { Report } from '../../tools/lib/report.ts';
import { findBrowser } from '../e2e/browser.ts';
import { early } from './early.ts';
import { race } from './race.ts';
import type { Shop } from './shop.ts';

interface Stage {
	readonly shop: Shop;
	/** The address of the page cache. */
	readonly url: string;
	readonly browser: Browser;
}

interface Seen {
	readonly text: string;
	readonly cache: string;
	readonly cookies: string[];
}

async function get( url: string, headers: Record< string, string > = {} ): Promise< Seen > {
	const answer = await fetch( url, { headers, redirect: 'follow' } );
	return { text: await answer.text(), cache: answer.headers.get( 'x-cache' ) ?? '', cookies: answer.headers.getSetCookie() };
}

const linkOf = async ( shop: Shop, id: number ): Promise< string > => ( await shop.act< { path: string } >( 'link', { id } ) ).path;

/** A page as the cache has it: the second answer comes from there. */
async function cached( url: string ): Promise< string > {
	await get( url );
	const { text, cache } = await get( url );
	assert.equal( cache, 'HIT', url );
	return text;
}

/** Opens a cached page, and holds the answer about stock back until the page was measured. */
async function open( { browser, url }: Stage, path: string ): Promise< { page: Page; answer: () => Promise< number > } > {
	const page = await ( await browser.newContext( { viewport: { width: 1280, height: 900 } } ) ).newPage();
	page.setDefaultTimeout( 60_000 );
	let release = (): void => {};
	const held = new Promise< void >( ( resolve ) => {
		release = resolve;
	} );
	await page.route( /availability/, async ( route ) => {
		await held;
		await route.continue();
	} );
	const response = await page.goto( url + path, { waitUntil: 'load' } );
	assert.equal( response?.headers()[ 'x-cache' ], 'HIT' );
	return {
		page,
		answer: async () => {
			const came = page.waitForResponse( /availability/ );
			const began = Date.now();
			release();
			await came;
			return began;
		},
	};
}

/** Where everything on the page is. */
const places = ( page: Page ): Promise< string[] > =>
	page.evaluate( () => [ ...document.querySelectorAll( 'main *' ) ].map( ( place ) => {
		const { x, y, width, height } = place.getBoundingClientRect();
		return `${ place.tagName }.${ place.getAttribute( 'name' ) ?? '' } ${ [ x, y, width, height ].map( Math.round ).join() }`;
	} ).filter( ( line ) => ! /^(P|SPAN)\./.test( line ) ) );

async function pages( t: Report, stage: Stage, theme: string ): Promise< void > {
	const { shop, url } = stage;

	await t.check( `A cached page tells within a moment that the last unit is gone, nothing moves, and its button does nothing (${ theme })`, async () => {
		const product = await shop.counted( `Last cup (${ theme })`, 1 );
		const path = await linkOf( shop, product );
		assert.match( await cached( url + path ), /<p class="stock in-stock">1 in stock/ );
		assert.equal( ( await shop.order( [ { product_id: product, quantity: 1 } ], { set_paid: true } ) ).status, 201 );
		assert.match( await cached( url + path ), /<p class="stock in-stock">1 in stock/, 'the page is as old as it was' );

		const { page, answer } = await open( stage, path );
		assert.equal( await page.textContent( 'p.stock' ), '1 in stock' );
		const before = await places( page );
		const began = await answer();
		await page.waitForSelector( 'p.stock.out-of-stock >> text=Out of stock' );
		await page.waitForSelector( '.single_add_to_cart_button[aria-disabled=true]' );
		t.note( `${ theme }: the page said so ${ Date.now() - began } ms after it asked` );
		assert.deepEqual( await places( page ), before, 'something moved' );
		assert.equal( await page.getAttribute( 'p.stock', 'role' ), 'status' );
		await page.click( '.single_add_to_cart_button', { force: true } );
		await page.keyboard.press( 'Enter' );
		await page.waitForTimeout( 300 );
		assert.equal( page.url(), url + path );
		const late = await open( stage, path );
		const loaded = Date.now();
		await late.answer();
		await late.page.waitForSelector( 'p.stock.out-of-stock' );
		t.note( `${ theme }: ${ Date.now() - loaded } ms after the page was loaded` );
		await page.context().close();
		await late.page.context().close();
	} );

	await t.check( `A cached list tells which of its products are gone, and asks once for all of them (${ theme })`, async () => {
		const gone = await shop.counted( `Gone (${ theme })`, 1 );
		const here = await shop.counted( `Here (${ theme })`, 1 );
		const { path } = await shop.act< { path: string } >( 'page', { title: 'Offers', content: `[products ids="${ gone },${ here }"]` } );
		await cached( url + path );
		assert.equal( ( await shop.order( [ { product_id: gone, quantity: 1 } ], { set_paid: true } ) ).status, 201 );
		const { page, answer } = await open( stage, path );
		const asked: string[] = [];
		page.on( 'request', ( request ) => request.url().includes( '/availability' ) && asked.push( request.url() ) );
		const before = await places( page );
		await answer();
		const button = await page.waitForSelector( `[data-product_id="${ gone }"][aria-disabled=true]` );
		assert.equal( ( await button.textContent() )?.trim(), 'Out of stock' );
		assert.equal( await page.getAttribute( `[data-product_id="${ here }"]`, 'aria-disabled' ), null );
		assert.deepEqual( await places( page ), before, 'something moved' );
		await button.click( { force: true } );
		await page.waitForTimeout( 300 );
		assert.equal( asked.length, 0, 'asked again' );
		assert.ok( ! ( await page.context().cookies() ).some( ( { name } ) => name === 'woocommerce_items_in_cart' ) );
		await page.context().close();
	} );

	await t.check( `The largest quantity is what is left, and a variation is told when it is chosen (${ theme })`, async () => {
		const few = await shop.counted( `Few (${ theme })`, 9 );
		const path = await linkOf( shop, few );
		await cached( url + path );
		await shop.order( [ { product_id: few, quantity: 6 } ], { set_paid: true } );
		const { page, answer } = await open( stage, path );
		await page.fill( 'form.cart .qty', '5' );
		await answer();
		await page.waitForSelector( 'form.cart .qty[max="3"]' );
		assert.equal( await page.inputValue( 'form.cart .qty' ), '3' );
		await page.context().close();

		const parent = await shop.product( { type: 'variable', name: `Cups (${ theme })`, attributes: { Colour: [ 'Red', 'Blue' ] } } );
		const red = ( await shop.act< { id: number } >( 'variation', { parent, attributes: { colour: 'Red' }, manage_stock: true, stock_quantity: 2 } ) ).id;
		await shop.act( 'variation', { parent, attributes: { colour: 'Blue' }, manage_stock: true, stock_quantity: 8 } );
		await shop.act( 'change', { id: parent, props: { name: `Cups! (${ theme })` } } );
		const family = await linkOf( shop, parent );
		await cached( url + family );
		await shop.order( [ { product_id: parent, variation_id: red, quantity: 2 } ], { set_paid: true } );
		const chooser = await open( stage, family );
		await chooser.answer();
		await chooser.page.selectOption( 'select[name=attribute_colour]', 'Red' );
		await chooser.page.waitForSelector( '.woocommerce-variation-availability .out-of-stock >> text=Out of stock' );
		await chooser.page.waitForSelector( '.single_add_to_cart_button[aria-disabled=true]' );
		await chooser.page.selectOption( 'select[name=attribute_colour]', 'Blue' );
		await chooser.page.waitForSelector( '.woocommerce-variation-availability .in-stock >> text=8 in stock' );
		await chooser.page.waitForSelector( '.single_add_to_cart_button:not([aria-disabled])' );
		await chooser.page.context().close();
	} );

	await t.check( `The add-to-cart of an old page is refused in clear words (${ theme })`, async () => {
		const product = await shop.counted( `Held cup (${ theme })`, 2 );
		const path = await linkOf( shop, product );
		// Not sold yet, but promised to an order that is being paid: WooCommerce's own check does not see that.
		assert.equal( ( await shop.order( [ { product_id: product, quantity: 1 } ] ) ).status, 201 );
		const put = async ( quantity: number ): Promise< Seen > => get( `${ url }${ path }?add-to-cart=${ product }&quantity=${ quantity }` );
		const more = await put( 2 );
		assert.match( more.text, /Only 1 left of “Held cup/ );
		assert.ok( ! more.cookies.some( ( cookie ) => cookie.startsWith( 'woocommerce_items_in_cart=1' ) ) );
		assert.ok( ( await put( 1 ) ).cookies.some( ( cookie ) => cookie.startsWith( 'woocommerce_items_in_cart=1' ) ) );
		assert.equal( ( await shop.order( [ { product_id: product, quantity: 1 } ] ) ).status, 201 );
		assert.match( ( await put( 1 ) ).text, /“Held cup [^”]*” has just sold out/ );
	} );
}

async function withoutGuard( t: Report, { shop, url }: Stage ): Promise< void > {
	await t.check( 'WooCommerce alone puts into the cart what is promised to somebody else, and its cached page stays wrong', async () => {
		const product = await shop.counted( 'Core cup', 1 );
		const path = await linkOf( shop, product );
		await shop.act( 'plugin', { active: false } );
		try {
			await shop.act( 'hold', { order: ( await shop.act< { id: number } >( 'order', { lines: [ { id: product, quantity: 1 } ] } ) ).id } );
			const { cookies } = await get( `${ url }${ path }?add-to-cart=${ product }` );
			assert.ok( cookies.some( ( cookie ) => cookie.startsWith( 'woocommerce_items_in_cart=1' ) ) );
			assert.doesNotMatch( await cached( url + path ), /wigShop/ );
		} finally {
			await shop.act( 'plugin', { active: true } );
		}
	} );
}

/** Which pages the page cache plugins are told of, and what Site Health says of them. */
async function purges( t: Report, { shop, url }: Stage, native: Native ): Promise< void > {
	const everybody = ( ...ids: number[] ): string[] => ids.flatMap( ( id ) => [ 'rocket', 'w3tc', 'super', 'litespeed' ].map( ( by ) => `${ by } ${ id }` ) ).sort();
	const told = async (): Promise< string[] > => ( await shop.act< string[] >( 'told' ) ).sort();

	await t.check( 'Page caches drop a page when its stock status changes, that of the parent too, and not at each sale', async () => {
		const product = await shop.counted( 'Purged', 3 );
		const parent = await shop.product( { type: 'variable', name: 'Purged cups', attributes: { Colour: [ 'Red' ] } } );
		const red = ( await shop.act< { id: number } >( 'variation', { parent, attributes: { colour: 'Red' }, manage_stock: true, stock_quantity: 2 } ) ).id;
		const sell = ( line: object ): Promise< unknown > => shop.order( [ { quantity: 1, ...line } ], { set_paid: true } );
		await told();
		await sell( { product_id: product } );
		await sell( { product_id: parent, variation_id: red } );
		assert.deepEqual( ( await told() ).filter( ( line ) => ! line.startsWith( 'cleaned' ) ), [] );
		await sell( { product_id: product } );
		assert.deepEqual( await told(), [], 'nothing that page caches listen to by themselves' );
		await sell( { product_id: product } );
		assert.deepEqual( ( await told() ).filter( ( line ) => ! line.startsWith( 'cleaned' ) ), everybody( product ) );
		await sell( { product_id: parent, variation_id: red } );
		const last = new Set( ( await told() ).filter( ( line ) => ! line.startsWith( 'cleaned' ) ) );
		assert.deepEqual( [ ...last ].sort(), [ ...everybody( parent ), `litespeed ${ red }` ].sort() );
	} );

	await t.check( 'Site Health names the page caches, and whether a shopper would see old stock', async () => {
		const health = async (): Promise< { label: string; description: string } > => {
			const answer = await fetch( `${ url }/wp-json/woo-inventory-guard/v1/site-health/pages`, { headers: { Authorization: `Basic ${ Buffer.from( `${ native.admin.user }:${ native.admin.appPassword }` ).toString( 'base64' ) }` } } );
			assert.equal( answer.status, 200, await answer.clone().text() );
			return ( await answer.json() ) as { label: string; description: string };
		};
		const product = await shop.counted( 'Looked at', 1 );
		await cached( url + ( await linkOf( shop, product ) ) );
		await shop.order( [ { product_id: product, quantity: 1 } ], { set_paid: true } );
		const old = await health();
		assert.match( old.label, /come from a cache, and are put right/ );
		assert.match( old.description, /WP Rocket, W3 Total Cache, WP Super Cache, LiteSpeed Cache/ );
		const fresh = await shop.counted( 'Not cached yet', 1 );
		await shop.order( [ { product_id: fresh, quantity: 1 } ], { set_paid: true } );
		assert.match( ( await health() ).label, /show the present stock/ );
	} );
}

/** With Redis as object cache and nginx as page cache in front, both really running. */
export async function cachedPages( t: Report, shop: Shop, native: Native ): Promise< void > {
	await early( t, shop, native );
	const executablePath = findBrowser();
	if ( executablePath === null ) {
		t.skip( 'Cached pages', 'There is no Chromium. On Debian: apt-get install chromium' );
		return;
	}
	await buildPluginIfNeeded();
	const content = join( native.dir, 'wp-content' );
	const planted = [ 'object-cache.php', 'mu-plugins/wig-proxy.php', 'themes/wig-classic', 'mu-plugins/wig-page-caches.php' ].map( ( name ) => join( content, name ) );
	const [ dropIn = '', proxy = '', theme = '', pageCaches = '' ] = planted;
	await inTemporary( async ( dir ) => {
		const redis = await startRedis( join( dir, 'redis' ) );
		writeFileSync( dropIn, `<?php\ndefine( 'WIG_REDIS_PORT', ${ redis.port } );\nrequire '${ join( root, 'tests/shop/php/object-cache.php' ) }';\n` );
		writeFileSync( proxy, `<?php\nrequire '${ join( root, 'tests/shop/php/proxy.php' ) }';\n` );
		cpSync( join( root, 'tests/shop/php/classic' ), theme, { recursive: true } );
		const nginx = await startPageCache( join( dir, 'nginx' ), native.url );
		const browser = await chromium.launch( { executablePath, args: [ '--headless', '--no-sandbox', '--disable-gpu' ] } );
		const stage: Stage = { shop, url: nginx.url, browser };
		try {
			await t.check( '20 buyers at once with Redis as object cache, at both doors: exactly what there is is sold', async () => {
				for ( const door of [ 'block checkout', 'REST v3' ] ) {
					const product = await shop.counted( `Redis cup ${ door }`, 7 );
					const { sold, refused, errors } = await race( shop, door, product, 20 );
					assert.deepEqual( [ sold, refused.length, errors.length ], [ 7, 13, 0 ] );
					assert.deepEqual( await shop.stock( product ), { stock: 0, status: 'outofstock', lookup: 0, lookup_status: 'outofstock', hidden: true, in_stock: false } );
					assert.equal( await shop.problems(), '' );
				}
			} );
			await withoutGuard( t, stage );
			for ( const name of [ 'twentytwentyfive', 'wig-classic' ] ) {
				await shop.act( 'theme', { name } );
				await pages( t, stage, name );
			}
			await t.check( 'A page without products has no script of ours', async () => {
				const { path } = await shop.act< { path: string } >( 'page', { title: 'About us', content: 'Tea since 1870.' } );
				assert.doesNotMatch( ( await get( nginx.url + path ) ).text, /woo-inventory-guard/ );
			} );
			await shop.act( 'theme', { name: 'twentytwentyfive' } );
			writeFileSync( pageCaches, `<?php\nrequire '${ join( root, 'tests/shop/php/page-caches.php' ) }';\n` );
			await purges( t, stage, native );
		} finally {
			await browser.close();
			await nginx.stop();
			planted.filter( existsSync ).forEach( ( file ) => rmSync( file, { recursive: true } ) );
			await redis.stop();
		}
	} );
}
