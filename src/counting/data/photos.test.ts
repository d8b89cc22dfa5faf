/**
 * @jest-environment node
 */
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { Shop } from '../../../tests/js/shop';
import { Channel } from './channel';
import { openDb } from './db';
import { listStocktakes } from './listing';
import type { Desk } from './outbox';
import { keepPhoto, photosWaitIn, sendPhotos, waitingPhotos } from './photos';
import { keepStocktake } from './pull';
import { Replica } from './replica';

let made = 0;
const opened: { close: () => void }[] = [];

afterEach( () => opened.splice( 0 ).forEach( ( thing ) => thing.close() ) );

async function desk(): Promise< Desk > {
	const name = `photos ${ ++made }`;
	const db = await openDb( name );
	await keepStocktake( db, { id: 7, version: 1 } as never );
	const channel = new Channel( name );
	opened.push( channel, db );
	return { db, channel, stocktake: 7, me: 1 };
}

const refused = ( status: number, code: string ) => ( {
	status,
	body: { code, message: 'No more photos.', data: {} },
} );

it( 'keeps a photo until the shop has it, and sends it again under the same name', async () => {
	const shop = Shop.open();
	const at = await desk();
	const replica = await Replica.open( at.db, at.channel, 7, 1 );
	await keepPhoto( at, 3, '/9j/' );
	expect( replica.waitingPhotos ).toBe( 1 );
	expect( replica.photosOf( { id: 3 } as never ) ).toBe( 1 );
	expect( [ ...replica.photos.values() ][ 0 ]?.data ).toBe( '' );
	shop.then( 'offline', 'lost' );
	for ( let attempt = 0; attempt < 2; attempt++ ) {
		await expect(
			sendPhotos( at.db, at.channel, 7 )
		).rejects.toMatchObject( { kind: 'offline' } );
		expect( await photosWaitIn( at.db ) ).toEqual( [ 7 ] );
	}
	expect( await sendPhotos( at.db, at.channel, 7 ) ).toBe( true );
	expect( new Set( shop.asked.map( ( { data } ) => data.uuid ) ).size ).toBe(
		1
	);
	expect( shop.asked[ 0 ] ).toMatchObject( {
		path: '/woo-inventory-guard/v1/stocktakes/7/photos',
		data: { item_id: 3, data: '/9j/' },
	} );
	expect( replica.waitingPhotos ).toBe( 0 );
	// The picture itself is no longer needed here.
	expect( await at.db.getAll( 'photos' ) ).toMatchObject( [
		{ data: '', state: 'kept' },
	] );
	const later = await Replica.open( at.db, at.channel, 7, 1 );
	expect( later.photosOf( { id: 3 } as never ) ).toBe( 1 );
} );

it( 'marks one that is never taken, and sends the others; where counting is over they stay', async () => {
	const shop = Shop.open();
	const at = await desk();
	const replica = await Replica.open( at.db, at.channel, 7, 1 );
	await keepPhoto( at, 3, '/9j/' );
	await keepPhoto( at, 4, '/9j/' );
	shop.then( refused( 409, 'wig_photo_limit' ) );
	await sendPhotos( at.db, at.channel, 7 );
	expect( replica.waitingPhotos ).toBe( 0 );
	expect(
		[ ...replica.photos.values() ].map( ( { state } ) => state ).sort()
	).toEqual( [ 'kept', 'refused' ] );
	await keepPhoto( at, 5, '/9j/' );
	shop.then( refused( 409, 'wig_stocktake_state' ) );
	await expect( sendPhotos( at.db, at.channel, 7 ) ).rejects.toMatchObject( {
		code: 'wig_stocktake_state',
	} );
	expect( await waitingPhotos( at.db ) ).toBe( 1 );
	shop.then( 'offline' );
	expect( await listStocktakes( at.db ) ).toMatchObject( { photos: 1 } );
} );

it( 'finds its place in a database from before there were photos', async () => {
	const old = await openDB( 'photos old', 1, {
		upgrade( db ) {
			for ( const name of [ 'stocktakes', 'facts' ] ) {
				db.createObjectStore( name );
			}
		},
	} );
	await old.put( 'facts', 'browser-1', 'device' );
	old.close();
	const db = await openDb( 'photos old' );
	opened.push( db );
	expect( await db.get( 'facts', 'device' ) ).toBe( 'browser-1' );
	expect( await waitingPhotos( db ) ).toBe( 0 );
} );
