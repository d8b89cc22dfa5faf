/**
 * @jest-environment node
 */
import apiFetch from '@wordpress/api-fetch';
import { refusal, Shop } from '../../../tests/js/shop';
import { findItems } from '../../items/data/api';
import { asProblem } from '../../shared/data/problem';
import { fetchBundles, fetchContents, postBundle, putComponents } from './api';

const ROOT = '/woo-inventory-guard/v1';

it( 'pages through bundles with the total of the header, and counts the rows where there is none', async () => {
	const shop = Shop.open();
	const { signal } = new AbortController();
	shop.then(
		{
			status: 200,
			body: [ { item: 1 }, { item: 2 } ],
			headers: { 'X-WP-Total': '42' },
		},
		{ status: 200, body: [ { item: 1 } ] }
	);
	const query = { page: 2, per_page: 20, search: 'tea & more' };
	expect( ( await fetchBundles( query, signal ) ).total ).toBe( 42 );
	expect( ( await fetchBundles( query, signal ) ).total ).toBe( 1 );
	expect( shop.asked[ 0 ]?.path ).toBe( `${ ROOT }/bundles` );
	expect( shop.asked[ 0 ]?.params.get( 'search' ) ).toBe( 'tea & more' );
} );

it( 'saves over the version that was read, under the key of the act', async () => {
	const headers: unknown[] = [];
	const shop = Shop.open();
	apiFetch.use( ( options, next ) => {
		headers.push( options.headers );
		return next( options );
	} );
	const body = { components: [ { item_id: 3, quantity: 2 } ] };
	await putComponents( 9, body, 7, 'key-1' );
	expect( shop.asked.at( -1 ) ).toMatchObject( {
		path: `${ ROOT }/items/9/components`,
		data: body,
		key: 'key-1',
	} );
	expect( headers.at( -1 ) ).toMatchObject( { 'If-Match': '"7"' } );
} );

it( 'says that somebody else was faster', async () => {
	Shop.open().then( refusal( 412, 'wig_stale_version' ) );
	const thrown = await putComponents( 9, { components: [] }, 7, 'k' ).catch(
		asProblem
	);
	expect( thrown ).toMatchObject( { code: 'wig_stale_version' } );
} );

it( 'finds by a code, opens what is in a bundle, and makes one of its own', async () => {
	const shop = Shop.open();
	shop.then( { status: 200, body: [ { sku: 'GW-01' } ] } );
	expect( ( await findItems( 'GW-01' ) ).map( ( { sku } ) => sku ) ).toEqual(
		[ 'GW-01' ]
	);
	await fetchContents( 4 );
	expect( shop.asked.at( -1 )?.path ).toBe( `${ ROOT }/items/4/contents` );
	const made = await postBundle( { name: 'Tea set' }, 'key-2' );
	expect( made ).toMatchObject( { kind: 'bundle', name: 'Tea set' } );
	expect( ( await postBundle( { name: 'Tea set' }, 'key-2' ) ).id ).toBe(
		made.id
	);
	expect( shop.items ).toHaveLength( 1 );
} );
