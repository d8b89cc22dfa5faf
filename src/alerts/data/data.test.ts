/**
 * @jest-environment node
 */
import { refusal, Shop } from '../../../tests/js/shop';
import { asProblem } from '../../shared/data/problem';
import { fetchAlerts, fetchAverted, postHandled } from './api';
import {
	fetchWebhooks,
	postWebhook,
	putWebhook,
	testWebhook,
} from './webhooks';

const ROOT = '/woo-inventory-guard/v1';

it( 'asks for the alerts of a view, and for no filter that is not set', async () => {
	const shop = Shop.open();
	shop.then( {
		status: 200,
		body: [ { id: 1 } ],
		headers: { 'X-WP-Total': '9', 'X-WIG-Counts': '{"open":9}' },
	} );
	expect(
		await fetchAlerts( { kind: 'out', page: 1, per_page: 20 } )
	).toMatchObject( { total: 9, counts: { open: 9 } } );
	expect( [ ...( shop.asked[ 0 ]?.params.keys() ?? [] ) ] ).toEqual( [
		'kind',
		'page',
		'per_page',
		'_locale',
	] );
} );

it( 'marks one as seen to, and says why it could not', async () => {
	const shop = Shop.open();
	await postHandled( 4 );
	expect( shop.posts( '/alerts/4/handle' ) ).toHaveLength( 1 );
	shop.then( 'offline' );
	expect( await postHandled( 4 ).catch( asProblem ) ).toMatchObject( {
		kind: 'offline',
	} );
	shop.then( refusal( 404, 'wig_not_found' ) );
	expect( await postHandled( 4 ).catch( asProblem ) ).toMatchObject( {
		kind: 'gone',
	} );
} );

it( 'reads what was averted in so many days', async () => {
	const shop = Shop.open();
	await fetchAverted( 30 );
	expect( shop.asked[ 0 ]?.path ).toBe( `${ ROOT }/reports/averted` );
	expect( shop.asked[ 0 ]?.params.get( 'days' ) ).toBe( '30' );
} );

it( 'keeps webhooks under the key of each act, and tests one', async () => {
	const shop = Shop.open();
	shop.then( { status: 200, body: [] } );
	await fetchWebhooks();
	const webhook = { url: 'https://a.test/', kinds: [] };
	await postWebhook( webhook, 'key-1' );
	await putWebhook( 2, { active: false }, 'key-2' );
	await testWebhook( 2 );
	expect(
		shop.asked.map( ( { method, path, key } ) => [ method, path, key ] )
	).toEqual( [
		[ 'GET', `${ ROOT }/webhooks`, undefined ],
		[ 'POST', `${ ROOT }/webhooks`, 'key-1' ],
		// A PUT, as api-fetch sends it.
		[ 'POST', `${ ROOT }/webhooks/2`, 'key-2' ],
		[ 'POST', `${ ROOT }/webhooks/2/test`, undefined ],
	] );
} );
