/**
 * @jest-environment node
 */
import { refusal, Shop } from '../../../tests/js/shop';
import { countsOf, requestList } from './list';
import { asProblem, Problem } from './problem';

it( 'asks only for what is wanted, and reads totals and counts from the headers', async () => {
	const shop = Shop.open();
	shop.then( {
		status: 200,
		body: [ { id: 1 } ],
		headers: { 'X-WP-Total': '23', 'X-WIG-Counts': '{"open":23,"x":"1"}' },
	} );
	expect(
		await requestList( '/list', { page: 2, kind: undefined, q: 'a&b' } )
	).toEqual( { rows: [ { id: 1 } ], total: 23, counts: { open: 23 } } );
	const params = shop.asked[ 0 ]?.params;
	expect( params?.get( 'q' ) ).toBe( 'a&b' );
	expect( params?.has( 'kind' ) ).toBe( false );
} );

it( 'has a list all the same where counts cannot be read', () => {
	for ( const header of [ null, '', 'none', '[1]', 'null' ] ) {
		expect( countsOf( header ) ).toEqual( {} );
	}
} );

it( 'says whatever is thrown', async () => {
	Shop.open().then( refusal( 403, 'rest_forbidden' ) );
	const thrown = await requestList( '/list', {} ).catch( asProblem );
	expect( thrown ).toMatchObject( { kind: 'forbidden' } );
	expect( asProblem( new TypeError( 'x' ) ) ).toBeInstanceOf( Problem );
} );
