import { Shop } from '../../../tests/js/shop';
import {
	deleteLimit,
	fetchLimit,
	fetchLimits,
	postLimit,
	putLimit,
} from './api';

const PATH = '/woo-inventory-guard/v1/limits';

it( 'asks for a page, and writes each act with its key', async () => {
	const shop = Shop.open();
	shop.then( {
		status: 200,
		body: [ { id: 5 } ],
		headers: { 'X-WP-Total': '21' },
	} );
	expect( await fetchLimits( 2, 20 ) ).toMatchObject( {
		rows: [ { id: 5 } ],
		total: 21,
	} );
	const limit = { scope: 'item', scope_id: 3, most_per_order: 2 } as const;
	await postLimit( limit, 'key-1' );
	await putLimit( 5, { most_per_order: 4 }, 9, 'key-2' );
	await fetchLimit( 5 );
	await deleteLimit( 5 );
	expect( shop.acts( 1 ) ).toEqual( [
		[ 'POST', PATH, limit, 'key-1' ],
		[ 'POST', `${ PATH }/5`, { most_per_order: 4 }, 'key-2' ],
		[ 'GET', `${ PATH }/5`, {}, undefined ],
		[ 'POST', `${ PATH }/5`, {}, undefined ],
	] );
} );
