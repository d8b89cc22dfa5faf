import { Shop } from '../../../tests/js/shop';
import { FIND, goOn, postOrder, previewRule, putRule } from './api';

const ROOT = '/woo-inventory-guard/v1';

it( 'tries, changes and orders rules, each act with its key', async () => {
	const shop = Shop.open();
	const rule = { scope: 'shop', backorders: 'yes' } as const;
	await previewRule( rule, 'key-1', new AbortController().signal );
	await putRule( 5, { backorder_limit: 4 }, 'key-2' );
	await postOrder( [ 2, 1 ], 'key-3' );
	await goOn();
	expect(
		shop.asked.map( ( { path, data, key } ) => [ path, data, key ] )
	).toEqual( [
		[ `${ ROOT }/rules/preview`, rule, 'key-1' ],
		[ `${ ROOT }/rules/5`, { backorder_limit: 4 }, 'key-2' ],
		[ `${ ROOT }/rules/order`, { ids: [ 2, 1 ] }, 'key-3' ],
		[ `${ ROOT }/rules/state`, {}, undefined ],
	] );
} );

it( 'offers only products with variations for a rule of a product', async () => {
	const shop = Shop.open();
	await FIND.product( 'hoodie', new AbortController().signal );
	expect( shop.asked[ 0 ]?.params.get( 'kind' ) ).toBe( 'variable' );
} );
