import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import type { Shop } from './shop.ts';

interface Item {
	readonly id: number;
	readonly price: number | null;
	readonly unit_cost: number | null;
	readonly average_cost: number | null;
	readonly status: string;
	readonly low_stock_threshold: number | null;
	readonly backorders: string;
}

/** What the spreadsheet writes into products, and what it takes from them. */
export async function shared( t: Report, shop: Shop ): Promise< void > {
	const item = async ( product: number ): Promise< Item > => {
		const found = ( ( await shop.rest( 'GET', `/woo-inventory-guard/v1/items?product_id=${ product }` ) ).body.list as Item[] )[ 0 ];
		assert.ok( found, `no item for product ${ product }` );
		return found;
	};
	const write = ( id: number, set: object, seen: object ) => shop.rest( 'POST', '/woo-inventory-guard/v1/items/batch', { rows: [ { id, set, seen } ] } );

	await t.check( 'A price is followed, a sale price too', async () => {
		const product = await shop.counted( 'Priced', 3, { regular_price: '19.90' } );
		assert.equal( ( await item( product ) ).price, 19.9 );
		await shop.rest( 'PUT', `/wc/v3/products/${ product }`, { sale_price: '15.50' } );
		assert.equal( ( await item( product ) ).price, 15.5 );
	} );
	await t.check( 'A threshold and a backorder policy typed in the inventory are in the product, with its status, and stay there when it is saved', async () => {
		const product = await shop.counted( 'Typed', 0 );
		const { id } = await item( product );
		const answer = await write( id, { low_stock_threshold: 7, backorders: 'notify' }, { low_stock_threshold: null, backorders: 'no' } );
		assert.deepEqual( ( answer.body.rows as { problems: object }[] )[ 0 ]?.problems, {} );
		const read = async () => {
			const { low_stock_amount: low, backorders, stock_status: status } = ( await shop.rest( 'GET', `/wc/v3/products/${ product }` ) ).body;
			return [ low, backorders, status ];
		};
		assert.deepEqual( await read(), [ 7, 'notify', 'onbackorder' ] );
		await shop.act( 'change', { id: product, props: { name: 'Typed and saved' } } );
		assert.deepEqual( await read(), [ 7, 'notify', 'onbackorder' ] );
		await write( id, { low_stock_threshold: null, backorders: 'no' }, { low_stock_threshold: 7, backorders: 'notify' } );
		assert.deepEqual( await read(), [ null, 'no', 'outofstock' ] );
		const after = await item( product );
		assert.deepEqual( [ after.low_stock_threshold, after.backorders ], [ null, 'no' ] );
		assert.equal( await shop.problems(), '' );
	} );
	await t.check( 'A cost is ours while WooCommerce keeps none; where it does, both are the same', async () => {
		const product = await shop.counted( 'Costly', 3 );
		const { id } = await item( product );
		await write( id, { unit_cost: '4.25' }, { unit_cost: null } );
		await shop.act( 'change', { id: product, props: { name: 'Costly and saved' } } );
		assert.equal( ( await item( product ) ).unit_cost, 4.25 );
		await shop.act( 'option', { name: 'woocommerce_feature_cost_of_goods_sold_enabled', value: 'yes' } );
		await write( id, { unit_cost: '5.5' }, { unit_cost: 4.25 } );
		const read = async () => ( await shop.sql( `SELECT meta_value FROM {p}postmeta WHERE post_id = ${ product } AND meta_key = '_cogs_total_value'` ) ).map( ( row ) => Number( row.meta_value ) );
		assert.deepEqual( await read(), [ 5.5 ] );
		await shop.rest( 'PUT', `/wc/v3/products/${ product }`, { cost_of_goods_sold: { values: [ { defined_value: 6.75 } ] } } );
		assert.equal( ( await item( product ) ).unit_cost, 6.75 );
		// Three at 6.75 and three at 8.25: 7.50 on average.
		const paid = await shop.rest( 'POST', '/woo-inventory-guard/v1/adjustments', { item_id: id, delta: 3, unit_cost: '8.25', reason: 'received' } );
		assert.equal( paid.body.unit_cost, 8.25 );
		assert.deepEqual( await read(), [ 8.25 ], 'What was paid for a delivery is what it cost last.' );
		await shop.act( 'change', { id: product, props: { name: 'Costly and received' } } );
		const now = await item( product );
		assert.deepEqual( [ now.unit_cost, now.average_cost ], [ 8.25, 7.5 ] );
		assert.equal( await shop.problems(), '' );
		await shop.act( 'option', { name: 'woocommerce_feature_cost_of_goods_sold_enabled', value: 'no' } );
	} );
	await t.check( 'A name is WooCommerce\'s: it is refused and said where it is changed', async () => {
		const { id } = await item( await shop.counted( 'Named', 1 ) );
		const answer = await write( id, { name: 'Other' }, { name: 'Named' } );
		assert.equal( ( answer.body.rows as { problems: Record< string, { code: string } > }[] )[ 0 ]?.problems.name?.code, 'wig_owned_by_shop' );
	} );
}
