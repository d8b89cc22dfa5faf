import { Shop } from '../../../tests/js/shop';
import { fetchDocuments, fetchLines, postReverse } from './api';

const ROOT = '/woo-inventory-guard/v1';

it( 'asks only for what is filtered by, and reads where to go on', async () => {
	const shop = Shop.open();
	shop.then( {
		status: 200,
		body: [],
		headers: { 'X-WIG-Next': '12.5', 'X-WIG-Back-To': '2026-10-01' },
	} );
	const lines = await fetchLines( { item_id: 3, reason: undefined } );
	expect( shop.asked[ 0 ]?.params.get( 'item_id' ) ).toBe( '3' );
	expect( shop.asked[ 0 ]?.params.has( 'reason' ) ).toBe( false );
	expect( lines ).toEqual( {
		rows: [],
		next: '12.5',
		backTo: '2026-10-01',
	} );
	shop.then( { status: 200, body: [] } );
	expect( await fetchLines( {} ) ).toMatchObject( {
		next: null,
		backTo: null,
	} );
} );

it( 'names a document to take back by its reference, with the key of the act', async () => {
	const shop = Shop.open();
	await postReverse( { type: 'import', id: '7' }, 'key-1' );
	expect( shop.posts( '/documents/reverse' ) ).toMatchObject( [
		{ data: { reference: { type: 'import', id: '7' } }, key: 'key-1' },
	] );
} );

it( 'asks for documents of all kinds unless one is chosen', async () => {
	const shop = Shop.open();
	shop.then( { status: 200, body: [], headers: { 'X-WP-Total': '0' } } );
	await fetchDocuments( { type: null, page: 2, perPage: 20 } );
	expect( shop.asked[ 0 ]?.path ).toBe( `${ ROOT }/documents` );
	expect( shop.asked[ 0 ]?.params.has( 'reference_type' ) ).toBe( false );
	expect( shop.asked[ 0 ]?.params.get( 'page' ) ).toBe( '2' );
} );
