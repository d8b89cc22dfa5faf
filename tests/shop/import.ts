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
			( SELECT COUNT(*) FROM {p}wig_movements ) AS movements FROM {p}wig_items`
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
}
