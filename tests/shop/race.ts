import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import type { Answer, Shop } from './shop.ts';

const BUYERS = 60;
const UNITS = 7;

interface Outcome {
	readonly accepted: number;
	readonly refused: Answer[];
	readonly errors: Answer[];
	readonly seconds: number;
}

function outcome( answers: Answer[], began: number ): Outcome {
	return {
		accepted: answers.filter( ( a ) => a.status === 200 || a.status === 201 ).length,
		refused: answers.filter( ( a ) => a.status >= 400 && a.status < 500 ),
		errors: answers.filter( ( a ) => a.status >= 500 ),
		seconds: ( Date.now() - began ) / 1000,
	};
}

async function inTens< T >( count: number, work: ( n: number ) => Promise< T > ): Promise< T[] > {
	const done: T[] = [];
	for ( let n = 0; n < count; n += 10 ) {
		done.push( ...( await Promise.all( Array.from( { length: Math.min( 10, count - n ) }, ( _, i ) => work( n + i ) ) ) ) );
	}
	return done;
}

/** Everybody has a full cart and the form filled in; then all press the button. */
export async function blockRace( shop: Shop, product: number, buyers = BUYERS ): Promise< Outcome > {
	const ready = await inTens( buyers, () => shop.buyer( [ { id: product, quantity: 1 } ] ) );
	const began = Date.now();
	return outcome( await Promise.all( ready.map( ( buyer ) => shop.placeOrder( buyer ) ) ), began );
}

export async function restRace( shop: Shop, product: number, buyers = BUYERS ): Promise< Outcome > {
	const began = Date.now();
	const orders = Array.from( { length: buyers }, () => shop.order( [ { product_id: product, quantity: 1 } ], { set_paid: true } ) );
	return outcome( await Promise.all( orders ), began );
}

async function mustBeSoldOut( shop: Shop, product: number ): Promise< void > {
	const stock = await shop.stock( product );
	assert.deepEqual( stock, { stock: 0, status: 'outofstock', lookup: 0, lookup_status: 'outofstock', hidden: true, in_stock: false } );
	assert.equal( await shop.problems(), '' );
}

function mustNameIt( outcome_: Outcome, name: string ): void {
	assert.equal( outcome_.errors.length, 0, JSON.stringify( outcome_.errors.slice( 0, 2 ) ) );
	for ( const answer of outcome_.refused ) {
		assert.match( String( answer.body.message ), new RegExp( name ), JSON.stringify( answer.body ).slice( 0, 600 ) );
	}
}

/** What WooCommerce does alone: without this figure "exactly seven" would prove nothing. */
export async function withoutGuard( t: Report, shop: Shop ): Promise< void > {
	await t.check( 'WooCommerce alone sells more than it has: the race is real', async () => {
		const block = await shop.counted( 'Oolong, alone', UNITS );
		const rest = await shop.counted( 'Sencha, alone', UNITS );
		const byBlock = await blockRace( shop, block );
		const byRest = await restRace( shop, rest );
		t.note( `without the guard, ${ UNITS } units, ${ BUYERS } buyers at once: block checkout sold ${ byBlock.accepted }, REST sold ${ byRest.accepted }` );
		assert.ok( byBlock.accepted + byRest.accepted > 2 * UNITS );
		assert.ok( byRest.accepted > UNITS );
	} );
}

export async function races( t: Report, shop: Shop, storage: string ): Promise< void > {
	await t.check( `60 buyers at once in the block checkout, 7 units: 7 orders (${ storage })`, async () => {
		const product = await shop.counted( 'Gaiwan, white', UNITS );
		const result = await blockRace( shop, product );
		t.note( `block checkout: ${ result.accepted } accepted, ${ result.refused.length } refused, ${ result.errors.length } errors, ${ result.seconds.toFixed( 1 ) } s` );
		mustNameIt( result, 'Gaiwan, white' );
		assert.equal( result.accepted, UNITS );
		assert.equal( result.refused.length, BUYERS - UNITS );
		assert.ok( result.refused.every( ( a ) => a.status === 409 ), JSON.stringify( result.refused.map( ( a ) => [ a.status, a.body.code ] ) ) );
		await mustBeSoldOut( shop, product );
	} );
	await t.check( `60 REST orders at once, 7 units: 7 orders (${ storage })`, async () => {
		const product = await shop.counted( 'Gaiwan, blue', UNITS );
		const result = await restRace( shop, product );
		t.note( `REST: ${ result.accepted } accepted, ${ result.refused.length } refused, ${ result.errors.length } errors, ${ result.seconds.toFixed( 1 ) } s` );
		mustNameIt( result, 'Gaiwan, blue' );
		assert.equal( result.accepted, UNITS );
		assert.ok( result.refused.every( ( a ) => a.status === 409 && a.body.code === 'wig_not_enough_stock' ) );
		await mustBeSoldOut( shop, product );
	} );
	await t.check( `Both doors at once, two kinds of tea in every cart: never more than there is (${ storage })`, async () => {
		const cup = await shop.counted( 'Cup, tall', UNITS );
		const pot = await shop.counted( 'Pot, small', UNITS + 5 );
		const ready = await inTens( 20, () => shop.buyer( [ { id: pot, quantity: 1 }, { id: cup, quantity: 1 } ] ) );
		const answers = await Promise.all( [
			...ready.map( ( buyer ) => shop.placeOrder( buyer ) ),
			...ready.map( () => shop.order( [ { product_id: cup, quantity: 1 }, { product_id: pot, quantity: 1 } ], { set_paid: true } ) ),
		] );
		const result = outcome( answers, 0 );
		mustNameIt( result, 'Cup, tall' );
		assert.equal( result.accepted, UNITS );
		await mustBeSoldOut( shop, cup );
		assert.equal( ( await shop.stock( pot ) ).stock, 5 );
	} );
}
