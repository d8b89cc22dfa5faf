import { Shop } from '../../../tests/js/shop';
import type { Restore } from '../../schema';
import {
	fetchRestore,
	finish,
	isUnderWay,
	postRestore,
	postStep,
} from './restores';

const PATH = '/woo-inventory-guard/v1/restores';

const restore = ( part: Partial< Restore > ) =>
	( { id: 5, state: 'ready', reversal: null, ...part } ) as Restore;

it( 'asks in the words of its routes, each act with its key', async () => {
	const shop = Shop.open();
	const wish = { moment: '2026-03-01T08:00:00Z', filter: { all: true } };
	await postRestore( wish, 'key-1' );
	await postStep( 5, 'start', 'key-2' );
	await fetchRestore( 5 );
	expect( shop.acts() ).toEqual( [
		[ 'POST', PATH, wish, 'key-1' ],
		[ 'POST', `${ PATH }/5/start`, {}, 'key-2' ],
		[ 'GET', `${ PATH }/5`, {}, undefined ],
	] );
} );

it( 'is under way while it looks, runs or is taken back', () => {
	const reversal = { finished_at: null } as Restore[ 'reversal' ];
	expect(
		[
			restore( { state: 'looking' } ),
			restore( {} ),
			restore( { state: 'running' } ),
			restore( { state: 'done' } ),
			restore( { state: 'done', reversal } ),
		].map( isUnderWay )
	).toEqual( [ true, false, true, false, true ] );
} );

it( 'lends a hand to the end, or until nobody looks', async () => {
	const shop = Shop.open();
	shop.then(
		{ status: 200, body: restore( { state: 'running', done: 1 } ) },
		{ status: 200, body: restore( { state: 'done', done: 2 } ) }
	);
	const seen: string[] = [];
	const begun = restore( { state: 'running', done: 0 } );
	const step = ( { state, done }: Restore ) =>
		void seen.push( `${ state } ${ done }` );
	expect( ( await finish( begun, step, () => true ) ).state ).toBe( 'done' );
	expect( seen ).toEqual( [ 'running 0', 'running 1', 'done 2' ] );
	expect( ( await finish( begun, step, () => false ) ).done ).toBe( 0 );
	expect( shop.posts( '/restores/5/work' ) ).toHaveLength( 2 );
} );
