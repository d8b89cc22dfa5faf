import assert from 'node:assert/strict';
import type { Native } from '../../tools/lib/native.ts';
import type { Report } from '../../tools/lib/report.ts';
import { bare, mustHave, mustHold, notes, refused, reserve } from './doors.ts';
import { Owner } from './owner.ts';
import { address, type Answer, type BareOrder, type Buyer, type Shop, type Visitor } from './shop.ts';

type Check = ( title: string, work: () => Promise< void > ) => Promise< void >;

/** What WooCommerce 11.0.1 has behind switches (see php/rows-helper.php). */
const FEATURES = { 'X-Features': 'on' };
const AGENT = { ...FEATURES, 'X-Signed': 'blog' };
const V4_LINE = { name: 'Line' };

/** Somebody else's order that waits for its payment. */
async function othersHold( shop: Shop, product: number, quantity: number ): Promise< BareOrder > {
	const order = await bare( shop, [ { id: product, quantity } ] );
	assert.equal( ( await reserve( shop, order.id ) ).refused, '' );
	return order;
}

const lines = ( answer: Answer ): { id: number; key: string; quantity: number }[] => answer.body.items as { id: number; key: string; quantity: number }[];

async function updateClassicCart( native: Native, visitor: Visitor, units: number ): Promise< { quantities: number[]; notices: string[] } > {
	const answer = await fetch( `${ native.url }/?wig-update=${ units }`, { headers: { Cookie: visitor.cookie } } );
	return ( await answer.json() ) as { quantities: number[]; notices: string[] };
}

/** The button of the product list, for a new shopper. */
async function addClassic( native: Native, product: number, quantity: number ): Promise< boolean > {
	const answer = await fetch( `${ native.url }/?wc-ajax=add_to_cart`, { method: 'POST', body: new URLSearchParams( { product_id: String( product ), quantity: String( quantity ) } ) } );
	return ( ( await answer.json() ) as { error?: boolean } ).error !== true;
}

interface Session {
	readonly status: number;
	readonly body: Record< string, unknown >;
}

/** An agent's session with a full cart, ready to be paid. */
async function agent( shop: Shop, product: number, quantity: number ): Promise< string > {
	const made = await shop.send(
		'POST',
		'/wp-json/wc/agentic/v1/checkout_sessions',
		{ items: [ { id: String( product ), quantity } ], buyer: { first_name: 'Mei', last_name: 'Lin', email: address.email, phone_number: address.phone } },
		AGENT
	);
	assert.equal( made.status, 200, JSON.stringify( made.body ).slice( 0, 600 ) );
	return String( made.body.id );
}

async function agentPays( shop: Shop, session: string, headers: Record< string, string > = {} ): Promise< Session > {
	return shop.send(
		'POST',
		`/wp-json/wc/agentic/v1/checkout_sessions/${ session }/complete`,
		{
			payment_data: {
				token: 'paid',
				provider: 'stripe',
				billing_address: { name: 'Mei Lin', line_one: address.address_1, city: address.city, state: '', country: address.country, postal_code: address.postcode },
			},
		},
		{ ...AGENT, ...headers }
	);
}

const v4 = ( shop: Shop, method: string, path: string, body: object ): Promise< Answer > => shop.rest( method, `/wc/v4/orders${ path }`, body, FEATURES );

/** The list's own button, and its bulk action, as the owner's browser sends them. */
async function setInList( shop: Shop, owner: Owner, order: number, by: 'button' | 'bulk', hpos: boolean ): Promise< void > {
	const list = hpos ? '/wp-admin/admin.php?page=wc-orders' : '/wp-admin/edit.php?post_type=shop_order';
	if ( by === 'bulk' ) {
		const [ nonce = '' ] = await owner.nonce( list, '_wpnonce' );
		await owner.send( `${ list }&action=mark_processing&action2=-1&${ hpos ? 'id' : 'post' }[]=${ order }&_wpnonce=${ nonce }` );
		return;
	}
	// The button stands in the row of an order that can be set to this status.
	const page = await owner.page( list );
	const link = new RegExp( `admin-ajax\\.php\\?action=woocommerce_mark_order_status[^"']*status=processing[^"']*order_id=${ order }[^"']*` ).exec( page );
	assert.ok( link, `no button for order ${ order }: ${ page.slice( 0, 200 ) }` );
	await owner.send( `/wp-admin/${ link[ 0 ].replace( /&#038;|&amp;/g, '&' ) }` );
}

/**
 * The rows of sections 1 and 2 of the map of WooCommerce that no other part of the suite stands for. Titles begin with
 * the row's name; docs/doors.md lists them all.
 */
export async function rows( t: Report, shop: Shop, storage: string, native: Native ): Promise< void > {
	const check: Check = ( title, work ) => t.check( `${ title } (${ storage })`, work );
	await carts( check, shop, native );
	await agents( check, shop );
	await programs( check, shop );
	await staff( check, shop, native, storage.includes( 'own' ) );
	await states( check, shop );
}

async function carts( check: Check, shop: Shop, native: Native ): Promise< void > {
	await check( 'Block cart, add: what somebody else’s order holds does not get in', async () => {
		const product = await shop.counted( 'Easel', 5 );
		await othersHold( shop, product, 3 );
		await assert.rejects( shop.buyer( [ { id: product, quantity: 3 } ] ), /add-item answered 4/ );
		const fits = await shop.buyer( [ { id: product, quantity: 2 } ] );
		assert.equal( lines( await shop.cart( fits ) )[ 0 ]?.quantity, 2 );
	} );

	await check( 'Block cart, change quantity: not beyond what others leave', async () => {
		const product = await shop.counted( 'Canvas', 5 );
		const buyer = await shop.buyer( [ { id: product, quantity: 1 } ] );
		await othersHold( shop, product, 3 );
		const key = lines( await shop.cart( buyer ) )[ 0 ]?.key;
		const change = ( quantity: number ): Promise< Answer > => shop.send( 'POST', '/wp-json/wc/store/v1/cart/update-item', { key, quantity }, { 'Cart-Token': buyer.token } );
		const no = await change( 3 );
		assert.ok( no.status >= 400 && no.status < 500, JSON.stringify( no.body ).slice( 0, 400 ) );
		assert.equal( lines( await shop.cart( buyer ) )[ 0 ]?.quantity, 1 );
		assert.equal( ( await change( 2 ) ).status, 200 );
	} );

	await check( 'Block cart, every load: a cart that is too full comes down to what there is, and no lower', async () => {
		const product = await shop.counted( 'Brush', 5 );
		const buyer = await shop.buyer( [ { id: product, quantity: 4 } ] );
		assert.equal( lines( await shop.cart( buyer ) )[ 0 ]?.quantity, 4 );
		await othersHold( shop, product, 3 );
		const seen = lines( await shop.cart( buyer ) )[ 0 ]?.quantity ?? 0;
		assert.ok( seen === 2 || seen === 4, String( seen ) );
		const order = await shop.placeOrder( buyer );
		if ( order.status === 200 ) {
			await mustHave( shop, product, 3 );
		}
		await mustHold( shop, product, 3 );
	} );

	await check( 'Block checkout, GET and PATCH: no order is made and nothing is held', async () => {
		const product = await shop.counted( 'Palette', 2 );
		const buyer = await shop.buyer( [ { id: product, quantity: 2 } ] );
		const before = await shop.act( 'count_orders', { status: [ 'pending', 'checkout-draft' ] } );
		for ( const [ method, body ] of [ [ 'GET', undefined ], [ 'PATCH', { order_notes: 'Ring twice' } ] ] as const ) {
			const answer = await shop.send( method, '/wp-json/wc/store/v1/checkout', body, { 'Cart-Token': buyer.token } );
			assert.equal( answer.status, 200, JSON.stringify( answer.body ).slice( 0, 400 ) );
		}
		assert.deepEqual( await shop.act( 'count_orders', { status: [ 'pending', 'checkout-draft' ] } ), before );
		await mustHold( shop, product, 0 );
	} );

	await check( 'Block checkout, error: a payment that only answers "failed" keeps nothing from others', async () => {
		const product = await shop.counted( 'Varnish', 1 );
		const failed = await shop.placeOrder( await shop.buyer( [ { id: product, quantity: 1 } ] ), 'wig', { 'X-Pay': 'fail' } );
		assert.ok( failed.status >= 400 && failed.status < 500, String( failed.status ) );
		await mustHold( shop, product, 0 );
		assert.equal( ( await shop.placeOrder( await shop.buyer( [ { id: product, quantity: 1 } ] ) ) ).status, 200 );
		await mustHave( shop, product, 0 );
	} );

	await check( 'Classic add to cart: what somebody else’s order holds does not get in', async () => {
		const product = await shop.counted( 'Apron', 5 );
		await othersHold( shop, product, 3 );
		assert.equal( await addClassic( native, product, 3 ), false );
		assert.equal( await addClassic( native, product, 2 ), true );
	} );

	await check( 'Classic cart update: more than others leave is said on the cart page and refused at the checkout', async () => {
		const product = await shop.counted( 'Smock', 5 );
		const visitor = await shop.visitor( [ { id: product, quantity: 1 } ] );
		await othersHold( shop, product, 3 );
		assert.deepEqual( await updateClassicCart( native, visitor, 2 ), { quantities: [ 2 ], notices: [] } );
		const more = await updateClassicCart( native, visitor, 3 );
		assert.ok( more.quantities[ 0 ] === 2 || /Smock/.test( more.notices.join() ), JSON.stringify( more ) );
		if ( more.quantities[ 0 ] === 3 ) {
			assert.equal( ( await shop.placeClassic( visitor ) ).sold, false );
		}
		await mustHave( shop, product, 5 );
		await mustHold( shop, product, 3 );
	} );

	await check( 'Classic cart and checkout check: a cart that was right is looked at again', async () => {
		const product = await shop.counted( 'Frame', 3 );
		const visitor = await shop.visitor( [ { id: product, quantity: 2 } ] );
		assert.deepEqual( visitor.notices, [] );
		await othersHold( shop, product, 2 );
		assert.match( ( await shop.visitor( [], visitor ) ).notices.join(), /Frame/ );
		assert.equal( ( await shop.placeClassic( visitor ) ).sold, false );
		await mustHold( shop, product, 2 );
	} );

	await check( 'Order cancelled by shopper: what it held is free at once', async () => {
		const product = await shop.counted( 'Chalk', 2 );
		const order = await othersHold( shop, product, 2 );
		assert.deepEqual( await shop.act( 'shopper_ends', { order: order.id } ), { status: 'cancelled' } );
		await mustHold( shop, product, 0 );
		await mustHave( shop, product, 2 );
	} );
}

async function agents( check: Check, shop: Shop ): Promise< void > {
	await check( 'Agentic checkout: an agent is refused when the units are gone, and gets them when they are back', async () => {
		const product = await shop.counted( 'Sextant', 3 );
		const session = await agent( shop, product, 2 );
		const rival = await othersHold( shop, product, 3 );
		const no = await agentPays( shop, session );
		// WooCommerce's own look at the cart is first, and answers an agent so.
		assert.match( String( no.body.type ), /^(invalid_request|processing_error)$/, JSON.stringify( no.body ).slice( 0, 600 ) );
		await mustHave( shop, product, 3 );
		await mustHold( shop, product, 3 );
		await shop.act( 'status', { order: rival.id, status: 'cancelled' } );
		const yes = await agentPays( shop, await agent( shop, product, 2 ) );
		assert.equal( yes.status, 200, JSON.stringify( yes.body ).slice( 0, 600 ) );
		await mustHave( shop, product, 1 );
		await mustHold( shop, product, 0 );
	} );

	await check( 'Agentic checkout: a payment that fails or breaks off keeps nothing from others', async () => {
		const product = await shop.counted( 'Astrolabe', 1 );
		const session = await agent( shop, product, 1 );
		const failed = await agentPays( shop, session, { 'X-Pay': 'fail' } );
		assert.ok( failed.status >= 400, String( failed.status ) );
		await mustHold( shop, product, 0 );
		assert.equal( ( await shop.placeOrder( await shop.buyer( [ { id: product, quantity: 1 } ] ) ) ).status, 200 );
		await mustHave( shop, product, 0 );
	} );

	await check( 'Agentic checkout: eight agents at once, three units: three sold', async () => {
		const product = await shop.counted( 'Compass', 3 );
		const sessions: string[] = [];
		for ( let n = 0; n < 8; n++ ) {
			sessions.push( await agent( shop, product, 1 ) );
		}
		const answers = await Promise.all( sessions.map( ( session ) => agentPays( shop, session ) ) );
		assert.equal( answers.filter( ( { status } ) => status === 200 ).length, 3 );
		for ( const { body } of answers.filter( ( { status } ) => status !== 200 ) ) {
			assert.match( String( body.type ), /^(invalid_request|processing_error)$/ );
		}
		await mustHave( shop, product, 0 );
		await mustHold( shop, product, 0 );
	} );
}

async function programs( check: Check, shop: Shop ): Promise< void > {
	await check( 'REST v4: an order is refused as a whole, made when it fits, and changed only to what is there', async () => {
		const [ one, two ] = [ await shop.counted( 'Prism', 5 ), await shop.counted( 'Lens', 5 ) ];
		refused( await v4( shop, 'POST', '', { line_items: [ { ...V4_LINE, product_id: one, quantity: 1 }, { ...V4_LINE, product_id: two, quantity: 6 } ], status: 'processing' } ), /Only 5 left of “Lens”/ );
		await mustHold( shop, one, 0 );
		const made = await v4( shop, 'POST', '', { line_items: [ { ...V4_LINE, product_id: one, quantity: 2 } ], status: 'processing' } );
		assert.equal( made.status, 201, JSON.stringify( made.body ).slice( 0, 600 ) );
		await mustHave( shop, one, 3 );
		await mustHold( shop, one, 0 );
		const path = `/${ made.body.id as number }`;
		const line = ( made.body.line_items as { id: number }[] )[ 0 ]?.id;
		refused( await v4( shop, 'PUT', path, { line_items: [ { id: line, product_id: one, quantity: 9 } ] } ), /Only 3 left of “Prism”/ );
		await mustHave( shop, one, 3 );
		assert.equal( ( await v4( shop, 'PUT', path, { line_items: [ { id: line, product_id: one, quantity: 4 } ] } ) ).status, 200 );
		await mustHave( shop, one, 1 );
		await mustHold( shop, one, 0 );
		// What the body does not name is taken out of the order.
		const other = await v4( shop, 'PUT', path, { line_items: [ { ...V4_LINE, product_id: two, quantity: 5 } ] } );
		assert.equal( other.status, 200, JSON.stringify( other.body ).slice( 0, 600 ) );
		await mustHave( shop, one, 5 );
		await mustHave( shop, two, 0 );
		assert.deepEqual( await shop.act( 'averted', { id: two } ), [ 'rest 6 of 5' ] );
	} );

	await check( 'REST v4: an unpaid order holds its units, another line in its place asks only for itself, and a status that cannot be had is refused', async () => {
		const product = await shop.counted( 'Mirror', 5 );
		const made = await v4( shop, 'POST', '', { line_items: [ { ...V4_LINE, product_id: product, quantity: 4 } ] } );
		assert.equal( made.status, 201, JSON.stringify( made.body ).slice( 0, 600 ) );
		await mustHold( shop, product, 4 );
		const path = `/${ made.body.id as number }`;
		assert.equal( ( await v4( shop, 'PUT', path, { line_items: [ { ...V4_LINE, product_id: product, quantity: 5 } ] } ) ).status, 200 );
		await mustHold( shop, product, 5 );
		assert.equal( ( await v4( shop, 'PUT', path, { status: 'cancelled' } ) ).status, 200 );
		await mustHold( shop, product, 0 );
		assert.equal( ( await shop.restOrder( 'v3', product, 3 ) ).status, 201 );
		refused( await v4( shop, 'PUT', path, { status: 'processing' } ), /Only 2 left of “Mirror”/ );
		await mustHave( shop, product, 2 );
		await mustHold( shop, product, 0 );
		// A request that fails later keeps nothing.
		const failed = await v4( shop, 'POST', '', { line_items: [ { ...V4_LINE, product_id: product, quantity: 2 } ], customer_id: 999999 } );
		assert.ok( failed.status >= 400 && failed.status < 500, String( failed.status ) );
		await mustHold( shop, product, 0 );
	} );

	await check( 'REST v4: ten orders at once, three units: three made', async () => {
		const product = await shop.counted( 'Telescope', 3 );
		const answers = await Promise.all( Array.from( { length: 10 }, () => v4( shop, 'POST', '', { line_items: [ { ...V4_LINE, product_id: product, quantity: 1 } ] } ) ) );
		const made = answers.filter( ( { status } ) => status === 201 );
		assert.equal( made.length, 3, JSON.stringify( answers.map( ( { status } ) => status ) ) );
		await mustHold( shop, product, 3 );
		for ( const { body } of made ) {
			await shop.act( 'status', { order: body.id, status: 'processing' } );
		}
		await mustHave( shop, product, 0 );
		await mustHold( shop, product, 0 );
	} );

	await check( 'REST wc/v3 update: two new lines of an order that has none ask for what they are', async () => {
		const [ one, two ] = [ await shop.counted( 'Lever', 4 ), await shop.counted( 'Pulley', 3 ) ];
		const order = await bare( shop, [], 'processing' );
		const put = ( first: number, second: number ): Promise< Answer > => shop.rest( 'PUT', `/wc/v3/orders/${ order.id }`, { line_items: [ { product_id: one, quantity: first }, { product_id: two, quantity: second } ] } );
		refused( await put( 5, 1 ), /Only 4 left of “Lever”/ );
		await mustHave( shop, one, 4 );
		await mustHave( shop, two, 3 );
		const both = await put( 1, 2 );
		assert.equal( both.status, 200, JSON.stringify( both.body ).slice( 0, 600 ) );
		await mustHave( shop, one, 3 );
		await mustHave( shop, two, 1 );
		await mustHold( shop, two, 0 );
	} );

	await check( 'Point of sale, mobile apps: the till is told what is left before it takes money', async () => {
		const product = await shop.counted( 'Scarf pin', 2 );
		const sell = ( quantity: number ): Promise< Answer > => shop.order( [ { product_id: product, quantity } ], { created_via: 'pos-rest-api', set_paid: true } );
		refused( await sell( 3 ), /Only 2 left of “Scarf pin”/ );
		const sold = await sell( 2 );
		assert.deepEqual( [ sold.status, sold.body.created_via ], [ 201, 'pos-rest-api' ] );
		await mustHave( shop, product, 0 );
	} );

	await check( 'Subscription renewal: an order by code takes its units once when it is paid, and waits when they are gone', async () => {
		const product = await shop.counted( 'Tea of the month', 3 );
		const renewal = async (): Promise< number > => {
			const order = ( await shop.act< { id: number } >( 'made', { lines: [ { id: product, quantity: 2 } ], via: 'subscription' } ) ).id;
			await shop.act( 'pay', { order, at: 0 } );
			await shop.act( 'pay', { order, at: 0 } );
			return order;
		};
		assert.equal( ( await shop.act< { status: string } >( 'order_of', { order: await renewal() } ) ).status, 'processing' );
		await mustHave( shop, product, 1 );
		const late = await renewal();
		assert.equal( ( await shop.act< { status: string } >( 'order_of', { order: late } ) ).status, 'on-hold' );
		assert.match( await notes( shop, late ), /Not in stock.*2 × Tea of the month/ );
		await mustHave( shop, product, 1 );
		await mustHold( shop, product, 0 );
	} );

	await check( 'Abilities, MCP: a status that an agent sets takes units only where they are', async () => {
		const product = await shop.counted( 'Thimble', 1 );
		const [ first, second ] = await shop.bareOrders( 2, [ { id: product, quantity: 1 } ] );
		for ( const order of [ first, second ] ) {
			await shop.act( 'ability', { name: 'woocommerce/order-update-status', input: { id: order?.id, status: 'processing' } } );
		}
		await mustHave( shop, product, 0 );
		assert.equal( ( await shop.act< { status: string } >( 'order_of', { order: second?.id } ) ).status, 'on-hold' );
	} );

	await check( 'Draft clean-up: an old draft is deleted, and what it held is free', async () => {
		const product = await shop.counted( 'Needle', 2 );
		const draft = await bare( shop, [ { id: product, quantity: 2 } ], 'checkout-draft' );
		await reserve( shop, draft.id );
		await mustHold( shop, product, 2 );
		assert.deepEqual( await shop.act( 'old_drafts', { order: draft.id } ), { gone: true } );
		await mustHold( shop, product, 0 );
	} );
}

async function staff( check: Check, shop: Shop, native: Native, hpos: boolean ): Promise< void > {
	const owner = await new Owner( native ).signIn();

	for ( const by of [ 'button', 'bulk' ] as const ) {
		await check( `Admin status, ${ by } of the list: takes units once; without them the order waits`, async () => {
			const product = await shop.counted( `Spool, ${ by }`, 3 );
			const [ first, second ] = await shop.bareOrders( 2, [ { id: product, quantity: 2 } ], 'on-hold' );
			// "on-hold" sells already; both wait for their payment here.
			for ( const order of [ first, second ] ) {
				await shop.act( 'status', { order: order?.id, status: 'pending' } );
			}
			await shop.act( 'time_is_up', { order: first?.id } );
			await shop.act( 'time_is_up', { order: second?.id } );
			await setInList( shop, owner, first?.id ?? 0, by, hpos );
			assert.equal( ( await shop.act< { status: string } >( 'order_of', { order: first?.id } ) ).status, 'processing' );
			await mustHave( shop, product, 1 );
			await setInList( shop, owner, second?.id ?? 0, by, hpos );
			assert.equal( ( await shop.act< { status: string } >( 'order_of', { order: second?.id } ) ).status, 'on-hold' );
			await mustHave( shop, product, 1 );
			assert.match( await notes( shop, second?.id ?? 0 ), /Not in stock/ );
		} );
	}

	await check( 'Admin delete line: the units of a paid line come back once', async () => {
		const product = await shop.counted( 'Button', 5 );
		const made = await shop.order( [ { product_id: product, quantity: 3 } ], { set_paid: true } );
		await mustHave( shop, product, 2 );
		const line = ( made.body.line_items as { id: number }[] )[ 0 ]?.id ?? 0;
		const gone = await shop.ajax( await shop.staff(), 'woocommerce_remove_order_item', { order_id: String( made.body.id ), 'order_item_ids[]': String( line ) } );
		assert.equal( gone.sold, true, gone.text );
		await mustHave( shop, product, 5 );
		await shop.act( 'status', { order: made.body.id, status: 'cancelled' } );
		await mustHave( shop, product, 5 );
	} );
}

async function states( check: Check, shop: Shop ): Promise< void > {
	for ( const status of [ 'completed', 'processing', 'on-hold' ] ) {
		await check( `woocommerce_order_status_${ status }: takes what the order holds, once, and marks flag and line`, async () => {
			const product = await shop.counted( `Ribbon, ${ status }`, 5 );
			const order = await othersHold( shop, product, 2 );
			await shop.act( 'status', { order: order.id, status } );
			await mustHave( shop, product, 3 );
			await mustHold( shop, product, 0 );
			await shop.act( 'reduce', { order: order.id } );
			await shop.act( 'status', { order: order.id, status: status === 'completed' ? 'processing' : 'completed' } );
			await mustHave( shop, product, 3 );
			const now = await shop.act< { flag: boolean; lines: { taken: string }[] } >( 'order_of', { order: order.id } );
			assert.deepEqual( [ now.flag, now.lines.map( ( { taken } ) => taken ) ], [ true, [ '2' ] ] );
		} );
	}

	for ( const status of [ 'cancelled', 'pending', 'failed' ] ) {
		await check( `woocommerce_order_status_${ status }: gives back what the order took, once, and clears flag and line`, async () => {
			const product = await shop.counted( `Braid, ${ status }`, 5 );
			const order = await bare( shop, [ { id: product, quantity: 2 } ] );
			await shop.act( 'status', { order: order.id, status: 'processing' } );
			await mustHave( shop, product, 3 );
			await shop.act( 'status', { order: order.id, status } );
			await mustHave( shop, product, 5 );
			await mustHold( shop, product, status === 'pending' ? 2 : 0 );
			const now = await shop.act< { flag: boolean; lines: { taken: string }[] } >( 'order_of', { order: order.id } );
			assert.deepEqual( [ now.flag, now.lines.map( ( { taken } ) => Number( taken ) ) ], [ false, [ 0 ] ] );
			await shop.act( 'status', { order: order.id, status: 'cancelled' } );
			await mustHave( shop, product, 5 );
			await mustHold( shop, product, 0 );
		} );
	}
}

/** The same doors with WooCommerce alone, where it is wrong: these figures show that the tests above test something. */
export async function rowsAlone( t: Report, shop: Shop, native: Native ): Promise< void > {
	const check: Check = ( title, work ) => t.check( `WooCommerce alone: ${ title }`, work );
	const left = async ( product: number ): Promise< number > => ( await shop.stock( product ) ).stock;
	const held = async ( id: number ): Promise< number > => ( await shop.act< { units: number } >( 'core_holds', { id } ) ).units;
	const withHolds = async ( work: () => Promise< void > ): Promise< void > => {
		await shop.act( 'option', { name: 'woocommerce_hold_stock_minutes', value: '30' } );
		try {
			await work();
		} finally {
			await shop.act( 'option', { name: 'woocommerce_hold_stock_minutes', value: '' } );
		}
	};

	await check( 'Classic add to cart: what is held gets in', () => withHolds( async () => {
		const product = await shop.counted( 'Apron, alone', 5 );
		await othersHold( shop, product, 3 );
		assert.equal( await addClassic( native, product, 3 ), true );
	} ) );

	await check( 'Block checkout, error: a payment that only answers "failed" keeps the unit', () => withHolds( async () => {
		const product = await shop.counted( 'Varnish, alone', 1 );
		await shop.placeOrder( await shop.buyer( [ { id: product, quantity: 1 } ] ), 'wig', { 'X-Pay': 'fail' } );
		assert.equal( await held( product ), 1 );
	} ) );

	await check( 'Cart line removed: an order that is being paid in another tab loses its hold', () => withHolds( async () => {
		const [ product, other ] = [ await shop.counted( 'Print, alone', 1 ), await shop.counted( 'Nail, alone', 3 ) ];
		const buyer: Buyer = await shop.buyer( [ { id: product, quantity: 1 } ] );
		assert.equal( ( await shop.placeOrder( buyer, 'wig', { 'X-Pay': 'later' } ) ).status, 200 );
		assert.equal( await held( product ), 1 );
		for ( const id of [ other, await shop.counted( 'Hook, alone', 3 ) ] ) {
			await shop.send( 'POST', '/wp-json/wc/store/v1/cart/add-item', { id, quantity: 1 }, { 'Cart-Token': buyer.token } );
		}
		const line = lines( await shop.cart( buyer ) ).find( ( { id } ) => id === other );
		await shop.send( 'POST', '/wp-json/wc/store/v1/cart/remove-item', { key: line?.key }, { 'Cart-Token': buyer.token } );
		assert.equal( await held( product ), 0 );
	} ) );

	await check( 'Agentic checkout: a payment that fails keeps the unit', () => withHolds( async () => {
		const product = await shop.counted( 'Astrolabe, alone', 1 );
		const failed = await agentPays( shop, await agent( shop, product, 1 ), { 'X-Pay': 'fail' } );
		assert.ok( failed.status >= 400, JSON.stringify( failed.body ).slice( 0, 400 ) );
		assert.equal( await held( product ), 1 );
	} ) );

	await check( 'REST v4, REST batch, Point of sale: 3 of 1 are sold', async () => {
		const sold: Record< string, number > = {};
		const sell = async ( name: string, work: ( product: number ) => Promise< Answer > ): Promise< void > => {
			const product = await shop.counted( `${ name }, alone`, 1 );
			const answer = await work( product );
			assert.ok( answer.status < 300, JSON.stringify( answer.body ).slice( 0, 400 ) );
			sold[ name ] = await left( product );
		};
		await sell( 'v4', ( product ) => v4( shop, 'POST', '', { line_items: [ { ...V4_LINE, product_id: product, quantity: 3 } ], status: 'processing' } ) );
		await sell( 'batch', ( product ) => shop.rest( 'POST', '/wc/v3/orders/batch', { create: [ { line_items: [ { product_id: product, quantity: 3 } ], set_paid: true } ] } ) );
		await sell( 'till', ( product ) => shop.order( [ { product_id: product, quantity: 3 } ], { created_via: 'pos-rest-api', set_paid: true } ) );
		assert.deepEqual( sold, { v4: -2, batch: -2, till: -2 } );
	} );

	await check( 'Subscription renewal, Abilities, Admin status: the second order of the last unit is sold too', async () => {
		const sold: Record< string, number > = {};
		const twice = async ( name: string, set: ( order: number ) => Promise< unknown > ): Promise< void > => {
			const product = await shop.counted( `${ name }, alone`, 1 );
			for ( const order of await shop.bareOrders( 2, [ { id: product, quantity: 1 } ] ) ) {
				await set( order.id );
			}
			sold[ name ] = await left( product );
		};
		await twice( 'renewal', ( order ) => shop.act( 'pay', { order, at: 0 } ) );
		await twice( 'ability', ( order ) => shop.act( 'ability', { name: 'woocommerce/order-update-status', input: { id: order, status: 'processing' } } ) );
		await twice( 'status', ( order ) => shop.act( 'status', { order, status: 'processing' } ) );
		assert.deepEqual( sold, { renewal: -1, ability: -1, status: -1 } );
	} );
}
