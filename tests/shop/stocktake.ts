import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Report } from '../../tools/lib/report.ts';
import type { Shop } from './shop.ts';

const PRODUCTS = 30;
const UNITS = 60;
/** Checkouts and orders by REST that are on their way at any moment. */
const LANES = 6;
const STOLEN = 2;
const api = '/woo-inventory-guard/v1';

interface Tea {
	readonly product: number;
	readonly item: number;
	/** What is on the shelf, as somebody would count it. */
	there: number;
	sold: number;
	/** Orders whose goods are still on the shelf. */
	readonly packing: number[];
}

interface Clock {
	readonly server_time: string;
}

/** Orders of one unit each, as quickly as the shop takes them, until told to stop. */
function traffic( shop: Shop, teas: readonly Tea[] ): { readonly stop: () => Promise< void > } {
	let open = true;
	let turn = 0;
	const lane = async ( byRest: boolean ): Promise< void > => {
		while ( open ) {
			const tea = teas[ turn++ % teas.length ];
			assert.ok( tea );
			const answer = byRest
				? await shop.order( [ { product_id: tea.product, quantity: 1 } ], { status: 'processing' } )
				: await shop.placeOrder( await shop.buyer( [ { id: tea.product, quantity: 1 } ] ) );
			assert.ok( answer.status === 200 || answer.status === 201, JSON.stringify( answer.body ).slice( 0, 500 ) );
			// An order that is completed at once has no goods to count.
			assert.equal( answer.body.status, 'processing' );
			tea.sold++;
			tea.packing.push( Number( answer.body.id ?? answer.body.order_id ) );
		}
	};
	const lanes = Array.from( { length: LANES }, ( _, number ) => lane( number % 2 === 0 ) );
	return {
		stop: async () => {
			open = false;
			await Promise.all( lanes );
		},
	};
}

/** Somebody hands an order over, and counts what is left then. */
async function count( shop: Shop, stocktake: number, tea: Tea, offset: number ): Promise< void > {
	const order = tea.packing.shift();
	if ( order ) {
		const done = await shop.rest( 'PUT', `/wc/v3/orders/${ order }`, { status: 'completed' } );
		assert.equal( done.status, 200, JSON.stringify( done.body ).slice( 0, 500 ) );
		tea.there--;
	}
	const one = { uuid: randomUUID(), mode: 'set', item_id: tea.item, quantity: tea.there, at: new Date().toISOString(), offset_ms: offset };
	const sent = await shop.rest( 'POST', `${ api }/stocktakes/${ stocktake }/counts`, { counts: [ one ] } );
	assert.equal( sent.status, 200, JSON.stringify( sent.body ).slice( 0, 500 ) );
}

async function must( shop: Shop, method: string, path: string, body: object = {} ): Promise< Record< string, unknown > > {
	const answer = await shop.rest( method, api + path, method === 'GET' ? undefined : body );
	assert.ok( answer.status < 300, `${ method } ${ path }: ${ JSON.stringify( answer.body ).slice( 0, 500 ) }` );
	return answer.body;
}

/** A shelf is counted while the shop sells at full speed. */
export async function stocktakes( t: Report, shop: Shop ): Promise< void > {
	await t.check( `${ PRODUCTS } products are counted while ${ LANES } checkouts never stop: no sale is lost, no variance is invented`, async () => {
		const teas: Tea[] = [];
		for ( let number = 0; number < PRODUCTS; number++ ) {
			const product = await shop.counted( `Counted tea ${ number }`, UNITS );
			const [ row ] = await shop.sql( `SELECT id FROM {p}wig_items WHERE product_id = ${ product }` );
			teas.push( { product, item: Number( row?.id ), there: UNITS - ( number % 5 === 0 ? STOLEN : 0 ), sold: 0, packing: [] } );
		}
		const made = await must( shop, 'POST', '/stocktakes', { name: 'Shelf B', scope: { items: teas.map( ( tea ) => tea.item ) } } );
		const stocktake = Number( made.id );
		await must( shop, 'PUT', `/stocktakes/${ stocktake }`, { state: 'counting' } );
		const asked = Date.now();
		const clock = ( await must( shop, 'GET', '/stocktakes/clock' ) ) as unknown as Clock;
		const offset = Math.round( Date.parse( clock.server_time ) - ( asked + Date.now() ) / 2 );

		const orders = traffic( shop, teas );
		try {
			for ( const tea of [ ...teas, ...teas.slice( 0, 10 ) ] ) {
				await count( shop, stocktake, tea, offset );
			}
			await must( shop, 'PUT', `/stocktakes/${ stocktake }`, { state: 'review' } );
			const sums = await must( shop, 'GET', `/stocktakes/${ stocktake }/sums` );
			const { list } = ( await must( shop, 'GET', `/stocktakes/${ stocktake }/review?show=differences&per_page=100` ) ) as unknown as { list: { item_id: number; variance: number }[] };
			const stolen = teas.filter( ( _, number ) => number % 5 === 0 );
			const byItem = ( rows: number[][] ): number[][] => rows.sort( ( one, other ) => ( one[ 0 ] ?? 0 ) - ( other[ 0 ] ?? 0 ) );
			assert.deepEqual( byItem( list.map( ( line ) => [ line.item_id, line.variance ] ) ), byItem( stolen.map( ( tea ) => [ tea.item, -STOLEN ] ) ), JSON.stringify( sums ) );
			await must( shop, 'POST', `/stocktakes/${ stocktake }/review`, { all: { decision: 'accept', reason: 'theft' } } );
			assert.equal( ( await must( shop, 'POST', `/stocktakes/${ stocktake }/apply` ) ).state, 'applied' );
		} finally {
			// Nobody buys in a shop that is closing.
			await orders.stop();
		}

		const sold = teas.reduce( ( sum, tea ) => sum + tea.sold, 0 );
		t.note( `${ sold } orders while ${ PRODUCTS + 10 } counts were made and applied` );
		assert.ok( sold > PRODUCTS, `only ${ sold } orders: that was no traffic` );
		for ( const [ number, tea ] of teas.entries() ) {
			assert.equal( ( await shop.stock( tea.product ) ).stock, UNITS - tea.sold - ( number % 5 === 0 ? STOLEN : 0 ), `tea ${ number }` );
		}
		assert.equal( await shop.problems(), '' );
	} );
}
