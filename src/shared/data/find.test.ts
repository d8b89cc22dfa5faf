import { Shop } from '../../../tests/js/shop';
import { findCategories, findItems } from './find';

it( 'offers items with the SKU that tells them apart', async () => {
	Shop.open().then( {
		status: 200,
		body: [
			{ id: 1, name: 'Gaiwan', sku: 'GW-01' },
			{ id: 2, name: 'Gaiwan', sku: '' },
		],
	} );
	expect( await findItems( 'gaiwan' ) ).toEqual( [
		{ id: 1, name: 'Gaiwan (GW-01)' },
		{ id: 2, name: 'Gaiwan' },
	] );
} );

it( 'offers categories by their words, not as they are written in a page', async () => {
	const shop = Shop.open();
	shop.then( {
		status: 200,
		body: [ { id: 7, name: 'Tea &amp; <em>more</em>' } ],
	} );
	expect( await findCategories( 'tea' ) ).toEqual( [
		{ id: 7, name: 'Tea & more' },
	] );
	expect( shop.asked[ 0 ]?.path ).toBe( '/wp/v2/product_cat' );
} );
