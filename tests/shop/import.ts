import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Native } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Report } from '../../tools/lib/report.ts';
import type { Shop } from './shop.ts';

const COUNT = 2000;

interface Progress {
	readonly state: string;
	readonly done: number;
	readonly total: number;
}

async function done( shop: Shop ): Promise< number > {
	const state = ( await shop.sql( "SELECT option_value FROM {p}options WHERE option_name = 'woo_inventory_guard_import'" ) )[ 0 ]?.option_value ?? '{}';
	return ( JSON.parse( state ) as { done?: number } ).done ?? 0;
}

/** A runner that is killed without warning, a moment after it has got somewhere. */
async function killedOnItsWay( shop: Shop, native: Native, moment: number ): Promise< number > {
	const before = await done( shop );
	const child = spawn( 'php', [ join( root, 'tests/shop/php/shop.php' ), 'import', '{"seconds":60}' ], {
		env: { ...process.env, WIG_WP_DIR: native.dir },
		stdio: 'ignore',
	} );
	const ended = new Promise< void >( ( resolve ) => child.on( 'exit', () => resolve() ) );
	for ( let look = 0; look < 100 && ( await done( shop ) ) === before; look++ );
	await new Promise( ( resolve ) => setTimeout( resolve, moment ) );
	child.kill( 'SIGKILL' );
	await ended;
	return done( shop );
}

async function counts( shop: Shop ): Promise< Record< string, string | null > > {
	const rows = await shop.sql(
		`SELECT ( SELECT COUNT(*) FROM {p}posts WHERE post_type IN ( 'product', 'product_variation' ) AND post_status NOT IN ( 'trash', 'auto-draft' ) ) AS products,
			COUNT(*) AS items, COUNT( DISTINCT product_id ) AS distinct_products, SUM( tracked ) AS tracked,
			( SELECT COUNT(*) FROM {p}wig_movements ) AS movements
		FROM {p}wig_items i JOIN {p}posts p ON p.ID = i.product_id AND p.post_status NOT IN ( 'trash', 'auto-draft' )`
	);
	return rows[ 0 ] ?? {};
}

export async function imports( t: Report, shop: Shop, native: Native ): Promise< void > {
	await t.check( `${ COUNT } products are taken over, by runners that are killed in the middle`, async () => {
		await shop.act( 'many', { count: COUNT } );
		await shop.act( 'begin_anew' );
		const seen: number[] = [];
		for ( let run = 0; run < 3; run++ ) {
			seen.push( await killedOnItsWay( shop, native, 40 * run ) );
			assert.equal( await shop.problems(), '' );
		}
		const began = Date.now();
		const end = await shop.act< Progress >( 'import', { seconds: 120 } );
		t.note( `killed with ${ seen.join( ', ' ) } done; the rest took ${ ( ( Date.now() - began ) / 1000 ).toFixed( 1 ) } s` );
		assert.equal( end.state, 'done' );
		assert.ok( seen.some( ( count ) => count > 0 && count < end.done ), 'no runner was killed in the middle' );
		const found = await counts( shop );
		assert.equal( found.items, found.products );
		assert.equal( found.distinct_products, found.items );
		assert.equal( found.movements, found.tracked );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'Two runners at once do it once', async () => {
		await shop.act( 'begin_anew' );
		const ends = await Promise.all( [ 1, 2, 3 ].map( () => shop.act< Progress >( 'import', { seconds: 120 } ) ) );
		assert.deepEqual( ends.map( ( end ) => end.state ), [ 'done', 'done', 'done' ] );
		const found = await counts( shop );
		assert.equal( found.items, found.products );
		assert.equal( found.movements, found.tracked );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'Sales during the import are guarded: an order makes the item that it needs', async () => {
		const product = await shop.counted( 'Early bird', 3 );
		await shop.act( 'begin_anew' );
		assert.equal( ( await shop.order( [ { product_id: product, quantity: 2 } ], { set_paid: true } ) ).status, 201 );
		assert.equal( ( await shop.order( [ { product_id: product, quantity: 2 } ], { set_paid: true } ) ).status, 409 );
		assert.equal( ( await shop.act< Progress >( 'import', { seconds: 120 } ) ).state, 'done' );
		assert.equal( ( await shop.stock( product ) ).stock, 1 );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'A product that was oversold before opens at its negative number, and sells nothing', async () => {
		const rows = await shop.sql( "SELECT product_id, on_hand FROM {p}wig_items WHERE on_hand < 0 AND tracked = 1 AND backorders = 'no' ORDER BY id LIMIT 1" );
		assert.ok( rows[ 0 ], 'none was negative' );
		const refused = await shop.order( [ { product_id: Number( rows[ 0 ].product_id ), quantity: 1 } ] );
		assert.equal( refused.status, 409 );
	} );

	await t.check( 'The import begins by itself and runs as a background job', async () => {
		await shop.act( 'begin_anew' );
		await shop.rest( 'GET', '/wc/v3/orders?per_page=1' );
		const jobs = await shop.sql( "SELECT status FROM {p}actionscheduler_actions WHERE hook = 'woo_inventory_guard_import' AND status = 'pending'" );
		assert.equal( jobs.length, 1 );
	} );

	await t.check( 'Holds and sales of WooCommerce alone are understood when the guard is switched on', async () => {
		await shop.act( 'plugin', { active: false } );
		const product = await shop.counted( 'Before the guard', 10 );
		const paid = ( await shop.order( [ { product_id: product, quantity: 2 } ], { set_paid: true } ) ).body.id as number;
		const open = ( await shop.order( [ { product_id: product, quantity: 3 } ], { status: 'pending' } ) ).body.id as number;
		await shop.act( 'core_hold', { order: open, minutes: 30 } );
		await shop.act( 'plugin', { active: true } );
		assert.equal( ( await shop.order( [ { product_id: product, quantity: 6 } ] ) ).status, 409 );
		const held = await shop.sql( "SELECT TIMESTAMPDIFF( MINUTE, UTC_TIMESTAMP(), expires_at ) AS minutes FROM {p}wig_reservations WHERE active = 1 AND reference_id = '" + open + "'" );
		assert.ok( [ 29, 30 ].includes( Number( held[ 0 ]?.minutes ) ), JSON.stringify( held ) );
		assert.equal( ( await shop.act< Progress >( 'import', { seconds: 120 } ) ).state, 'done' );
		assert.equal( ( await shop.stock( product ) ).stock, 8 );
		assert.deepEqual( await shop.sql( `SELECT * FROM {p}wc_reserved_stock WHERE order_id = ${ open }` ), [] );
		await shop.act( 'pay', { order: open, at: 0 } );
		assert.equal( ( await shop.stock( product ) ).stock, 5 );
		await shop.act( 'status', { order: paid, status: 'cancelled' } );
		assert.equal( ( await shop.stock( product ) ).stock, 7 );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'Switched off, sold on WooCommerce alone, switched on again: nothing is lost, nothing counted twice', async () => {
		const product = await shop.counted( 'Off and on', 10 );
		const gone = await shop.counted( 'Deleted meanwhile', 2 );
		const one = ( await shop.order( [ { product_id: product, quantity: 3 } ], { status: 'pending' } ) ).body.id as number;
		const two = ( await shop.order( [ { product_id: product, quantity: 2 } ], { status: 'pending' } ) ).body.id as number;
		await shop.act( 'plugin', { active: false } );
		const rows = await shop.sql( `SELECT order_id, stock_quantity, expires > NOW() + INTERVAL 20 MINUTE AS later FROM {p}wc_reserved_stock WHERE product_id = ${ product } ORDER BY order_id` );
		assert.deepEqual( rows.map( ( row ) => [ Number( row.order_id ), Number( row.stock_quantity ), Number( row.later ) ] ), [ [ one, 3, 1 ], [ two, 2, 1 ] ] );
		// WooCommerce keeps the promises: five of ten are held.
		const buyer = await shop.buyer( [ { id: product, quantity: 5 } ] );
		assert.equal( ( await shop.placeOrder( buyer ) ).status, 200 );
		await shop.act( 'core_sell', { order: one, id: product } );
		await shop.act( 'change', { id: product, props: { name: 'Off and on, renamed' } } );
		await shop.act( 'delete', { id: gone } );
		assert.equal( ( await shop.stock( product ) ).stock, 2 );
		await shop.act( 'plugin', { active: true } );
		assert.equal( ( await shop.order( [ { product_id: product, quantity: 1 } ] ) ).status, 409 );
		assert.equal( ( await shop.act< Progress >( 'import', { seconds: 120 } ) ).state, 'done' );
		await shop.act( 'reconcile' );
		assert.equal( await shop.problems(), '' );
		const lines = await shop.sql( `SELECT m.delta, m.reason, m.note, i.name FROM {p}wig_movements m JOIN {p}wig_items i ON i.id = m.item_id WHERE i.product_id = ${ product } ORDER BY m.seq` );
		assert.deepEqual( lines.map( ( line ) => [ Number( line.delta ), line.reason, line.name ] ), [ [ 10, 'opening', 'Off and on, renamed' ], [ -8, 'external', 'Off and on, renamed' ] ] );
		await shop.act( 'pay', { order: two, at: 0 } );
		assert.equal( ( await shop.stock( product ) ).stock, 0 );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'Stock that leaves by hand: switched off, a paid order that is still only reserved has its units taken and marked as WooCommerce does, and switched on again they stay', async () => {
		await shop.act( 'choose', { stock_leaves: 'manual' } );
		const product = await shop.counted( 'By hand', 10 );
		const make = async ( quantity: number, more: object ): Promise< number > => ( await shop.order( [ { product_id: product, quantity } ], more ) ).body.id as number;
		const paid = await make( 3, { set_paid: true } );
		const waits = await make( 2, { status: 'on-hold' } );
		const open = await make( 1, { status: 'pending' } );
		assert.equal( ( await shop.stock( product ) ).stock, 10 );
		await shop.act( 'plugin', { active: false } );
		const marked = async ( order: number ): Promise< unknown > => {
			const now = await shop.act< { flag: boolean; lines: { taken: string }[] } >( 'order_of', { order } );
			return [ now.flag, now.lines.map( ( { taken } ) => taken ) ];
		};
		assert.deepEqual( [ await marked( paid ), await marked( waits ), await marked( open ) ], [ [ true, [ '3' ] ], [ true, [ '2' ] ], [ false, [ '' ] ] ] );
		const stock = await shop.stock( product );
		assert.deepEqual( [ stock.stock, stock.lookup, stock.status ], [ 5, 5, 'instock' ] );
		const held = await shop.sql( `SELECT order_id, stock_quantity FROM {p}wc_reserved_stock WHERE product_id = ${ product }` );
		assert.deepEqual( held.map( ( row ) => [ Number( row.order_id ), Number( row.stock_quantity ) ] ), [ [ open, 1 ] ] );
		// WooCommerce alone takes nothing twice, and gives back what is cancelled.
		await shop.act( 'status', { order: paid, status: 'completed' } );
		assert.equal( ( await shop.stock( product ) ).stock, 5 );
		await shop.act( 'status', { order: waits, status: 'cancelled' } );
		assert.equal( ( await shop.stock( product ) ).stock, 7 );
		await shop.act( 'plugin', { active: true } );
		assert.equal( ( await shop.act< Progress >( 'import', { seconds: 120 } ) ).state, 'done' );
		await shop.act( 'reconcile' );
		assert.equal( ( await shop.stock( product ) ).stock, 7 );
		const item = await shop.rest( 'GET', `/woo-inventory-guard/v1/items?product_id=${ product }` );
		assert.deepEqual( ( item.body.list as { on_hand: number; reserved: number }[] ).map( ( row ) => [ row.on_hand, row.reserved ] ), [ [ 7, 1 ] ] );
		await shop.act( 'commit', { orders: [ paid ], hpos: true } );
		assert.equal( ( await shop.stock( product ) ).stock, 7 );
		await shop.act( 'choose', {} );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'WooCommerce switched off and on: what was counted meanwhile stays', async () => {
		const product = await shop.counted( 'Without a shop', 10 );
		const items = await shop.rest( 'GET', `/woo-inventory-guard/v1/items?product_id=${ product }` );
		const id = ( items.body.list as { id: number }[] )[ 0 ]?.id ?? 0;
		await shop.act( 'woocommerce', { active: false } );
		const adjusted = await shop.rest( 'POST', '/woo-inventory-guard/v1/adjustments', { item_id: id, delta: -4, reason: 'damaged' }, { 'Idempotency-Key': `off-${ id }` } );
		assert.equal( adjusted.status, 201 );
		await shop.act( 'woocommerce', { active: true } );
		assert.deepEqual( [ ( await shop.stock( product ) ).stock, ( await shop.stock( product ) ).lookup ], [ 6, 6 ] );
		assert.equal( ( await shop.act< Progress >( 'import', { seconds: 120 } ) ).state, 'done' );
		const seen = await shop.rest( 'GET', `/woo-inventory-guard/v1/items?product_id=${ product }` );
		assert.equal( ( seen.body.list as { on_hand: number }[] )[ 0 ]?.on_hand, 6 );
		assert.equal( await shop.problems(), '' );
	} );
}
