import apiFetch from '@wordpress/api-fetch';
import { request } from './request';

jest.mock( '@wordpress/api-fetch', () => ( {
	__esModule: true,
	default: jest.fn( () =>
		Promise.resolve( {
			json: () => Promise.resolve( [ 'asked' ] ),
			headers: { get: () => '0' },
		} )
	),
} ) );

const came = ( answers: Record< string, unknown > ) =>
	Object.assign( window, { wooInventoryGuard: { answers } } );

describe( 'the first answers, which come with the page', () => {
	beforeEach( () => jest.mocked( apiFetch ).mockClear() );

	it( 'serve once, whatever the order of parameters', async () => {
		came( {
			'/items?orderby=name&page=1': {
				body: [ 'came' ],
				headers: { 'X-WP-Total': '21' },
			},
		} );
		const first = await request( { path: '/items?page=1&orderby=name' } );
		expect( first.body ).toEqual( [ 'came' ] );
		expect( first.header( 'x-wp-total' ) ).toBe( '21' );
		expect( first.header( 'X-WIG-Counts' ) ).toBeNull();
		const second = await request( { path: '/items?page=1&orderby=name' } );
		expect( second.body ).toEqual( [ 'asked' ] );
	} );

	it( 'are for the same question only, and never for a write', async () => {
		came( { '/items?page=1': { body: [ 'came' ], headers: {} } } );
		await request( { path: '/items?page=2' } );
		await request( { path: '/items?page=1', method: 'POST' } );
		expect( apiFetch ).toHaveBeenCalledTimes( 2 );
	} );
} );
