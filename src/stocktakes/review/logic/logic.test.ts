import type { StocktakeLine, StocktakeReport } from '../../../schema';
import { orderBack, orderForAll, orderOf, refusedOf } from './decide';
import { actsOf, asRow, standingOf } from './line';
import {
	accuracyOf,
	partsOf,
	rightShare,
	shrinkage,
	wholeOf,
	withinShare,
} from './report';
import { csvRows } from './report-csv';
import {
	canDecide,
	canBeSetUp,
	hasReport,
	inTheWay,
	lookAgain,
	movesFrom,
	percentOf,
} from './state';
import { countsOf, readView, showsOf, writeView } from './view';

const line = ( part: Partial< StocktakeLine > = {} ): StocktakeLine => ( {
	item_id: 7,
	name: 'Gaiwan',
	sku: '',
	barcode: '',
	bin: '',
	category: '',
	image: null,
	round: 1,
	counted: 9,
	tags: 0,
	counted_at: '2026-11-28T10:00:00Z',
	first_counted_at: null,
	books: 12,
	in_packing: 0,
	expected: 12,
	variance: -3,
	share: -0.25,
	unit_value: 5,
	value: -15,
	moved_during: 0,
	on_hand: 12,
	reserved: 0,
	flags: [],
	counters: [],
	decision: 'none',
	reason: 'unknown',
	note: '',
	decided_by: 0,
	decided_by_name: '',
	decided_at: null,
	needs_second: false,
	approved_by: 0,
	approved_by_name: '',
	may_approve: false,
	recount_note: '',
	applied: null,
	...part,
} );

const UNCOUNTED = { counted: null, variance: null } as const;

describe( 'lines', () => {
	it( 'have the id of their item as that of their row', () => {
		expect( asRow( line() ).id ).toBe( 7 );
	} );

	it.each( [
		[ {}, 'undecided' ],
		[ { variance: 0 }, 'right' ],
		[ { variance: '0.0000' }, 'right' ],
		[ UNCOUNTED, 'uncounted' ],
		[ { ...UNCOUNTED, round: 2 }, 'recount' ],
		[ { decision: 'leave' }, 'left' ],
		[ { decision: 'accept' }, 'accepted' ],
		[ { decision: 'accept', needs_second: true }, 'second' ],
		[
			{ decision: 'accept', needs_second: true, approved_by: 3 },
			'accepted',
		],
		[ { decision: 'accept', applied: -3 }, 'applied' ],
		[ { variance: 0, applied: 0 }, 'right' ],
	] as const )( 'that are %j stand as %s', ( part, standing ) => {
		expect( standingOf( line( part as Partial< StocktakeLine > ) ) ).toBe(
			standing
		);
	} );

	it.each( [
		[ {}, [ 'accept', 'leave', 'recount' ] ],
		[ { variance: 0 }, [ 'recount' ] ],
		[ UNCOUNTED, [ 'zero' ] ],
		[ { decision: 'accept' }, [ 'leave', 'recount', 'none' ] ],
		[ { flags: [ 'superseded' ] }, [ 'leave', 'recount' ] ],
		[
			{ decision: 'accept', needs_second: true, may_approve: true },
			[ 'approve', 'leave', 'recount', 'none' ],
		],
		[ { applied: -3 }, [] ],
	] )( 'that are %j can be: %j', ( part, acts ) => {
		expect( actsOf( line( part as Partial< StocktakeLine > ) ) ).toEqual(
			acts
		);
	} );
} );

describe( 'deciding', () => {
	const why = { reason: 'damaged', note: ' Rain ' } as const;

	it( 'sends the difference that was looked at, only for lines to which it does something', () => {
		const lines = [
			line(),
			line( { item_id: 8, variance: 0 } ),
			line( { item_id: 9, variance: '0.5' } ),
		];
		expect( orderOf( 'accept', lines, why ) ).toEqual( {
			to: 'review',
			body: {
				decisions: [
					{
						item_id: 7,
						decision: 'accept',
						variance: -3,
						reason: 'damaged',
						note: 'Rain',
					},
					{
						item_id: 9,
						decision: 'accept',
						variance: '0.5',
						reason: 'damaged',
						note: 'Rain',
					},
				],
			},
		} );
		expect( orderBack( 'accept', lines ) ).toMatchObject( {
			body: {
				decisions: [
					{ item_id: 7, decision: 'none' },
					{ item_id: 9, decision: 'none' },
				],
			},
		} );
		expect( orderBack( 'recount', lines ) ).toBeNull();
	} );

	it( 'sends nothing where it would do nothing', () => {
		expect( orderOf( 'accept', [ line( { variance: 0 } ) ], why ) ).toBe(
			null
		);
		expect( orderOf( 'approve', [ line() ], why ) ).toBe( null );
	} );

	it( 'takes back without a reason', () => {
		expect(
			orderOf( 'none', [ line( { decision: 'leave' } ) ], why )
		).toEqual( {
			to: 'review',
			body: {
				decisions: [
					{ item_id: 7, decision: 'none', reason: 'unknown' },
				],
			},
		} );
	} );

	it( 'agrees to a difference, asks for a recount, and sets to zero', () => {
		expect(
			orderOf( 'approve', [ line( { may_approve: true } ) ], why )
		).toEqual( {
			to: 'approve',
			body: { lines: [ { item_id: 7, variance: -3 } ] },
		} );
		expect( orderOf( 'recount', [ line() ], why ) ).toEqual( {
			to: 'recount',
			body: { items: [ 7 ], note: 'Rain' },
		} );
		expect( orderOf( 'zero', [ line( UNCOUNTED ) ], why ) ).toEqual( {
			to: 'zero',
			body: { items: [ 7 ], note: 'Rain' },
		} );
	} );

	it( 'is done to all at once', () => {
		expect( orderForAll( 'zero' ) ).toEqual( {
			to: 'zero',
			body: { all: true },
		} );
		expect( orderForAll( 'leave' ) ).toEqual( {
			to: 'review',
			body: { all: { decision: 'leave', reason: 'unknown' } },
		} );
	} );

	it( 'is refused line by line', () => {
		const refused = refusedOf( {
			changed: 1,
			refused: [
				{
					item_id: 9,
					code: 'wig_line_changed',
					message: 'Look again.',
				},
			],
		} );
		expect( [ ...refused ] ).toEqual( [ [ 9, 'Look again.' ] ] );
	} );
} );

describe( 'what is looked at', () => {
	it( 'stands in the address, beside what else stands there', () => {
		const now = new URLSearchParams(
			'page=woo-inventory-guard&path=/stocktakes/3&from=list&show=left&paged=2'
		);
		const view = readView( now );
		expect( view ).toEqual( {
			show: 'left',
			sort: 'value',
			search: '',
			page: 2,
			line: null,
		} );
		expect(
			writeView( { ...view, show: 'differences', page: 1, line: 7 }, now )
		).toEqual( { from: 'list', line: '7' } );
	} );

	it( 'is what is over the limit only where there is one', () => {
		expect( showsOf( { approve_over: 50 } ) ).toContain( 'large' );
		expect( showsOf( { approve_over: null } ) ).not.toContain( 'large' );
	} );

	it( 'is the differences by value where the address makes no sense', () => {
		expect(
			readView( new URLSearchParams( 'show=x&sort=y&paged=-1&line=a' ) )
		).toEqual( {
			show: 'differences',
			sort: 'value',
			search: '',
			page: 1,
			line: null,
		} );
	} );
} );

const stocktake = ( part: object ) =>
	( {
		state: 'review',
		filling: false,
		may: { review: true },
		...part,
	} ) as Parameters< typeof movesFrom >[ 0 ];

describe( 'how far it is', () => {
	it.each( [
		[ { state: 'open' }, [ 'counting', 'cancelled' ] ],
		[ { state: 'open', filling: true }, [ 'cancelled' ] ],
		[ { state: 'counting' }, [ 'review', 'cancelled' ] ],
		[ { state: 'review' }, [ 'counting', 'cancelled' ] ],
		[ { state: 'applied' }, [] ],
	] )( 'from %j it goes to %j', ( part, moves ) => {
		expect( movesFrom( stocktake( part ) ) ).toEqual( moves );
	} );

	it( 'says what can be done and when to look again', () => {
		expect( canDecide( stocktake( {} ) ) ).toBe( true );
		expect( canDecide( stocktake( { state: 'counting' } ) ) ).toBe( false );
		expect( hasReport( stocktake( { state: 'undone' } ) ) ).toBe( true );
		expect( hasReport( stocktake( {} ) ) ).toBe( false );
		expect( canBeSetUp( stocktake( { state: 'review' } ) ) ).toBe( true );
		expect( canBeSetUp( stocktake( { state: 'applying' } ) ) ).toBe(
			false
		);
		expect( lookAgain( stocktake( { state: 'applying' } ) ) ).toBe( 2000 );
		expect( lookAgain( stocktake( {} ) ) ).toBe( 15000 );
		expect( lookAgain( stocktake( { state: 'applied' } ) ) ).toBeNull();
		expect( percentOf( 1, 3 ) ).toBe( 33 );
		expect( percentOf( 0, 0 ) ).toBeNull();
		expect( inTheWay( 'wig_undecided' ) ).toBe( 'undecided' );
		expect( inTheWay( 'wig_second_person' ) ).toBe( 'second' );
		expect( inTheWay( 'wig_stocktake_comparing' ) ).toBeNull();
	} );
} );

describe( 'the report', () => {
	const figures = {
		lines: 4,
		right: 3,
		expected: 20,
		found: 5,
		missing: 5,
		expected_value: 200,
		found_value: 50,
		missing_value: 10,
	};
	const report = {
		sums: {
			lines: { counted: 4, right: 3, uncounted: 2, items: 6 },
			units: { expected: 20, counted: 20, found: 5, missing: 5 },
			money: { expected: 200, counted: 240, found: 50, missing: 10 },
		},
		by_class: [ { ...figures, class: 'A', within: 3 } ],
		by_category: [ { ...figures, category: '=Tea' } ],
		by_reason: [ { ...figures, reason: 'lost' } ],
		by_counter: [ { ...figures, user_id: 2, name: 'Mei', recounted: 1 } ],
	} as unknown as StocktakeReport;

	it( 'never sets off what was found against what is missing', () => {
		expect( accuracyOf( 20, 5, 5 ) ).toBe( 0.5 );
		expect( accuracyOf( 2, 5, 0 ) ).toBe( 0 );
		expect( accuracyOf( 0, 5, 0 ) ).toBeNull();
	} );

	it( 'is reckoned from sums', () => {
		expect( wholeOf( report.sums ) ).toEqual( figures );
		expect( rightShare( figures ) ).toBe( 0.75 );
		expect( rightShare( { lines: 0, right: 0 } ) ).toBeNull();
		expect( withinShare( report.by_class ) ).toBe( 0.75 );
		expect( withinShare( [] ) ).toBeNull();
		expect( shrinkage( figures ) ).toBe( 0.05 );
		expect( shrinkage( { ...figures, expected_value: 0 } ) ).toBeNull();
	} );

	it( 'is seen from each side, also in a file', () => {
		expect( partsOf( report, 'class' )[ 0 ]?.key ).toBe( 'A' );
		expect( partsOf( report, 'counter' )[ 0 ] ).toMatchObject( {
			key: 'Mei',
			recounted: 1,
		} );
		const rows = csvRows( report, {
			whole: 'In all',
			side: ( side ) => side,
			key: ( _side, key ) => key,
		} );
		expect( rows ).toHaveLength( 5 );
		expect( rows[ 0 ] ).toEqual( [
			'In all',
			'',
			...[ 4, 3, 20, 5, 5, 200, 50, 10 ],
			null,
		] );
		expect( rows[ 1 ]?.slice( 0, 2 ) ).toEqual( [ 'category', '=Tea' ] );
		expect( rows[ 3 ]?.at( -1 ) ).toBe( 1 );
	} );

	it( 'counts what each view shows', () => {
		expect( countsOf( report.sums ) ).toMatchObject( {
			all: 6,
			right: 3,
			uncounted: 2,
		} );
	} );
} );
