/**
 * @jest-environment node
 */
import { better, offsetOf } from './clock';
import { InView } from './in-view';
import { matching } from './matching';
import { press, type PadKey } from './pad';
import { tally, type Tallied } from './tally';
import { newUuid } from './uuid';

const ME = { counter: 1, place: '' };
let made = 0;
const count = ( part: Partial< Tallied > ): Tallied => ( {
	uuid: `u${ ++made }`,
	mode: 'add',
	quantity: '1',
	undo: null,
	place: '',
	round: 1,
	moment: made,
	counter_id: 1,
	...part,
} );
const units = ( counts: Tallied[], round = 1, tags = 0 ) =>
	tally( counts, round, tags, ME ).units;

it( 'adds scans, and lets a typed number stand in for what came before it', () => {
	expect( units( [] ) ).toBeNull();
	expect( units( [ count( {} ), count( {} ) ] ) ).toBe( 20_000n );
	expect(
		units( [
			count( {} ),
			count( { mode: 'set', quantity: '0.5' } ),
			count( {} ),
		] )
	).toBe( 15_000n );
	expect( units( [ count( { mode: 'set', quantity: '0' } ) ] ) ).toBe( 0n );
} );

it( 'comes to the same number in whatever order counts arrive', () => {
	const all = [
		count( { mode: 'set', quantity: '7' } ),
		count( { quantity: '2' } ),
		count( { place: 'back', mode: 'set', quantity: '4' } ),
		count( { counter_id: 2, quantity: '3' } ),
	];
	expect( units( all ) ).toBe( units( [ ...all ].reverse() ) );
	expect( tally( all, 1, 2, ME ) ).toMatchObject( {
		units: 180_000n,
		mine: 90_000n,
	} );
	const tie = [
		count( { uuid: 'a', moment: 5, mode: 'set', quantity: '1' } ),
		count( { uuid: 'b', moment: 5, mode: 'set', quantity: '2' } ),
	];
	expect( units( tie ) ).toBe( 20_000n );
	expect( units( tie.reverse() ) ).toBe( 20_000n );
} );

it( 'takes back what its own counter undoes, also when the undo comes first', () => {
	const one = count( { uuid: 'one' } );
	const undo = ( by: number ) =>
		count( { mode: 'undo', undo: 'one', counter_id: by, quantity: 0 } );
	expect( units( [ undo( 1 ), one ] ) ).toBeNull();
	expect( units( [ undo( 2 ), one ] ) ).toBe( 10_000n );
} );

it( 'forgets the rounds before a recount', () => {
	expect(
		units( [ count( {} ), count( { round: 2, quantity: '5' } ) ], 2 )
	).toBe( 50_000n );
	expect( units( [ count( {} ) ], 2, 3 ) ).toBe( 30_000n );
} );

it( 'measures the clock by the shortest way, and believes a newer look where both cannot be right', () => {
	const slow = offsetOf( { asked: 0, answered: 400, server: 5_100 } );
	const quick = offsetOf( { asked: 1_000, answered: 1_040, server: 6_010 } );
	expect( slow ).toEqual( { ms: 4_900, error: 200, at: 400 } );
	expect( better( null, slow ) ).toBe( slow );
	expect( better( slow, quick ) ).toBe( quick );
	expect( better( quick, { ...slow, at: 1_400 } ) ).toBe( quick );
	expect( better( quick, { ...slow, at: 900_000 } ).ms ).toBe( 4_900 );
	expect(
		better( quick, { ms: -3_600_000, error: 300, at: 1_400 } ).ms
	).toBe( -3_600_000 );
} );

it( 'takes a code in view for one scan until it has been away', () => {
	const view = new InView();
	expect( view.look( [ 'a', 'a', 'b' ], 0 ) ).toEqual( [ 'a', 'b' ] );
	expect( view.look( [ 'a' ], 500 ) ).toEqual( [] );
	expect( view.look( [ 'a', 'b' ], 1_200 ) ).toEqual( [ 'b' ] );
	expect( view.look( [], 3_000 ) ).toEqual( [] );
	expect( view.look( [ 'a' ], 3_001 ) ).toEqual( [ 'a' ] );
} );

it( 'types numbers with a pad', () => {
	const type = ( ...keys: PadKey[] ) =>
		keys.reduce( ( typed, key ) => press( typed, key, ',' ), '' );
	expect( type( '0', '1', '2', 'back', 'decimal', 'decimal', '5' ) ).toBe(
		'1,5'
	);
	expect( type( 'decimal', '5' ) ).toBe( '0,5' );
	expect( type( ...Array< PadKey >( 20 ).fill( '9' ) ) ).toHaveLength( 12 );
} );

it( 'finds items by words without their accents', () => {
	const named = ( name: string, bin = '' ) => ( {
		name,
		sku: '',
		barcode: '',
		bin,
	} );
	const all = [
		named( 'Green tea' ),
		named( 'Thé vert', 'B2' ),
		named( 'Tea, green' ),
	];
	expect( matching( all, 'the B2', 9 ).map( ( { name } ) => name ) ).toEqual(
		[ 'Thé vert' ]
	);
	expect( matching( all, 'tea', 9 )[ 0 ]?.name ).toBe( 'Tea, green' );
	expect( matching( all, '', 2 ) ).toHaveLength( 2 );
} );

it( 'names counts as the server wants them named', () => {
	const names = new Set( Array.from( { length: 500 }, newUuid ) );
	expect( names.size ).toBe( 500 );
	for ( const name of names ) {
		expect( name ).toMatch(
			/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
		);
	}
} );
