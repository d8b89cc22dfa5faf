import { Shop } from '../../../tests/js/shop';
import {
	deleteSchedule,
	fetchLimit,
	fetchSchedule,
	fetchSchedules,
	postSchedule,
	putLimit,
	putSchedule,
} from './schedules';

const ROOT = '/woo-inventory-guard/v1';

it( 'asks for a page, and writes each act with its key', async () => {
	const shop = Shop.open();
	shop.then( {
		status: 200,
		body: [ { id: 5 } ],
		headers: { 'X-WP-Total': '21' },
	} );
	expect( await fetchSchedules( 2, 20 ) ).toMatchObject( { total: 21 } );
	const schedule = {
		name: 'Shelf B',
		every: 'month',
		next_on: '2026-12-01',
	} as const;
	await postSchedule( schedule, 'key-1' );
	await putSchedule( 5, schedule, 7, 'key-2' );
	await deleteSchedule( 5 );
	await fetchLimit();
	await putLimit( { approve_over: '50' }, 'key-3' );
	expect( shop.asked[ 2 ]?.ifMatch ).toBe( '"7"' );
	expect( shop.acts( 1 ) ).toEqual( [
		[ 'POST', `${ ROOT }/stocktake-schedules`, schedule, 'key-1' ],
		[ 'POST', `${ ROOT }/stocktake-schedules/5`, schedule, 'key-2' ],
		[ 'POST', `${ ROOT }/stocktake-schedules/5`, {}, undefined ],
		[ 'GET', `${ ROOT }/stocktakes/limit`, {}, undefined ],
		[
			'POST',
			`${ ROOT }/stocktakes/limit`,
			{ approve_over: '50' },
			'key-3',
		],
	] );
} );

it( 'brings the names of items; one that is gone keeps nobody from the schedule', async () => {
	const shop = Shop.open();
	shop.then(
		{ status: 200, body: { id: 5, scope: { items: [ 1, 2 ] } } },
		{ status: 200, body: { id: 1, name: 'Cup' } },
		{ status: 404, body: { code: 'wig_not_found', message: '' } }
	);
	const { schedule, names } = await fetchSchedule( 5 );
	expect( schedule.id ).toBe( 5 );
	expect( [ ...names ] ).toEqual( [ [ 1, 'Cup' ] ] );
} );
