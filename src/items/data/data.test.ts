/**
 * @jest-environment node
 */
import { newItem } from '../../../tests/js/shop';
import { offline } from '../../shared/data/problem';
import { readLayout } from '../logic/layout';
import { NO_HISTORY, ofHistory } from './history';
import { emptyState, reducer, type Action, type State } from './reducer';

const query = { page: 1, per_page: 20 };
const run = ( ...actions: Action[] ): State =>
	actions.reduce( reducer, emptyState( readLayout( {} ) ) );
const listed = ( ids: number[], asked = query ): Action => ( {
	type: 'LIST',
	query: asked,
	items: ids.map( ( id ) => newItem( id, {} ) ),
	total: ids.length,
	counts: null,
	at: 1,
} );
const ask = ( quiet = false, asked = query ): Action => ( {
	type: 'ASK',
	query: asked,
	quiet,
} );

it( 'never covers a newer item with an older one, and keeps details that a list leaves out', () => {
	const state = run(
		{ type: 'ITEM', item: newItem( 1, { version: 3, levels: [] } ) },
		{ type: 'ITEMS', items: [ newItem( 1, { version: 2, name: 'Old' } ) ] },
		{ type: 'ITEMS', items: [ newItem( 1, { version: 4, name: 'New' } ) ] }
	);
	expect( state.items[ 1 ] ).toMatchObject( {
		version: 4,
		name: 'New',
		levels: [],
	} );
} );

it( 'drops an answer to what nobody asks any more', () => {
	const other = { page: 2, per_page: 20 };
	const state = run( ask(), ask( false, other ), listed( [ 1 ] ) );
	expect( state.list ).toMatchObject( { ids: [], query: other } );
} );

it( 'shows bars the first time, and old rows while new ones come', () => {
	expect( run( ask() ).list.waiting ).toBe( 'first' );
	const again = run( ask(), listed( [ 1, 2 ] ), ask() );
	expect( again.list ).toMatchObject( { waiting: 'again', ids: [ 1, 2 ] } );
} );

it( 'says a failure, unless it was only a look behind the back of the reader', () => {
	const failed: Action = {
		type: 'LIST_FAILED',
		query,
		problem: offline(),
	};
	expect( run( ask(), failed ).list.problem?.kind ).toBe( 'offline' );
	expect(
		run( ask(), listed( [ 1 ] ), ask( true ), failed ).list
	).toMatchObject( { problem: null, ids: [ 1 ] } );
	// Asked for again after a failure, there is nothing to keep on screen.
	expect( run( ask(), failed, ask() ).list.waiting ).toBe( 'first' );
} );

it( 'forgets why an item could not be had once it is there', () => {
	const state = run(
		{ type: 'ITEM_FAILED', id: 1, problem: offline() },
		{ type: 'ITEM_FAILED', id: 2, problem: offline() },
		{ type: 'ITEM', item: newItem( 1, {} ) }
	);
	expect( Object.keys( state.itemProblems ) ).toEqual( [ '2' ] );
} );

it( 'keeps the counts that it has where an answer brings none', () => {
	const counts = { all: 1, low: 0, out: 0, backorder: 0, untracked: 0 };
	const state = run(
		{ type: 'COUNTS', counts },
		{ type: 'COUNTS', counts: null }
	);
	expect( state.counts ).toBe( counts );
} );

it( 'adds older lines of a ledger once, also where new ones have pushed them along', () => {
	const line = ( id: number ) => ( { id } ) as never;
	const first = ofHistory( NO_HISTORY, {
		type: 'HISTORY',
		id: 1,
		page: 1,
		movements: [ line( 9 ), line( 8 ) ],
		total: 4,
	} );
	const second = ofHistory( first, {
		type: 'HISTORY',
		id: 1,
		page: 2,
		movements: [ line( 8 ), line( 7 ) ],
		total: 5,
	} );
	expect( second.movements.map( ( { id } ) => id ) ).toEqual( [ 9, 8, 7 ] );
	const failed = ofHistory( second, {
		type: 'HISTORY_FAILED',
		id: 1,
		problem: offline(),
	} );
	expect( failed ).toMatchObject( { waiting: false, total: 5 } );
	expect( failed.movements ).toHaveLength( 3 );
} );
