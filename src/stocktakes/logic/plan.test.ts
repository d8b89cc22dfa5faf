/**
 * @jest-environment node
 */
import { checkNew, NEW } from './new';
import {
	EMPTY,
	manner,
	planOf,
	scopeOf,
	wholeOf,
	without,
	withOne,
} from './plan';

it( 'reads whole numbers within bounds, in any digits that a keyboard makes', () => {
	expect( wholeOf( ' ９０ ', 1, 3650 ) ).toBe( 90 );
	expect( wholeOf( '', 1, 3650 ) ).toBeNull();
	for ( const odd of [ '0', '3651', '1.5', '-1', 'ninety' ] ) {
		expect( wholeOf( odd, 1, 3650 ) ).toBeNaN();
	}
} );

it( 'asks for everything where nothing is chosen', () => {
	expect( scopeOf( EMPTY ) ).toEqual( {
		scope: {
			categories: [],
			suppliers: [],
			bins: [],
			classes: [],
			not_counted_days: null,
			sample: null,
			items: [],
		},
	} );
} );

it( 'says at each field what is wrong with it', () => {
	expect(
		scopeOf( { ...EMPTY, not_counted_days: '0', sample: 'many' } )
	).toEqual( { problems: { not_counted_days: 'whole', sample: 'whole' } } );
	expect( checkNew( { ...NEW, name: '  ', sample: '0' } ) ).toEqual( {
		problems: { name: 'no-name', sample: 'whole' },
	} );
} );

it( 'makes a stocktake of what was typed', () => {
	expect(
		checkNew( {
			...NEW,
			name: ' Shelf B ',
			due_on: '2026-12-31',
			bins: [ 'B' ],
			classes: [ 'A' ],
			not_counted_days: '90',
			items: [ { id: 4, name: 'Cup' } ],
			counters: [ 3, 5 ],
			share: 'even',
		} )
	).toEqual( {
		request: {
			name: 'Shelf B',
			note: '',
			due_on: '2026-12-31',
			blind: true,
			packing: 'shelf',
			location_id: 1,
			counters: [ 3, 5 ],
			share: 'even',
			scope: {
				categories: [],
				suppliers: [],
				bins: [ 'B' ],
				classes: [ 'A' ],
				not_counted_days: 90,
				sample: null,
				items: [ 4 ],
			},
		},
	} );
	expect( checkNew( { ...NEW, name: 'All' } ) ).toMatchObject( {
		request: { due_on: null },
	} );
} );

it( 'shares nothing out among nobody', () => {
	expect( manner( { ...EMPTY, share: 'bin' } ).share ).toBe( 'none' );
} );

it( 'chooses each thing once, and takes it away again', () => {
	expect( withOne( [ 'B' ], 'B' ) ).toEqual( [ 'B' ] );
	expect( withOne( [ 'B' ], 'C' ) ).toEqual( [ 'B', 'C' ] );
	expect( without( [ 'B', 'C' ], 'B' ) ).toEqual( [ 'C' ] );
} );

it( 'reads the plan of a schedule back as it was sent', () => {
	const plan = {
		...EMPTY,
		bins: [ 'B' ],
		sample: '30',
		items: [ { id: 4, name: 'Cup' } ],
		counters: [ 3 ],
		share: 'even' as const,
	};
	const asked = scopeOf( plan );
	expect( 'scope' in asked ).toBe( true );
	expect(
		planOf(
			{
				name: 'Shelf B',
				every: 'month',
				next_on: '2026-12-01',
				portion_days: 1,
				times: { A: 4, B: 2, C: 1 },
				days_to_count: 7,
				active: true,
				blind: true,
				packing: 'shelf',
				location_id: 1,
				counters: [ 3 ],
				share: 'even',
				scope: {
					categories: [],
					suppliers: [],
					bins: [ 'B' ],
					classes: [],
					not_counted_days: null,
					sample: 30,
					seed: null,
					items: [ 4 ],
				},
			},
			() => 'Cup'
		)
	).toEqual( plan );
} );
