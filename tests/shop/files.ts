import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import type { Answer, Shop } from './shop.ts';

const ROOT = '/woo-inventory-guard/v1';

/** A file that is brought in changes products, and WP All Import brings one through the ledger. */
export async function files( t: Report, shop: Shop ): Promise< void > {
	/** Asks until it is so. */
	const until = async ( path: string, state: string, body: object = {} ): Promise< Answer > => {
		for ( let turn = 0; turn < 20; turn++ ) {
			const answer = await shop.rest( 'POST', path, body );
			if ( answer.body.state === state ) {
				return answer;
			}
			assert.equal( answer.status, 200, JSON.stringify( answer.body ) );
		}
		throw new Error( `${ path } did not become ${ state }` );
	};
	const product = async ( id: number ) => {
		const { stock_quantity: stock, low_stock_amount: low, backorders, stock_status: status } = ( await shop.rest( 'GET', `/wc/v3/products/${ id }` ) ).body;
		return [ stock, low, backorders, status ];
	};

	await t.check( 'A file changes products as WooCommerce keeps them; undone, what was sold since stays sold', async () => {
		const tea = await shop.counted( 'Filed tea', 3, { sku: 'FILED-TEA' } );
		const cup = await shop.counted( 'Filed cup', 0, { sku: 'FILED-CUP' } );
		const rows = [
			{ row: 2, sku: 'FILED-TEA', on_hand: '8', low_stock_threshold: '4' },
			{ row: 3, product_id: String( cup ), on_hand: '0', backorders: 'notify' },
			{ row: 4, sku: 'FILED-TEA-2', name: 'Not a product' },
			{ row: 5, sku: 'FILED-CUP', name: 'Other name' },
		];
		const made = await shop.rest( 'POST', `${ ROOT }/imports`, { name: 'stock.csv', total_rows: rows.length, options: { quantity: 'absolute' } } );
		const path = `${ ROOT }/imports/${ made.body.id }`;
		await shop.rest( 'POST', `${ path }/rows`, { rows } );
		const checked = await until( `${ path }/check`, 'checked' );
		assert.deepEqual( [ checked.body.change_rows, checked.body.problem_rows ], [ 2, 2 ] );
		await shop.act( 'sell', { id: tea, units: '1' } );
		await until( `${ path }/apply`, 'applied', { skip_problems: true } );
		assert.deepEqual( [ await product( tea ), await product( cup ) ], [ [ 7, 4, 'no', 'instock' ], [ 0, null, 'notify', 'onbackorder' ] ] );
		await shop.act( 'sell', { id: tea, units: '2' } );
		await until( `${ path }/undo`, 'undone' );
		assert.deepEqual( [ await product( tea ), await product( cup ) ], [ [ 0, null, 'no', 'outofstock' ], [ 0, null, 'no', 'outofstock' ] ] );
		assert.equal( await shop.problems(), '' );
	} );
	await t.check( 'Custom fields of WP All Import go through the ledger and are taken off the product', async () => {
		const id = await shop.counted( 'Fed', 3 );
		const { left } = await shop.act< { left: string[] } >( 'all_import', { id, fields: { wig_on_hand: '9', wig_low_stock_threshold: '2', wig_bin: 'A-1' } } );
		assert.deepEqual( left, [] );
		assert.deepEqual( await product( id ), [ 9, 2, 'no', 'instock' ] );
		const item = ( ( await shop.rest( 'GET', `${ ROOT }/items?product_id=${ id }` ) ).body.list as { id: number; bin: string }[] )[ 0 ];
		const line = ( ( await shop.rest( 'GET', `${ ROOT }/items/${ item?.id }/movements` ) ).body.list as { delta: number; reason: string; reference: { type: string } }[] )[ 0 ];
		assert.deepEqual( [ item?.bin, line?.delta, line?.reason, line?.reference.type ], [ 'A-1', 6, 'import', 'wp_all_import' ] );
		assert.equal( await shop.problems(), '' );
	} );
}
