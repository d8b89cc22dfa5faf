import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import type { Answer, Shop } from './shop.ts';

interface Item {
	readonly id: number;
	readonly parent_id: number | null;
	readonly kind: string;
	readonly name: string;
	readonly sku: string | null;
	readonly barcode: string | null;
	readonly category: string;
	readonly tracked: boolean;
	readonly on_hand: number;
	readonly available: number;
	readonly low_stock_threshold: number | null;
	readonly backorders: string;
	readonly status: string;
}

async function item( shop: Shop, product: number ): Promise< Item > {
	const answer = await shop.rest( 'GET', `/woo-inventory-guard/v1/items?product_id=${ product }` );
	const found = ( answer.body.list as Item[] )[ 0 ];
	assert.ok( found, `no item for product ${ product }` );
	return found;
}

async function reasons( shop: Shop, id: number ): Promise< ( string | number )[][] > {
	const ledger = await shop.rest( 'GET', `/woo-inventory-guard/v1/items/${ id }/movements` );
	return ( ledger.body.list as { reason: string; delta: number }[] ).map( ( m ) => [ m.reason, m.delta ] );
}

/** What is made and changed in WooCommerce is followed. */
export async function products( t: Report, shop: Shop ): Promise< void > {
	await t.check( 'A new product becomes an item with its name, codes, thresholds and stock', async () => {
		const product = await shop.counted( 'Matcha, 50 g', 12, { sku: 'MAT-50', global_unique_id: '4006381333931', low_stock_amount: 3, backorders: 'notify' } );
		const found = await item( shop, product );
		assert.deepEqual(
			[ found.kind, found.name, found.sku, found.barcode, found.tracked, found.on_hand, found.low_stock_threshold, found.backorders, found.category ],
			[ 'simple', 'Matcha, 50 g', 'MAT-50', '4006381333931', true, 12, 3, 'notify', 'Uncategorized' ]
		);
		await shop.act( 'change', { id: product, props: { name: 'Matcha, 60 g', sku: 'MAT-60', backorders: 'no', low_stock_amount: '' } } );
		const after = await item( shop, product );
		assert.deepEqual( [ after.id, after.name, after.sku, after.backorders, after.low_stock_threshold, after.on_hand ], [ found.id, 'Matcha, 60 g', 'MAT-60', 'no', null, 12 ] );
		assert.deepEqual( await reasons( shop, found.id ), [ [ 'opening', 12 ] ] );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'Variations are named by their attributes, know their parent, and count their own units', async () => {
		const parent = await shop.product( { name: 'Scarf', type: 'variable', attributes: { Colour: [ 'Blue', 'Red' ] } } );
		const blue = ( await shop.act< { id: number } >( 'variation', { parent, attributes: { colour: 'Blue' }, manage_stock: true, stock_quantity: 3, sku: 'SC-B' } ) ).id;
		const red = ( await shop.act< { id: number } >( 'variation', { parent, attributes: { colour: 'Red' } } ) ).id;
		const [ top, own, shared ] = [ await item( shop, parent ), await item( shop, blue ), await item( shop, red ) ];
		assert.deepEqual( [ top.kind, top.tracked ], [ 'variable', false ] );
		assert.deepEqual( [ own.kind, own.name, own.sku, own.tracked, own.on_hand, own.parent_id ], [ 'variation', 'Scarf – Blue', 'SC-B', true, 3, top.id ] );
		assert.deepEqual( [ shared.name, shared.tracked, shared.status ], [ 'Scarf – Red', false, 'untracked' ] );
		await shop.act( 'change', { id: parent, props: { name: 'Silk scarf' } } );
		assert.equal( ( await item( shop, blue ) ).name, 'Silk scarf – Blue' );
	} );

	await t.check( 'A number that is changed in WooCommerce becomes a line of the ledger', async () => {
		const product = await shop.counted( 'Incense', 10 );
		const { id } = await item( shop, product );
		await shop.act( 'change', { id: product, props: { stock_quantity: 4 } } );
		await shop.rest( 'PUT', `/wc/v3/products/${ product }`, { stock_quantity: 9 } );
		await shop.act( 'restock', { id: product, by: 2 } );
		assert.deepEqual( await reasons( shop, id ), [ [ 'external', 2 ], [ 'external', 5 ], [ 'external', -6 ], [ 'opening', 10 ] ] );
		assert.deepEqual( [ ( await item( shop, product ) ).on_hand, ( await shop.stock( product ) ).stock ], [ 11, 11 ] );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'Taking units away that are promised to orders leaves no false promise to new ones', async () => {
		const product = await shop.counted( 'Candle', 5 );
		await shop.order( [ { product_id: product, quantity: 4 } ] );
		await shop.act( 'change', { id: product, props: { stock_quantity: 2 } } );
		const found = await item( shop, product );
		assert.deepEqual( [ found.on_hand, found.available ], [ 2, -2 ] );
		assert.equal( ( await shop.order( [ { product_id: product, quantity: 1 } ] ) ).status, 409 );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'Counting is switched off and on again with a new number', async () => {
		const product = await shop.counted( 'Gong', 3 );
		await shop.act( 'change', { id: product, props: { manage_stock: false } } );
		assert.deepEqual( [ ( await item( shop, product ) ).tracked, ( await item( shop, product ) ).status ], [ false, 'untracked' ] );
		await shop.act( 'change', { id: product, props: { manage_stock: true, stock_quantity: 8 } } );
		const found = await item( shop, product );
		assert.deepEqual( [ found.tracked, found.on_hand, found.status ], [ true, 8, 'ok' ] );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'A change of stock on the Inventory screen reaches WooCommerce, its shop window included', async () => {
		const product = await shop.counted( 'Bell', 2 );
		const { id } = await item( shop, product );
		const adjust = ( delta: number ): Promise< { status: number } > =>
			shop.rest( 'POST', '/woo-inventory-guard/v1/adjustments', { item_id: id, delta, reason: 'counted' }, { 'Idempotency-Key': `bell-${ id }-${ delta }` } );
		assert.equal( ( await adjust( -2 ) ).status, 201 );
		assert.deepEqual( await shop.stock( product ), { stock: 0, status: 'outofstock', lookup: 0, lookup_status: 'outofstock', hidden: true, in_stock: false } );
		assert.equal( ( await adjust( 6 ) ).status, 201 );
		assert.deepEqual( await shop.stock( product ), { stock: 6, status: 'instock', lookup: 6, lookup_status: 'instock', hidden: false, in_stock: true } );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'A write that nobody told of is found by the integrity check, and not overwritten by the next sale', async () => {
		const product = await shop.counted( 'Drum', 10 );
		const { id } = await item( shop, product );
		await shop.sql( `UPDATE {p}postmeta SET meta_value = '15' WHERE post_id = ${ product } AND meta_key = '_stock'` );
		assert.match( await shop.problems(), /_stock 15/ );
		await shop.order( [ { product_id: product, quantity: 2 } ], { set_paid: true } );
		assert.equal( ( await shop.stock( product ) ).stock, 13 );
		await shop.act( 'change', { id: product, props: { name: 'Drum, large' } } );
		// The shop's own comparison, once a minute, may have come before the sale.
		assert.deepEqual( ( await reasons( shop, id ) ).sort(), [ [ 'external', 5 ], [ 'opening', 10 ], [ 'sold', -2 ] ] );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'A slow count of sales puts no old number back into the lookup row (trap 8)', async () => {
		const product = await shop.counted( 'Harp', 10 );
		assert.deepEqual( await shop.act( 'slow_sales', { id: product } ), { acted: true } );
		const stock = await shop.stock( product );
		assert.deepEqual( [ stock.stock, stock.lookup ], [ 9, 9 ] );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'Trashed products are not counted, come back as they were; deleted ones leave their history', async () => {
		const product = await shop.counted( 'Mat', 6, { sku: 'MAT-1' } );
		const { id } = await item( shop, product );
		await shop.act( 'trash', { id: product, back: false } );
		assert.equal( ( await item( shop, product ) ).tracked, false );
		await shop.act( 'trash', { id: product, back: true } );
		assert.deepEqual( [ ( await item( shop, product ) ).tracked, ( await item( shop, product ) ).on_hand ], [ true, 6 ] );
		await shop.act( 'delete', { id: product } );
		assert.deepEqual( await reasons( shop, id ), [ [ 'external', -6 ], [ 'opening', 6 ] ] );
		const heir = await shop.counted( 'Mat, new', 1, { sku: 'MAT-1' } );
		assert.equal( ( await item( shop, heir ) ).sku, 'MAT-1' );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'Two products with one SKU: the first keeps it, the second is still counted', async () => {
		const first = await shop.counted( 'Fan', 1, { sku: 'FAN' } );
		const second = await shop.counted( 'Fan, copy', 2 );
		await shop.sql( `INSERT INTO {p}postmeta (post_id, meta_key, meta_value) VALUES (${ second }, '_sku', 'FAN')` );
		await shop.act( 'change', { id: second, props: { name: 'Fan, second' } } );
		assert.deepEqual( [ ( await item( shop, first ) ).sku, ( await item( shop, second ) ).name ], [ 'FAN', 'Fan, second' ] );
		assert.ok( ! ( await item( shop, second ) ).sku );
	} );

	await t.check( 'A product becomes a bundle, shows what its components allow, and is an ordinary product again', async () => {
		const cup = await shop.counted( 'Cup of the set', 3 );
		const set = await shop.counted( 'Tea set', 4 );
		const { id } = await item( shop, set );
		const put = ( components: object[], key: string ): Promise< Answer > => shop.rest( 'PUT', `/woo-inventory-guard/v1/items/${ id }/components`, { components }, { 'Idempotency-Key': `set-${ id }-${ key }` } );
		const parts = [ { item_id: ( await item( shop, cup ) ).id, quantity: 2 } ];
		const refused = await put( parts, 'a' );
		assert.deepEqual( [ refused.status, refused.body.code ], [ 409, 'wig_has_stock' ] );
		await shop.act( 'change', { id: set, props: { stock_quantity: 0 } } );
		assert.equal( ( await put( parts, 'b' ) ).status, 200 );
		const bundle = await item( shop, set );
		assert.deepEqual( [ bundle.kind, bundle.tracked, bundle.available, bundle.status ], [ 'bundle', true, 1, 'low' ] );
		const shown = async (): Promise< unknown[] > => {
			const stock = await shop.stock( set );
			const meta = await shop.sql( `SELECT meta_value FROM {p}postmeta WHERE post_id = ${ set } AND meta_key = '_manage_stock'` );
			return [ stock.status, stock.lookup_status, stock.hidden, stock.in_stock, meta[ 0 ]?.meta_value ];
		};
		assert.deepEqual( await shown(), [ 'instock', 'instock', false, true, 'no' ] );
		assert.equal( ( await shop.order( [ { product_id: cup, quantity: 2 } ], { set_paid: true } ) ).status, 201 );
		assert.deepEqual( await shown(), [ 'outofstock', 'outofstock', true, false, 'no' ] );
		// What a person chooses on the product does not count while it is a bundle.
		await shop.act( 'change', { id: set, props: { stock_status: 'instock', name: 'Tea set for two' } } );
		assert.deepEqual( [ ( await item( shop, set ) ).name, ( await item( shop, set ) ).kind, ...( await shown() ) ], [ 'Tea set for two', 'bundle', 'outofstock', 'outofstock', true, false, 'no' ] );
		await shop.act( 'change', { id: set, props: { manage_stock: true, stock_quantity: 9 } } );
		assert.deepEqual( await shown(), [ 'outofstock', 'outofstock', true, false, 'no' ] );
		await shop.act( 'change', { id: cup, props: { stock_quantity: 8 } } );
		assert.deepEqual( await shown(), [ 'instock', 'instock', false, true, 'no' ] );
		assert.equal( await shop.problems(), '' );
		assert.equal( ( await put( [], 'c' ) ).status, 200 );
		await shop.act( 'change', { id: set, props: { manage_stock: true, stock_quantity: 6 } } );
		const free = await item( shop, set );
		assert.deepEqual( [ free.kind, free.tracked, free.on_hand ], [ 'simple', true, 6 ] );
		assert.equal( await shop.problems(), '' );
	} );
}
