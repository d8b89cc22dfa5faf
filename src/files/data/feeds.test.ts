import { Shop } from '../../../tests/js/shop';
import {
	deleteFeed,
	fetchFeed,
	fetchFeeds,
	postFeed,
	putFeed,
	runFeed,
} from './feeds';

const PATH = '/woo-inventory-guard/v1/import-feeds';

it( 'asks for a page, and writes each act with its key', async () => {
	const shop = Shop.open();
	shop.then( {
		status: 200,
		body: [ { id: 5 } ],
		headers: { 'X-WP-Total': '21' },
	} );
	expect( await fetchFeeds( 2, 20 ) ).toMatchObject( {
		rows: [ { id: 5 } ],
		total: 21,
	} );
	const feed = {
		name: 'Mei',
		source: 'file',
		address: 'feeds/mei.csv',
		mapping: 'Supplier Mei',
	} as const;
	await postFeed( feed, 'key-1' );
	await putFeed( 5, feed, 9, 'key-2' );
	await putFeed( 5, { active: false }, undefined, 'key-3' );
	await runFeed( 5, 'key-4' );
	await fetchFeed( 5 );
	await deleteFeed( 5 );
	// api-fetch sends PUT and DELETE as POST, and says so in a header.
	expect(
		shop.asked
			.slice( 1 )
			.map( ( { method, path, data, key, ifMatch } ) => [
				method,
				path,
				data,
				key,
				ifMatch,
			] )
	).toEqual( [
		[ 'POST', PATH, feed, 'key-1', undefined ],
		[ 'POST', `${ PATH }/5`, feed, 'key-2', '"9"' ],
		[ 'POST', `${ PATH }/5`, { active: false }, 'key-3', undefined ],
		[ 'POST', `${ PATH }/5/run`, {}, 'key-4', undefined ],
		[ 'GET', `${ PATH }/5`, {}, undefined, undefined ],
		[ 'POST', `${ PATH }/5`, {}, undefined, undefined ],
	] );
} );
