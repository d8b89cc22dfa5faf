/**
 * @jest-environment node
 */
import type { Demand, Rule } from '../../schema';
import { checkDraft, draftOf, EMPTY, requestOf } from './draft';
import { moved } from './order';
import { daysOf, reorderPoint, suggest } from './suggest';

const rule = ( id: number, scope: Rule[ 'scope' ] = 'category' ): Rule => ( {
	id,
	scope,
	scope_id: id,
	scope_name: 'Shoes',
	items: 38,
	low_stock_threshold: 2.5,
	backorders: 'notify',
	backorder_limit: '20',
	backorder_text: 'Ships in 10 days',
} );

describe( 'A rule as it is typed', () => {
	it( 'reads what is kept as it is typed here, and sends all of it', () => {
		const draft = draftOf( rule( 1 ), 'de-DE' );
		expect( draft.low_stock_threshold ).toBe( '2,5' );
		expect(
			checkDraft( { ...draft, backorder_limit: '' }, 'de-DE' )
		).toEqual( {
			terms: {
				low_stock_threshold: '2.5',
				backorders: 'notify',
				backorder_limit: null,
				backorder_text: 'Ships in 10 days',
			},
		} );
	} );

	it( 'names what is wrong at its field', () => {
		expect(
			checkDraft(
				{
					...EMPTY,
					low_stock_threshold: 'few',
					backorder_limit: '-1',
					backorder_text: 'x'.repeat( 201 ),
				},
				'en'
			)
		).toEqual( {
			problems: {
				low_stock_threshold: 'no-number',
				backorder_limit: 'negative',
				backorder_text: 'too-long',
			},
		} );
	} );

	it( 'must say something, where an item need not', () => {
		expect( checkDraft( EMPTY, 'en' ) ).toEqual( {
			problems: { low_stock_threshold: 'nothing' },
		} );
		expect( checkDraft( EMPTY, 'en', true ) ).toHaveProperty( 'terms' );
	} );

	it( 'leaves the threshold of the shop to the settings', () => {
		const checked = checkDraft( { ...EMPTY, backorders: 'yes' }, 'en' );
		expect(
			'terms' in checked && requestOf( 'shop', 0, checked.terms )
		).toEqual( {
			scope: 'shop',
			low_stock_threshold: null,
			backorders: 'yes',
			backorder_limit: null,
			backorder_text: '',
		} );
	} );
} );

it( 'moves a category among categories only', () => {
	const rules = [
		rule( 9, 'product' ),
		rule( 1 ),
		rule( 2 ),
		rule( 3 ),
		rule( 8, 'shop' ),
	];
	expect( moved( rules, 2, -1 ) ).toEqual( [ 2, 1, 3 ] );
	expect( moved( rules, 2, 1 ) ).toEqual( [ 1, 3, 2 ] );
	expect( moved( rules, 1, -1 ) ).toBeNull();
	expect( moved( rules, 3, 1 ) ).toBeNull();
	expect( moved( rules, 9, 1 ) ).toBeNull();
} );

describe( 'A suggestion', () => {
	const demand = (
		sold: number[],
		closing: number[],
		lead: number | null = 7
	): Demand => {
		const day = ( at: number ) =>
			new Date( Date.UTC( 2026, 0, 1 + at ) )
				.toISOString()
				.slice( 0, 10 );
		return {
			item_id: 1,
			from: day( 0 ),
			to: day( sold.length ),
			on_hand: 0,
			threshold_effective: 2,
			lead_time_days: lead,
			days: sold.flatMap( ( units, at ) =>
				at > 0 && units === 0 && closing[ at ] === closing[ at - 1 ]
					? []
					: {
							day: day( at ),
							sold: units,
							closing: closing[ at ] ?? 0,
						}
			),
		};
	};

	it( 'is the reorder point of the textbooks', () => {
		// 30 a day, deviation 5, 10 days, z 1.65: the carpet example, 326.0888 (see docs of the formula).
		expect( reorderPoint( 30, 5, 10, 1.65 ) ).toBeCloseTo( 326.0888, 4 );
	} );

	it( 'sells three a day, needs seven days, and would have told of the stock-out in time', () => {
		const sold = Array.from( { length: 30 }, () => 3 );
		const closing = sold.map( ( _units, at ) =>
			Math.max( 0, 87 - 3 * at )
		);
		expect( suggest( demand( sold, closing ) ) ).toEqual( {
			threshold: 21,
			perDay: 3,
			leadDays: 7,
			isAssumed: false,
			avoided: 1,
			outs: 1,
		} );
	} );

	it( 'cannot tell in time of what came too short', () => {
		// Six came and were gone in two days: seven days before that, nobody could have known.
		const sold = [ 3, 3, 0, 3, 3, 0, 3, 3, 0, 3, 3, 0 ];
		const closing = [ 3, 0, 0, 3, 0, 0, 3, 0, 0, 3, 0, 0 ];
		expect( suggest( demand( sold, closing ) ) ).toMatchObject( {
			perDay: 3,
			avoided: 0,
			outs: 4,
		} );
	} );

	it( 'leaves out days without stock, and today', () => {
		const sold = [
			2,
			4,
			2,
			4,
			2,
			4,
			2,
			4,
			...Array.from( { length: 20 }, () => 0 ),
		];
		const closing = [
			22,
			18,
			16,
			12,
			10,
			6,
			4,
			0,
			...Array.from( { length: 20 }, () => 0 ),
		];
		const known = demand( sold, closing, null );
		expect( suggest( known ) ).toMatchObject( {
			perDay: 3,
			leadDays: 7,
			isAssumed: true,
		} );
		const today = { day: known.to, sold: 500, closing: 0 };
		expect(
			suggest( { ...known, days: [ ...known.days, today ] } )
		).toEqual( suggest( known ) );
		expect( daysOf( known ) ).toHaveLength( 28 );
	} );

	it( 'says nothing where too little was sold', () => {
		expect(
			suggest(
				demand(
					[ 0, 0, 5, 0, 0, 0, 0, 0, 1 ],
					[ 9, 9, 4, 4, 4, 4, 4, 4, 3 ]
				)
			)
		).toBeNull();
		expect( suggest( demand( [ 1, 1, 1 ], [ 3, 2, 1 ] ) ) ).toBeNull();
	} );
} );
