import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../tools/lib/report.ts';
import { doors, inTens, type Buyer } from './buyers.ts';
import type { Said, Shop } from './shop.ts';

const BUYERS = 60;
const UNITS = 7;

interface Outcome {
	readonly sold: number;
	readonly refused: Said[];
	readonly errors: Said[];
	readonly seconds: number;
}

/** Everybody is ready; then all press the button. */
async function allAtOnce( buyers: readonly Buyer[] ): Promise< Outcome > {
	const began = Date.now();
	const answers = await Promise.all( buyers.map( ( buy ) => buy() ) );
	return {
		sold: answers.filter( ( a ) => a.sold ).length,
		refused: answers.filter( ( a ) => ! a.sold && a.status < 500 ),
		errors: answers.filter( ( a ) => a.status >= 500 ),
		seconds: ( Date.now() - began ) / 1000,
	};
}

async function buyersOf( shop: Shop, door: string, product: number, count: number ): Promise< Buyer[] > {
	const prepare = doors[ door ];
	assert.ok( prepare, door );
	return prepare( shop, product, count );
}

/** So many buyers of one unit each, at one door, at once. */
export const race = async ( shop: Shop, door: string, product: number, count: number ): Promise< Outcome > => allAtOnce( await buyersOf( shop, door, product, count ) );

/** Pressed by turns, as people of different doors would: the first of each, then the second of each. */
function mixed( groups: readonly Buyer[][] ): Buyer[] {
	const longest = Math.max( ...groups.map( ( group ) => group.length ) );
	return Array.from( { length: longest }, ( _, i ) => groups.flatMap( ( group ) => group[ i ] ?? [] ) ).flat();
}

async function mustBeSoldOut( shop: Shop, product: number ): Promise< void > {
	const stock = await shop.stock( product );
	assert.deepEqual( stock, { stock: 0, status: 'outofstock', lookup: 0, lookup_status: 'outofstock', hidden: true, in_stock: false } );
	assert.equal( await shop.problems(), '' );
}

/** In the guard's words or, to who comes later, in WooCommerce's. */
function mustNameOneOf( outcome: Outcome, names: RegExp ): void {
	assert.equal( outcome.errors.length, 0, JSON.stringify( outcome.errors.slice( 0, 2 ) ) );
	for ( const answer of outcome.refused ) {
		assert.match( answer.text, names );
	}
}

function figures( outcome: Outcome ): string {
	return `${ outcome.sold } sold, ${ outcome.refused.length } refused, ${ outcome.errors.length } errors, ${ outcome.seconds.toFixed( 1 ) } s`;
}

/** What WooCommerce does alone: without these figures "exactly seven" would prove nothing. */
export async function withoutGuard( t: Report, shop: Shop ): Promise< void > {
	await t.check( 'WooCommerce alone sells more than it has at every door: the races are real', async () => {
		const left: Record< string, number > = {};
		for ( const door of Object.keys( doors ) ) {
			// A process of PHP's server may have two of them in its queue: then not enough come to the gate, and it opens.
			for ( let round = 1; round <= 6 && ( left[ door ] ?? 0 ) >= 0; round++ ) {
				const product = await shop.counted( `Oolong, alone, ${ door }, ${ round }`, UNITS );
				const buyers = await buyersOf( shop, door, product, 2 * UNITS );
				const folder = mkdtempSync( join( tmpdir(), 'wig-gate-' ) );
				// The others look at nothing, so they need no moment in which to lose.
				const isCheckout = door.endsWith( 'checkout' );
				await shop.act( 'option', { name: 'wig_test_gate', value: isCheckout ? JSON.stringify( { folder, number: UNITS + 1 } ) : '' } );
				await allAtOnce( buyers );
				await shop.act( 'option', { name: 'wig_test_gate', value: '' } );
				rmSync( folder, { recursive: true } );
				left[ door ] = ( await shop.stock( product ) ).stock;
			}
		}
		t.note( `without the guard, ${ UNITS } units, what is left of them: ${ Object.entries( left ).map( ( [ door, units ] ) => `${ door } ${ units }` ).join( ', ' ) }` );
		for ( const [ door, units ] of Object.entries( left ) ) {
			assert.ok( units < 0, `${ door } left ${ units }` );
		}
	} );
}

export async function races( t: Report, shop: Shop, storage: string ): Promise< void > {
	// One door alone does not depend on where orders are kept; it is run with the one that new shops have.
	for ( const door of storage.includes( 'own' ) ? Object.keys( doors ) : [] ) {
		await t.check( `${ door }: ${ BUYERS } buyers at once, ${ UNITS } units: ${ UNITS } sold (${ storage })`, async () => {
			const product = await shop.counted( `Gaiwan, ${ door }`, UNITS );
			const result = await allAtOnce( await buyersOf( shop, door, product, BUYERS ) );
			t.note( `${ door }: ${ figures( result ) }` );
			if ( door !== 'code' ) {
				// An order made by code is paid already; what happens to it then is the owner's policy.
				mustNameOneOf( result, /[“"]Gaiwan, / );
			}
			assert.equal( result.sold, UNITS );
			await mustBeSoldOut( shop, product );
		} );
	}

	const mixedDoors = [ 'block checkout', 'classic checkout', 'REST v3', 'wp-admin' ];
	const mixedRace = async ( products: readonly number[], each = 20 ): Promise< Outcome > => {
		const groups: Buyer[][] = [];
		for ( const [ i, door ] of mixedDoors.entries() ) {
			groups.push( await buyersOf( shop, door, products[ i % products.length ] ?? 0, each ) );
		}
		return allAtOnce( mixed( groups ) );
	};

	await t.check( `Four doors at once, 20 buyers each, ${ UNITS } units: ${ UNITS } sold (${ storage })`, async () => {
		const product = await shop.counted( 'Cup, mixed', UNITS );
		const result = await mixedRace( [ product ] );
		t.note( `mixed doors: ${ figures( result ) }` );
		mustNameOneOf( result, /[“"]Cup, mixed[”"]/ );
		assert.equal( result.sold, UNITS );
		await mustBeSoldOut( shop, product );
	} );

	await t.check( `The same for a variation with units of its own (${ storage })`, async () => {
		const parent = await shop.product( { name: 'Scarf', type: 'variable', attributes: { Colour: [ 'Blue', 'Red' ] } } );
		const blue = ( await shop.act< { id: number } >( 'variation', { parent, attributes: { colour: 'Blue' }, manage_stock: true, stock_quantity: UNITS } ) ).id;
		const result = await mixedRace( [ blue ] );
		t.note( `mixed doors, variation: ${ figures( result ) }` );
		mustNameOneOf( result, /[“"]Scarf - Blue[”"]/ );
		assert.equal( result.sold, UNITS );
		const stock = await shop.stock( blue );
		assert.deepEqual( [ stock.stock, stock.status, stock.lookup ], [ 0, 'outofstock', 0 ] );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( `The same for two variations that share their parent’s units (${ storage })`, async () => {
		const parent = await shop.product( { name: 'Gloves', type: 'variable', manage_stock: true, stock_quantity: UNITS, attributes: { Size: [ 'S', 'L' ] } } );
		const sizes = await Promise.all( [ 'S', 'L' ].map( async ( size ) => ( await shop.act< { id: number } >( 'variation', { parent, attributes: { size } } ) ).id ) );
		const result = await mixedRace( sizes );
		t.note( `mixed doors, parent's stock: ${ figures( result ) }` );
		mustNameOneOf( result, /[“"]Gloves - [SL][”"]/ );
		assert.equal( result.sold, UNITS );
		await mustBeSoldOut( shop, parent );
	} );

	await t.check( `A bundle and its component sold by itself at the same time share the units (${ storage })`, async () => {
		const cup = await shop.counted( 'Cup of the set', UNITS );
		const pot = await shop.counted( 'Pot of the set', 1000 );
		const set = ( await shop.act< { id: number } >( 'bundle', { name: 'Tea set', parts: [ { id: cup, quantity: 1 }, { id: pot, quantity: 2 } ] } ) ).id;
		const result = await mixedRace( [ set, cup ] );
		t.note( `mixed doors, bundle and component: ${ figures( result ) }` );
		mustNameOneOf( result, /[“"]Tea set[”"]|[“"]Cup of the set[”"]/ );
		assert.equal( result.sold, UNITS );
		await mustBeSoldOut( shop, cup );
		const pots = ( await shop.stock( pot ) ).stock;
		assert.ok( pots >= 1000 - 2 * UNITS && pots % 2 === 0, String( pots ) );
	} );

	await t.check( `Two doors at once, two kinds of tea in every cart: never more than there is (${ storage })`, async () => {
		const cup = await shop.counted( 'Cup, tall', UNITS );
		const pot = await shop.counted( 'Pot, small', UNITS + 5 );
		const ready = await inTens( 20, () => shop.buyer( [ { id: pot, quantity: 1 }, { id: cup, quantity: 1 } ] ) );
		const answers = await Promise.all( [
			...ready.map( ( buyer ) => shop.placeOrder( buyer ) ),
			...ready.map( () => shop.order( [ { product_id: cup, quantity: 1 }, { product_id: pot, quantity: 1 } ], { set_paid: true } ) ),
		] );
		assert.equal( answers.filter( ( a ) => a.status < 300 ).length, UNITS );
		assert.ok( answers.every( ( a ) => a.status < 300 || String( a.body.message ).includes( 'Cup, tall' ) ) );
		await mustBeSoldOut( shop, cup );
		assert.equal( ( await shop.stock( pot ) ).stock, 5 );
	} );
}
