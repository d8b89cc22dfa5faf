import 'fake-indexeddb/auto';
import { refusal, Shop } from '../../../tests/js/shop';
import type { Import, ImportRow } from '../../schema';
import {
	fetchExport,
	fetchImport,
	fetchImports,
	fetchLines,
	fetchMappings,
	postImport,
	putMappings,
} from './api';
import { drive, type Rows } from './drive';
import { findKept, forget, keep } from './kept';

const at = ( part: Partial< Import > ): Import =>
	( {
		id: 5,
		state: 'receiving',
		total_rows: 2500,
		received: 0,
		...part,
	} ) as Import;
const answer = ( part: Partial< Import > ) => ( {
	status: 200,
	body: at( part ),
} );
const rows: Rows = {
	total: 2500,
	batch: async ( from, count ) =>
		Array.from(
			{ length: Math.min( count, 2500 - from ) },
			( _, place ): ImportRow => ( { row: from + place + 2, sku: 'A' } )
		),
};
const sent = ( shop: Shop ) =>
	shop.asked.map( ( { path } ) => path.replace( /.*imports\/5/, '' ) );
const signal = () => new AbortController().signal;
const kept = {
	ways: {},
	own: {},
	wish: { fields: [], mark: null, dayFirst: false, timezone: 'UTC' },
};

beforeAll( () => {
	// jsdom has none, and what is kept in IndexedDB is copied.
	globalThis.structuredClone ??= ( value ) => value;
} );

it( 'sends all rows in batches, has them checked, and stops where a person decides', async () => {
	const shop = Shop.open();
	shop.then(
		answer( { received: 1000 } ),
		answer( { received: 2000 } ),
		answer( { received: 2500 } ),
		answer( { received: 2500, state: 'checking' } ),
		answer( { received: 2500, state: 'checked' } )
	);
	const told: string[] = [];
	await drive(
		at( {} ),
		async () => rows,
		( { state, received } ) => told.push( `${ state } ${ received }` ),
		signal()
	);
	expect( sent( shop ) ).toEqual( [
		'/rows',
		'/rows',
		'/rows',
		'/check',
		'/check',
	] );
	expect(
		shop.asked.map( ( { data } ) =>
			Array.isArray( data.rows ) ? data.rows.length : 0
		)
	).toEqual( [ 1000, 1000, 500, 0, 0 ] );
	expect( new Set( shop.asked.map( ( { key } ) => key ) ).size ).toBe( 5 );
	expect( told.at( -1 ) ).toBe( 'checked 2500' );
} );

it( 'goes on where the server says it is, sending a batch that came half again', async () => {
	const shop = Shop.open();
	shop.then( 'offline' );
	await expect(
		drive(
			at( { received: 1000 } ),
			async () => rows,
			() => {},
			signal()
		)
	).rejects.toMatchObject( { kind: 'offline' } );
	shop.then(
		answer( { received: 2000 } ),
		answer( { received: 2500 } ),
		answer( { state: 'checked', received: 2500 } )
	);
	await drive(
		at( { received: 1700 } ),
		async () => rows,
		() => {},
		signal()
	);
	const batches = shop.asked
		.slice( 1, 3 )
		.map( ( { data } ) => ( data.rows as ImportRow[] )[ 0 ]?.row );
	expect( batches ).toEqual( [ 1002, 2002 ] );
} );

it( 'leaves an upload alone whose file is not here, and needs none for what is all there', async () => {
	const shop = Shop.open();
	await drive(
		at( { received: 10 } ),
		async () => null,
		() => {},
		signal()
	);
	expect( shop.asked ).toHaveLength( 0 );
	shop.then( answer( { state: 'checked' } ) );
	await drive(
		at( { received: 2500 } ),
		() => Promise.reject( new Error( 'asked' ) ),
		() => {},
		signal()
	);
	expect( sent( shop ) ).toEqual( [ '/check' ] );
} );

it( 'applies and undoes portion by portion, problems left out as was said when it began', async () => {
	const shop = Shop.open();
	shop.then(
		answer( { state: 'applying' } ),
		answer( { state: 'applied' } ),
		answer( { state: 'undone' } )
	);
	await drive(
		at( { state: 'applying' } ),
		async () => null,
		() => {},
		signal()
	);
	await drive(
		at( { state: 'undoing' } ),
		async () => null,
		() => {},
		signal()
	);
	expect( sent( shop ) ).toEqual( [ '/apply', '/apply', '/undo' ] );
	expect( shop.asked[ 0 ]?.data ).toEqual( { skip_problems: true } );
} );

it( 'tells nothing to a page that was left', async () => {
	const shop = Shop.open();
	const controller = new AbortController();
	shop.hold( async () => controller.abort() );
	shop.then( answer( { state: 'applying' } ) );
	const told = jest.fn();
	await drive(
		at( { state: 'applying' } ),
		async () => null,
		told,
		controller.signal
	);
	expect( told ).not.toHaveBeenCalled();
	expect( shop.asked ).toHaveLength( 1 );
} );

it( 'keeps what it takes to go on, until nobody needs it', async () => {
	await keep( { id: 5, file: new File( [ 'SKU' ], 'a.csv' ), ...kept } );
	expect( await findKept( 5 ) ).toMatchObject( { id: 5, ways: {} } );
	await forget( 5 );
	expect( await findKept( 5 ) ).toBeNull();
} );

it( 'does without where the browser keeps nothing', async () => {
	const open = jest.spyOn( indexedDB, 'open' ).mockImplementation( () => {
		throw new Error( 'private window' );
	} );
	await keep( { id: 6, file: new File( [], 'a.csv' ), ...kept } );
	expect( await findKept( 6 ) ).toBeNull();
	await forget( 6 );
	open.mockRestore();
} );

it( 'asks for lists, lines and exports as the server names them', async () => {
	const shop = Shop.open();
	shop.then(
		{ status: 200, body: [ at( {} ) ], headers: { 'X-WP-Total': '41' } },
		{ status: 200, body: at( {} ) },
		{ status: 200, body: [] },
		{ status: 200, body: { rows: [], next: null } }
	);
	expect( ( await fetchImports( 3, 20, signal() ) ).total ).toBe( 41 );
	await fetchImport( 5, signal() );
	await fetchLines( 5, { show: 'problems', page: 2, per_page: 50 } );
	await fetchExport(
		{ status: 'low', search: '', after: 'abc', per_page: 1000 },
		signal()
	);
	expect(
		shop.asked.map(
			( { path, params } ) =>
				`${ path.replace( '/woo-inventory-guard/v1', '' ) }?${ params }`
		)
	).toEqual( [
		'/imports?page=3&per_page=20&_locale=user',
		'/imports/5?_locale=user',
		'/imports/5/lines?show=problems&page=2&per_page=50&_locale=user',
		'/exports/items?status=low&after=abc&per_page=1000&_locale=user',
	] );
} );

it( 'makes an import, and saves choices of columns over the version that was read', async () => {
	const shop = Shop.open();
	shop.then(
		answer( {} ),
		{ status: 200, body: { mappings: [], version: 2 } },
		refusal( 412, 'wig_stale' )
	);
	const content = {
		name: 'a.csv',
		total_rows: 1,
		options: { quantity: 'absolute' },
	} as const;
	expect( ( await postImport( content, 'key' ) ).id ).toBe( 5 );
	expect( ( await fetchMappings() ).version ).toBe( 2 );
	await expect(
		putMappings( { mappings: [] }, 2, 'key-2' )
	).rejects.toMatchObject( { code: 'wig_stale' } );
} );
