/**
 * @jest-environment node
 */
import type { ItemFacts } from '../../schema';
import { byAge, byCategory, most, pareto, shownSum } from './pictures';
import { factsTable, stockTable } from './reports';
import { someFacts } from './some-facts';

const facts = ( id: number, own: Partial< ItemFacts > ): ItemFacts =>
	someFacts( { item_id: id, name: `Item ${ id }`, ...own } );

const stock = ( id: number, category: string, onHand: number ) =>
	facts( id, { on_hand: onHand, unit_cost: 2, price: 5, category } );

test( 'Categories are all of the stock: the largest, and all others together', () => {
	// Category n has n units; 11 have bars of their own, and of 13 the three smallest are put together: 1 + 2 + 3.
	const some = ( count: number ) =>
		byCategory(
			stockTable(
				Array.from( { length: count }, ( _, n ) =>
					stock( n + 1, `C${ n + 1 }`, n + 1 )
				)
			),
			[ 'value_cost', 'on_hand' ]
		);
	expect( some( 11 ) ).toHaveLength( 11 );
	const groups = some( 13 );
	expect( groups ).toHaveLength( 11 );
	expect( groups[ 0 ] ).toEqual( { name: 'C13', sums: [ 26, 13 ] } );
	expect( groups[ 10 ] ).toEqual( { name: null, sums: [ 12, 6 ] } );
	expect(
		byCategory( stockTable( [ stock( 1, 'A', 1 ), stock( 2, 'A', 3 ) ] ), [
			'value_price',
		] )
	).toEqual( [ { name: 'A', sums: [ 20 ] } ] );
} );

test( 'Where no cost is known, what it would sell for is drawn', () => {
	const table = stockTable( [ { ...stock( 1, 'A', 3 ), unit_cost: null } ] );
	expect( shownSum( table, [ 'value_cost', 'value_price' ] ) ).toBe(
		'value_price'
	);
	expect( shownSum( table, [ 'value_cost' ] ) ).toBeNull();
} );

test( 'The curve goes up to the whole, and changes its class at the limits', () => {
	// 1000 in all: 500 + 200 are 70 % (A), 150 crosses 80 % (A), 100 reaches 95 % (B), 50 is the rest; one sold nothing.
	const sold = [ 100, 500, 50, 150, 200, 0 ];
	const curve = pareto(
		factsTable(
			'classes',
			sold.map( ( one, n ) => facts( n + 1, { sold: one, price: 1 } ) ),
			30,
			'2026-03-02'
		)
	);
	expect( curve?.points.map( ( point ) => point.sales ) ).toEqual( [
		0, 0.5, 0.7, 0.85, 0.95, 1, 1,
	] );
	expect( curve?.points[ 3 ] ).toEqual( {
		items: 0.5,
		sales: 0.85,
		class: 'A',
	} );
	expect( curve?.classes ).toEqual( [
		{ class: 'A', items: 3, itemShare: 0.5, sales: 850, salesShare: 0.85 },
		{ class: 'B', items: 1, itemShare: 1 / 6, sales: 100, salesShare: 0.1 },
		{ class: 'C', items: 2, itemShare: 1 / 3, sales: 50, salesShare: 0.05 },
	] );
} );

test( 'Of very many items the curve has few points, and all limits', () => {
	const items = Array.from( { length: 5000 }, ( _, n ) =>
		facts( n + 1, { sold: n % 7 === 0 ? 100 : 1, price: 1 } )
	);
	const points =
		pareto( factsTable( 'classes', items, 30, '2026-03-02' ) )?.points ??
		[];
	expect( points.length ).toBeLessThan( 130 );
	expect( points[ points.length - 1 ] ).toMatchObject( {
		items: 1,
		sales: 1,
	} );
	const lastOfA = points.filter( ( point ) => point.class === 'A' ).pop();
	expect( lastOfA?.sales ).toBeGreaterThanOrEqual( 0.8 );
	expect( lastOfA?.sales ).toBeLessThan( 0.802 );
	expect(
		pareto( factsTable( 'classes', [ facts( 1, {} ) ], 30, '2026-03-02' ) )
	).toBeNull();
} );

test( 'Ages are added up over all items, by units and by cost', () => {
	const table = factsTable(
		'ageing',
		[
			facts( 1, { on_hand: 4, unit_cost: 3, ages: [ 1, 3, 0, 0, 0 ] } ),
			facts( 2, { on_hand: 2, ages: [ 0, '0.5', 0, 0, '1.5' ] } ),
			facts( 3, { on_hand: -1, unit_cost: 9, ages: [ 0, 0, 0, 0, 0 ] } ),
		],
		30,
		'2026-03-02'
	);
	expect( table.rows ).toHaveLength( 2 );
	expect( byAge( table ) ).toEqual( [
		{ units: 1, cost: 3 },
		{ units: 3.5, cost: 9 },
		{ units: 0, cost: 0 },
		{ units: 0, cost: 0 },
		{ units: 1.5, cost: 0 },
	] );
} );

test( 'What was lost most comes first, and no more than ten', () => {
	const items = Array.from( { length: 12 }, ( _, n ) =>
		facts( n + 1, { days_out: 1, per_day: n, price: 2 } )
	);
	const found = most(
		factsTable( 'outs', items, 30, '2026-03-02' ),
		'lost_sales'
	);
	expect( found ).toHaveLength( 10 );
	expect( found[ 0 ] ).toEqual( { name: 'Item 12', row: 11, value: 22 } );
	expect( found.every( ( { value } ) => value > 0 ) ).toBe( true );
} );
