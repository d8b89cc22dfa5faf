/**
 * @jest-environment node
 */
import { emptyWish, readWish, type Wish } from './wish';

const NOW = Date.parse( '2026-03-02T12:00:00Z' );

const read = ( part: Partial< Wish >, timezone = 'Europe/Berlin' ) =>
	readWish(
		{ ...emptyWish( '2026-03-02' ), time: '09:30', ...part },
		timezone,
		NOW
	);

it( 'reads day and time on the clock of the shop', () => {
	expect( read( {} ) ).toEqual( {
		request: {
			moment: '2026-03-02T08:30:00.000Z',
			keep_sales: true,
			filter: { all: true },
		},
	} );
	expect( read( { keepSales: false }, '+05:30' ) ).toMatchObject( {
		request: { moment: '2026-03-02T04:00:00.000Z', keep_sales: false },
	} );
} );

it( 'names what is meant, and nothing that was chosen for another choice', () => {
	const chosen = {
		words: ' tea ',
		categories: [ { id: 7, name: 'Tea' } ],
		items: [ { id: 3, name: 'Cup' } ],
	};
	const filter = ( what: Wish[ 'what' ] ) => {
		const answer = read( { ...chosen, what } );
		return 'request' in answer && answer.request.filter;
	};
	expect( filter( 'all' ) ).toEqual( { all: true } );
	expect( filter( 'search' ) ).toEqual( { search: 'tea' } );
	expect( filter( 'category' ) ).toEqual( { categories: [ 7 ] } );
	expect( filter( 'picked' ) ).toEqual( { ids: [ 3 ] } );
} );

it( 'says what is missing or still to come', () => {
	expect( read( { time: '' } ) ).toEqual( {
		problems: { moment: 'missing' },
	} );
	expect( read( { day: '', what: 'search' } ) ).toEqual( {
		problems: { moment: 'missing', words: 'missing' },
	} );
	expect( read( { time: '13:01', what: 'picked' } ) ).toEqual( {
		problems: { moment: 'future', items: 'missing' },
	} );
	expect( read( { time: '13:00', what: 'category' } ) ).toEqual( {
		problems: { categories: 'missing' },
	} );
} );
