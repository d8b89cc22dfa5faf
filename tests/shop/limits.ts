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
		mustBeRefused( answers, /You can buy up to 2 of “Puerh cake, guests” in 30 days\. You have had them already\./ );
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
}
