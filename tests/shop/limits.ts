import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import type { Answer, Buyer, Shop } from './shop.ts';

const SESSIONS = 10;

const made = ( answers: readonly Answer[] ): number => answers.filter( ( a ) => a.status === 200 || a.status === 201 ).length;

async function sessions( shop: Shop, product: number, headers: Record< string, string > = {} ): Promise< Buyer[] > {
	const ready: Buyer[] = [];
	for ( let n = 0; n < SESSIONS; n++ ) {
		ready.push( await shop.buyer( [ { id: product, quantity: 1 } ], headers ) );
	}
	return ready;
}

function mustBeRefused( answers: readonly Answer[], words: RegExp ): void {
	for ( const answer of answers.filter( ( a ) => a.status !== 200 && a.status !== 201 ) ) {
		assert.equal( answer.status, 409, JSON.stringify( answer.body ).slice( 0, 400 ) );
		assert.equal( answer.body.code, 'wig_limit_reached' );
		assert.match( String( answer.body.message ), words );
	}
}

/** How much one customer may buy. */
export async function limits( t: Report, shop: Shop, storage: string ): Promise< void > {
	const check = ( title: string, work: () => Promise< void > ): Promise< void > => t.check( `${ title } (${ storage })`, work );
	const round = storage.replaceAll( ' ', '-' );

	await check( 'Without a limit one customer with 10 sessions at once gets 10: the race is real', async () => {
		const product = await shop.counted( 'Puerh cake, free', 50 );
		const ready = await sessions( shop, product );
		assert.equal( made( await Promise.all( ready.map( ( buyer ) => shop.placeOrder( buyer ) ) ) ), SESSIONS );
	} );

	await check( 'One guest with 10 sessions at once in the block checkout and a limit of 2 gets 2', async () => {
		const product = await shop.counted( 'Puerh cake, guests', 50 );
		await shop.act( 'limit', { product, most_per_customer: 2, days: 30 } );
		const ready = await sessions( shop, product );
		const answers = await Promise.all( ready.map( ( buyer ) => shop.placeOrder( buyer ) ) );
		assert.equal( made( answers ), 2, JSON.stringify( answers.map( ( a ) => [ a.status, a.body.code ] ) ) );
		mustBeRefused( answers, /You can buy up to 2 of “Puerh cake, guests” in 30 days\. You have already bought that many\./ );
		assert.equal( ( await shop.stock( product ) ).stock, 48 );
		assert.equal( await shop.problems(), '' );
	} );

	await check( 'One account with 10 sessions at once, each under another e-mail address, gets 2', async () => {
		const product = await shop.counted( 'Puerh cake, accounts', 50 );
		await shop.act( 'limit', { product, most_per_customer: 2 } );
		const account = await shop.act< { id: number; header: string } >( 'account', { name: `mei-${ round }`, email: `mei-${ round }@example.org` } );
		const headers = { Authorization: account.header };
		// All sessions of an account share its cart.
		const buyer = await shop.buyer( [ { id: product, quantity: 1 } ], headers );
		const line = [ { product_id: product, quantity: 1 } ];
		const answers = await Promise.all( [
			...Array.from( { length: SESSIONS }, ( _, n ) => shop.placeOrder( buyer, 'cod', headers, { email: `other-${ n }@example.com` } ) ),
			...Array.from( { length: SESSIONS }, ( _, n ) => shop.order( line, { set_paid: true, customer_id: account.id, billing: { email: `another-${ n }@example.com` } } ) ),
		] );
		assert.equal( made( answers ), 2, JSON.stringify( answers.map( ( a ) => [ a.status, a.body.code, a.body.message ] ) ) );
		mustBeRefused( answers.slice( SESSIONS ), /You can buy up to 2/ );
		assert.equal( ( await shop.stock( product ) ).stock, 48 );
	} );

	await check( 'One guest at once through REST and the block checkout, written in many ways, gets 2; others are not in the way', async () => {
		const product = await shop.counted( 'Puerh cake, doors', 50 );
		await shop.act( 'limit', { product, most_per_customer: 2 } );
		const ready = await sessions( shop, product );
		const line = [ { product_id: product, quantity: 1 } ];
		const answers = await Promise.all( [
			...ready.map( ( buyer ) => shop.placeOrder( buyer ) ),
			...Array.from( { length: SESSIONS }, ( _, n ) => shop.order( line, { set_paid: true, billing: { email: `MEI+${ n }@Example.com` } } ) ),
		] );
		assert.equal( made( answers ), 2, JSON.stringify( answers.map( ( a ) => [ a.status, a.body.code ] ) ) );
		mustBeRefused( answers, /You can buy up to 2 of “Puerh cake, doors”/ );
		assert.equal( ( await shop.order( line, { set_paid: true, billing: { email: 'lin@example.com' } } ) ).status, 201 );
		assert.equal( ( await shop.stock( product ) ).stock, 47 );
		assert.equal( await shop.problems(), '' );
	} );

	await check( 'A cancelled order counts no more', async () => {
		const product = await shop.counted( 'Puerh cake, cancelled', 50 );
		await shop.act( 'limit', { product, most_per_customer: 2, days: 30 } );
		const order = ( quantity: number ): Promise< Answer > => shop.order( [ { product_id: product, quantity } ], { set_paid: true, billing: { email: 'cancel@example.com' } } );
		const first = await order( 2 );
		assert.equal( first.status, 201 );
		assert.equal( ( await order( 1 ) ).status, 409 );
		await shop.act( 'status', { order: first.body.id, status: 'cancelled' } );
		assert.equal( ( await order( 2 ) ).status, 201 );
		assert.equal( ( await order( 1 ) ).status, 409 );
	} );

	await check( 'A shop manager goes beyond a limit in wp-admin: said on the order, and counted', async () => {
		const product = await shop.counted( 'Puerh cake, by staff', 50 );
		await shop.act( 'limit', { product, most_per_customer: 2 } );
		const email = 'regular@example.com';
		const order = await shop.act< { id: number } >( 'by_staff', { product, quantity: 5, email } );
		assert.match( ( await shop.act< string[] >( 'notes', { order: order.id } ) ).join( '\n' ), /goes beyond a limit of the shop: You can buy up to 2 of “Puerh cake, by staff”/ );
		assert.equal( ( await shop.stock( product ) ).stock, 45 );
		assert.equal( ( await shop.order( [ { product_id: product, quantity: 1 } ], { billing: { email } } ) ).status, 409 );
	} );

	await check( 'A limit of a category counts all of it and what is below it, over variations too', async () => {
		const above = ( await shop.act< { id: number } >( 'category', { name: `Tea ${ round }` } ) ).id;
		const below = ( await shop.act< { id: number } >( 'category', { name: `Black tea ${ round }`, parent: above } ) ).id;
		await shop.act( 'limit', { category: above, most_per_customer: 3, multiple_of: 1 } );
		const plain = await shop.counted( 'Assam', 50, { category_ids: [ below ] } );
		const parent = await shop.product( { name: 'Ceylon', type: 'variable', category_ids: [ above ], attributes: { Size: [ 'S', 'L' ] } } );
		const small = ( await shop.act< { id: number } >( 'variation', { parent, attributes: { size: 'S' }, manage_stock: true, stock_quantity: 50 } ) ).id;
		const order = ( lines: object[] ): Promise< Answer > => shop.order( lines, { set_paid: true, billing: { email: 'category@example.com' } } );
		assert.equal( ( await order( [ { product_id: plain, quantity: 1 }, { product_id: parent, variation_id: small, quantity: 1 } ] ) ).status, 201 );
		const refused = await order( [ { product_id: parent, variation_id: small, quantity: 2 } ] );
		assert.equal( refused.body.code, 'wig_limit_reached' );
		assert.match( String( refused.body.message ), /You can buy up to 3 of “Tea [^”]*”\. You can still have 1\./ );
		assert.equal( ( await order( [ { product_id: plain, quantity: 1 } ] ) ).status, 201 );
	} );

	await check( 'Least, multiples and the most of one order hold at every door', async () => {
		const product = await shop.counted( 'Tin, carton', 500 );
		await shop.act( 'limit', { product, most_per_order: 24, least: 12, multiple_of: 6 } );
		const order = async ( quantity: number ): Promise< unknown[] > => {
			const answer = await shop.order( [ { product_id: product, quantity } ], { set_paid: true } );
			return [ answer.status, answer.body.message ];
		};
		assert.deepEqual( await order( 6 ), [ 409, 'Please take at least 12 of “Tin, carton”.' ] );
		assert.deepEqual( await order( 15 ), [ 409, '“Tin, carton” is sold in multiples of 6.' ] );
		assert.deepEqual( await order( 30 ), [ 409, 'You can buy up to 24 of “Tin, carton”.' ] );
		assert.equal( ( await order( 18 ) )[ 0 ], 201 );
		const stocked = await shop.send( 'GET', `/wp-json/wc/store/v1/products/${ product }` );
		assert.deepEqual( stocked.body.add_to_cart && { ...( stocked.body.add_to_cart as object ), ...{} }, {
			...( stocked.body.add_to_cart as object ),
			minimum: 12,
			maximum: 24,
			multiple_of: 6,
		} );
	} );

	await check( 'The product page says the rules in words, and offers what this shopper could have', async () => {
		const product = await shop.counted( 'Caddy', 9 );
		await shop.act( 'limit', { product, most_per_customer: 5, days: 30, least: 2 } );
		assert.deepEqual( await shop.act( 'shown', { product } ), { rules: 'You can buy up to 5 of these in 30 days. Sold from 2 up.', availability: '9 in stock', in_stock: true, most: 5 } );
		await shop.order( [ { product_id: product, quantity: 5 } ] );
		assert.equal( ( await shop.act< { most: number } >( 'shown', { product } ) ).most, 4, 'What others hold is not offered.' );
		const buyer = await shop.buyer( [ { id: product, quantity: 4 } ] );
		const more = await shop.send( 'POST', '/wp-json/wc/store/v1/cart/add-item', { id: product, quantity: 2 }, { 'Cart-Token': buyer.token } );
		assert.ok( more.status >= 400, JSON.stringify( more.body ).slice( 0, 300 ) );
	} );

	await check( 'The cart says that a limit is reached before the checkout does', async () => {
		const product = await shop.counted( 'Caddy, small', 50 );
		await shop.act( 'limit', { product, most_per_order: 3 } );
		const buyer = await shop.buyer( [ { id: product, quantity: 3 } ] );
		const more = await shop.send( 'POST', '/wp-json/wc/store/v1/cart/add-item', { id: product, quantity: 1 }, { 'Cart-Token': buyer.token } );
		assert.equal( more.status, 400 );
		assert.match( String( more.body.message ), /You can buy up to 3 of “Caddy, small”|maximum quantity/ );
		assert.equal( ( await shop.placeOrder( buyer ) ).status, 200 );
	} );

	await check( 'Safety stock is not offered online; staff and programs may sell it', async () => {
		const product = await shop.counted( 'Samovar', 5 );
		await shop.act( 'terms', { product, safety_stock: 2 } );
		assert.equal( ( await shop.act< { most: number } >( 'shown', { product } ) ).most, 3 );
		await assert.rejects( shop.buyer( [ { id: product, quantity: 4 } ] ), /add-item answered 400/ );
		const late = await shop.buyer( [ { id: product, quantity: 1 } ] );
		assert.equal( ( await shop.placeOrder( await shop.buyer( [ { id: product, quantity: 3 } ] ) ) ).status, 200 );
		const refused = await shop.placeOrder( late );
		assert.ok( refused.status >= 400 && refused.status < 500, JSON.stringify( refused.body ).slice( 0, 300 ) );
		const item = ( await shop.send( 'GET', `/wp-json/woo-inventory-guard/v1/availability?products=${ product }` ) ).body.items as { in_stock: boolean }[];
		assert.equal( item[ 0 ]?.in_stock, false );
		assert.deepEqual( await shop.act( 'shown', { product } ).then( ( s ) => [ s.in_stock, s.availability ] ), [ false, 'Out of stock' ] );
		assert.equal( ( await shop.order( [ { product_id: product, quantity: 2 } ], { set_paid: true } ) ).status, 201 );
		assert.equal( ( await shop.stock( product ) ).stock, 0 );
		assert.equal( await shop.problems(), '' );
	} );

	await check( 'A backorder has its limit and says when it ships: on the page, in the order and its mails', async () => {
		const product = await shop.counted( 'Gongfu set', 1, { backorders: 'notify' } );
		await shop.act( 'terms', { product, backorder_limit: 2, backorder_text: 'ships about 12 December' } );
		assert.equal( ( await shop.act< { most: number } >( 'shown', { product } ) ).most, 3 );
		const made = await shop.placeOrder( await shop.buyer( [ { id: product, quantity: 2 } ] ) );
		assert.equal( made.status, 200, JSON.stringify( made.body ).slice( 0, 300 ) );
		assert.deepEqual( await shop.act( 'shown', { product } ).then( ( s ) => [ s.availability, s.most ] ), [ 'On backorder: ships about 12 December', 1 ] );
		const order = await shop.rest( 'GET', `/wc/v3/orders/${ made.body.order_id }` );
		assert.match( JSON.stringify( order.body.line_items ), /"Delivery","value":"ships about 12 December"/ );
		assert.equal( ( await shop.order( [ { product_id: product, quantity: 2 } ] ) ).status, 409 );
		assert.equal( ( await shop.order( [ { product_id: product, quantity: 1 } ] ) ).status, 201 );
		assert.equal( await shop.problems(), '' );
	} );

	await check( 'A pre-order is sold up to its number, shown as such, and released oldest first when units arrive', async () => {
		const product = await shop.counted( 'New harvest', 0 );
		assert.equal( ( await shop.act< { in_stock: boolean } >( 'shown', { product } ) ).in_stock, false );
		await shop.act( 'terms', { product, available_from: '2099-12-12T12:00:00Z', preorder_limit: 3 } );
		assert.deepEqual( await shop.act( 'shown', { product } ).then( ( s ) => [ s.availability, s.most, s.in_stock ] ), [ 'Pre-order: ships about 12 December', 3, true ] );
		const first = await shop.placeOrder( await shop.buyer( [ { id: product, quantity: 2 } ] ) );
		assert.equal( first.status, 200, JSON.stringify( first.body ).slice( 0, 300 ) );
		const second = await shop.order( [ { product_id: product, quantity: 1 } ], { set_paid: true } );
		assert.equal( second.status, 201 );
		assert.equal( ( await shop.order( [ { product_id: product, quantity: 1 } ], { set_paid: true } ) ).status, 409 );
		assert.equal( ( await shop.stock( product ) ).stock, -3 );
		assert.deepEqual( await shop.act( 'arrives', { product, units: 1 } ), [] );
		assert.deepEqual( await shop.act( 'arrives', { product, units: 1 } ), [ first.body.order_id ] );
		assert.deepEqual( await shop.act( 'arrives', { product, units: 1 } ), [ second.body.id ] );
		assert.match( ( await shop.act< string[] >( 'notes', { order: first.body.order_id } ) ).join( '\n' ), /has arrived[\s\S]*waits for 2 × New harvest/ );
		assert.equal( await shop.problems(), '' );
	} );

	await check( 'The Inventory tab of a product has the fields and keeps what is sent', async () => {
		const product = await shop.counted( 'Form', 9 );
		const empty = await shop.act< Record< string, string > >( 'form', { product } );
		assert.deepEqual( new Set( Object.values( empty ) ), new Set( [ '' ] ) );
		const send = { ...empty, safety_stock: '2', backorder_limit: '5', expected_at: '2099-12-24', backorder_text: 'soon', most_per_customer: '3', window_days: '30' };
		assert.deepEqual( await shop.act( 'form', { product, send } ), send );
		assert.deepEqual( await shop.act( 'form', { product, send: empty } ), empty );
	} );
}
