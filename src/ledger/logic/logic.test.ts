/**
 * @jest-environment node
 */
import type { DocumentLine } from '../../schema';
import { momentOf } from '../../shared/format/time';
import { afterOf, isShort, leftOf, percentOf } from './reverse';
import { isWorthDrawing, spanOf, stepsOf } from './series';
import {
	boundsOf,
	isNarrowed,
	numberIn,
	queryOf,
	readView,
	writeView,
} from './view';

const at = ( query: string ) => readView( new URLSearchParams( query ) );

test( 'An address says what is looked at, and nonsense in it narrows nothing', () => {
	const view = at(
		'item=7&reason=damaged&person=0&number=%231042&location=2&from=2026-03-01&to=2026-03-08&show=documents&paged=3&document=import:A:7'
	);
	expect( view ).toMatchObject( {
		show: 'documents',
		item: 7,
		reason: 'damaged',
		person: 0,
		location: 2,
		page: 3,
		open: { type: 'import', id: 'A:7' },
	} );
	expect( at( new URLSearchParams( writeView( view ) ).toString() ) ).toEqual(
		view
	);
	const nonsense = at(
		'item=-1&reason=A%20B&person=x&from=2026-99-99&show=all&document=7'
	);
	expect( isNarrowed( nonsense ) ).toBe( false );
	expect( writeView( nonsense ) ).toEqual( {} );
} );

test( 'A query narrows by what is chosen and by whole days of the shop', () => {
	expect( queryOf( at( '' ), 'UTC' ) ).toEqual( { per_page: 50 } );
	expect(
		queryOf( at( 'person=0&number=%20%231042&to=2026-03-08' ), 'UTC' )
	).toEqual( {
		per_page: 50,
		actor: 0,
		reference_id: '1042',
		before: '2026-03-09T00:00:00.000Z',
	} );
	expect( numberIn( ' #7 ' ) ).toBe( '7' );
	// The 8th of March 2026 has 23 hours in New York: 05:00 UTC to 04:00 UTC.
	expect(
		boundsOf( at( 'from=2026-03-08&to=2026-03-08' ), 'America/New_York' )
	).toEqual( {
		after: '2026-03-08T04:59:59.999Z',
		before: '2026-03-09T04:00:00.000Z',
	} );
} );

test.each( [
	[ '2026-03-03', '14:02:00', 'UTC', '2026-03-03T14:02:00.000Z' ],
	[ '2026-03-03', '14:02:00', '+05:30', '2026-03-03T08:32:00.000Z' ],
	[ '2026-07-03', '00:00:00', 'Europe/Berlin', '2026-07-02T22:00:00.000Z' ],
	[ '2026-10-25', '12:00:00', 'Europe/Berlin', '2026-10-25T11:00:00.000Z' ],
] )(
	'The shop’s clock shows %s %s in %s at %s',
	( day, time, zone, moment ) => {
		expect( momentOf( day, time, zone ).toISOString() ).toBe( moment );
	}
);

test( 'A balance is drawn as steps', () => {
	const steps = stepsOf( {
		item_id: 7,
		every_change: true,
		points: [
			{ at: '2026-03-01T00:00:00Z', on_hand: 12 },
			{ at: '2026-03-02T00:00:00Z', on_hand: '0.25' },
			{ at: '2026-03-03T00:00:00Z', on_hand: 7 },
		],
	} );
	expect( spanOf( steps ) ).toEqual( { lowest: 0.25, highest: 12, last: 7 } );
	expect( isWorthDrawing( steps ) ).toBe( true );
	expect( isWorthDrawing( [] ) ).toBe( false );
} );

test( 'A line that cannot be taken back as a whole says how much stays', () => {
	const line = (
		delta: string,
		onHand: string,
		by: string
	): DocumentLine => ( {
		item_id: 1,
		item_name: '',
		item_sku: '',
		location_id: 1,
		location: '',
		delta,
		on_hand: onHand,
		by,
	} );
	// 10 came, 8 of them are gone since: only 2 can go.
	const short = line( '10', '2', '-2' );
	expect( [ afterOf( short ), leftOf( short ), isShort( short ) ] ).toEqual( [
		'0',
		'8',
		true,
	] );
	const whole = line( '-0.25', '3', '0.25' );
	expect( [ afterOf( whole ), leftOf( whole ), isShort( whole ) ] ).toEqual( [
		'3.25',
		'0',
		false,
	] );
	expect( [
		percentOf( 0, 0 ),
		percentOf( 1, 3 ),
		percentOf( 5, 3 ),
	] ).toEqual( [ 100, 33, 100 ] );
} );
