import 'fake-indexeddb/auto';
import apiFetch from '@wordpress/api-fetch';
import type { Stocktake } from '../../schema';
import { openBase } from './base';
import { databaseName, type CountingFacts } from './facts';
import { findByCode, findByWords } from './finding';
import { listStocktakes } from './listing';
import { makeReady } from './offline';
import { keepStocktake } from './pull';
import { Replica } from './replica';

const facts = ( user: number ): CountingFacts => ( {
	user,
	name: 'Mei',
	worker: '/?wig-count=worker',
	scope: 'http://shop.test/?wig-count',
	login: '/wp-login.php',
	admin: null,
} );

// jsdom has none, and the database of the test needs it.
globalThis.structuredClone ??= ( value: unknown ) =>
	value === undefined ? value : JSON.parse( JSON.stringify( value ) );

/** The next answers; none left is no network. */
const answers: unknown[] = [];

let user = 0;
const open: { close: () => void }[] = [];

async function base() {
	const made = await openBase( facts( ++user ) );
	open.push( made.channel, made.db );
	return made;
}

beforeEach( () => {
	answers.length = 0;
	apiFetch.setFetchHandler( async () => {
		if ( ! answers.length ) {
			throw { code: 'fetch_error' };
		}
		const body = answers.shift();
		return {
			ok: true,
			status: 200,
			headers: { get: () => null },
			json: async () => body,
		};
	} );
} );

afterEach( () => open.splice( 0 ).forEach( ( thing ) => thing.close() ) );

const cup = {
	item_id: 3,
	name: 'Cup',
	sku: 'CUP',
	barcode: '',
	bin: '',
	codes: [],
	round: 1,
	tags: 0,
	listed: false,
	counter_id: 0,
};

it( 'keeps what one person counts from the next who signs in on the same device', () => {
	expect( databaseName( facts( 1 ) ) ).not.toBe( databaseName( facts( 2 ) ) );
} );

it( 'lists what the server has; without a network what was opened here before', async () => {
	const { db } = await base();
	answers.push( [
		{ id: 7, state: 'counting' },
		{ id: 8, state: 'applied' },
	] );
	const { stocktakes } = await listStocktakes( db );
	expect( stocktakes.map( ( { id } ) => id ) ).toEqual( [ 7 ] );
	await keepStocktake( db, { id: 7, version: 1 } as Stocktake );
	expect( ( await listStocktakes( db ) ).stocktakes ).toMatchObject( [
		{ id: 7 },
	] );
} );

it( 'says that there is no network where nothing is kept', async () => {
	const { db } = await base();
	await expect( listStocktakes( db ) ).rejects.toMatchObject( {
		kind: 'offline',
	} );
} );

it( 'keeps what a search finds, for the next scan without a network', async () => {
	const { db, channel } = await base();
	const replica = await Replica.open( db, channel, 7, 1 );
	const scan = {
		kind: 'unknown',
		text: 'CUP',
		keys: [],
	} as unknown as Parameters< typeof findByCode >[ 3 ];
	expect( await findByCode( db, replica, 7, scan ) ).toEqual( [] );
	await expect( findByWords( db, replica, 7, 'cup' ) ).rejects.toBeDefined();
	answers.push( [ cup ] );
	expect( await findByWords( db, replica, 7, 'cup' ) ).toMatchObject( [
		{ id: 3, name: 'Cup' },
	] );
	expect( await db.get( 'items', [ 7, 3 ] ) ).toMatchObject( {
		name: 'Cup',
	} );
} );

it( 'goes on counting where the browser keeps no page', async () => {
	expect( await makeReady( facts( 1 ), [] ) ).toBe( 'not-possible' );
} );
