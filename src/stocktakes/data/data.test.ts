import { Shop } from '../../../tests/js/shop';
import {
	fetchAccuracies,
	fetchOffer,
	fetchStocktake,
	fetchStocktakes,
	postStocktake,
	previewStocktake,
	putCounters,
	putOwnLimit,
	putStocktake,
} from './api';

const PATH = '/woo-inventory-guard/v1/stocktakes';

it( 'asks for a page of those in a state, and changes one with its key', async () => {
	const shop = Shop.open();
	shop.then( {
		status: 200,
		body: [ { id: 5 } ],
		headers: { 'X-WP-Total': '21' },
	} );
	expect(
		await fetchStocktakes( { state: 'review', page: 2, per_page: 20 } )
	).toMatchObject( { rows: [ { id: 5 } ], total: 21 } );
	await fetchStocktake( 5 );
	await putStocktake( 5, { state: 'counting' }, 'key-1' );
	expect( shop.asked[ 0 ]?.params.toString() ).toBe(
		'state=review&page=2&per_page=20&_locale=user'
	);
	expect( shop.acts( 1 ) ).toEqual( [
		[ 'GET', `${ PATH }/5`, {}, undefined ],
		[ 'POST', `${ PATH }/5`, { state: 'counting' }, 'key-1' ],
	] );
} );

it( 'finds how right the books were by the number of the stocktake', async () => {
	const shop = Shop.open();
	shop.then( {
		status: 200,
		body: [
			{ id: 7, right: 9 },
			{ id: 3, right: 4 },
		],
	} );
	const found = await fetchAccuracies();
	expect( found.get( 3 )?.right ).toBe( 4 );
	expect( found.get( 5 ) ).toBeUndefined();
} );

it( 'tries what a new one would have, and makes it with its key', async () => {
	const shop = Shop.open();
	const scope = { bins: [ 'B' ] };
	await previewStocktake( { scope }, 'key-1', new AbortController().signal );
	await postStocktake( { name: 'Shelf B', scope }, 'key-2' );
	expect(
		shop.asked.map( ( { path, data, key } ) => [ path, data, key ] )
	).toEqual( [
		[ `${ PATH }/preview`, { scope }, 'key-1' ],
		[ PATH, { name: 'Shelf B', scope }, 'key-2' ],
	] );
} );

it( 'changes who counts, and the limit of one stocktake', async () => {
	const shop = Shop.open();
	await putCounters( 5, { counters: [ 3 ], share: 'none' }, 'key-1' );
	await putOwnLimit( 5, { approve_over: '20' }, 'key-2' );
	expect(
		shop.asked.map( ( { path, data, key } ) => [ path, data, key ] )
	).toEqual( [
		[ `${ PATH }/5/counters`, { counters: [ 3 ], share: 'none' }, 'key-1' ],
		[ `${ PATH }/5/limit`, { approve_over: '20' }, 'key-2' ],
	] );
} );

it( 'knows what can be chosen once both answers are there', async () => {
	const shop = Shop.open();
	shop.then(
		{ status: 200, body: { bins: [ 'B' ] } },
		{ status: 200, body: [ { user_id: 3 } ] }
	);
	expect( await fetchOffer() ).toMatchObject( {
		choices: { bins: [ 'B' ] },
		people: [ { user_id: 3 } ],
	} );
} );
