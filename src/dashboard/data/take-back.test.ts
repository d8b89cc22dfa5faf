import { Shop } from '../../../tests/js/shop';
import type { MassEvent } from '../../schema';
import { postMeant, takeBack, undoRestore } from './take-back';

const by = ( type: string, id: string ) =>
	( { mark: 'abc', reference: { type, id } } ) as NonNullable< MassEvent >;

const paths = ( shop: Shop ) =>
	shop.asked.map(
		( { path, key } ) =>
			`${ path.replace( '/woo-inventory-guard/v1', '' ) } ${ key ?? '' }`
	);

const answers = ( ...bodies: unknown[] ) =>
	bodies.map( ( body ) => ( { status: 200, body } ) );

it( 'takes back what has no document by a restore, looked at to its end and run to its end', async () => {
	const shop = Shop.open();
	const at = ( state: string ) => ( { id: 5, state, reversal: null } );
	shop.then(
		...answers(
			at( 'looking' ),
			at( 'ready' ),
			at( 'running' ),
			at( 'done' )
		)
	);
	expect( await takeBack( by( '', '' ), 'k' ) ).toMatchObject( {
		id: 5,
		state: 'done',
	} );
	expect( shop.asked[ 0 ]?.data ).toEqual( { event: 'abc' } );
	expect( paths( shop ).map( ( path ) => path.split( ' ' )[ 0 ] ) ).toEqual( [
		'/restores',
		'/restores/5/work',
		'/restores/5/start',
		'/restores/5/work',
	] );
} );

it( 'takes back a bulk change or an import by its own Undo', async () => {
	for ( const [ type, where, on ] of [
		[ 'bulk_change', 'bulk-changes', 'work' ],
		[ 'import', 'imports', 'undo' ],
	] as const ) {
		const shop = Shop.open();
		shop.then( ...answers( { state: 'undoing' }, { state: 'undone' } ) );
		expect( await takeBack( by( type, '7' ), 'k' ) ).toBeNull();
		expect( paths( shop ) ).toEqual( [
			`/${ where }/7/undo k`,
			`/${ where }/7/${ on } `,
		] );
	}
} );

it( 'takes back any other document as a whole', async () => {
	const shop = Shop.open();
	shop.then(
		...answers( { finished_at: null }, { finished_at: '2026-03-01' } )
	);
	expect( await takeBack( by( 'delivery', '7' ), 'k' ) ).toBeNull();
	expect( paths( shop ) ).toEqual( [
		'/documents/reverse k',
		'/documents/reverse k',
	] );
} );

it( 'can say that it was meant, and put back what was taken back', async () => {
	const shop = Shop.open();
	shop.then(
		...answers(
			{},
			{ id: 5, state: 'done', reversal: { finished_at: '2026-03-01' } }
		)
	);
	await postMeant( 'abc', 'k' );
	await undoRestore( 5, 'u' );
	expect( paths( shop ) ).toEqual( [
		'/mass-events/meant k',
		'/restores/5/undo u',
	] );
} );
