import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Native } from '../../tools/lib/native.ts';
import type { Report } from '../../tools/lib/report.ts';
import type { Shop } from './shop.ts';

const ROUTE = '/woo-inventory-guard/v1/availability';

interface Said {
	readonly status: number;
	readonly early: boolean;
	readonly body: string;
	readonly headers: Headers;
}

/** The answer that is given before plugins load, beside that of the REST route. */
export async function early( t: Report, shop: Shop, native: Native ): Promise< void > {
	const ask = async ( query: string, headers: Record< string, string > = {}, base = `/wp-json${ ROUTE }?` ): Promise< Said > => {
		const answer = await fetch( native.url + base + query, { headers } );
		return { status: answer.status, early: answer.headers.get( 'x-woo-inventory-guard' ) === 'early', body: await answer.text(), headers: answer.headers };
	};
	const plain = `/wp-json${ ROUTE }?`;
	const byRest = ( query: string ): Promise< Said > => ask( `${ query }&_locale=site` );
	const file = join( native.dir, 'wp-content/mu-plugins/woo-inventory-guard-early.php' );

	await t.check( 'An early answer is that of the REST route, to the letter, and sets no cookie', async () => {
		const parent = await shop.product( { type: 'variable', name: 'Cups', manage_stock: true, stock_quantity: 4, attributes: { Colour: [ 'Red', 'Blue' ] } } );
		const inherits = ( await shop.act< { id: number } >( 'variation', { parent, attributes: { colour: 'Red' } } ) ).id;
		const counts = ( await shop.act< { id: number } >( 'variation', { parent, attributes: { colour: 'Blue' }, manage_stock: true, stock_quantity: 3 } ) ).id;
		const draft = await shop.counted( 'Draft', 3 );
		await shop.act( 'post', { ID: draft, post_status: 'draft' } );
		const secret = await shop.counted( 'Secret', 3 );
		await shop.act( 'post', { ID: secret, post_password: 'sesame' } );
		const held = await shop.counted( 'Held', 5 );
		assert.equal( ( await shop.order( [ { product_id: held, quantity: 2 } ] ) ).status, 201 );
		const ids = [
			await shop.counted( 'Plenty', 12 ),
			await shop.counted( 'None', 0 ),
			await shop.counted( 'Later', 0, { backorders: 'notify' } ),
			await shop.product( { name: 'Uncounted' } ),
			await shop.product( { name: 'Uncounted, none', stock_status: 'outofstock' } ),
			await shop.counted( 'Two “left” & more', 2 ),
			held, parent, inherits, counts, draft, secret, 999999,
		];
		for ( const format of [ '', 'low_amount', 'no_amount' ] ) {
			await shop.act( 'option', { name: 'woocommerce_stock_format', value: format } );
			const rest = await byRest( `products=${ ids.join() }` );
			const quick = await ask( `products=${ ids.join() }` );
			assert.deepEqual( [ rest.early, quick.early, rest.status, quick.status ], [ false, true, 200, 200 ], format );
			assert.equal( quick.body, rest.body );
			const seen = ( JSON.parse( quick.body ) as { items: { item_id: number; product_id: number; available: number | null }[] } ).items;
			assert.deepEqual( seen.map( ( { product_id } ) => product_id ), ids.slice( 0, 10 ) );
			assert.equal( seen[ 6 ]?.available, format === '' ? 3 : null, 'held units are not available' );
			assert.equal( seen[ 8 ]?.available, format === '' ? 4 : null, 'the number of the parent' );
			const items = seen.map( ( { item_id } ) => item_id ).reverse().join();
			assert.equal( ( await ask( `items=${ items }` ) ).body, ( await byRest( `items=${ items }` ) ).body );
			for ( const base of [ `/?rest_route=${ ROUTE }&`, `/index.php?rest_route=${ encodeURIComponent( ROUTE ) }&` ] ) {
				const other = await ask( `products=${ ids.join() }`, {}, base );
				assert.deepEqual( [ other.early, other.body ], [ true, rest.body ], base );
			}
			for ( const name of [ 'content-type', 'cache-control', 'x-robots-tag', 'x-content-type-options' ] ) {
				assert.equal( quick.headers.get( name ), rest.headers.get( name ), name );
			}
			assert.deepEqual( quick.headers.getSetCookie(), [] );
		}
		await shop.act( 'option', { name: 'woocommerce_stock_format', value: '' } );
	} );

	await t.check( 'An early answer says of what is not there yet what the page says: when it ships, and that it is a pre-order', async () => {
		const later = { backorders: 'notify' };
		const terms: readonly ( readonly [ string, object, object ] )[] = [
			[ 'On backorder: ships about 12 December', later, { expected_at: '2099-12-12T12:00:00Z' } ],
			[ 'On backorder: when the boat is in', later, { backorder_text: 'when the boat is in' } ],
			[ 'Pre-order: ships about 3 May', {}, { available_from: '2099-05-03T12:00:00Z', preorder_limit: 3 } ],
			[ 'Pre-order: with the new harvest', {}, { available_from: '2099-05-03T12:00:00Z', backorder_text: 'with the new harvest' } ],
			[ 'Out of stock', {}, { available_from: '2099-05-03T12:00:00Z', preorder_limit: 0 } ],
			[ 'Available on backorder', later, {} ],
		];
		for ( const [ words, props, sold ] of terms ) {
			const product = await shop.counted( 'To come', 0, props );
			await shop.act( 'terms', { product, ...sold } );
			const quick = await ask( `products=${ product }` );
			assert.deepEqual( [ quick.early, quick.body ], [ true, ( await byRest( `products=${ product }` ) ).body ], words );
			const said = ( JSON.parse( quick.body ) as { items: { text: string }[] } ).items.map( ( { text } ) => text );
			const page = await shop.act< { availability: string } >( 'shown', { product } );
			assert.deepEqual( [ said, page.availability ], [ [ words ], words ] );
			assert.deepEqual( quick.headers.getSetCookie(), [] );
			// The pages that are measured later do not show it among related products.
			await shop.act( 'post', { ID: product, post_status: 'draft' } );
		}
	} );

	await t.check( 'Whatever is unusual is left to the REST route, which names the field', async () => {
		const known = await shop.counted( 'Known', 3 );
		const many = Array.from( { length: 101 }, ( _, i ) => i + 1 ).join();
		for ( const [ query, field ] of [ [ 'items=1;2', 'items' ], [ 'products=', 'products' ], [ '', 'items' ], [ `products=${ many }`, 'products' ], [ 'items[]=1', 'items' ], [ "products=1'", 'products' ] ] as const ) {
			const said = await ask( query );
			assert.deepEqual( [ said.status, said.early ], [ 400, false ], query );
			assert.ok( field in ( JSON.parse( said.body ) as { data: { params: object } } ).data.params, said.body );
		}
		for ( const headers of [ { Authorization: 'Basic eDp5' }, { 'X-WP-Nonce': 'x' }, { Origin: 'https://example.org' }, { 'X-HTTP-Method-Override': 'POST' } ] as Record< string, string >[] ) {
			assert.equal( ( await ask( `products=${ known }`, headers ) ).early, false, JSON.stringify( headers ) );
		}
		const posted = await fetch( `${ native.url }${ plain }products=${ known }`, { method: 'POST' } );
		assert.equal( posted.status, 404 );
		assert.equal( ( await ask( `products=${ known }`, { Cookie: 'wordpress_logged_in_x=1' } ) ).early, true );
	} );

	await t.check( 'What has expired counts no more, with no cron and without writing', async () => {
		const product = await shop.counted( 'Left in a cart', 5 );
		const item = ( ( await shop.rest( 'GET', `/woo-inventory-guard/v1/items?product_id=${ product }` ) ).body.list as { id: number }[] )[ 0 ]?.id;
		await shop.rest( 'POST', '/woo-inventory-guard/v1/reservations', { reference: { type: 'cart', id: `early-${ product }` }, lines: [ { item_id: item, quantity: 4 } ], expires_in: 600 } );
		assert.match( ( await ask( `products=${ product }` ) ).body, /"available":1,/ );
		await shop.sql( `UPDATE {p}wig_reservations SET expires_at = '2026-01-01 00:00:00' WHERE reference_id = 'early-${ product }'` );
		const said = await ask( `products=${ product }` );
		assert.equal( said.early, true );
		assert.match( said.body, /"available":5,/ );
		assert.equal( ( await shop.sql( `SELECT reserved FROM {p}wig_items WHERE product_id = ${ product }` ) )[ 0 ]?.reserved, '4.0000' );
	} );

	await t.check( 'The owner can decline; switching the plugin off takes the file away, and on brings it back', async () => {
		const product = await shop.counted( 'Declined', 3 );
		const before = await ask( `products=${ product }` );
		assert.match( readFileSync( file, 'utf8' ), /Version: \d/ );
		await shop.act( 'settings', { answer_early: false } );
		const declined = await ask( `products=${ product }` );
		assert.deepEqual( [ declined.early, declined.body, existsSync( file ) ], [ false, before.body, false ] );
		await shop.act( 'settings', { answer_early: true } );
		await ask( `products=${ product }` );
		assert.equal( ( await ask( `products=${ product }` ) ).early, true );
		await shop.act( 'plugin', { active: false } );
		assert.equal( existsSync( file ), false );
		await shop.act( 'plugin', { active: true } );
		await ask( `products=${ product }` );
		assert.deepEqual( [ existsSync( file ), ( await ask( `products=${ product }` ) ).early ], [ true, true ] );
	} );
}
