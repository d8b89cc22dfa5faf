/**
 * @jest-environment jsdom
 */
import { factsTable, stockTable } from '../logic/reports';
import { someFacts } from '../logic/some-facts';
import { pictureOf } from './picture-of';

const drawn = ( ...[ report, table ]: Parameters< typeof draw > ) => {
	const drawing = draw( report, table );
	if ( ! drawing ) {
		throw new Error( `Nothing is drawn of ${ report }.` );
	}
	return drawing;
};

const draw = (
	report: Parameters< typeof pictureOf >[ 0 ],
	table: ReturnType< typeof stockTable >
) => pictureOf( report )?.draw( table ) ?? null;

const facts = (
	report: Parameters< typeof factsTable >[ 0 ],
	...items: Parameters< typeof someFacts >[ 0 ][]
) => factsTable( report, items.map( someFacts ), 30, '2026-03-02' );

test( 'Each category has a bar, also what has none', () => {
	const tea = { on_hand: 2, unit_cost: 5, price: 9 };
	const { labels, sets, cells, columns } = drawn(
		'stock',
		stockTable( [
			someFacts( { ...tea, category: 'Tea' } ),
			someFacts( { ...tea, on_hand: 1 } ),
		] )
	);
	expect( labels ).toEqual( [ 'Tea', 'No category' ] );
	expect( sets[ 0 ] ).toMatchObject( {
		label: 'At cost',
		values: [ 10, 5 ],
	} );
	expect( columns ).toEqual( [ 'At cost', 'At selling prices', 'On hand' ] );
	expect( cells[ 0 ]?.values[ 2 ] ).toBe( '2' );
} );

test( 'The curve has a line for each class, which begins where the last ended, and two limits', () => {
	const { sets, summary } = drawn(
		'classes',
		facts(
			'classes',
			...[ 800, 150, 50, 0 ].map( ( sold ) => ( { sold, price: 1 } ) )
		)
	);
	expect( sets.map( ( { values } ) => values ) ).toEqual( [
		[ 0, 0.8, null, null, null ],
		[ null, 0.8, 0.95, null, null ],
		[ null, null, 0.95, 1, 1 ],
		[ 0.8, 0.8, 0.8, 0.8, 0.8 ],
		[ 0.95, 0.95, 0.95, 0.95, 0.95 ],
	] );
	expect( summary ).toMatch(
		/^A: 1 item, 80\s?%; B: 1 item, 15\s?%; C: 2 items, 5/
	);
} );

test( 'Where no price is known, units that were not sold are drawn', () => {
	const out = { days_out: 2, per_day: 3 };
	expect( drawn( 'outs', facts( 'outs', out ) ).sets[ 0 ] ).toMatchObject( {
		label: 'Units not sold',
		values: [ 6 ],
	} );
	expect(
		drawn( 'outs', facts( 'outs', { ...out, price: 2 } ) ).cells[ 0 ]
			?.values[ 2 ]
	).toMatch( /12/ );
} );

test( 'Ages are drawn at cost, else by units; nothing is drawn of nothing', () => {
	const old = { on_hand: 4, ages: [ 0, 1, 0, 0, 3 ] };
	expect( drawn( 'ageing', facts( 'ageing', old ) ).sets[ 0 ] ).toMatchObject(
		{ label: 'On hand', values: [ 0, 1, 0, 0, 3 ] }
	);
	expect(
		drawn( 'ageing', facts( 'ageing', { ...old, unit_cost: 2 } ) ).sets[ 0 ]
	).toMatchObject( { label: 'At cost', values: [ 0, 2, 0, 0, 6 ] } );
	for ( const report of [
		'classes',
		'ageing',
		'outs',
		'turnover',
	] as const ) {
		expect( draw( report, facts( report ) ) ).toBeNull();
	}
	expect( draw( 'stock', stockTable( [] ) ) ).toBeNull();
} );
