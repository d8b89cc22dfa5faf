/**
 * @jest-environment node
 */
import type { ItemFacts } from '../../schema';
import { abc, USUAL_CUTS, xyz } from './classes';
import {
	coverDays,
	daysBetween,
	lost,
	sellThrough,
	turnover,
	variation,
	worth,
} from './figures';
import { factsTable, stockTable } from './reports';
import { someFacts as facts } from './some-facts';
import { sortedRows } from './table';

type Cost = ItemFacts[ 'unit_cost' ];

test( 'Turnover is what was sold by the average stock, in a year', () => {
	// 20 at first, 10 in the end: 15 on average. 30 sold in 73 days, so 150 a year: 10 times.
	const item = facts( { begin: 20, on_hand: 10, sold: 30 } );
	expect( turnover( item, 73 ) ).toBe( 10 );
	expect( turnover( facts( { sold: 5 } ), 30 ) ).toBeNull();
} );

test( 'Cover is stock by what is sold a day', () => {
	// 30 in 60 days is one in two days: 10 last 20 days.
	expect( coverDays( facts( { on_hand: 10, sold: 30 } ), 60 ) ).toBe( 20 );
	expect( coverDays( facts( { on_hand: 10 } ), 60 ) ).toBeNull();
} );

test( 'Sell-through is what was sold of what could have been', () => {
	// 20 there, 10 received, 10 first counted: 30 of 40.
	expect(
		sellThrough(
			facts( { begin: 20, received: 10, opened: 10, sold: 30 } )
		)
	).toBe( 0.75 );
	expect( sellThrough( facts( { begin: 0 } ) ) ).toBeNull();
	// Sold on backorder: not more than all.
	expect( sellThrough( facts( { begin: 2, sold: 3 } ) ) ).toBe( 1 );
} );

test( 'Lost sales are the speed times the days without, times the price', () => {
	// 1.5 a day, 4 days out, at 10 each.
	expect(
		lost( facts( { per_day: 1.5, days_out: 4, price: '10' } ) )
	).toEqual( { units: 6, sales: 60 } );
	expect( lost( facts( { per_day: 1, days_out: 1 } ) ).sales ).toBeNull();
	expect( worth( '0.1', '0.2' ) ).toBe( 0.02 );
} );

test( 'Sales of weeks vary by their spread around the mean', () => {
	// 2 4 4 4 5 5 7 9: mean 5, spread of the population 2.
	expect( variation( [ 2, 4, 4, 4, 5, 5, 7, 9 ] ) ).toBe( 0.4 );
	expect( variation( [ 3, '3', 3 ] ) ).toBe( 0 );
	expect( variation( [ 0, 0 ] ) ).toBeNull();
	expect( variation( [ 5 ] ) ).toBeNull();
} );

test( 'ABC: what crosses a line belongs above it; what brings nothing is C', () => {
	// 1000 in all: 500 and 200 are 70 %, 150 crosses 80 %, 100 reaches 95 %, 50 is the rest.
	expect( abc( [ 100, 500, 50, 150, 200, 0 ], USUAL_CUTS ) ).toEqual( [
		{ class: 'B', share: 0.95 },
		{ class: 'A', share: 0.5 },
		{ class: 'C', share: 1 },
		{ class: 'A', share: 0.85 },
		{ class: 'A', share: 0.7 },
		{ class: 'C', share: 1 },
	] );
	expect( abc( [ 0, 0 ], USUAL_CUTS ).map( ( one ) => one.class ) ).toEqual( [
		'C',
		'C',
	] );
	expect(
		[ 0.5, 0.51, 1, 1.01, null ].map( ( one ) => xyz( one, USUAL_CUTS ) )
	).toEqual( [ 'X', 'Y', 'Y', 'Z', 'Z' ] );
} );

test( 'Stock on a date is worth what is known of it', () => {
	const named = { name: 'Tea', sku: 'TEA', category: 'Tea' };
	const costs = ( last: Cost, average: Cost = last ) => ( {
		unit_cost: last,
		average_cost: average,
	} );
	const table = stockTable( [
		{ ...named, item_id: 1, on_hand: 3, ...costs( '2.5', 2 ), price: 10 },
		{ ...named, item_id: 2, on_hand: '0.5', ...costs( null ), price: 8 },
		{ ...named, item_id: 3, on_hand: 0, ...costs( 1 ), price: 1 },
	] );
	expect( table.rows.map( ( { item } ) => item ) ).toEqual( [ 1, 2 ] );
	expect( table.totals ).toEqual( {
		on_hand: 3.5,
		value_cost: 7.5,
		value_average: 6,
		value_price: 34,
	} );
	expect( table.rows[ 0 ]?.values ).toEqual( [
		'Tea',
		'TEA',
		'Tea',
		3,
		'2.5',
		7.5,
		2,
		6,
		30,
	] );
} );

test( 'Each report shows what it is about', () => {
	const items = [
		facts( {
			item_id: 1,
			on_hand: 5,
			unit_cost: 2,
			last_sold: '2026-01-01',
			lost: 2,
			other: -1,
		} ),
		facts( { item_id: 2, sold: 4, price: 10, days_out: 3, per_day: 1 } ),
		facts( { item_id: 3, reserved: 2, available: -1 } ),
	];
	const shown = ( report: Parameters< typeof factsTable >[ 0 ] ) =>
		factsTable( report, items, 30, '2026-03-02' );
	expect( shown( 'dead' ).rows ).toEqual( [
		{ item: 1, values: [ 'Tea', 'TEA', 5, 10, '2026-01-01', 60, null ] },
	] );
	expect( shown( 'outs' ).totals ).toEqual( {
		lost_units: 3,
		lost_sales: 30,
	} );
	expect( shown( 'shrinkage' ).totals.lost_cost ).toBe( 6 );
	expect( shown( 'reserved' ).rows.map( ( { item } ) => item ) ).toEqual( [
		3,
	] );
	expect( shown( 'turnover' ).rows.map( ( { item } ) => item ) ).toEqual( [
		1, 2,
	] );
	expect( shown( 'classes' ).rows[ 1 ]?.values[ 2 ] ).toBe( 'AZ' );
	expect( daysBetween( '2026-02-27', '2026-03-01' ) ).toBe( 2 );
} );

test( 'Rows are sorted; what is not known comes last', () => {
	const table = factsTable(
		'turnover',
		[
			facts( { item_id: 1, on_hand: 1 } ),
			facts( { item_id: 2, on_hand: 10, sold: 5 } ),
			facts( { item_id: 3, on_hand: 2, sold: 5 } ),
		],
		30,
		'2026-03-02'
	);
	const order = ( descending: boolean ) =>
		sortedRows( table, 'cover', descending ).map( ( { item } ) => item );
	expect( order( false ) ).toEqual( [ 3, 2, 1 ] );
	expect( order( true ) ).toEqual( [ 2, 3, 1 ] );
} );
