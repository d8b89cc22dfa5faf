/**
 * @jest-environment node
 */
import apiFetch from '@wordpress/api-fetch';
import { refusal, Shop } from '../../../tests/js/shop';
import { asProblem } from './problem';
import { request } from './request';

const act = { path: '/act', method: 'POST', key: 'key-1' } as const;
const busy = refusal( 503, 'wig_busy', {}, { 'Retry-After': '0.001' } );

it( 'asks a busy shop again by itself, as the same act', async () => {
	const shop = Shop.open();
	shop.then( busy, busy, { status: 200, body: { done: true } } );
	expect( ( await request( act ) ).body ).toEqual( { done: true } );
	expect( shop.asked.map( ( { key } ) => key ) ).toEqual( [
		'key-1',
		'key-1',
		'key-1',
	] );
} );

it( 'gives up after the third time, and where nobody waits any more', async () => {
	const shop = Shop.open();
	shop.then( busy, busy, busy );
	expect( await request( act ).catch( asProblem ) ).toMatchObject( {
		kind: 'busy',
	} );
	expect( shop.asked ).toHaveLength( 3 );
	const gone = new AbortController();
	gone.abort();
	shop.then( busy );
	await request( { ...act, signal: gone.signal } ).catch( asProblem );
	expect( shop.asked ).toHaveLength( 4 );
} );

it( 'does not repeat a request that got no answer: that is for who pressed the button', async () => {
	const shop = Shop.open();
	shop.then( 'lost' );
	expect( await request( act ).catch( asProblem ) ).toMatchObject( {
		kind: 'offline',
	} );
	expect( shop.asked ).toHaveLength( 1 );
} );

it( 'renews an old nonce once, and says so where that cannot be done', async () => {
	const shop = Shop.open();
	const old = refusal( 403, 'rest_cookie_invalid_nonce' );
	const nonce = Object.assign( jest.fn(), { nonce: 'old' } );
	Object.assign( apiFetch, {
		nonceEndpoint: 'https://shop.test/nonce',
		nonceMiddleware: nonce,
	} );
	const answer = jest.spyOn( globalThis, 'fetch' );
	answer.mockResolvedValueOnce( new Response( 'new' ) );
	shop.then( old, { status: 200, body: 'here' } );
	expect( ( await request( act ) ).body ).toBe( 'here' );
	expect( nonce.nonce ).toBe( 'new' );
	answer.mockRejectedValueOnce( new TypeError( 'no network' ) );
	shop.then( old );
	expect( await request( act ).catch( asProblem ) ).toMatchObject( {
		kind: 'forbidden',
	} );
	answer.mockRestore();
} );
