import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import type { Shop } from './shop.ts';

interface Row {
	readonly id: number;
	readonly order_id: number;
	readonly order_label: string;
	readonly order_link: string | null;
	readonly open: boolean;
}

/** The list of what is sold and short, as the screen works through it. */
export async function decisions( t: Report, shop: Shop ): Promise< void > {
	const rows = async ( order: number ): Promise< Row[] > => ( await shop.rest( 'GET', `/woo-inventory-guard/v1/shortfalls?order_id=${ order }` ) ).body.list as Row[];
	const resolve = async ( id: number, outcome: string ): Promise< boolean > => ( await shop.rest( 'POST', `/woo-inventory-guard/v1/shortfalls/${ id }/resolve`, { outcome } ) ).body.open === true;
	const short = async (): Promise< Row > => {
		const product = await shop.counted( 'Puzzle', 0 );
		const order = ( await shop.act< { id: number } >( 'order', { lines: [ { id: product, quantity: 1 } ] } ) ).id;
		await shop.act( 'pay', { order, at: 0 } );
		const [ row ] = await rows( order );
		assert.ok( row );
		return row;
	};

	await t.check( 'A row of the work list leads to its order', async () => {
		const row = await short();
		assert.equal( row.order_label, `Order #${ row.order_id }` );
		assert.match( row.order_link ?? '', new RegExp( `(id|post)=${ row.order_id }\\b` ) );
	} );
	await t.check( 'A decision is taken back, and the order says so', async () => {
		const row = await short();
		assert.equal( await resolve( row.id, 'refund' ), false );
		assert.equal( ( await rows( row.order_id ) ).length, 0 );
		assert.equal( await resolve( row.id, 'wait' ), true );
		assert.equal( ( await rows( row.order_id ) ).length, 1 );
		assert.match( ( await shop.act< string[] >( 'notes', { order: row.order_id } ) ).join( '\n' ), /taken back/ );
	} );
	await t.check( 'Where the order has ended a decision stands', async () => {
		const row = await short();
		await resolve( row.id, 'substitute' );
		await shop.act( 'status', { order: row.order_id, status: 'cancelled', at: 0 } );
		assert.equal( await resolve( row.id, 'wait' ), false );
	} );
}
