import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import type { Answer, Shop } from './shop.ts';

interface Line {
	readonly id: number;
	readonly taken: string;
	readonly restocked: string;
}

interface OrderNow {
	readonly status: string;
	readonly flag: boolean;
	readonly paid: boolean;
	readonly lines: Line[];
}

interface Shortfall {
	readonly id: number;
	readonly order_id: number;
	readonly missing: number;
	readonly owed: boolean;
	readonly open: boolean;
	readonly outcome: string;
}

interface Held {
	readonly state: string;
	readonly expires_at: string | null;
}

function id( answer: Answer ): number {
	assert.ok( answer.status === 200 || answer.status === 201, JSON.stringify( answer.body ).slice( 0, 800 ) );
	return answer.body.id as number;
}

/** What a test says of a shop, in the words of its owner. */
class Life {
	readonly shop: Shop;
	readonly hpos: boolean;

	constructor( shop: Shop, hpos: boolean ) {
		this.shop = shop;
		this.hpos = hpos;
	}

	async has( product: number, onHand: number, reserved = 0 ): Promise< void > {
		const stock = await this.shop.stock( product );
		const found = await this.shop.rest( 'GET', `/woo-inventory-guard/v1/items?product_id=${ product }` );
		const item = ( found.body.list as { on_hand: number; reserved: number }[] )[ 0 ];
		assert.deepEqual( [ stock.stock, stock.lookup, item?.on_hand, item?.reserved ], [ onHand, onHand, onHand, reserved ] );
		assert.equal( await this.shop.problems(), '' );
	}

	async order( lines: { id: number; quantity: number }[], more: object = {} ): Promise< number > {
		return ( await this.shop.act< { id: number } >( 'made', { lines, hold: true, via: 'checkout', ...more } ) ).id;
	}

	async now( order: number ): Promise< OrderNow > {
		return this.shop.act< OrderNow >( 'order_of', { order } );
	}

	async is( order: number, status: string ): Promise< void > {
		assert.equal( ( await this.now( order ) ).status, status, ( await this.notes( order ) ) );
	}

	async pay( order: number, at = 0 ): Promise< void > {
		await this.shop.act( 'pay', { order, at } );
	}

	async status( order: number, status: string, at = 0 ): Promise< void > {
		await this.shop.act( 'status', { order, status, at } );
	}

	async notes( order: number ): Promise< string > {
		return ( await this.shop.act< string[] >( 'notes', { order } ) ).join( '\n' );
	}

	async told( order: number ): Promise< unknown[] > {
		return this.shop.act< unknown[] >( 'life_told', { order } );
	}

	async held( order: number ): Promise< Held[] > {
		return ( await this.shop.rest( 'GET', `/woo-inventory-guard/v1/reservations?reference_type=order&reference_id=${ order }` ) ).body.list as Held[];
	}

	async runsOut( order: number ): Promise< void > {
		await this.shop.act( 'time_is_up', { order } );
		await this.shop.act( 'sweep' );
	}

	async short( order: number, state = 'open' ): Promise< Shortfall[] > {
		const list = await this.shop.rest( 'GET', `/woo-inventory-guard/v1/shortfalls?per_page=100&state=${ state }` );
		return ( list.body.list as Shortfall[] ).filter( ( one ) => one.order_id === order );
	}

	/** Somebody else buys it meanwhile. */
	async sell( product: number, quantity: number ): Promise< void > {
		id( await this.shop.order( [ { product_id: product, quantity } ], { set_paid: true } ) );
	}
}

const soon = (): number => Date.now() / 1000 + 2.5;

/** The life of an order: when its units are held, leave and come back. woocommerce.md, sections 1.2, 2, 7 and 10. */
export async function life( t: Report, shop: Shop, storage: string ): Promise< void > {
	const on = new Life( shop, storage.includes( 'own tables' ) );
	const check = async ( title: string, work: () => Promise< void > ): Promise< void > => {
		await shop.act( 'choose', {} );
		await t.check( `${ title } (${ storage })`, work );
	};

	await stages( on, check );
	await holds( on, check );
	await latePayments( on, check );
	await refunds( on, check );
	await ends( on, check );
	await edits( on, check );
	await shop.act( 'choose', {} );
}

type Check = ( title: string, work: () => Promise< void > ) => Promise< void >;

async function stages( on: Life, check: Check ): Promise< void > {
	const { shop } = on;

	await check( 'Stock leaves when the order is placed: taken before it is paid, once, and given back when it is cancelled', async () => {
		await shop.act( 'choose', { stock_leaves: 'placed' } );
		const product = await shop.counted( 'Bell', 5 );
		const order = id( await shop.order( [ { product_id: product, quantity: 2 } ] ) );
		await on.has( product, 3 );
		await on.is( order, 'pending' );
		await on.pay( order );
		await on.has( product, 3 );
		await on.status( order, 'pending' );
		await on.has( product, 3 );
		await on.status( order, 'cancelled' );
		await on.has( product, 5 );
		const buyer = await shop.buyer( [ { id: product, quantity: 1 } ] );
		assert.equal( ( await shop.placeOrder( buyer ) ).status, 200 );
		await on.has( product, 4 );
	} );

	await check( 'Stock leaves by hand: paid orders stay reserved without an end until somebody commits, and twice is once', async () => {
		await shop.act( 'choose', { stock_leaves: 'manual' } );
		const product = await shop.counted( 'Gong', 9 );
		const orders = [ await on.order( [ { id: product, quantity: 2 } ] ), await on.order( [ { id: product, quantity: 3 } ] ) ];
		for ( const order of orders ) {
			await on.pay( order );
			await on.is( order, 'processing' );
			assert.deepEqual( ( await on.held( order ) )[ 0 ]?.expires_at, null );
		}
		await on.has( product, 9, 5 );
		assert.equal( ( await on.now( orders[ 0 ] ?? 0 ) ).lines[ 0 ]?.taken, '' );
		await shop.act( 'commit', { orders: [ orders[ 0 ], orders[ 0 ] ], hpos: on.hpos } );
		await on.has( product, 7, 3 );
		await shop.act( 'commit', { orders, bulk: true, hpos: on.hpos } );
		await on.has( product, 4 );
		await on.status( orders[ 0 ] ?? 0, 'completed' );
		await on.has( product, 4 );
		await on.status( orders[ 0 ] ?? 0, 'cancelled' );
		await on.has( product, 6 );
	} );

	await check( 'Stock leaves by hand: what is cancelled before it was committed was never gone', async () => {
		await shop.act( 'choose', { stock_leaves: 'manual' } );
		const product = await shop.counted( 'Chime', 4 );
		const order = await on.order( [ { id: product, quantity: 3 } ] );
		await on.pay( order );
		await on.has( product, 4, 3 );
		await on.status( order, 'cancelled' );
		await on.has( product, 4 );
	} );

	await check( 'The owner changes when stock leaves while orders are on their way: each is taken once (trap 22, lines and not the flag)', async () => {
		const product = await shop.counted( 'Drum', 20 );
		await shop.act( 'choose', { stock_leaves: 'placed' } );
		const placed = id( await shop.order( [ { product_id: product, quantity: 1 } ] ) );
		await shop.act( 'choose', { stock_leaves: 'manual' } );
		const kept = await on.order( [ { id: product, quantity: 2 } ] );
		await on.pay( kept );
		await on.pay( placed );
		await on.has( product, 19, 2 );
		await shop.act( 'choose', { stock_leaves: 'paid' } );
		await on.status( kept, 'completed' );
		await on.has( product, 17 );
		await on.status( placed, 'completed' );
		await on.has( product, 17 );
		await shop.act( 'choose', { stock_leaves: 'manual' } );
		await on.status( kept, 'cancelled' );
		await on.status( placed, 'cancelled' );
		await on.has( product, 20 );
	} );

	await check( 'Trap 22: an order that was made "processing" before it had lines gives up its units all the same', async () => {
		const product = await shop.counted( 'Flute', 10 );
		const order = ( await shop.act< { id: number } >( 'made', { lines: [ { id: product, quantity: 3 } ], status: 'processing' } ) ).id;
		await on.pay( order );
		await on.status( order, 'completed' );
		await on.has( product, 7 );
		await on.status( order, 'cancelled' );
		await on.has( product, 10 );
	} );
}

async function holds( on: Life, check: Check ): Promise< void > {
	const { shop } = on;

	await check( 'Each payment method has its own minutes, and a hold can be made longer', async () => {
		await shop.act( 'choose', { method_holds: [ { method: 'bacs', minutes: 4320 } ] } );
		const product = await shop.counted( 'Map', 9 );
		const minutes = async ( order: number ): Promise< number > => Math.round( ( Date.parse( ( await on.held( order ) )[ 0 ]?.expires_at ?? '' ) - Date.now() ) / 60000 );
		const card = await on.order( [ { id: product, quantity: 1 } ], { method: 'card' } );
		const bank = await on.order( [ { id: product, quantity: 1 } ], { method: 'bacs' } );
		const rest = id( await shop.order( [ { product_id: product, quantity: 1 } ], { payment_method: 'bacs' } ) );
		assert.ok( Math.abs( ( await minutes( card ) ) - 60 ) <= 2 );
		assert.ok( Math.abs( ( await minutes( bank ) ) - 4320 ) <= 2 );
		assert.ok( Math.abs( ( await minutes( rest ) ) - 4320 ) <= 2 );
		await shop.sql( `UPDATE {p}wig_reservations SET expires_at = UTC_TIMESTAMP() + INTERVAL 5 MINUTE WHERE reference_type = 'order' AND reference_id = '${ bank }'` );
		await shop.act( 'extend', { order: bank } );
		assert.ok( Math.abs( ( await minutes( bank ) ) - 4320 ) <= 2 );
		assert.match( await on.notes( bank ), /Held for another 4320 minutes/ );
	} );

	await check( 'An unpaid order whose hold ran out is cancelled once, says why, and its units are free (trap 15)', async () => {
		const product = await shop.counted( 'Atlas', 2 );
		const order = await on.order( [ { id: product, quantity: 2 } ] );
		await on.has( product, 2, 2 );
		await shop.act( 'time_is_up', { order } );
		const at = soon();
		await Promise.all( [ shop.act( 'sweep', { at } ), shop.act( 'sweep', { at } ) ] );
		await on.is( order, 'cancelled' );
		await on.has( product, 2 );
		assert.equal( ( await on.notes( order ) ).match( /Not paid in time/g )?.length, 1 );
		assert.deepEqual( await on.told( order ), [ [ 'hold_expired', true ] ] );
	} );

	await check( 'Stock that left when the order was placed comes back when the minutes of its payment method are over: cancelled or kept, by setting', async () => {
		const methods = { stock_leaves: 'placed', method_holds: [ { method: 'card', minutes: 5 }, { method: 'voucher', minutes: 4320 } ] };
		await shop.act( 'choose', methods );
		const product = await shop.counted( 'Sextant', 9 );
		const placed = ( method: string, via = 'checkout' ): Promise< number > => on.order( [ { id: product, quantity: 2 } ], { method, via, placed: true } );
		const card = await placed( 'card' );
		const voucher = await placed( 'voucher' );
		await on.has( product, 5 );
		const minutes = await shop.sql( `SELECT order_id, TIMESTAMPDIFF( SECOND, UTC_TIMESTAMP(), not_before ) AS seconds FROM {p}wig_expired_holds WHERE order_id IN ( ${ card }, ${ voucher } ) ORDER BY order_id` );
		assert.deepEqual( minutes.map( ( row ) => Math.round( Number( row.seconds ) / 300 ) * 5 ), [ 5, 4320 ] );
		// WooCommerce has one number of minutes for all.
		await shop.act( 'unpaid', { order: voucher } );
		await on.is( voucher, 'pending' );
		await on.runsOut( card );
		await on.is( card, 'cancelled' );
		await on.is( voucher, 'pending' );
		await on.has( product, 7 );
		assert.deepEqual( [ await shop.act( 'restored', { order: card } ), ( await on.now( card ) ).flag ], [ { times: 1 }, false ] );
		assert.deepEqual( await on.told( card ), [ [ 'hold_expired', true ] ] );

		await shop.act( 'choose', { ...methods, expiry_cancels: false } );
		await on.runsOut( voucher );
		await shop.act( 'sweep' );
		await on.is( voucher, 'pending' );
		await on.has( product, 9 );
		assert.deepEqual( [ await shop.act( 'restored', { order: voucher } ), ( await on.now( voucher ) ).flag ], [ { times: 1 }, false ] );
		assert.equal( ( await on.notes( voucher ) ).match( /Not paid in time/g )?.length, 1 );
		await on.pay( voucher );
		await on.has( product, 7 );
		assert.deepEqual( await on.told( voucher ), [ [ 'hold_expired', false ], [ 'paid_late', true ] ] );

		await shop.act( 'choose', methods );
		const staff = await placed( 'card', 'admin' );
		const paid = await placed( 'card' );
		await on.pay( paid );
		await on.runsOut( staff );
		await on.runsOut( paid );
		await on.is( staff, 'pending' );
		await on.is( paid, 'processing' );
		await on.has( product, 5 );
	} );

	await check( 'An order that is paid in the moment in which its minutes are over has its units, once', async () => {
		await shop.act( 'choose', { stock_leaves: 'placed', expiry_cancels: false } );
		const product = await shop.counted( 'Octant', 9 );
		for ( let round = 1; round <= 4; round++ ) {
			const order = await on.order( [ { id: product, quantity: 1 } ], { placed: true } );
			await shop.act( 'time_is_up', { order } );
			const at = soon();
			await Promise.all( [ shop.act( 'sweep', { at } ), on.pay( order, at ) ] );
			await on.is( order, 'processing' );
			await on.has( product, 9 - round );
		}
	} );

	await check( 'Where the owner keeps them, it stays and says so; an order of staff is never cancelled', async () => {
		const product = await shop.counted( 'Globe', 4 );
		const staff = await on.order( [ { id: product, quantity: 1 } ], { via: 'admin' } );
		await on.runsOut( staff );
		await on.is( staff, 'pending' );
		await shop.act( 'choose', { expiry_cancels: false } );
		const order = await on.order( [ { id: product, quantity: 1 } ] );
		await on.runsOut( order );
		await shop.act( 'sweep' );
		await on.is( order, 'pending' );
		assert.equal( ( await on.notes( order ) ).match( /Not paid in time/g )?.length, 1 );
		assert.deepEqual( await on.told( order ), [ [ 'hold_expired', false ] ] );
		await shop.act( 'unpaid', { order } );
		await on.is( order, 'pending' );
	} );

	await check( 'WooCommerce’s own time-out leaves an order alone whose hold still runs, and one that somebody has open is looked at later', async () => {
		await shop.act( 'choose', { method_holds: [ { method: 'bacs', minutes: 4320 } ] } );
		const product = await shop.counted( 'Compass', 3 );
		const order = await on.order( [ { id: product, quantity: 1 } ], { method: 'bacs' } );
		await shop.act( 'unpaid', { order } );
		await on.is( order, 'pending' );
		await shop.act( 'lock', { order, ago: 0, hpos: on.hpos } );
		await on.runsOut( order );
		await on.is( order, 'pending' );
		await shop.act( 'lock', { order, ago: 900, hpos: on.hpos } );
		await shop.sql( "UPDATE {p}wig_expired_holds SET not_before = '2020-01-01'" );
		await shop.act( 'sweep' );
		await on.is( order, 'cancelled' );
	} );
}

async function latePayments( on: Life, check: Check ): Promise< void > {
	const { shop } = on;

	await check( 'Cancelled order paid late, unit sold meanwhile: WooCommerce alone goes to −1; here it waits for a person, and stock is 0', async () => {
		const lone = await shop.counted( 'Kite, core', 1 );
		const cores = await on.order( [ { id: lone, quantity: 1 } ] );
		await on.runsOut( cores );
		await on.sell( lone, 1 );
		assert.deepEqual( await shop.act( 'core_pays', { order: cores, product: lone } ), { stock: -1 } );
		await shop.act( 'change', { id: lone, props: { stock_quantity: 0 } } );

		const product = await shop.counted( 'Kite', 1 );
		const order = await on.order( [ { id: product, quantity: 1 } ] );
		await on.runsOut( order );
		await on.is( order, 'cancelled' );
		await on.sell( product, 1 );
		await on.pay( order );
		await on.is( order, 'on-hold' );
		assert.equal( ( await on.now( order ) ).paid, true );
		await on.has( product, 0 );
		assert.match( await on.notes( order ), /Not in stock.*1 × Kite/ );
		assert.deepEqual( await on.told( order ), [ [ 'hold_expired', true ], [ 'paid_short', [ '1' ] ], [ 'paid_late', false ] ] );
		assert.deepEqual( ( await on.short( order ) ).map( ( one ) => [ one.missing, one.owed, one.outcome ] ), [ [ 1, false, 'wait' ] ] );
		await shop.act( 'sweep' );
		await on.is( order, 'on-hold' );
		// It comes back: the order goes on as it would have.
		await shop.act( 'restock', { id: product, by: 1 } );
		await shop.act( 'sweep' );
		await on.is( order, 'processing' );
		await on.has( product, 0 );
		assert.deepEqual( await on.short( order ), [] );
		assert.deepEqual( ( await on.short( order, 'closed' ) ).map( ( one ) => one.outcome ), [ 'taken' ] );
	} );

	await check( 'A payment that is late and finds everything still there goes through', async () => {
		const product = await shop.counted( 'Yo-yo', 2 );
		const order = await on.order( [ { id: product, quantity: 2 } ] );
		await on.runsOut( order );
		await on.pay( order );
		await on.is( order, 'processing' );
		await on.has( product, 0 );
		assert.deepEqual( await on.told( order ), [ [ 'hold_expired', true ], [ 'paid_late', true ] ] );
		assert.match( await on.notes( order ), /after the hold had run out/ );
	} );

	await check( 'Two webhooks of one late payment at once: one answer, one entry in the work list', async () => {
		const product = await shop.counted( 'Marble', 1 );
		const order = await on.order( [ { id: product, quantity: 1 } ] );
		await on.runsOut( order );
		await on.sell( product, 1 );
		const at = soon();
		await Promise.all( [ on.pay( order, at ), on.pay( order, at ) ] );
		await on.pay( order );
		await on.is( order, 'on-hold' );
		await on.has( product, 0 );
		assert.equal( ( await on.short( order ) ).length, 1 );
	} );

	await check( 'By the other policy it is owed: taken below zero, known to the books, and settled when it arrives, the oldest first', async () => {
		await shop.act( 'choose', { when_short: 'backorder' } );
		const product = await shop.counted( 'Puzzle', 1 );
		const orders = [ await on.order( [ { id: product, quantity: 1 } ] ) ];
		await on.runsOut( orders[ 0 ] ?? 0 );
		await on.sell( product, 1 );
		orders.push( ( await shop.act< { id: number } >( 'order', { lines: [ { id: product, quantity: 2 } ] } ) ).id );
		for ( const order of orders ) {
			await on.pay( order );
			await on.is( order, 'processing' );
			assert.match( await on.notes( order ), /owed to the customer/ );
		}
		await on.has( product, -3 );
		assert.equal( ( await shop.stock( product ) ).in_stock, false );
		await shop.act( 'restock', { id: product, by: 1 } );
		await shop.act( 'sweep' );
		assert.deepEqual( ( await Promise.all( orders.map( ( order ) => on.short( order ) ) ) ).map( ( list ) => list.length ), [ 0, 1 ] );
		await on.has( product, -2 );
		await on.status( orders[ 1 ] ?? 0, 'cancelled' );
		await on.has( product, 0 );
		assert.deepEqual( await on.short( orders[ 1 ] ?? 0 ), [] );
	} );

	await check( 'A person sets an order to "processing" that cannot be had: it waits once; set again, it stays (trap 4)', async () => {
		const product = await shop.counted( 'Spinner', 0 );
		const order = ( await shop.act< { id: number } >( 'order', { lines: [ { id: product, quantity: 1 } ] } ) ).id;
		await on.status( order, 'processing' );
		await on.is( order, 'on-hold' );
		await on.status( order, 'processing' );
		await on.is( order, 'processing' );
		await on.has( product, 0 );
	} );

	await check( 'An order that was short, was cancelled and is paid again takes its units, or waits as it did before', async () => {
		const product = await shop.counted( 'Top', 0 );
		const orders: number[] = [];
		for ( let n = 0; n < 2; n++ ) {
			const order = ( await shop.act< { id: number } >( 'order', { lines: [ { id: product, quantity: 2 } ] } ) ).id;
			await on.pay( order );
			await on.is( order, 'on-hold' );
			await on.status( order, 'cancelled' );
			assert.deepEqual( await on.short( order ), [] );
			orders.push( order );
		}
		const [ one = 0, other = 0 ] = orders;
		await shop.act( 'restock', { id: product, by: 3 } );
		await on.pay( one );
		await on.is( one, 'processing' );
		await on.has( product, 1 );
		await on.status( other, 'processing' );
		await on.is( other, 'on-hold' );
		assert.equal( ( await on.short( other ) ).length, 1 );
		await on.has( product, 1 );
	} );

	await check( 'An order that was short and waits for its payment once more takes nothing when units come', async () => {
		const product = await shop.counted( 'Hoop', 0 );
		const order = ( await shop.act< { id: number } >( 'order', { lines: [ { id: product, quantity: 2 } ] } ) ).id;
		await on.status( order, 'on-hold' );
		assert.equal( ( await on.short( order ) ).length, 1 );
		await on.status( order, 'pending' );
		await shop.act( 'restock', { id: product, by: 3 } );
		await shop.act( 'sweep' );
		await on.is( order, 'pending' );
		await on.has( product, 3 );
		await on.pay( order );
		await on.is( order, 'processing' );
		await on.has( product, 1 );
	} );

	await check( 'The work list: take it now, wait, something else, the money back', async () => {
		const product = await shop.counted( 'Blocks', 0 );
		const orders: number[] = [];
		for ( let n = 0; n < 3; n++ ) {
			orders.push( ( await shop.act< { id: number } >( 'order', { lines: [ { id: product, quantity: 1 } ] } ) ).id );
			await on.pay( orders[ n ] ?? 0 );
		}
		const resolve = async ( order: number | undefined, outcome: string ): Promise< Answer > => shop.rest( 'POST', `/woo-inventory-guard/v1/shortfalls/${ ( await on.short( order ?? 0 ) )[ 0 ]?.id }/resolve`, { outcome } );
		assert.equal( ( await resolve( orders[ 0 ], 'taken' ) ).body.code, 'wig_still_short' );
		assert.equal( ( await resolve( orders[ 0 ], 'wait' ) ).body.open, true );
		assert.equal( ( await resolve( orders[ 1 ], 'substitute' ) ).body.open, false );
		assert.equal( ( await shop.rest( 'POST', '/woo-inventory-guard/v1/shortfalls/999999/resolve', { outcome: 'wait' } ) ).status, 404 );
		await shop.act( 'restock', { id: product, by: 2 } );
		assert.equal( ( await resolve( orders[ 2 ], 'taken' ) ).body.outcome, 'taken' );
		await shop.act( 'sweep' );
		await on.has( product, 0 );
		await on.is( orders[ 0 ] ?? 0, 'processing' );
		await on.status( orders[ 1 ] ?? 0, 'completed' );
		await on.has( product, 0 );
	} );
}

async function refunds( on: Life, check: Check ): Promise< void > {
	const { shop } = on;

	await check( 'Refund with restock, without, and again: units come back as often as somebody says so, never more than were taken', async () => {
		const product = await shop.counted( 'Vase', 10 );
		const order = id( await shop.order( [ { product_id: product, quantity: 5 } ], { set_paid: true } ) );
		await shop.act( 'refund', { order, quantities: [ 2 ], restock: true } );
		await on.has( product, 7 );
		assert.deepEqual( ( await on.now( order ) ).lines.map( ( l ) => [ l.taken, l.restocked ] ), [ [ '3', '2' ] ] );
		await shop.act( 'refund', { order, quantities: [ 1 ], restock: false } );
		await on.has( product, 7 );
		await shop.act( 'edit_line', { order, quantity: 5 } );
		await on.has( product, 7 );
		await on.status( order, 'cancelled' );
		await on.has( product, 10 );
	} );

	await check( 'Fractions come back as they are: WooCommerce alone counts 0 refunded', async () => {
		await shop.act( 'fractions', { on: true } );
		try {
			const product = await shop.counted( 'Tea by weight', 3 );
			const order = await on.order( [ { id: product, quantity: 1.5 } ] );
			await on.has( product, 3, 1.5 );
			await on.pay( order );
			await on.has( product, 1.5 );
			await shop.act( 'refund', { order, quantities: [ 0.4 ], restock: true } );
			await on.has( product, 1.9 );
			assert.deepEqual( ( await on.now( order ) ).lines.map( ( l ) => [ l.taken, l.restocked ] ), [ [ '1.1', '0.4' ] ] );
			await shop.act( 'refund', { order, quantities: [ 0.35 ], restock: true } );
			await on.has( product, 2.25 );
			assert.deepEqual( ( await on.now( order ) ).lines.map( ( l ) => [ l.taken, l.restocked ] ), [ [ '0.75', '0.75' ] ] );
			await on.status( order, 'cancelled' );
			await on.has( product, 3 );
		} finally {
			await shop.act( 'fractions', { on: false } );
		}
	} );

	await check( 'Refund deleted: it was a mistake, so the line takes its units again', async () => {
		const product = await shop.counted( 'Jug', 6 );
		const order = id( await shop.order( [ { product_id: product, quantity: 3 } ], { set_paid: true } ) );
		const refund = ( await shop.act< { id: number } >( 'refund', { order, quantities: [ 2 ], restock: true } ) ).id;
		await on.has( product, 5 );
		await shop.act( 'unrefund', { order, refund } );
		await on.has( product, 3 );
		assert.deepEqual( ( await on.now( order ) ).lines.map( ( l ) => [ l.taken, l.restocked ] ), [ [ '3', '' ] ] );
		const again = ( await shop.act< { id: number } >( 'refund', { order, quantities: [ 1 ], restock: true } ) ).id;
		await on.has( product, 4 );
		await shop.rest( 'DELETE', `/wc/v3/orders/${ order }/refunds/${ again }?force=true` );
		await on.has( product, 3 );
	} );

	await check( 'Refund of what was missing: nobody waits for it any more, and nothing comes back that never left', async () => {
		const product = await shop.counted( 'Plate', 0 );
		const other = await shop.counted( 'Saucer', 4 );
		const order = ( await shop.act< { id: number } >( 'made', { lines: [ { id: product, quantity: 2 }, { id: other, quantity: 1 } ] } ) ).id;
		await on.pay( order );
		await on.is( order, 'on-hold' );
		await shop.act( 'refund', { order, quantities: [ 2, 0 ], restock: true } );
		await on.has( product, 0 );
		await on.has( other, 3 );
		assert.deepEqual( await on.short( order ), [] );
		await on.is( order, 'processing' );
		await shop.act( 'restock', { id: product, by: 5 } );
		await on.status( order, 'completed' );
		await on.has( product, 5 );
		const bare = ( await shop.act< { id: number } >( 'made', { lines: [ { id: product, quantity: 6 } ] } ) ).id;
		await on.pay( bare );
		await shop.act( 'refund', { order: bare, quantities: [ 6 ], restock: false } );
		assert.deepEqual( await on.short( bare ), [] );
		await on.has( product, 5 );
	} );

	await check( 'A bundle comes back as it was when it was sold, whatever it is made of today', async () => {
		const cup = await shop.counted( 'Cup of a set', 9 );
		const pot = await shop.counted( 'Pot of a set', 9 );
		const set = ( await shop.act< { id: number } >( 'bundle', { name: 'Set', parts: [ { id: cup, quantity: 2 }, { id: pot, quantity: 1 } ] } ) ).id;
		const order = await on.order( [ { id: set, quantity: 2 } ] );
		await on.has( cup, 9, 4 );
		await on.pay( order );
		await on.has( cup, 5 );
		await on.has( pot, 7 );
		await shop.act( 'rebundle', { id: set, parts: [ { id: pot, quantity: 3 } ] } );
		await shop.act( 'refund', { order, quantities: [ 1 ], restock: true } );
		await on.has( cup, 7 );
		await on.has( pot, 8 );
		await on.status( order, 'cancelled' );
		await on.has( cup, 9 );
		await on.has( pot, 9 );
	} );

	await check( 'A bundle with alternatives and an extra: sold while any is left, and the order knows what it really took, also when it comes back one by one', async () => {
		const bamboo = await shop.counted( 'Bamboo tray', 2 );
		const oak = await shop.counted( 'Oak tray', 2 );
		const card = await shop.counted( 'Card', 1 );
		const set = ( await shop.act< { id: number } >( 'bundle', { name: 'Tray and card', parts: [ { id: bamboo, quantity: 1, or: [ oak ] }, { id: card, quantity: 1, optional: true } ] } ) ).id;
		const html = async ( of: number ): Promise< string > => ( await shop.act< { html: string } >( 'panel', { order: of, hpos: on.hpos } ) ).html;
		const order = await on.order( [ { id: set, quantity: 3 } ] );
		await on.has( bamboo, 2, 2 );
		await on.has( oak, 2, 1 );
		assert.match( await html( order ), /wig-parts">2 × Bamboo tray, 1 × Oak tray, 1 × Card</ );
		await on.pay( order );
		await on.has( oak, 1 );
		await on.has( card, 0 );
		assert.match( await html( order ), /wig-parts">2 × Bamboo tray, 1 × Oak tray, 1 × Card</ );
		assert.equal( ( await shop.stock( set ) ).status, 'instock' );
		await on.sell( set, 1 );
		await on.has( oak, 0 );
		assert.equal( ( await shop.stock( set ) ).status, 'outofstock' );
		for ( const [ bamboos, oaks, cards, left ] of [ [ 1, 0, 1, '1 × Bamboo tray, 1 × Oak tray' ], [ 2, 0, 1, '1 × Oak tray' ], [ 2, 1, 1, '' ] ] as const ) {
			await shop.act( 'refund', { order, quantities: [ 1 ], restock: true } );
			await on.has( bamboo, bamboos );
			await on.has( oak, oaks );
			await on.has( card, cards );
			assert.equal( /wig-parts">([^<]*)</.exec( await html( order ) )?.[ 1 ] ?? '', left );
		}
		assert.equal( ( await shop.stock( set ) ).status, 'instock' );
	} );

	await check( 'Refunded by status only: nothing comes back by itself, the order says so, and one button puts it back', async () => {
		const product = await shop.counted( 'Mug', 5 );
		const order = id( await shop.order( [ { product_id: product, quantity: 2 } ], { set_paid: true } ) );
		await on.status( order, 'refunded' );
		await on.has( product, 3 );
		assert.match( await on.notes( order ), /Refunded without goods coming back.*2 × Mug/ );
		await shop.act( 'put_back', { order } );
		await shop.act( 'put_back', { order } );
		await on.has( product, 5 );
	} );

	await check( 'Where stock is committed by hand, a refund makes the hold smaller', async () => {
		await shop.act( 'choose', { stock_leaves: 'manual' } );
		const product = await shop.counted( 'Pot', 5 );
		const order = await on.order( [ { id: product, quantity: 3 } ] );
		await on.pay( order );
		await shop.act( 'refund', { order, quantities: [ 1 ], restock: true } );
		await on.has( product, 5, 2 );
		await shop.act( 'refund', { order, quantities: [ 1 ], restock: false } );
		await on.has( product, 5, 1 );
		await shop.act( 'commit', { orders: [ order ], hpos: on.hpos } );
		await on.has( product, 4 );
	} );
}

async function ends( on: Life, check: Check ): Promise< void > {
	const { shop } = on;

	await check( 'Failed from on-hold, trashed, brought back, deleted: units come back where goods cannot have left', async () => {
		const product = await shop.counted( 'Fork', 9 );
		const order = await on.order( [ { id: product, quantity: 2 } ] );
		await on.status( order, 'on-hold' );
		await on.has( product, 7 );
		await on.status( order, 'failed' );
		await on.has( product, 9 );
		const sold = id( await shop.order( [ { product_id: product, quantity: 1 } ], { set_paid: true } ) );
		await shop.act( 'bin', { order: sold, do: 'trash' } );
		await on.has( product, 8 );
		assert.match( await on.notes( sold ), /these units stay sold.*1 × Fork/ );
		await shop.act( 'bin', { order: sold, do: 'untrash' } );
		await on.has( product, 8 );
		const unpaid = await on.order( [ { id: product, quantity: 3 } ] );
		await on.has( product, 8, 3 );
		await shop.act( 'bin', { order: unpaid, do: 'trash' } );
		await on.has( product, 8 );
		await shop.act( 'bin', { order: unpaid, do: 'untrash' } );
		await on.has( product, 8, 3 );
		await shop.act( 'bin', { order: unpaid, do: 'delete' } );
		await on.has( product, 8 );
		await shop.act( 'bin', { order: sold, do: 'delete' } );
		await on.has( product, 8 );
	} );

	await check( 'Opened again: an unpaid order holds anew, a paid one takes anew, and says so when it cannot', async () => {
		const product = await shop.counted( 'Knife', 3 );
		const order = await on.order( [ { id: product, quantity: 2 } ] );
		await on.status( order, 'cancelled' );
		await on.has( product, 3 );
		await on.status( order, 'pending' );
		await on.has( product, 3, 2 );
		await on.status( order, 'processing' );
		await on.has( product, 1 );
		await on.status( order, 'pending' );
		await on.has( product, 3, 2 );
		await on.status( order, 'cancelled' );
		await on.sell( product, 2 );
		await on.status( order, 'pending' );
		await on.has( product, 1 );
		assert.match( await on.notes( order ), /Nothing could be held for this order: Only 1 left/ );
	} );
}

async function edits( on: Life, check: Check ): Promise< void > {
	const { shop } = on;

	await check( 'Trap 1: paid, then "Save" unchanged on the order screen: nothing is taken a second time', async () => {
		const product = await shop.counted( 'Lid', 10 );
		const order = id( await shop.order( [ { product_id: product, quantity: 3 } ], { set_paid: true } ) );
		await shop.act( 'edit_line', { order, quantity: 3 } );
		await on.has( product, 7 );
		await shop.act( 'edit_line', { order, quantity: 5 } );
		await on.has( product, 5 );
		await shop.act( 'edit_line', { order, quantity: 50 } );
		await on.has( product, 5 );
		assert.deepEqual( ( await on.short( order ) ).map( ( one ) => one.missing ), [ 45 ] );
		await shop.act( 'edit_line', { order, quantity: 4 } );
		await on.has( product, 6 );
		assert.deepEqual( await on.short( order ), [] );
	} );

	await check( 'Lines that code removes from a paid order come back', async () => {
		const product = await shop.counted( 'Cork', 6 );
		const other = await shop.counted( 'Cap', 6 );
		const order = id( await shop.order( [ { product_id: product, quantity: 2 }, { product_id: other, quantity: 1 } ], { set_paid: true } ) );
		const line = ( await on.now( order ) ).lines[ 0 ]?.id;
		await shop.act( 'remove', { order, line } );
		await on.has( product, 6 );
		await on.has( other, 5 );
		await shop.act( 'remove', { order } );
		await on.has( other, 6 );
		await on.status( order, 'cancelled' );
		await on.has( product, 6 );
	} );

	await check( 'Trap 2: the last units go in two orders at once: stock 0, "out of stock", and both orders say true numbers', async () => {
		const product = await shop.counted( 'Stamp', 2 );
		const orders = [ await on.order( [ { id: product, quantity: 1 } ] ), await on.order( [ { id: product, quantity: 1 } ] ) ];
		const at = soon();
		await Promise.all( orders.map( ( order ) => on.pay( order, at ) ) );
		await on.has( product, 0 );
		const stock = await shop.stock( product );
		assert.deepEqual( [ stock.status, stock.lookup_status, stock.in_stock ], [ 'outofstock', 'outofstock', false ] );
	} );

	await check( 'The panel on the order tells what is held, taken, short and refunded, and why', async () => {
		const product = await shop.counted( 'Ink <b>', 3 );
		const order = await on.order( [ { id: product, quantity: 2 } ] );
		const html = async ( of: number ): Promise< string > => ( await shop.act< { html: string } >( 'panel', { order: of, hpos: on.hpos } ) ).html;
		assert.match( await html( order ), /Held until .*Hold longer.*Commit stock.*Release.*Reserved/s );
		assert.doesNotMatch( await html( order ), /<b>/ );
		await on.pay( order );
		assert.match( await html( order ), /Taken from stock.*then taken from stock/s );
		const late = await on.order( [ { id: product, quantity: 1 } ] );
		await shop.act( 'time_is_up', { order: late } );
		assert.match( await html( late ), /Not held/ );
		await on.sell( product, 1 );
		await on.pay( late );
		assert.match( await html( late ), /1 missing: sold, and not in stock.*Take it now.*Send something else.*Give the money back/s );
	} );
}
