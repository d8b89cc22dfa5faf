import { Shop } from '../../../../tests/js/shop';
import { orderForAll } from '../logic/decide';
import {
	deletePhoto,
	fetchHistory,
	fetchLines,
	fetchPhotos,
	fetchPicture,
	fetchReport,
	fetchStocktake,
	fetchSums,
	postApply,
	postOrder,
	postUndo,
	putState,
} from './api';

const ROOT = '/woo-inventory-guard/v1/stocktakes/3';

it( 'asks for a page of lines as they are looked at, and gives them the ids of their items', async () => {
	const shop = Shop.open();
	shop.then( {
		status: 200,
		body: [ { item_id: 7 } ],
		headers: { 'X-WP-Total': '120' },
	} );
	const { rows, total } = await fetchLines( 3, {
		show: 'undecided',
		sort: 'share',
		search: ' tea ',
		page: 2,
	} );
	expect( rows ).toEqual( [ { item_id: 7, id: 7 } ] );
	expect( total ).toBe( 120 );
	expect( shop.asked[ 0 ]?.path ).toBe( `${ ROOT }/review` );
	expect( Object.fromEntries( shop.asked[ 0 ]?.params ?? [] ) ).toMatchObject(
		{
			show: 'undecided',
			orderby: 'share',
			search: 'tea',
			page: '2',
			per_page: '50',
		}
	);
} );

it( 'reads the stocktake, its sums, its report and one line', async () => {
	const shop = Shop.open();
	await fetchStocktake( 3 );
	await fetchSums( 3 );
	await fetchReport( 3 );
	await fetchHistory( 3, 7 );
	await fetchPhotos( 3, 7 );
	await fetchPicture( 3, 9 );
	expect( shop.asked.map( ( { path } ) => path ) ).toEqual( [
		ROOT,
		`${ ROOT }/sums`,
		`${ ROOT }/report`,
		`${ ROOT }/line`,
		`${ ROOT }/photos`,
		`${ ROOT }/photo`,
	] );
	expect( shop.asked[ 5 ]?.params.get( 'photo_id' ) ).toBe( '9' );
	expect( shop.asked[ 3 ]?.params.get( 'item_id' ) ).toBe( '7' );
} );

it( 'writes under the key of the act', async () => {
	const shop = Shop.open();
	await putState( 3, 'review', 'a' );
	await postOrder( 3, orderForAll( 'zero' ), 'b' );
	await postApply( 3, 'c' );
	await postUndo( 3, 'd' );
	expect( shop.acts() ).toEqual( [
		// WordPress sends a PUT as a POST that says so.
		[ 'POST', ROOT, { state: 'review' }, 'a' ],
		[ 'POST', `${ ROOT }/zero`, { all: true }, 'b' ],
		[ 'POST', `${ ROOT }/apply`, {}, 'c' ],
		[ 'POST', `${ ROOT }/undo`, {}, 'd' ],
	] );
} );

it( 'deletes a photo', async () => {
	const shop = Shop.open();
	await deletePhoto( 3, 9 );
	expect( shop.asked[ 0 ] ).toMatchObject( {
		path: `${ ROOT }/photo`,
		data: { photo_id: 9 },
	} );
} );
