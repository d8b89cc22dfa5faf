/**
 * @jest-environment node
 */
import { pointsOf } from './accuracy';
import { formatMoney } from '../../shared/format/money';
import { changeOf } from './change';
import { barsOf, extendedBy, groupsOf } from './needs';
import {
	daysUpTo,
	isRange,
	lengthOf,
	queryOf,
	readRange,
	writeRange,
} from '../../shared/period/range';
import { heightOf, kindsIn, sumOf, valueLine, worthOf } from './series';

const range = ( address: string ) =>
	readRange( new URLSearchParams( address ) );

describe( 'The period in the address', () => {
	it( 'is the last 30 days where nothing is said, or nonsense', () => {
		for ( const address of [
			'',
			'days=31',
			'days=-7',
			'from=2026-02-30&to=2026-03-01',
			'from=2026-03-02&to=2026-03-01',
			'from=2020-01-01&to=2026-03-01',
			'from=yesterday&to=today',
		] ) {
			expect( range( address ) ).toEqual( { days: 30 } );
		}
		expect( writeRange( { days: 30 } ) ).toEqual( {} );
	} );

	it( 'survives the way through the address', () => {
		for ( const one of [
			{ days: 7 },
			{ days: 90 },
			{ from: '2026-01-31', to: '2026-03-01' },
		] ) {
			expect(
				range( new URLSearchParams( writeRange( one ) ).toString() )
			).toEqual( one );
		}
	} );

	it( 'is asked for as REST wants it', () => {
		expect( queryOf( { days: 7 } ) ).toBe( 'days=7' );
		expect( queryOf( { from: '2026-01-31', to: '2026-03-01' } ) ).toBe(
			'from=2026-01-31&to=2026-03-01'
		);
	} );

	it( 'counts both its ends, also over a change of clocks and a leap day', () => {
		expect( lengthOf( { from: '2026-03-08', to: '2026-03-08' } ) ).toBe(
			1
		);
		expect( lengthOf( { from: '2028-02-28', to: '2028-03-01' } ) ).toBe(
			3
		);
		expect( daysUpTo( '2026-03-09', 30 ) ).toEqual( {
			from: '2026-02-08',
			to: '2026-03-09',
		} );
		expect( isRange( '2026-03-01', '2026-03-01' ) ).toBe( true );
	} );
} );

describe( 'The change against the period before', () => {
	it( 'is a share of it, or points where it is a share itself', () => {
		expect(
			changeOf( { now: 102, before: '100' }, 'percent', 'either' )
		).toEqual( { by: 2, unit: 'percent', good: null } );
		expect(
			changeOf( { now: 0.086, before: 0.012 }, 'points', 'less' )
		).toEqual( { by: 7.4, unit: 'points', good: false } );
		expect( changeOf( { now: 5, before: 10 }, 'percent', 'less' ) ).toEqual(
			{ by: -50, unit: 'percent', good: true }
		);
		expect(
			changeOf( { now: 41, before: 40.5 }, 'number', 'more' )
		).toEqual( { by: 0.5, unit: 'number', good: true } );
	} );

	it( 'is not said where it cannot be', () => {
		expect(
			changeOf( { now: 5, before: null }, 'percent', 'more' )
		).toBeNull();
		expect(
			changeOf( { now: null, before: 5 }, 'points', 'more' )
		).toBeNull();
		expect(
			changeOf( { now: 5, before: 0 }, 'percent', 'more' )
		).toBeNull();
		expect(
			changeOf( { now: 1000, before: 1001 }, 'percent', 'more' )
		).toBeNull();
	} );
} );

const day = ( part: object ) => ( {
	day: '2026-03-01',
	sold: 0,
	returned: 0,
	received: 0,
	lost: 0,
	other: 0,
	...part,
} );

describe( 'What is drawn', () => {
	it( 'shows what left below the line, and only what happened', () => {
		const days = [
			day( { sold: '1.1', other: -2 } ),
			day( { sold: 2.2, received: 5 } ),
		];
		expect( kindsIn( days ) ).toEqual( [ 'sold', 'received', 'other' ] );
		expect( days.map( ( one ) => heightOf( one, 'sold' ) ) ).toEqual( [
			-1.1, -2.2,
		] );
		expect( heightOf( day( { other: -2 } ), 'other' ) ).toBe( -2 );
		expect( sumOf( days, 'sold' ) ).toBe( 3.3 );
	} );

	it( 'takes costs, else prices, else nothing', () => {
		const value = ( cost: number, price: number ) => ( {
			day: '2026-03-01',
			value_cost: cost,
			value_average: cost,
			value_price: price,
			units: 1,
			items_out: 0,
			reckoned: false,
		} );
		expect( valueLine( [ value( 0, 3 ), value( 1, 3 ) ] ) ).toBe(
			'value_cost'
		);
		expect( valueLine( [ value( 0, 3 ) ] ) ).toBe( 'value_price' );
		expect( valueLine( [ value( 0, 0 ) ] ) ).toBeNull();
		expect( valueLine( [] ) ).toBeNull();
		expect( worthOf( value( 0, 3 ), 'value_cost' ) ).toBeNull();
		expect( worthOf( { ...value( 0, 0 ), units: 0 }, 'value_cost' ) ).toBe(
			0
		);
	} );
} );

describe( 'What needs somebody', () => {
	it( 'comes in the order in which it hurts, without what is not there', () => {
		const attention = {
			counts: {
				out: 1,
				low: 0,
				short: 2,
				holds: 3,
				due: 1,
				mass: 1,
				ledger: 1,
			},
			out: [],
			low: [],
			short: [],
			holds: [],
			due: [],
			mass: [],
			ledger: { problems: 1, link: null, checked: null },
			last_handled_at: null,
		};
		expect( groupsOf( attention ) ).toEqual( [
			'ledger',
			'mass',
			'short',
			'out',
			'due',
			'holds',
		] );
	} );

	it( 'extends a hold from its end, not from now', () => {
		const now = Date.parse( '2026-03-01T10:00:00Z' );
		expect( extendedBy( '2026-03-01T12:00:00Z', 86_400, now ) ).toBe(
			93_600
		);
		expect( extendedBy( '2026-03-01T09:00:00Z', 86_400, now ) ).toBe(
			86_400
		);
	} );

	it( 'has a bar for every day, whatever the door', () => {
		const bars = barsOf(
			[
				{ day: '2026-02-28', times: 2 },
				{ day: '2026-02-28', times: 1 },
				{ day: '2025-01-01', times: 9 },
			],
			'2026-03-01',
			3
		);
		expect( bars ).toEqual( [
			{ day: '2026-02-27', times: 0 },
			{ day: '2026-02-28', times: 3 },
			{ day: '2026-03-01', times: 0 },
		] );
	} );
} );

describe( 'Money', () => {
	const euro = {
		code: 'EUR',
		symbol: '€',
		position: 'right_space',
		decimals: 2,
	};
	it( 'is written as the shop writes it, in the numbers of the reader', () => {
		expect( formatMoney( '-1234.5', euro, 'de-DE' ) ).toBe(
			'−1.234,50\u00a0€'
		);
		expect(
			formatMoney(
				1234.5,
				{ ...euro, symbol: '$', position: 'left' },
				'en-US',
				{ whole: true }
			)
		).toBe( '$1,235' );
		expect(
			formatMoney( -0.001, { ...euro, symbol: '' }, 'art-xemoji' )
		).toBe( '0.00' );
	} );
} );

describe( 'How right the books were', () => {
	const count = {
		id: 1,
		name: 'March',
		applied_at: '2026-03-31T10:00:00Z',
		lines: 8,
		right: 6,
		expected: '200',
		differing: '5',
		expected_value: 100,
		differing_value: 2,
		net_value: '-1.5',
	};
	it( 'is drawn from the oldest stocktake on, as shares', () => {
		expect(
			pointsOf( [ { ...count, id: 2, name: 'April', right: 8 }, count ] )
		).toEqual( [
			expect.objectContaining( {
				name: 'March',
				lines: 0.75,
				units: 0.975,
				net: '-1.5',
			} ),
			expect.objectContaining( { name: 'April', lines: 1 } ),
		] );
	} );
	it( 'is unknown where nothing was expected, and never below nothing', () => {
		const [ none, lost ] = pointsOf( [
			{ ...count, expected: 2, differing: 9 },
			{ ...count, lines: 0, right: 0, expected: 0, differing: 3 },
		] );
		expect( [ none?.lines, none?.units ] ).toEqual( [ null, null ] );
		expect( lost?.units ).toBe( 0 );
	} );
} );
