/**
 * @jest-environment node
 */
import { checkDraft, costProblem, requestOf, step } from './adjustment';
import { readCounts } from './counts';
import { DEFAULT_LAYOUT, readLayout, writeLayout } from './layout';
import { checkPart, EMPTY_PART } from './part';
import {
	changeView,
	nextSort,
	queryOf,
	readView,
	START,
	writeView,
} from './view-state';

const viewOf = ( address: string ) =>
	readView( new URLSearchParams( address ) );

describe( 'The view in the address', () => {
	it( 'is written and read back as it was', () => {
		const view = {
			search: 'oolong & tea',
			filter: 'low' as const,
			sort: 'on_hand' as const,
			order: 'desc' as const,
			page: 3,
			item: 12,
			as: 'sheet' as const,
			kept: null,
		};
		expect(
			viewOf( new URLSearchParams( writeView( view ) ).toString() )
		).toEqual( view );
	} );

	it( 'is bare for the start view', () => {
		expect( writeView( START ) ).toEqual( {} );
	} );

	it.each( [
		'status=nonsense&orderby=DROP+TABLE&order=up&paged=-1&item=abc',
		'paged=0&item=0',
		'paged=1e9&item=1.5',
	] )( 'makes the start view of nonsense: %s', ( address ) => {
		expect( viewOf( address ) ).toEqual( START );
	} );

	it( 'begins at the first page when something else is listed, and stays when an item is opened', () => {
		const deep = { ...START, page: 4 };
		expect( changeView( deep, { search: 'x' } ).page ).toBe( 1 );
		expect( changeView( deep, { filter: 'out' } ).page ).toBe( 1 );
		expect( changeView( deep, { item: 5 } ).page ).toBe( 4 );
		expect( changeView( deep, { page: 5 } ).page ).toBe( 5 );
	} );

	it( 'asks for no filter and no search where there is none', () => {
		expect( queryOf( { ...START, search: '  ' }, 50 ) ).toEqual( {
			page: 1,
			per_page: 50,
			orderby: 'name',
			order: 'asc',
		} );
	} );

	it( 'begins with most units, and with A', () => {
		expect( nextSort( START, 'on_hand' ).order ).toBe( 'desc' );
		expect( nextSort( START, 'name' ).order ).toBe( 'desc' );
		expect( nextSort( { ...START, sort: 'on_hand' }, 'name' ).order ).toBe(
			'asc'
		);
	} );
} );

describe( 'The layout', () => {
	it( 'keeps only what was chosen', () => {
		expect( writeLayout( DEFAULT_LAYOUT ) ).toEqual( {} );
		const chosen = {
			list: [ 'name' as const, 'status' as const, 'on_hand' as const ],
			perPage: 50,
			density: 'compact' as const,
			sheet: [ 'name' as const, 'bin' as const ],
			pinned: 3,
		};
		expect( readLayout( writeLayout( chosen ) ) ).toEqual( chosen );
	} );

	it( 'reads what was kept before columns could be put in order', () => {
		expect(
			readLayout( { hidden: [ 'incoming', 'low_at' ] } ).list
		).toEqual( [ 'name', 'on_hand', 'reserved', 'available', 'status' ] );
	} );

	it( 'never hides the name, and ignores what it does not know', () => {
		expect(
			readLayout( {
				hidden: [ 'name', 'price' ],
				per_page: 7,
				density: 'tiny',
				pinned: 0,
			} )
		).toEqual( DEFAULT_LAYOUT );
	} );
} );

describe( 'An adjustment', () => {
	const draft = {
		mode: 'delta' as const,
		text: '',
		reason: 'received',
		note: ' box 2 ',
		cost: '',
	};

	it( 'adds fractions exactly', () => {
		expect( checkDraft( { ...draft, text: '0.2' }, 0.1, 'en-US' ) ).toEqual(
			{ delta: 2000n, after: 3000n }
		);
	} );

	it( 'counts to a number and says what the counter saw', () => {
		const counted = {
			...draft,
			mode: 'set' as const,
			text: '14',
			reason: 'counted',
		};
		expect( checkDraft( counted, 12, 'en-US' ) ).toEqual( {
			delta: 20000n,
			after: 140000n,
		} );
		expect( requestOf( 7, counted, 12, 'en-US' ) ).toEqual( {
			item_id: 7,
			set: '14',
			expected: '12',
			reason: 'counted',
			note: 'box 2',
		} );
	} );

	it( 'refuses a change of nothing and a count below nothing', () => {
		expect( checkDraft( { ...draft, text: '0' }, 5, 'en-US' ) ).toEqual( {
			problem: 'no-change',
		} );
		expect(
			checkDraft( { ...draft, mode: 'set', text: '-1' }, 5, 'en-US' )
		).toEqual( { problem: 'negative' } );
		expect(
			checkDraft( { ...draft, mode: 'set', text: '0' }, 5, 'en-US' )
		).toEqual( { delta: -50000n, after: 0n } );
	} );

	it( 'says what units cost that were received, and of no others', () => {
		const sent = ( part: Partial< typeof draft >, locale = 'en-US' ) =>
			requestOf( 7, { ...draft, ...part }, 12, locale )?.unit_cost;
		expect( sent( { text: '10', cost: '2,50' }, 'de-DE' ) ).toBe( '2.5' );
		expect( sent( { text: '10', cost: '0' } ) ).toBe( '0' );
		expect( sent( { text: '10', cost: ' ' } ) ).toBeUndefined();
		expect( sent( { text: '-10', cost: '2.5' } ) ).toBeUndefined();
		expect(
			sent( { text: '10', cost: '2.5', reason: 'found' } )
		).toBeUndefined();
		expect(
			requestOf(
				7,
				{ ...draft, mode: 'set', text: '14', cost: '2.5' },
				12,
				'en-US'
			)?.unit_cost
		).toBeUndefined();
	} );

	it( 'refuses a cost that is none, but only where it would be sent', () => {
		const problem = ( part: Partial< typeof draft > ) => {
			const whole = { ...draft, text: '10', ...part };
			const checked = checkDraft( whole, 12, 'en-US' );
			const found = costProblem( whole, checked, 'en-US' );
			expect( requestOf( 7, whole, 12, 'en-US' ) === null ).toBe(
				found !== null
			);
			return found;
		};
		expect( problem( { cost: 'dear' } ) ).toBe( 'no-number' );
		expect( problem( { cost: '-1' } ) ).toBe( 'negative' );
		expect( problem( { cost: '1.23456' } ) ).toBe( 'too-fine' );
		expect( problem( { cost: '1.2345' } ) ).toBeNull();
		expect( problem( { cost: 'dear', reason: 'found' } ) ).toBeNull();
	} );

	it( 'steps by one from what is typed', () => {
		expect( step( '', -1, 'en-US' ) ).toBe( -10000n );
		expect( step( '0.5', 1, 'en-US' ) ).toBe( 15000n );
		expect( step( 'x', 1, 'en-US' ) ).toBe( 10000n );
	} );
} );

describe( 'A new part', () => {
	it( 'sends only what was filled in', () => {
		expect(
			checkPart(
				{ ...EMPTY_PART, name: ' Tin ', on_hand: '1,5' },
				'de-DE'
			)
		).toEqual( {
			request: { name: 'Tin', on_hand: '1.5' },
		} );
	} );

	it( 'needs a name, and numbers that are numbers', () => {
		expect(
			checkPart(
				{ ...EMPTY_PART, on_hand: 'many', low_stock_threshold: '-1' },
				'en-US'
			)
		).toEqual( {
			errors: {
				name: 'no-name',
				on_hand: 'no-number',
				low_stock_threshold: 'negative',
			},
		} );
	} );
} );

describe( 'The counts of the filters', () => {
	it( 'are read from the header, whatever stands in it', () => {
		expect( readCounts( '{"all":1204,"low":18,"ok":3}' ) ).toEqual( {
			all: 1204,
			low: 18,
		} );
		expect( readCounts( '{"all":"many"}' ) ).toEqual( {} );
		expect( readCounts( 'x' ) ).toBeNull();
		expect( readCounts( 'null' ) ).toBeNull();
		expect( readCounts( null ) ).toBeNull();
	} );
} );
