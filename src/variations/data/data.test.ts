/**
 * @jest-environment node
 */
import { refusal, Shop } from '../../../tests/js/shop';
import { asProblem } from '../../shared/data/problem';
import { fetchVariations } from './api';

it( 'asks for the variations of a product; where the shop has none of its own, the reason has its code', async () => {
	const shop = Shop.open();
	const variations = { item: {}, attributes: [], variations: [] };
	shop.then(
		{ status: 200, body: variations },
		refusal( 409, 'wig_no_shop' )
	);
	expect( await fetchVariations( 12 ) ).toEqual( variations );
	expect( shop.asked[ 0 ]?.path ).toBe(
		'/woo-inventory-guard/v1/items/12/variations'
	);
	expect( await fetchVariations( 12 ).catch( asProblem ) ).toMatchObject( {
		code: 'wig_no_shop',
	} );
} );
