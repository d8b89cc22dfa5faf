import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import type { Shop } from './shop.ts';

const reserved = async ( shop: Shop, product: number ): Promise< number | undefined > =>
	( ( await shop.rest( 'GET', `/woo-inventory-guard/v1/items?product_id=${ product }` ) ).body.list as { reserved: number }[] )[ 0 ]?.reserved;

const order = async ( shop: Shop, product: number, quantity: number ): Promise< number > => ( await shop.act< { id: number } >( 'order', { lines: [ { id: product, quantity } ] } ) ).id;

/** What other plugins do beside us. Numbers are those of the list of traps in the map of WooCommerce. */
export async function traps( t: Report, shop: Shop ): Promise< void > {
	await t.check( 'The action that says a stock has changed is no number: fired twice, with an old object, it moves nothing (trap 11)', async () => {
		const product = await shop.counted( 'Zither', 5 );
		await shop.act( 'say_stock', { id: product, number: 99 } );
		const { stock, lookup } = await shop.stock( product );
		assert.deepEqual( [ stock, lookup, await shop.problems() ], [ 5, 5, '' ] );
	} );

	await t.check( 'An order that asks for its units inside somebody else’s transaction is kept or lost with it, and commits nothing of theirs (trap 17)', async () => {
		const product = await shop.counted( 'Lute', 5 );
		assert.deepEqual( await shop.act( 'their_work', { order: await order( shop, product, 2 ), end: 'ROLLBACK' } ), { kept: 0 } );
		assert.equal( await reserved( shop, product ), 0 );
		assert.deepEqual( await shop.act( 'their_work', { order: await order( shop, product, 2 ), end: 'COMMIT' } ), { kept: 1 } );
		assert.equal( await reserved( shop, product ), 2 );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'No hook of others runs while rows are locked: reserved, paid and cancelled (trap 18)', async () => {
		const product = await shop.counted( 'Viol', 5 );
		assert.deepEqual( await shop.act( 'hooks_during', { order: await order( shop, product, 2 ) } ), [] );
		assert.equal( ( await shop.stock( product ) ).stock, 5 );
	} );
}
