import { Shop } from '../../../tests/js/shop';
import { fetchLines, fetchRestores } from './api';

it( 'asks for a page of restores, and of what one changes', async () => {
	const shop = Shop.open();
	const list = ( row: object ) => ( {
		status: 200,
		body: [ row ],
		headers: { 'X-WP-Total': '41' },
	} );
	shop.then( list( { id: 5 } ), list( { item_id: 7, delta: 3 } ) );
	expect( await fetchRestores( 2, 20 ) ).toMatchObject( {
		rows: [ { id: 5 } ],
		total: 41,
	} );
	expect( await fetchLines( 5, 1, 50 ) ).toMatchObject( {
		rows: [ { id: 7, item_id: 7, delta: 3 } ],
		total: 41,
	} );
	expect(
		shop.asked.map( ( { path, params } ) => [
			path.replace( '/woo-inventory-guard/v1', '' ),
			params.get( 'page' ),
			params.get( 'per_page' ),
		] )
	).toEqual( [
		[ '/restores', '2', '20' ],
		[ '/restores/5/lines', '1', '50' ],
	] );
} );
