import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import type { Answer, BareOrder, Shop } from './shop.ts';

export async function mustHave( shop: Shop, product: number, units: number ): Promise< void > {
	const stock = await shop.stock( product );
	assert.deepEqual( [ stock.stock, stock.lookup ], [ units, units ] );
	assert.equal( await shop.problems(), '' );
}

interface Item {
	readonly id: number;
	readonly reserved: number;
}

async function item( shop: Shop, product: number ): Promise< Item > {
	const found = ( ( await shop.rest( 'GET', `/woo-inventory-guard/v1/items?product_id=${ product }` ) ).body.list as Item[] )[ 0 ];
	assert.ok( found, `product ${ product } is no item` );
	return found;
}

export async function mustHold( shop: Shop, product: number, units: number ): Promise< void > {
	assert.equal( ( await item( shop, product ) ).reserved, units );
	assert.equal( await shop.problems(), '' );
}

export async function bare( shop: Shop, lines: { id: number; quantity: number }[], status = 'pending' ): Promise< BareOrder > {
	const made = ( await shop.bareOrders( 1, lines, status ) )[ 0 ];
	assert.ok( made );
	return made;
}

export async function notes( shop: Shop, order: number ): Promise< string > {
	return ( await shop.act< string[] >( 'notes', { order } ) ).join( '\n' );
}

async function pending( shop: Shop ): Promise< number > {
	return ( await shop.act< { count: number } >( 'count_orders', { status: [ 'pending', 'checkout-draft' ] } ) ).count;
}

export async function reserve( shop: Shop, order: number, by = 'function' ): Promise< { refused: string; kind?: string } > {
	return shop.act( 'reserve', { order, by } );
}

export async function loss( shop: Shop, product: number, delta: number ): Promise< void > {
	const answer = await shop.rest( 'POST', '/woo-inventory-guard/v1/adjustments', { item_id: ( await item( shop, product ) ).id, delta, reason: delta < 0 ? 'damaged' : 'found' } );
	assert.equal( answer.status, 201, JSON.stringify( answer.body ) );
}

export function refused( answer: Answer, words: RegExp ): void {
	assert.equal( answer.status, 409, JSON.stringify( answer.body ).slice( 0, 600 ) );
	assert.match( String( answer.body.message ), words );
}

/** Every way in: what is not there is refused before money moves, in words, and leaves nothing behind. */
export async function doors( t: Report, shop: Shop, storage: string ): Promise< void > {
	const check = ( title: string, work: () => Promise< void > ): Promise< void > => t.check( `${ title } (${ storage })`, work );

	await check( 'A refused classic checkout names the product and what is left, is told once, and leaves no order behind', async () => {
		const product = await shop.counted( 'Teapot “Fog” & lid', 5 );
		const before = await pending( shop );
		const visitor = await shop.visitor( [ { id: product, quantity: 4 } ] );
		const no = await shop.placeClassic( visitor, 'cod', { 'X-Rival': `${ product }:3` } );
		assert.equal( no.sold, false );
		assert.match( no.text, /^Only 2 left of “Teapot “Fog” & lid”\. Please choose a smaller quantity\.$/ );
		assert.equal( await pending( shop ), before );
		await mustHold( shop, product, 0 );
		assert.deepEqual( await shop.act( 'averted', { id: product } ), [ 'classic 4 of 2' ] );
		// The cart is as it was, and says the same from now on.
		assert.match( ( await shop.visitor( [], visitor ) ).notices.join(), /Teapot.*\(2 available\)/ );
		const smaller = await shop.visitor( [ { id: product, quantity: 2 } ] );
		assert.equal( ( await shop.placeClassic( smaller ) ).sold, true );
		await mustHave( shop, product, 0 );
	} );

	await check( 'A classic order that waits after a failed payment is not thrown away when its second try is refused', async () => {
		const product = await shop.counted( 'Fan', 2 );
		const visitor = await shop.visitor( [ { id: product, quantity: 2 } ] );
		const before = await pending( shop );
		assert.equal( ( await shop.placeClassic( visitor, 'wig', { 'X-Pay': 'fail' } ) ).sold, false );
		assert.equal( await pending( shop ), before + 1 );
		await mustHold( shop, product, 2 );
		// Its time runs out, and somebody is a moment faster.
		await shop.sql( `UPDATE {p}wig_reservations SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 MINUTE WHERE active = 1` );
		const no = await shop.placeClassic( visitor, 'wig', { 'X-Rival': `${ product }:1` } );
		assert.match( no.text, /Only 1 left of “Fan”/ );
		assert.equal( await pending( shop ), before + 1 );
		await loss( shop, product, 1 );
		const again = await shop.placeClassic( visitor, 'wig' );
		assert.equal( again.sold, true, again.text );
		assert.equal( await pending( shop ), before );
		await mustHave( shop, product, 0 );
	} );

	await check( 'Where another plugin switches WooCommerce’s hold off, both checkouts reserve all the same', async () => {
		await shop.act( 'option', { name: 'wig_no_holds', value: 'yes' } );
		try {
			const product = await shop.counted( 'Teapot, plain', 4 );
			const before = await pending( shop );
			const visitor = await shop.visitor( [ { id: product, quantity: 4 } ] );
			assert.match( ( await shop.placeClassic( visitor, 'cod', { 'X-Rival': `${ product }:1` } ) ).text, /Only 3 left of “Teapot, plain”/ );
			assert.equal( await pending( shop ), before );
			const buyer = await shop.buyer( [ { id: product, quantity: 3 } ] );
			refused( await shop.placeOrder( buyer, 'cod', { 'X-Rival': `${ product }:1` } ), /Only 2 left of “Teapot, plain”/ );
			await mustHold( shop, product, 0 );
			assert.deepEqual( ( await shop.act< string[] >( 'averted', { id: product } ) ).sort(), [ 'block 3 of 2', 'classic 4 of 3' ] );
		} finally {
			await shop.act( 'option', { name: 'wig_no_holds', value: 'no' } );
		}
	} );

	for ( const kind of [ 'classic', 'block' ] as const ) {
		await check( `Pay for order, ${ kind }: units that are gone are refused before the gateway is asked, and can be had when they are back`, async () => {
			const product = await shop.counted( `Vase, ${ kind }`, 3 );
			const order = await bare( shop, [ { id: product, quantity: 2 } ] );
			await loss( shop, product, -2 );
			const pay = async (): Promise< { sold: boolean; text: string } > => {
				if ( kind === 'classic' ) {
					return shop.payClassic( order, await shop.visitor( [] ) );
				}
				const answer = await shop.payBlock( order, await shop.buyer( [] ) );
				return { sold: answer.status === 200, text: `${ answer.status } ${ String( answer.body.message ) }` };
			};
			const no = await pay();
			assert.equal( no.sold, false );
			assert.match( no.text, /Only 1 left of “Vase, / );
			await mustHave( shop, product, 1 );
			assert.deepEqual( await shop.act( 'averted', { id: product } ), [ 'pay_for_order 2 of 1' ] );
			await loss( shop, product, 1 );
			assert.equal( ( await pay() ).sold, true );
			await mustHave( shop, product, 0 );
			await mustHold( shop, product, 0 );
		} );
	}

	await check( 'An order that holds its units keeps them when a payment on its page fails', async () => {
		const product = await shop.counted( 'Screen', 1 );
		const order = await bare( shop, [ { id: product, quantity: 1 } ] );
		assert.equal( ( await reserve( shop, order.id ) ).refused, '' );
		const failed = await shop.payBlock( order, await shop.buyer( [] ), { 'X-Pay': 'fail' }, 'wig' );
		assert.ok( failed.status >= 400, String( failed.status ) );
		await mustHold( shop, product, 1 );
		assert.equal( ( await shop.payBlock( order, await shop.buyer( [] ), {}, 'wig' ) ).status, 200 );
		await mustHave( shop, product, 0 );
	} );

	await check( 'Versions 1, 2 and 3 of the REST interface refuse alike, made and changed', async () => {
		for ( const version of [ 'v1', 'v2', 'v3' ] ) {
			const product = await shop.counted( `Lantern ${ version }`, 5 );
			refused( await shop.restOrder( version, product, 6 ), /Only 5 left of “Lantern/ );
			const made = await shop.restOrder( version, product, 2 );
			assert.equal( made.status, 201, JSON.stringify( made.body ).slice( 0, 600 ) );
			await mustHave( shop, product, 3 );
			await mustHold( shop, product, 0 );
			if ( version === 'v1' && storage.includes( 'own' ) ) {
				// WooCommerce's version 1 finds no orders there, so it can change none.
				continue;
			}
			const order = `/wc/${ version }/orders/${ made.body.id as number }`;
			const line = ( made.body.line_items as { id: number }[] )[ 0 ]?.id;
			refused( await shop.rest( 'PUT', order, { line_items: [ { id: line, product_id: product, quantity: 9 } ] } ), /Only 3 left of “Lantern/ );
			await mustHave( shop, product, 3 );
			const more = await shop.rest( 'PUT', order, { line_items: [ { id: line, product_id: product, quantity: 4 } ] } );
			assert.equal( more.status, 200, JSON.stringify( more.body ).slice( 0, 600 ) );
			await mustHave( shop, product, 1 );
			await mustHold( shop, product, 0 );
			assert.deepEqual( ( await shop.act< string[] >( 'averted', { id: product } ) ).sort(), [ 'rest 6 of 5', 'rest 7 of 3' ] );
		}
	} );

	await check( 'A line that REST adds to a paid order is in the ledger as a sale', async () => {
		const product = await shop.counted( 'Basket', 3 );
		const order = await bare( shop, [], 'processing' );
		const added = await shop.rest( 'PUT', `/wc/v3/orders/${ order.id }`, { line_items: [ { product_id: product, quantity: 2 } ] } );
		assert.equal( added.status, 200, JSON.stringify( added.body ).slice( 0, 600 ) );
		await mustHave( shop, product, 1 );
		const ledger = await shop.rest( 'GET', `/woo-inventory-guard/v1/items/${ ( await item( shop, product ) ).id }/movements` );
		assert.deepEqual( ( ledger.body.list as { reason: string }[] ).map( ( one ) => one.reason ), [ 'sold', 'opening' ] );
	} );

	await check( 'wp-admin: a line that is not there is not added to a paid order; one that is there is held until it is saved', async () => {
		const product = await shop.counted( 'Rug', 3 );
		const staff = await shop.staff();
		const order = await bare( shop, [], 'processing' );
		const no = await shop.addLine( staff, order.id, product, 5 );
		assert.equal( no.sold, false );
		assert.match( no.text, /Only 3 left of “Rug”/ );
		const added = await shop.ajax( staff, 'woocommerce_add_order_item', { order_id: String( order.id ), 'data[0][id]': String( product ), 'data[0][qty]': '2' } );
		assert.equal( added.sold, true, added.text );
		await mustHave( shop, product, 3 );
		await mustHold( shop, product, 2 );
		refused( await shop.restOrder( 'v3', product, 2 ), /Only 1 left of “Rug”/ );
		const line = Number( /data-order_item_id=\\?"(\d+)/.exec( added.html )?.[ 1 ] );
		assert.equal( ( await shop.saveLine( staff, order.id, line, 2 ) ).sold, true );
		await mustHave( shop, product, 1 );
		await mustHold( shop, product, 0 );
	} );

	await check( 'wp-admin: saving lines is refused as a whole, before the first of them is saved', async () => {
		const [ rug, mat ] = [ await shop.counted( 'Rug, long', 5 ), await shop.counted( 'Mat', 5 ) ];
		const made = await shop.order( [ { product_id: rug, quantity: 1 }, { product_id: mat, quantity: 1 } ], { set_paid: true } );
		const order = made.body.id as number;
		const lines = ( made.body.line_items as { id: number }[] ).map( ( line ) => line.id );
		const items = new URLSearchParams( lines.flatMap( ( line, i ) => [ [ 'order_item_id[]', String( line ) ], [ `order_item_qty[${ line }]`, i === 0 ? '3' : '9' ], [ `line_total[${ line }]`, '10' ] ] ) );
		const no = await shop.ajax( await shop.staff(), 'woocommerce_save_order_items', { order_id: String( order ), items: items.toString() } );
		assert.equal( no.sold, false );
		assert.match( no.text, /Only 4 left of “Mat”/ );
		await mustHave( shop, rug, 4 );
		await mustHave( shop, mat, 4 );
		await mustHold( shop, rug, 0 );
		assert.deepEqual( await shop.act( 'averted', { id: mat } ), [ 'admin 8 of 4' ] );
		// The form of the whole page is on its way already: it is saved, and said.
		await shop.act( 'save_lines', { order, items: { order_item_id: lines.map( String ), order_item_qty: { [ lines[ 0 ] ?? 0 ]: '3', [ lines[ 1 ] ?? 0 ]: '9' } } } );
		await mustHave( shop, rug, 2 );
		await mustHave( shop, mat, 4 );
		assert.match( await notes( shop, order ), /Saved although it is not all in stock\. Only 4 left of “Mat”/ );
	} );

	await check( 'wp-admin: a line that is removed again holds nothing', async () => {
		const product = await shop.counted( 'Stool', 2 );
		const staff = await shop.staff();
		const order = await bare( shop, [], 'processing' );
		const added = await shop.ajax( staff, 'woocommerce_add_order_item', { order_id: String( order.id ), 'data[0][id]': String( product ), 'data[0][qty]': '2' } );
		await mustHold( shop, product, 2 );
		const line = /data-order_item_id=\\?"(\d+)/.exec( added.html )?.[ 1 ] ?? '';
		const gone = await shop.ajax( staff, 'woocommerce_remove_order_item', { order_id: String( order.id ), 'order_item_ids[]': line } );
		assert.equal( gone.sold, true, gone.text );
		await mustHold( shop, product, 0 );
	} );

	await check( 'An order made by code is held before its status changes, and stands in the ledger as a sale', async () => {
		const product = await shop.counted( 'Chime', 3 );
		const made = await shop.act< { id: number; taken: number } >( 'bare_and_paid', { id: product, quantity: 2 } );
		assert.equal( made.taken, 2 );
		await mustHave( shop, product, 1 );
		await mustHold( shop, product, 0 );
		assert.match( await notes( shop, made.id ), /Reserved by Inventory Guard: 2 × Chime/ );
	} );

	await check( 'What other plugins do with WooCommerce’s own functions goes through the books', async () => {
		const product = await shop.counted( 'Bell', 3 );
		const order = await bare( shop, [ { id: product, quantity: 2 } ] );
		assert.equal( ( await reserve( shop, order.id ) ).refused, '' );
		await mustHold( shop, product, 2 );
		await shop.act( 'reduce', { order: order.id } );
		await mustHave( shop, product, 1 );
		await mustHold( shop, product, 0 );
		const other = await bare( shop, [ { id: product, quantity: 2 } ] );
		assert.match( ( await reserve( shop, other.id ) ).refused, /Only 1 left of “Bell”/ );
		assert.deepEqual( await shop.act( 'averted', { id: product } ), [ 'code 2 of 1' ] );
	} );

	await check( 'A bundle in the cart: what it shares is counted once, and it is named as the shopper knows it', async () => {
		const cup = await shop.counted( 'Cup “Moon”', 5 );
		const pot = await shop.counted( 'Pot “Moon”', 9 );
		const set = ( await shop.act< { id: number } >( 'bundle', { name: 'Moon set', parts: [ { id: cup, quantity: 2 }, { id: pot, quantity: 1 } ] } ) ).id;
		const fits = await shop.visitor( [ { id: set, quantity: 2 }, { id: cup, quantity: 1 } ] );
		assert.deepEqual( fits.notices, [] );
		const shared = await shop.visitor( [ { id: set, quantity: 2 }, { id: cup, quantity: 2 } ] );
		assert.deepEqual( shared.notices, [ 'There is not enough left for all of these together: “Cup “Moon””, “Moon set”. Please choose a smaller quantity.' ] );
		// More than there is does not even get into the cart.
		await assert.rejects( shop.buyer( [ { id: set, quantity: 3 } ] ), /Only 2 left of “Moon set”/ );
		refused( await shop.order( [ { product_id: set, quantity: 3 } ] ), /Only 2 left of “Moon set”/ );
		const held = await shop.order( [ { product_id: set, quantity: 2 } ] );
		assert.equal( held.status, 201, JSON.stringify( held.body ).slice( 0, 400 ) );
		await mustHold( shop, cup, 4 );
		await mustHold( shop, pot, 2 );
		await assert.rejects( shop.buyer( [ { id: set, quantity: 1 } ] ), /Moon set.*out of stock/ );
		await assert.rejects( shop.buyer( [ { id: cup, quantity: 2 } ] ), /add-item answered 4/ );
		await shop.act( 'status', { order: held.body.id, status: 'processing' } );
		await mustHave( shop, cup, 1 );
		await mustHave( shop, pot, 7 );
	} );

	await check( 'Taking a line out of the cart does not free an order that is being paid in another tab', async () => {
		const product = await shop.counted( 'Print', 1 );
		const other = await shop.counted( 'Frame', 1 );
		const buyer = await shop.buyer( [ { id: product, quantity: 1 }, { id: other, quantity: 1 } ] );
		const order = await shop.placeOrder( buyer, 'wig', { 'X-Pay': 'later' } );
		assert.equal( order.status, 200, JSON.stringify( order.body ).slice( 0, 400 ) );
		await mustHold( shop, product, 1 );
		const more = await Promise.all( [ 'Nail', 'Hook' ].map( ( name ) => shop.counted( name, 3 ) ) );
		for ( const id of more ) {
			assert.equal( ( await shop.send( 'POST', '/wp-json/wc/store/v1/cart/add-item', { id, quantity: 1 }, { 'Cart-Token': buyer.token } ) ).status, 201 );
		}
		const line = ( ( await shop.cart( buyer ) ).body.items as { id: number; key: string }[] ).find( ( { id } ) => id === more[ 0 ] );
		assert.equal( ( await shop.send( 'POST', '/wp-json/wc/store/v1/cart/remove-item', { key: line?.key }, { 'Cart-Token': buyer.token } ) ).status, 200 );
		await mustHold( shop, product, 1 );
		await mustHold( shop, other, 1 );
	} );

	await check( 'Units below one are held as they are', async () => {
		await shop.act( 'option', { name: 'wig_by_weight', value: 'yes' } );
		try {
			const tea = await shop.counted( 'Loose tea', 0.4 );
			const much = await bare( shop, [ { id: tea, quantity: 0.9 } ] );
			assert.match( ( await reserve( shop, much.id ) ).refused, /Only 0\.4 left of “Loose tea”/ );
			const little = await bare( shop, [ { id: tea, quantity: 0.3 } ] );
			assert.equal( ( await reserve( shop, little.id ) ).refused, '' );
			await mustHold( shop, tea, 0.3 );
			assert.match( ( await shop.visitor( [ { id: tea, quantity: 0.2 } ] ) ).notices.join(), /Loose tea/ );
			await shop.act( 'status', { order: little.id, status: 'processing' } );
			await mustHave( shop, tea, 0.1 );
		} finally {
			await shop.act( 'option', { name: 'wig_by_weight', value: 'no' } );
		}
	} );

	await traps( check, shop );
}

/** Section 7 of the map of WooCommerce. */
async function traps( check: ( title: string, work: () => Promise< void > ) => Promise< void >, shop: Shop ): Promise< void > {
	await check( 'trap 3: an order with a line that the books do not know: WooCommerce holds that one, the books the rest', async () => {
		await shop.act( 'option', { name: 'woocommerce_hold_stock_minutes', value: '30' } );
		try {
			const ours = await shop.counted( 'Brush', 2 );
			const theirs = await shop.counted( 'Ink', 5 );
			const order = await bare( shop, [ { id: ours, quantity: 2 }, { id: theirs, quantity: 3 } ] );
			await shop.act( 'set_status', { id: theirs, status: 'trash' } );
			await shop.sql( `DELETE FROM {p}wig_items WHERE product_id = ${ theirs }` );
			assert.equal( ( await reserve( shop, order.id ) ).refused, '' );
			assert.equal( ( await item( shop, ours ) ).reserved, 2 );
			const rows = await shop.sql( `SELECT product_id, stock_quantity FROM {p}wc_reserved_stock WHERE order_id = ${ order.id } AND product_id = ${ theirs }` );
			assert.equal( Number( rows[ 0 ]?.stock_quantity ), 3 );
			const late = await bare( shop, [ { id: ours, quantity: 1 } ] );
			assert.match( ( await reserve( shop, late.id ) ).refused, /“Brush” has just sold out/ );
		} finally {
			await shop.act( 'option', { name: 'woocommerce_hold_stock_minutes', value: '' } );
		}
	} );

	await check( 'trap 5: a payment method that breaks off with a PHP error leaves nothing held', async () => {
		const product = await shop.counted( 'Kite', 1 );
		const buyer = await shop.buyer( [ { id: product, quantity: 1 } ] );
		await assert.rejects( shop.placeOrder( buyer, 'wig', { 'X-Pay': 'crash' } ).then( ( answer ) => assert.ok( answer.status < 500, String( answer.status ) ) ) );
		await mustHold( shop, product, 0 );
		const visitor = await shop.visitor( [ { id: product, quantity: 1 } ] );
		assert.equal( ( await shop.placeClassic( visitor, 'wig', { 'X-Pay': 'crash' } ) ).sold, false );
		await mustHold( shop, product, 0 );
		assert.equal( ( await shop.placeOrder( await shop.buyer( [ { id: product, quantity: 1 } ] ) ) ).status, 200 );
		await mustHave( shop, product, 0 );
	} );

	await check( 'trap 12: what left the order is free, and a failed order holds nothing', async () => {
		const [ one, two ] = [ await shop.counted( 'Ball', 2 ), await shop.counted( 'Net', 2 ) ];
		const order = await bare( shop, [ { id: one, quantity: 2 }, { id: two, quantity: 1 } ] );
		await reserve( shop, order.id );
		await mustHold( shop, one, 2 );
		await shop.act( 'remove_line', { order: order.id, line: order.lines[ 0 ] } );
		await reserve( shop, order.id );
		await mustHold( shop, one, 0 );
		await mustHold( shop, two, 1 );
		await shop.act( 'status', { order: order.id, status: 'failed' } );
		await mustHold( shop, two, 0 );
	} );

	await check( 'trap 13: a shopper is never blocked by the own hold', async () => {
		const [ last, other ] = [ await shop.counted( 'Globe', 1 ), await shop.counted( 'Atlas', 5 ) ];
		const visitor = await shop.visitor( [ { id: last, quantity: 1 } ] );
		assert.equal( ( await shop.placeClassic( visitor, 'wig', { 'X-Pay': 'later' } ) ).sold, true );
		await mustHold( shop, last, 1 );
		// Back from the bank, one thing more into the cart: another order, for which the first holds the unit.
		const back = await shop.visitor( [ { id: other, quantity: 1 } ], visitor );
		assert.deepEqual( back.notices, [] );
		const again = await shop.placeClassic( back, 'wig', { 'X-Pay': 'later' } );
		assert.equal( again.sold, true, again.text );
		await mustHold( shop, last, 1 );
		await mustHold( shop, other, 1 );
		// To everybody else it is gone.
		assert.match( ( await shop.visitor( [ { id: last, quantity: 1 } ] ) ).notices.join(), /Globe/ );
		// The value false where WooCommerce looks first, and a draft that holds the unit where it then does not look.
		const draft = await bare( shop, [ { id: other, quantity: 4 } ], 'checkout-draft' );
		assert.equal( ( await reserve( shop, draft.id ) ).refused, '' );
		assert.deepEqual( ( await shop.visitor( [ { id: other, quantity: 4 } ], undefined, draft.id ) ).notices, [] );
		assert.match( ( await shop.visitor( [ { id: other, quantity: 4 } ] ) ).notices.join(), /Atlas/ );
	} );

	await check( 'trap 14: WooCommerce’s own class, made with new, reserves in the books', async () => {
		const product = await shop.counted( 'Drum', 1 );
		const [ first, second ] = await shop.bareOrders( 2, [ { id: product, quantity: 1 } ] );
		assert.equal( ( await reserve( shop, first?.id ?? 0, 'class' ) ).refused, '' );
		const no = await reserve( shop, second?.id ?? 0, 'class' );
		assert.match( no.refused, /“Drum” has just sold out/ );
		assert.match( no.kind ?? '', /ReserveStockException$/ );
		assert.deepEqual( await shop.sql( `SELECT * FROM {p}wc_reserved_stock WHERE product_id = ${ product }` ), [] );
	} );

	await check( 'trap 15: with a blank hold setting the guard’s own time counts', async () => {
		const product = await shop.counted( 'Flute', 1 );
		const order = await bare( shop, [ { id: product, quantity: 1 } ] );
		await reserve( shop, order.id );
		const held = ( await shop.sql( `SELECT TIMESTAMPDIFF( MINUTE, UTC_TIMESTAMP(), expires_at ) AS minutes FROM {p}wig_reservations WHERE reference_type = 'order' AND reference_id = '${ order.id }' AND active = 1` ) )[ 0 ];
		assert.ok( Number( held?.minutes ) >= 1, JSON.stringify( held ) );
		// Its time is up and no job has run: the next buyer gets it, and the cart knows it before.
		await shop.sql( `UPDATE {p}wig_reservations SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 MINUTE WHERE reference_type = 'order' AND reference_id = '${ order.id }'` );
		const buyer = await shop.buyer( [ { id: product, quantity: 1 } ] );
		assert.equal( ( await shop.placeOrder( buyer ) ).status, 200 );
		await mustHave( shop, product, 0 );
	} );

	await check( 'trap 16: all lines or none, and a refusal says which', async () => {
		const [ there, gone ] = [ await shop.counted( 'Lute', 1 ), await shop.counted( 'Lyre', 0 ) ];
		const order = await bare( shop, [ { id: there, quantity: 1 }, { id: gone, quantity: 1 } ] );
		const no = await reserve( shop, order.id );
		assert.match( no.refused, /^“Lyre” has just sold out\.$/ );
		await mustHold( shop, there, 0 );
	} );

	await check( 'trap 21: an order that is still a draft holds its units', async () => {
		const product = await shop.counted( 'Horn', 1 );
		const draft = await bare( shop, [ { id: product, quantity: 1 } ], 'checkout-draft' );
		await reserve( shop, draft.id );
		await mustHold( shop, product, 1 );
		refused( await shop.restOrder( 'v3', product ), /“Horn” has just sold out/ );
	} );

	await check( 'trap 23: what is held is said on the order once, and not a second time by WooCommerce', async () => {
		await shop.act( 'option', { name: 'woocommerce_hold_stock_minutes', value: '30' } );
		try {
			const product = await shop.counted( 'Viol', 2 );
			const order = await shop.placeOrder( await shop.buyer( [ { id: product, quantity: 2 } ] ), 'wig', { 'X-Pay': 'later' } );
			const said = await notes( shop, order.body.order_id as number );
			assert.equal( said.match( /Reserved by Inventory Guard: 2 × Viol/g )?.length, 1, said );
			assert.doesNotMatch( said, /Stock hold of/ );
		} finally {
			await shop.act( 'option', { name: 'woocommerce_hold_stock_minutes', value: '' } );
		}
	} );
}
