/**
 * @jest-environment node
 */
import { placeOf } from './place';
import { accuracyOf, isLate, isMoving, lastStep, type Dated } from './progress';
import { queryOf, readView, writeView } from './view';

it( 'knows its places, and takes anything else for the list', () => {
	expect(
		[
			'/stocktakes',
			'/stocktakes/new',
			'/stocktakes/schedules',
			'/stocktakes/12',
		].map( placeOf )
	).toEqual( [
		{ at: 'list' },
		{ at: 'new' },
		{ at: 'schedules' },
		{ at: 'one', id: 12 },
	] );
	for ( const odd of [
		'/stocktakes/0',
		'/stocktakes/1e3',
		'/stocktakes/12/x',
		'/stocktakes/9999999999999999',
	] ) {
		expect( placeOf( odd ) ).toEqual( { at: 'list' } );
	}
} );

it( 'keeps state and page in the address, and nothing that makes no sense', () => {
	const view = readView( new URLSearchParams( 'state=review&paged=3' ) );
	expect( view ).toEqual( { state: 'review', page: 3 } );
	expect( writeView( view ) ).toEqual( { state: 'review', paged: '3' } );
	expect( queryOf( view ) ).toEqual( {
		state: 'review',
		page: 3,
		per_page: 20,
	} );
	const odd = readView( new URLSearchParams( 'state=lost&paged=-1' ) );
	expect( odd ).toEqual( { state: 'all', page: 1 } );
	expect( writeView( odd ) ).toEqual( {} );
} );

const dated: Dated = {
	state: 'open',
	created_at: '2026-11-01T08:00:00Z',
	started_at: null,
	finished_at: null,
	applied_at: null,
	undone_at: null,
};

it( 'says the step that brought a stocktake to its state', () => {
	expect( lastStep( dated ) ).toEqual( {
		step: 'created_at',
		at: dated.created_at,
	} );
	const finished = {
		...dated,
		started_at: '2026-11-02T08:00:00Z',
		finished_at: '2026-11-03T08:00:00Z',
	};
	expect( lastStep( { ...finished, state: 'review' } ).step ).toBe(
		'finished_at'
	);
	// Gone back to counting: it is being counted since it began.
	expect( lastStep( { ...finished, state: 'counting' } ).step ).toBe(
		'started_at'
	);
	expect( lastStep( { ...finished, state: 'cancelled' } ).step ).toBe(
		'created_at'
	);
	// Times that are not there yet are not made up.
	expect( lastStep( { ...dated, state: 'applied' } ).step ).toBe(
		'created_at'
	);
} );

it( 'looks again only where something goes on by itself', () => {
	expect( isMoving( { filling: true, state: 'open' } ) ).toBe( true );
	expect( isMoving( { filling: false, state: 'applying' } ) ).toBe( true );
	expect( isMoving( { filling: false, state: 'undoing' } ) ).toBe( true );
	expect( isMoving( { filling: false, state: 'counting' } ) ).toBe( false );
} );

it( 'counts lines that were right among those that were counted', () => {
	expect( accuracyOf( { lines: 200, right: 192 } ) ).toBe( 0.96 );
	expect( accuracyOf( { lines: 0, right: 0 } ) ).toBeNull();
	expect( accuracyOf( undefined ) ).toBeNull();
} );

it( 'is late after its day, until it is done', () => {
	const due = { state: 'counting', due_on: '2026-11-27' } as const;
	expect( isLate( due, '2026-11-28' ) ).toBe( true );
	expect( isLate( due, '2026-11-27' ) ).toBe( false );
	expect( isLate( { ...due, state: 'applied' }, '2026-11-28' ) ).toBe(
		false
	);
	expect( isLate( { ...due, due_on: null }, '2026-11-28' ) ).toBe( false );
} );
