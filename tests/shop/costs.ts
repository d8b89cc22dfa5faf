import assert from 'node:assert/strict';
import type { Native } from '../../tools/lib/native.ts';
import type { Report } from '../../tools/lib/report.ts';
import type { Shop } from './shop.ts';

/** A page of a shop, as WooCommerce divides it. */
const A_PAGE = 16;

/** What a page costs the database. Numbers of questions are the same on every machine; times are for the bench. */
export async function costs( t: Report, shop: Shop, native: Native ): Promise< void > {
	const asked = async ( path: string, headers: Record< string, string > ): Promise< number > => {
		let count = NaN;
		// The first fill what WordPress and WooCommerce keep for later.
		for ( let round = 0; round < 3; round++ ) {
			const text = await ( await fetch( native.url + path, { headers: { 'X-Count': '1', ...headers } } ) ).text();
			count = Number( /<!-- (\d+) questions -->$/.exec( text )?.[ 1 ] );
			assert.ok( text.includes( 'Clay pot 1<' ) || text.includes( '"Clay pot 1"' ), `No products: ${ text.slice( 0, 500 ) }` );
		}
		return count;
	};
	const more = async ( path: string ): Promise< number > => ( await asked( path, {} ) ) - ( await asked( path, { 'X-Without': '1' } ) );

	const category = ( await shop.rest( 'POST', '/wc/v3/products/categories', { name: 'Clay' } ) ).body as { id: number; slug: string };
	const inside = { category_ids: [ category.id ] };
	const pots: number[] = [];
	for ( let n = 1; n <= A_PAGE - 4; n++ ) {
		pots.push( await shop.counted( `Clay pot ${ n }`, 10 + n, inside ) );
	}
	for ( const name of [ 'Clay lid', 'Clay tray' ] ) {
		const parent = await shop.product( { name, type: 'variable', attributes: { Size: [ 'S', 'L' ] }, ...inside } );
		for ( const size of [ 'S', 'L' ] ) {
			await shop.act( 'variation', { parent, attributes: { size }, manage_stock: true, stock_quantity: 4 } );
		}
	}
	await shop.product( { name: 'Clay lesson', ...inside } );
	const { id: set } = await shop.act< { id: number } >( 'bundle', { name: 'Clay set', parts: [ { id: pots[ 0 ], quantity: 2 } ] } );
	await shop.act( 'change', { id: set, props: inside } );

	const content = `<!-- wp:shortcode -->[products limit="${ A_PAGE }" category="${ category.slug }"]<!-- /wp:shortcode -->`;
	const { path: shortcode } = await shop.act< { path: string } >( 'page', { title: 'Clay by shortcode', content } );
	const pages: Readonly< Record< string, string > > = {
		'its category': `/?product_cat=${ category.slug }`,
		'a shortcode': shortcode,
		'the Store API': `/wp-json/wc/store/v1/products?per_page=${ A_PAGE }&category=${ category.id }`,
	};

	for ( const [ where, path ] of Object.entries( pages ) ) {
		await t.check( `A page of ${ A_PAGE } products, variations and a bundle among them, asks one question more with the guard (${ where })`, async () => {
			const questions = await more( path );
			assert.ok( questions <= 1, `${ questions } more` );
		} );
	}

	await shop.order( pots.slice( 0, 5 ).map( ( id ) => ( { product_id: id, quantity: 2 } ) ) );
	for ( const [ where, path ] of Object.entries( pages ) ) {
		await t.check( `Where something is held of five of them it asks two (${ where })`, async () => {
			const questions = await more( path );
			assert.ok( questions <= 2, `${ questions } more` );
		} );
	}

	await shop.act( 'limit', { product: pots[ 6 ], most_per_order: 3 } );
	for ( const [ where, path ] of Object.entries( pages ) ) {
		await t.check( `Where the shop has limits it asks no more than three (${ where })`, async () => {
			const questions = await more( path );
			assert.ok( questions <= 3, `${ questions } more` );
		} );
	}

	await t.check( 'What is held is told on the page, and the next look knows better', async () => {
		const most = async (): Promise< unknown > => {
			const { body } = await shop.send( 'GET', `/wp-json/wc/store/v1/products?include=${ pots[ 4 ] },${ pots[ 5 ] }&orderby=id&order=asc` );
			return ( body.list as { add_to_cart: { maximum: number } }[] ).map( ( product ) => product.add_to_cart.maximum );
		};
		assert.deepEqual( await most(), [ 13, 16 ] );
		await shop.order( [ { product_id: pots[ 5 ], quantity: 6 } ] );
		assert.deepEqual( await most(), [ 13, 10 ] );
	} );
}
