import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import type { Answer, Shop } from './shop.ts';

interface Line {
	readonly id: number;
}

interface Mark {
	readonly product: number;
	readonly taken: string;
	readonly rows: number;
}

function lines( answer: Answer ): Line[] {
	return answer.body.line_items as Line[];
}

function id( answer: Answer ): number {
	assert.ok( answer.status === 200 || answer.status === 201, JSON.stringify( answer.body ).slice( 0, 800 ) );
	return answer.body.id as number;
}

async function mustHave( shop: Shop, product: number, units: number ): Promise< void > {
	const stock = await shop.stock( product );
	assert.deepEqual( [ stock.stock, stock.lookup ], [ units, units ] );
	assert.equal( await shop.problems(), '' );
}

async function mustHold( shop: Shop, product: number, units: number ): Promise< void > {
	const found = await shop.rest( 'GET', `/woo-inventory-guard/v1/items?product_id=${ product }` );
	const item = ( found.body.list as { reserved: number }[] )[ 0 ];
	assert.equal( item?.reserved, units );
	assert.equal( await shop.problems(), '' );
}

/** One order after the other, as people and programs make, pay, change and cancel them. */
export async function orders( t: Report, shop: Shop, storage: string ): Promise< void > {
	const check = ( title: string, work: () => Promise< void > ): Promise< void > => t.check( `${ title } (${ storage })`, work );

	await check( 'A shopper who is a moment too late reads how many are left, and keeps the cart', async () => {
		const product = await shop.counted( 'Teapot “Snow” & lid', 5 );
		const buyer = await shop.buyer( [ { id: product, quantity: 4 } ] );
		const refused = await shop.placeOrder( buyer, 'cod', { 'X-Rival': `${ product }:3` } );
		assert.equal( refused.status, 409 );
		assert.equal( refused.body.code, 'wig_not_enough_stock' );
		assert.match( String( refused.body.message ), /^Only 2 left of “Teapot “Snow” &amp; lid”/ );
		await mustHave( shop, product, 2 );
		await mustHold( shop, product, 0 );
		const cart = await shop.cart( buyer );
		assert.equal( ( cart.body.items as unknown[] ).length, 1 );
		assert.equal( ( await shop.placeOrder( buyer ) ).status, 200 );
		await mustHave( shop, product, 0 );
	} );

	await check( 'An order that waits for its payment holds its units against everybody but itself', async () => {
		const product = await shop.counted( 'Whisk', 2 );
		const made = await shop.order( [ { product_id: product, quantity: 2 } ] );
		assert.equal( made.body.status, 'pending' );
		await mustHave( shop, product, 2 );
		await mustHold( shop, product, 2 );
		await assert.rejects( shop.buyer( [ { id: product, quantity: 1 } ] ), /add-item answered 4/ );
		const refused = await shop.order( [ { product_id: product, quantity: 1 } ] );
		assert.equal( refused.status, 409 );
		assert.deepEqual( ( refused.body.data as { lines: object[] } ).lines, [
			{ ...( refused.body.data as { lines: object[] } ).lines[ 0 ], product_id: product, requested: 1, available: 0 },
		] );
		await shop.act( 'status', { order: id( made ), status: 'cancelled' } );
		await mustHold( shop, product, 0 );
		await mustHave( shop, product, 2 );
	} );

	await check( 'A payment that is told twice at the same moment takes the units once', async () => {
		const product = await shop.counted( 'Tray, oak', 10 );
		const made = id( await shop.order( [ { product_id: product, quantity: 3 } ] ) );
		const at = Date.now() / 1000 + 2.5;
		await Promise.all( Array.from( { length: 4 }, () => shop.act( 'pay', { order: made, at } ) ) );
		await mustHave( shop, product, 7 );
		await mustHold( shop, product, 0 );
		const marks = await shop.act< Mark[] >( 'marks', { order: made } );
		assert.deepEqual( marks, [ { product, taken: '3', rows: 1 } ] );
	} );

	await check( 'An order that nobody reserved for is paid twice at once, and takes its units once', async () => {
		const product = await shop.counted( 'Tray, bamboo', 10 );
		const made = ( await shop.act< { id: number } >( 'order', { lines: [ { id: product, quantity: 4 } ] } ) ).id;
		const at = Date.now() / 1000 + 2.5;
		await Promise.all( Array.from( { length: 4 }, () => shop.act( 'pay', { order: made, at } ) ) );
		await mustHave( shop, product, 6 );
		await mustHold( shop, product, 0 );
	} );

	await check( 'Cancelled twice at once, the units come back once, and can be taken again', async () => {
		const product = await shop.counted( 'Kettle', 5 );
		const made = id( await shop.order( [ { product_id: product, quantity: 2 } ], { set_paid: true } ) );
		await mustHave( shop, product, 3 );
		const at = Date.now() / 1000 + 2.5;
		await Promise.all( Array.from( { length: 3 }, () => shop.act( 'status', { order: made, status: 'cancelled', at } ) ) );
		await mustHave( shop, product, 5 );
		await shop.act( 'status', { order: made, status: 'processing' } );
		await mustHave( shop, product, 3 );
		await shop.act( 'status', { order: made, status: 'cancelled' } );
		await mustHave( shop, product, 5 );
		const item = ( ( await shop.rest( 'GET', `/woo-inventory-guard/v1/items?product_id=${ product }` ) ).body.list as { id: number }[] )[ 0 ];
		const ledger = await shop.rest( 'GET', `/woo-inventory-guard/v1/items/${ item?.id }/movements` );
		assert.deepEqual(
			( ledger.body.list as { reason: string; delta: number }[] ).map( ( m ) => [ m.reason, m.delta ] ),
			[ [ 'cancelled', 2 ], [ 'sold', -2 ], [ 'cancelled', 2 ], [ 'sold', -2 ], [ 'opening', 5 ] ]
		);
	} );

	await check( 'Paid without a reservation when the units are gone: said on the order, never below zero', async () => {
		const product = await shop.counted( 'Strainer', 2 );
		const other = await shop.counted( 'Spoon', 2 );
		const made = ( await shop.act< { id: number } >( 'order', { lines: [ { id: product, quantity: 2 }, { id: other, quantity: 1 } ] } ) ).id;
		id( await shop.order( [ { product_id: product, quantity: 1 } ], { set_paid: true } ) );
		await shop.act( 'pay', { order: made, at: 0 } );
		await mustHave( shop, product, 1 );
		await mustHave( shop, other, 1 );
		assert.match( ( await shop.act< string[] >( 'notes', { order: made } ) ).join( '\n' ), /Not in stock.*2 × Strainer/ );
	} );

	await check( 'A REST change to more than there is is refused, and nothing moves', async () => {
		const product = await shop.counted( 'Bowl', 5 );
		const other = await shop.counted( 'Bowl, small', 5 );
		const made = await shop.order( [ { product_id: product, quantity: 1 }, { product_id: other, quantity: 1 } ], { set_paid: true } );
		const [ first, second ] = lines( made );
		await mustHave( shop, product, 4 );
		const refused = await shop.rest( 'PUT', `/wc/v3/orders/${ id( made ) }`, { line_items: [ { id: second?.id, quantity: 2 }, { id: first?.id, quantity: 50 } ] } );
		assert.equal( refused.status, 409, JSON.stringify( refused.body ) );
		assert.match( String( refused.body.message ), /Only 4 left of “Bowl”/ );
		await mustHave( shop, product, 4 );
		await mustHave( shop, other, 4 );
		const after = await shop.rest( 'GET', `/wc/v3/orders/${ id( made ) }` );
		assert.deepEqual( ( after.body.line_items as { quantity: number }[] ).map( ( l ) => l.quantity ), [ 1, 1 ] );
		const up = await shop.rest( 'PUT', `/wc/v3/orders/${ id( made ) }`, { line_items: [ { id: first?.id, quantity: 3 }, { id: second?.id, quantity: 2 } ] } );
		assert.equal( up.status, 200 );
		await mustHave( shop, product, 2 );
		await mustHave( shop, other, 3 );
		const down = await shop.rest( 'PUT', `/wc/v3/orders/${ id( made ) }`, { line_items: [ { id: first?.id, quantity: 1 }, { id: second?.id, quantity: 0 } ] } );
		assert.equal( down.status, 200 );
		await mustHave( shop, product, 4 );
		await mustHave( shop, other, 5 );
		await mustHold( shop, product, 0 );
		await shop.act( 'status', { order: id( made ), status: 'cancelled' } );
		await mustHave( shop, product, 5 );
	} );

	await check( 'A REST change of an unpaid order changes what it holds, and a new status is refused when there is too little', async () => {
		const product = await shop.counted( 'Jar', 5 );
		const made = await shop.order( [ { product_id: product, quantity: 1 } ] );
		const line = lines( made )[ 0 ];
		assert.equal( ( await shop.rest( 'PUT', `/wc/v3/orders/${ id( made ) }`, { line_items: [ { id: line?.id, quantity: 4 } ] } ) ).status, 200 );
		await mustHold( shop, product, 4 );
		assert.equal( ( await shop.rest( 'PUT', `/wc/v3/orders/${ id( made ) }`, { line_items: [ { id: line?.id, quantity: 6 } ] } ) ).status, 409 );
		await mustHold( shop, product, 4 );
		const cancelled = await shop.rest( 'PUT', `/wc/v3/orders/${ id( made ) }`, { status: 'cancelled' } );
		assert.equal( cancelled.status, 200 );
		await mustHold( shop, product, 0 );
		id( await shop.order( [ { product_id: product, quantity: 3 } ], { status: 'processing' } ) );
		const back = await shop.rest( 'PUT', `/wc/v3/orders/${ id( made ) }`, { status: 'processing' } );
		assert.equal( back.status, 409, JSON.stringify( back.body ).slice( 0, 300 ) );
		await mustHave( shop, product, 2 );
		await mustHold( shop, product, 0 );
	} );

	await check( 'A batch: each order is decided by itself', async () => {
		const product = await shop.counted( 'Scale', 3 );
		const before = await shop.order( [ { product_id: product, quantity: 1 } ], { set_paid: true } );
		const line = lines( before )[ 0 ];
		const batch = await shop.rest( 'POST', '/wc/v3/orders/batch', {
			create: [
				{ line_items: [ { product_id: product, quantity: 1 } ], set_paid: true },
				{ line_items: [ { product_id: product, quantity: 1 } ], set_paid: true, customer_id: 999999 },
				{ line_items: [ { product_id: product, quantity: 9 } ] },
			],
			update: [
				{ id: id( before ), line_items: [ { id: line?.id, quantity: 7 } ] },
				{ id: id( before ), line_items: [ { id: line?.id, quantity: 2 } ] },
			],
		} );
		assert.equal( batch.status, 200 );
		const codes = ( list: unknown ): string[] => ( list as { error?: { code: string } }[] ).map( ( one ) => one.error?.code ?? 'made' );
		assert.deepEqual( codes( batch.body.create ), [ 'made', 'woocommerce_rest_invalid_customer_id', 'wig_not_enough_stock' ] );
		assert.deepEqual( codes( batch.body.update ), [ 'wig_not_enough_stock', 'made' ] );
		await mustHave( shop, product, 0 );
		await mustHold( shop, product, 0 );
	} );

	await check( 'A thrown away order holds nothing', async () => {
		const product = await shop.counted( 'Ladle', 2 );
		const made = id( await shop.order( [ { product_id: product, quantity: 2 } ] ) );
		await mustHold( shop, product, 2 );
		await shop.rest( 'DELETE', `/wc/v3/orders/${ made }` );
		await mustHold( shop, product, 0 );
	} );

	await check( 'A REST order whose making fails later holds nothing', async () => {
		const product = await shop.counted( 'Caddy', 4 );
		const failed = await shop.order( [ { product_id: product, quantity: 3 } ], { coupon_lines: [ { code: 'no-such-coupon' } ] } );
		assert.ok( failed.status >= 400 );
		await mustHold( shop, product, 0 );
		await mustHave( shop, product, 4 );
	} );

	await check( 'The same REST order sent twice with one Idempotency-Key is made once', async () => {
		const product = await shop.counted( 'Cloth', 4 );
		const key = { 'Idempotency-Key': `order-${ product }` };
		const both = await Promise.all( [ 1, 2 ].map( () => shop.order( [ { product_id: product, quantity: 1 } ], { set_paid: true }, key ) ) );
		assert.deepEqual( both.map( ( a ) => a.status ).sort(), [ 201, 409 ] );
		const again = await shop.order( [ { product_id: product, quantity: 1 } ], { set_paid: true }, key );
		assert.equal( again.body.code, 'wig_key_reused' );
		await mustHave( shop, product, 3 );
	} );

	await check( 'Counted and uncounted products in one order: each its own way', async () => {
		const counted = await shop.counted( 'Filter', 3 );
		const free = await shop.product( { name: 'Tea lesson', manage_stock: false } );
		const buyer = await shop.buyer( [ { id: counted, quantity: 2 }, { id: free, quantity: 5 } ] );
		assert.equal( ( await shop.placeOrder( buyer ) ).status, 200 );
		await mustHave( shop, counted, 1 );
		const made = id( await shop.order( [ { product_id: free, quantity: 5 }, { product_id: counted, quantity: 1 } ], { set_paid: true } ) );
		await mustHave( shop, counted, 0 );
		const marks = await shop.act< Mark[] >( 'marks', { order: made } );
		assert.deepEqual( marks.map( ( m ) => m.taken ), [ '', '1' ] );
	} );

	await check( 'Low and no stock are reported once each, with the true number', async () => {
		const product = await shop.counted( 'Coaster', 4, { low_stock_amount: 2 } );
		for ( const quantity of [ 1, 1, 2 ] ) {
			id( await shop.order( [ { product_id: product, quantity } ], { set_paid: true } ) );
		}
		const told = await shop.sql( `SELECT option_value FROM {p}options WHERE option_name = 'signal_${ product }'` );
		assert.equal( told[ 0 ]?.option_value, 'woocommerce_low_stock 2; woocommerce_no_stock 0; ' );
	} );

	await check( 'Variations count their own units or share their parent’s', async () => {
		const parent = await shop.product( { name: 'Hoodie', type: 'variable', manage_stock: true, stock_quantity: 4, attributes: { Colour: [ 'Blue', 'Red' ], Size: [ 'S', 'L' ] } } );
		const own = ( await shop.act< { id: number } >( 'variation', { parent, attributes: { colour: 'Blue', size: 'L' }, manage_stock: true, stock_quantity: 2 } ) ).id;
		const shared = ( await shop.act< { id: number } >( 'variation', { parent, attributes: { colour: 'Red', size: 'S' } } ) ).id;
		const other = ( await shop.act< { id: number } >( 'variation', { parent, attributes: { colour: 'Red', size: 'L' } } ) ).id;
		const refused = await shop.order( [ { product_id: parent, variation_id: own, quantity: 3 } ] );
		assert.match( String( refused.body.message ), /Only 2 left of “Hoodie - Blue, L”/ );
		const both = await shop.order( [ { product_id: parent, variation_id: shared, quantity: 3 }, { product_id: parent, variation_id: other, quantity: 2 } ] );
		assert.equal( both.status, 409 );
		assert.match( String( both.body.message ), /Only 4 left/ );
		id( await shop.order( [ { product_id: parent, variation_id: own, quantity: 2 }, { product_id: parent, variation_id: shared, quantity: 4 } ], { set_paid: true } ) );
		await mustHave( shop, own, 0 );
		await mustHave( shop, parent, 0 );
		const inherited = await shop.stock( other );
		assert.deepEqual( [ inherited.status, inherited.lookup_status, inherited.in_stock ], [ 'outofstock', 'outofstock', false ] );
	} );

	await check( 'Backorders that are allowed are sold, and the shop window says so', async () => {
		const product = await shop.counted( 'Lamp', 1, { backorders: 'notify' } );
		id( await shop.order( [ { product_id: product, quantity: 3 } ], { set_paid: true } ) );
		const stock = await shop.stock( product );
		assert.deepEqual( [ stock.stock, stock.status, stock.lookup_status ], [ -2, 'onbackorder', 'onbackorder' ] );
		assert.equal( await shop.problems(), '' );
	} );

	await check( 'A shopper whose payment failed tries again: the same order, reserved once', async () => {
		const product = await shop.counted( 'Poster', 1 );
		const buyer = await shop.buyer( [ { id: product, quantity: 1 } ] );
		const failed = await shop.placeOrder( buyer, 'no-such-method' );
		assert.ok( failed.status >= 400 && failed.status < 500 );
		await mustHold( shop, product, 0 );
		const again = await Promise.all( [ shop.placeOrder( buyer ), shop.placeOrder( buyer ) ] );
		assert.ok( again.some( ( a ) => a.status === 200 ), JSON.stringify( again.map( ( a ) => a.body ) ).slice( 0, 600 ) );
		await mustHave( shop, product, 0 );
	} );
}
