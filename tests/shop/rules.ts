import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import type { Shop } from './shop.ts';

const API = '/woo-inventory-guard/v1';

/** What a rule of a category says reaches the shop, and leaves the products' own settings alone. */
export async function rules( t: Report, shop: Shop ): Promise< void > {
	const item = async ( product: number ): Promise< Record< string, unknown > > => {
		const [ found ] = ( await shop.rest( 'GET', `${ API }/items?product_id=${ product }` ) ).body.list as Record< string, unknown >[];
		assert.ok( found );
		return found;
	};
	const meta = async ( product: number, key: string ): Promise< string | null > =>
		( await shop.sql( `SELECT meta_value FROM wp_postmeta WHERE post_id = ${ product } AND meta_key = '${ key }'` ) )[ 0 ]?.meta_value ?? null;
	const buy = async ( product: number, quantity: number ) => shop.placeOrder( await shop.buyer( [ { id: product, quantity } ] ) );

	await t.check( 'A rule of a category lets checkout sell up to its limit, and shows what is low', async () => {
		const shoes = ( await shop.act< { id: number } >( 'category', { name: 'Shoes with a rule' } ) ).id;
		const none = await shop.counted( 'Sneaker', 0, { category_ids: [ shoes ] } );
		const few = await shop.counted( 'Sandal', 4, { category_ids: [ shoes ] } );
		assert.equal( ( await item( few ) ).status, 'ok' );
		const rule = await shop.rest( 'POST', `${ API }/rules`, {
			scope: 'category', scope_id: shoes, low_stock_threshold: 5, backorders: 'notify', backorder_limit: 2, backorder_text: 'Ships in 10 days',
		} );
		assert.equal( rule.status, 201, JSON.stringify( rule.body ) );
		assert.equal( rule.body.items, 2 );

		assert.equal( ( await item( few ) ).status, 'low' );
		assert.equal( await meta( none, '_stock_status' ), 'onbackorder' );
		assert.equal( await meta( none, '_backorders' ), 'no', 'The product itself says what it said.' );
		assert.match( JSON.stringify( await shop.act( 'shown', { product: none } ) ), /Ships in 10 days/ );

		assert.equal( ( await buy( none, 2 ) ).status, 200 );
		const third = await buy( none, 1 ).catch( ( error: unknown ) => ( { status: 400, body: { message: String( error ) } } ) );
		assert.notEqual( third.status, 200, 'No more than the limit.' );
		assert.equal( await shop.problems(), '' );

		assert.equal( ( await shop.rest( 'DELETE', `${ API }/rules/${ String( rule.body.id ) }` ) ).status, 200 );
		assert.equal( ( await item( few ) ).status, 'ok' );
		assert.equal( await meta( none, '_stock_status' ), 'outofstock' );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'A product that comes into a category takes what its rule says; what its owner takes away in WooCommerce stays away', async () => {
		const boots = ( await shop.act< { id: number } >( 'category', { name: 'Boots with a rule' } ) ).id;
		assert.equal( ( await shop.rest( 'POST', `${ API }/rules`, { scope: 'category', scope_id: boots, low_stock_threshold: 7, backorders: 'yes' } ) ).status, 201 );
		const boot = await shop.counted( 'Chelsea boot', 3 );
		const save = ( fields: object ) => shop.rest( 'PUT', `/wc/v3/products/${ boot }`, fields );
		await save( { categories: [ { id: boots } ] } );
		assert.deepEqual( [ ( await item( boot ) ).threshold_effective, ( await item( boot ) ).backorders ], [ 7, 'yes' ] );
		await save( { backorders: 'notify', low_stock_amount: 1 } );
		assert.deepEqual( [ ( await item( boot ) ).threshold_effective, ( await item( boot ) ).backorders ], [ 1, 'notify' ] );
		await save( { backorders: 'no', low_stock_amount: null } );
		assert.deepEqual( [ ( await item( boot ) ).threshold_effective, ( await item( boot ) ).backorders ], [ 7, 'no' ], 'Who takes an allowance away means it.' );
		const id = ( await item( boot ) ).id;
		assert.equal( ( await shop.rest( 'PUT', `${ API }/items/${ String( id ) }`, { backorders: null } ) ).body.backorders, 'yes' );
		assert.equal( await meta( boot, '_backorders' ), 'no' );
		const bulk = async ( path: string, body: object ) => ( await shop.rest( 'POST', `${ API }/bulk-changes${ path }`, body ) ).body;
		const change = await bulk( '', { filter: { ids: [ id ] }, set: { backorders: 'notify' } } );
		const finish = async ( act: string ) => {
			for ( let now = await bulk( `/${ String( change.id ) }/${ act }`, {} ); now.state === 'running' || now.state === 'undoing'; ) {
				now = await bulk( `/${ String( change.id ) }/work`, {} );
			}
		};
		await finish( 'start' );
		assert.equal( await meta( boot, '_backorders' ), 'notify' );
		await finish( 'undo' );
		assert.deepEqual( [ await meta( boot, '_backorders' ), ( await item( boot ) ).backorders ], [ 'no', 'yes' ], 'A bulk change that is undone leaves what was inherited inherited.' );
		await save( { categories: [] } );
		assert.deepEqual( [ ( await item( boot ) ).threshold_effective, ( await item( boot ) ).backorders ], [ 2, 'no' ] );
		assert.equal( await shop.problems(), '' );
	} );
}
