import apiFetch from '@wordpress/api-fetch';
import { MOST_ITEMS } from '../logic/chosen';
import { fetchItems, fetchToCount } from './api';

jest.mock( '@wordpress/api-fetch' );

const fetched = apiFetch as unknown as jest.Mock;
const { signal } = new AbortController();

const answer = ( body: unknown ) => ( {
	status: 200,
	headers: new Headers(),
	json: async () => body,
} );

const row = ( id: number ) => ( {
	item_id: id,
	name: `Item ${ id }`,
	sku: '',
	barcode: '',
	bin: '',
	listed: true,
	expected: 5,
} );

/**
 * A stocktake of so many items.
 * @param count
 * @param blind
 */
const shop = ( count: number, blind: boolean ) =>
	fetched.mockImplementation( async ( { path }: { path: string } ) => {
		const [ , query ] = path.split( '/items?' );
		if ( query === undefined ) {
			return answer( { id: 7, blind, items: count } );
		}
		const after = Number( new URLSearchParams( query ).get( 'after' ) );
		return answer(
			Array.from(
				{ length: Math.min( 1_000, count - after ) },
				( _, n ) => row( after + n + 1 )
			)
		);
	} );

beforeEach( () => fetched.mockReset() );

it( 'takes the items of a stocktake page by page, up to the bound', async () => {
	shop( 1_200, false );
	const { items } = await fetchToCount( 7, signal );
	expect( items ).toHaveLength( 1_200 );
	expect( items.at( -1 ) ).toMatchObject( { id: 1_200, expected: 5 } );
	expect( fetched ).toHaveBeenCalledTimes( 3 );

	shop( 5_000, false );
	expect( ( await fetchToCount( 7, signal ) ).items ).toHaveLength(
		MOST_ITEMS
	);
} );

it( 'keeps nothing of what a blind stocktake expects, though a manager is told', async () => {
	shop( 3, true );
	const { items } = await fetchToCount( 7, signal );
	expect( items.map( ( { expected } ) => expected ) ).toEqual( [
		null,
		null,
		null,
	] );
} );

it( 'leaves out items that are gone, and throws what else goes wrong', async () => {
	fetched.mockImplementation( async ( { path }: { path: string } ) => {
		if ( path.endsWith( '/2' ) ) {
			throw { ...answer( { code: 'wig_not_found' } ), status: 404 };
		}
		return answer( { id: Number( path.split( '/' ).pop() ), name: 'Cup' } );
	} );
	const items = await fetchItems( [ 3, 2, 1 ], signal );
	expect( items.map( ( { id } ) => id ) ).toEqual( [ 3, 1 ] );

	fetched.mockImplementation( async () => {
		throw { ...answer( {} ), status: 403 };
	} );
	await expect( fetchItems( [ 1 ], signal ) ).rejects.toMatchObject( {
		kind: 'forbidden',
	} );
} );
