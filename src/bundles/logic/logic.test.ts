import type { Contents, Item } from '../../schema';
import { newItem } from '../../../tests/js/shop';
import {
	addAlternative,
	addOne,
	readRows,
	requestOf,
	rowsOf,
	sameList,
	setOptional,
	without,
} from './draft';
import {
	EMPTY_SHELF,
	flatten,
	withContents,
	type Piece,
	type Shelf,
} from './flatten';
import {
	countedItems,
	holdsLimit,
	offered,
	setsOf,
	shared,
	untilNext,
	type Limit,
} from './sets';
import { queryOf, readView, writeView } from './view-state';

const [ CUP, POT, TRAY, PAPER, OAK, SET, BOX ] = [ 1, 2, 3, 4, 5, 10, 11 ];

const item = ( id: number, fields: Partial< Item > ): Item =>
	newItem( id, { name: `Item ${ id }`, ...fields } );

const piece = (
	id: number,
	quantity: number,
	more: Partial< Piece > = {}
): Piece => ( {
	id,
	units: BigInt( Math.round( quantity * 10_000 ) ),
	...more,
} );

const inside = (
	id: number,
	quantity: number | string,
	alternatives: number[] = [],
	optional = false
) => ( {
	item_id: id,
	quantity,
	optional,
	alternatives: alternatives.map( ( other ) => ( { item_id: other } ) ),
} );

/** The limits by their items alone. */
const items = ( limits: readonly Limit[] ) =>
	limits.map( ( { ids: [ ...ids ] } ) =>
		ids.length > 1 ? ids : ids[ 0 ]
	);
const brief = ( result: { sets: bigint | null; limits: Limit[] } ) => ( {
	...result,
	limits: items( result.limits ),
} );

/** 60 cups, 4 pots, 9 trays; paper is not counted. A set is 2 cups and a pot, a box is 2 sets, a pot and paper. */
const contents: Contents = {
	item_id: BOX,
	version: 3,
	bundles: [
		{
			item_id: SET,
			components: [ inside( CUP, 2 ), inside( POT, 1 ) ],
		},
		{
			item_id: BOX,
			components: [
				inside( SET, 2 ),
				inside( POT, 1 ),
				inside( PAPER, '0.5' ),
			],
		},
	],
	items: [
		item( CUP, { available: 60 } ),
		item( POT, { available: 4 } ),
		item( TRAY, { available: 9 } ),
		item( PAPER, { tracked: false, available: 0 } ),
		item( OAK, { available: 5 } ),
		item( SET, { kind: 'bundle', available: 4 } ),
		item( BOX, { kind: 'bundle', available: 1 } ),
	],
};
const shelf = withContents( EMPTY_SHELF, contents );
const have = ( id: number, fields: Partial< Item > ): Shelf => ( {
	...shelf,
	items: new Map( [ ...shelf.items, [ id, item( id, fields ) ] ] ),
} );

describe( 'How many sets', () => {
	test.each( [
		[ 'one part', [ piece( CUP, 2 ) ], 30n, [ CUP ] ],
		[
			'the scarcest decides',
			[ piece( CUP, 2 ), piece( POT, 1 ), piece( TRAY, 1 ) ],
			4n,
			[ POT ],
		],
		[
			'a bundle in it',
			[ piece( SET, 1 ), piece( TRAY, 1 ) ],
			4n,
			[ POT ],
		],
		[
			'a part in it and beside it counts together',
			[ piece( SET, 1 ), piece( POT, 1 ) ],
			2n,
			[ POT ],
		],
		[ 'nested twice', [ piece( BOX, 1 ) ], 1n, [ POT ] ],
		[
			'two limits at once',
			[ piece( CUP, 15 ), piece( POT, 1 ) ],
			4n,
			[ CUP, POT ],
		],
		[ 'parts of a unit', [ piece( TRAY, 0.7 ) ], 12n, [ TRAY ] ],
		[
			'what nobody counts limits nothing',
			[ piece( PAPER, 3 ) ],
			null,
			[],
		],
		[ 'no component, no set', [], 0n, [] ],
	] )( '%s', ( _, pieces, sets, limits ) => {
		expect( brief( setsOf( shelf, pieces ) ) ).toEqual( { sets, limits } );
	} );

	test( 'safety stock is left alone, and owed units make no negative sets', () => {
		const two = [ piece( CUP, 2 ) ];
		expect(
			setsOf( have( CUP, { available: 10, safety_stock: 3 } ), two ).sets
		).toBe( 3n );
		expect( setsOf( have( CUP, { available: -4 } ), two ).sets ).toBe( 0n );
	} );

	test( 'an empty bundle in it, a cycle and too fine a part make no set', () => {
		const empty = { ...shelf, bundles: new Map( [ [ SET, [] ] ] ) };
		expect( flatten( empty, [ piece( SET, 1 ) ] ) ).toEqual( {
			problem: 'empty',
		} );
		const round = {
			...shelf,
			bundles: new Map( [
				[ SET, [ piece( BOX, 1 ) ] ],
				[ BOX, [ piece( SET, 1 ) ] ],
			] ),
		};
		expect( flatten( round, [ piece( SET, 1 ) ] ) ).toEqual( {
			problem: 'cycle',
		} );
		const fine = {
			...shelf,
			bundles: new Map( [ [ SET, [ piece( CUP, 0.0001 ) ] ] ] ),
		};
		expect( flatten( fine, [ piece( SET, 0.5 ) ] ) ).toEqual( {
			problem: 'too-fine',
		} );
		expect( setsOf( round, [ piece( SET, 1 ) ] ).sets ).toBe( 0n );
	} );
} );

describe( 'Alternatives and extras', () => {
	const tray = ( quantity = 1 ) =>
		piece( TRAY, quantity, { others: [ OAK ] } );

	test.each( [
		[ 'both are counted together', [ tray() ], 14n, [ [ TRAY, OAK ] ] ],
		[ 'any two of them', [ tray( 2 ) ], 7n, [ [ TRAY, OAK ] ] ],
		[
			'the other part is the limit',
			[ tray(), piece( POT, 1 ) ],
			4n,
			[ POT ],
		],
		[
			'what is not counted is no alternative',
			[ piece( TRAY, 1, { others: [ PAPER ] } ) ],
			9n,
			[ TRAY ],
		],
		[
			'an extra stops nothing',
			[ piece( CUP, 2 ), piece( OAK, 3, { optional: true } ) ],
			30n,
			[ CUP ],
		],
		[
			'a part that every set takes is taken from the alternatives first',
			[ tray(), piece( OAK, 1 ) ],
			5n,
			[ OAK ],
		],
		[
			'places that share in a circle: eighteen in all, three in each set',
			[
				piece( TRAY, 1, { others: [ OAK ] } ),
				piece( OAK, 1, { others: [ POT ] } ),
				piece( POT, 1, { others: [ TRAY ] } ),
			],
			6n,
			[ [ TRAY, OAK, POT ] ],
		],
		[
			'extras alone make no set',
			[ piece( CUP, 1, { optional: true } ) ],
			0n,
			[],
		],
	] )( '%s', ( _, pieces, sets, limits ) => {
		expect( brief( setsOf( shelf, pieces ) ) ).toEqual( { sets, limits } );
	} );

	test( 'what shares is the limit together where none is by itself', () => {
		// Fourteen in all, and two and a half in each set.
		const pieces = [ tray(), piece( TRAY, 1 ), piece( OAK, 0.5 ) ];
		expect( setsOf( shelf, pieces ) ).toEqual( {
			sets: 5n,
			limits: [
				{ ids: [ TRAY, OAK ], perSet: 25_000n, there: 140_000n },
			],
		} );
		expect( shared( shelf, pieces ) ).toEqual( [ TRAY, OAK ] );
		const { limits } = setsOf( shelf, [ tray(), piece( OAK, 1 ) ] );
		expect(
			[ tray(), piece( OAK, 1 ) ].map( ( one ) =>
				holdsLimit( shelf, one, limits )
			)
		).toEqual( [ false, true ] );
	} );

	test( 'within a bundle they count as often as the bundle does', () => {
		const nested = {
			...shelf,
			bundles: new Map( [
				[ SET, [ tray(), piece( CUP, 1, { optional: true } ) ] ],
			] ),
		};
		expect( brief( setsOf( nested, [ piece( SET, 2 ) ] ) ) ).toEqual( {
			sets: 7n,
			limits: [ [ TRAY, OAK ] ],
		} );
		expect( countedItems( nested, [ piece( SET, 2 ) ] ) ).toEqual( [
			TRAY,
			OAK,
		] );
	} );

	test( 'more of either is more, until the next limit', () => {
		const pieces = [ tray(), piece( CUP, 2 ) ];
		expect( brief( setsOf( shelf, pieces, piece( OAK, 10 ) ) ) ).toEqual( {
			sets: 24n,
			limits: [ [ TRAY, OAK ] ],
		} );
		expect( untilNext( shelf, pieces, OAK ) ).toMatchObject( {
			units: 160_000n,
			sets: 30n,
		} );
	} );

	test( 'agrees with trying every way to share out', () => {
		// A small generator, so that a failure can be run again.
		let seed = 20_261_128;
		const dice = ( most: number ) => {
			seed = ( seed * 48_271 ) % 2_147_483_647;
			return seed % ( most + 1 );
		};
		const pick = [ CUP, POT, TRAY, OAK ];
		for ( let round = 0; round < 60; round++ ) {
			const all = new Map( shelf.items );
			pick.forEach( ( id ) =>
				all.set( id, item( id, { available: dice( 2 ) } ) )
			);
			const few: Shelf = { items: all, bundles: new Map() };
			const pieces = Array.from( { length: 1 + dice( 2 ) }, () => {
				const [ id = CUP, ...others ] = pick.filter( () => dice( 1 ) );
				return piece( id, 1 + dice( 1 ), { others } );
			} );
			expect( [ pieces, setsOf( few, pieces ).sets ] ).toEqual( [
				pieces,
				bySearch( few, pieces ),
			] );
		}
	} );

	/** Takes one unit after the other, in every possible way. */
	function bySearch( few: Shelf, pieces: readonly Piece[] ): bigint {
		const left = new Map(
			[ ...few.items ].map( ( [ id, one ] ) => [
				id,
				offered( one ) ?? 0n,
			] )
		);
		const fits = ( wanted: readonly ( readonly number[] )[] ): boolean => {
			const [ ids, ...rest ] = wanted;
			return (
				! ids ||
				ids.some( ( id ) => {
					const has = left.get( id ) ?? 0n;
					if ( has < 10_000n ) {
						return false;
					}
					left.set( id, has - 10_000n );
					const found = fits( rest );
					left.set( id, has );
					return found;
				} )
			);
		};
		const oneSet = pieces.flatMap( ( { id, others = [], units } ) =>
			Array.from( { length: Number( units / 10_000n ) }, () => [
				id,
				...others,
			] )
		);
		let sets = 0;
		while (
			fits( Array.from( { length: sets + 1 }, () => oneSet ).flat() )
		) {
			sets++;
		}
		return BigInt( sets );
	}
} );

describe( 'If more come', () => {
	const list = [ piece( CUP, 2 ), piece( POT, 1 ), piece( TRAY, 1 ) ];

	test.each( [
		[
			'the next part is the limit then',
			list,
			piece( POT, 10 ),
			9n,
			[ TRAY ],
		],
		[ 'too few change nothing', list, piece( POT, 0.5 ), 4n, [ POT ] ],
		[
			'more of another part frees nothing',
			list,
			piece( CUP, 100 ),
			4n,
			[ POT ],
		],
		[
			'within a bundle',
			[ piece( BOX, 1 ) ],
			piece( POT, 6 ),
			3n,
			[ POT ],
		],
		[
			'until the part beside it is the limit',
			[ piece( BOX, 1 ) ],
			piece( POT, 100 ),
			15n,
			[ CUP ],
		],
	] )( '%s', ( _, pieces, coming, sets, limits ) => {
		expect( brief( setsOf( shelf, pieces, coming ) ) ).toEqual( {
			sets,
			limits,
		} );
	} );

	test( 'says how many reach the next limit', () => {
		const next = ( pieces: readonly Piece[], id: number ) => {
			const found = untilNext( shelf, pieces, id );
			return found && brief( found );
		};
		expect( next( list, POT ) ).toMatchObject( {
			units: 50_000n,
			sets: 9n,
			limits: [ TRAY ],
		} );
		// A box takes three pots: 15 sets of 4 cups take 45, and 4 are there.
		expect( next( [ piece( BOX, 1 ) ], POT ) ).toMatchObject( {
			units: 410_000n,
			sets: 15n,
			limits: [ CUP ],
		} );
		expect( untilNext( shelf, [ piece( POT, 1 ) ], POT ) ).toBeNull();
		expect(
			untilNext( shelf, [ piece( CUP, 15 ), piece( POT, 1 ) ], POT )
		).toBeNull();
	} );

	test( 'knows which rows share a part, and which row holds the limit', () => {
		expect( shared( shelf, [ piece( SET, 1 ), piece( POT, 1 ) ] ) ).toEqual(
			[ POT ]
		);
		expect( shared( shelf, list ) ).toEqual( [] );
		const { limits } = setsOf( shelf, list );
		expect( holdsLimit( shelf, piece( SET, 1 ), limits ) ).toBe( true );
		expect( holdsLimit( shelf, piece( TRAY, 1 ), limits ) ).toBe( false );
		expect(
			holdsLimit( shelf, piece( POT, 1, { optional: true } ), limits )
		).toBe( false );
	} );
} );

describe( 'A list as it is typed', () => {
	test( 'the same code twice means two', () => {
		let rows = addOne( [], CUP, 'en-US' );
		rows = addOne( rows, POT, 'en-US' );
		rows = addOne( rows, CUP, 'en-US' );
		expect( rows ).toEqual( [
			{ id: CUP, text: '2' },
			{ id: POT, text: '1' },
		] );
		const wrong = [ { id: CUP, text: 'x' } ];
		expect( addOne( wrong, CUP, 'en-US' ) ).toEqual( wrong );
	} );

	test( 'an alternative has one place, and stands in for what goes', () => {
		let rows = addAlternative( addOne( [], TRAY, 'en-US' ), TRAY, OAK );
		rows = addAlternative( addOne( rows, CUP, 'en-US' ), CUP, OAK );
		expect( rows ).toEqual( [
			{ id: TRAY, text: '1', others: [ OAK ] },
			{ id: CUP, text: '1' },
		] );
		expect( addOne( rows, OAK, 'en-US' )[ 0 ] ).toEqual( {
			id: TRAY,
			text: '2',
			others: [ OAK ],
		} );
		expect( without( rows, TRAY )[ 0 ] ).toEqual( {
			id: OAK,
			text: '1',
			others: [],
		} );
		expect( without( without( rows, OAK ), TRAY ) ).toEqual( [
			{ id: CUP, text: '1' },
		] );
		const { pieces } = readRows( setOptional( rows, CUP, true ), 'en-US' );
		expect( requestOf( pieces ) ).toEqual( {
			components: [
				{
					item_id: TRAY,
					quantity: '1',
					alternatives: [ { item_id: OAK } ],
				},
				{ item_id: CUP, quantity: '1', optional: true },
			],
		} );
		expect( readRows( rowsOf( pieces, 'en-US' ), 'en-US' ).pieces ).toEqual(
			pieces
		);
		expect( sameList( pieces, readRows( rows, 'en-US' ).pieces ) ).toBe(
			false
		);
	} );

	test( 'says what is wrong with a row, and reads the others', () => {
		const { pieces, problems } = readRows(
			[
				{ id: CUP, text: '1,5' },
				{ id: POT, text: '0' },
				{ id: TRAY, text: '' },
				{ id: PAPER, text: '0,00001' },
			],
			'de-DE'
		);
		expect( pieces ).toEqual( [ piece( CUP, 1.5 ) ] );
		expect( [ ...problems ] ).toEqual( [
			[ POT, 'not-positive' ],
			[ TRAY, 'empty' ],
			[ PAPER, 'too-fine' ],
		] );
	} );

	test( 'goes out as decimals, and comes back as it was', () => {
		const pieces = [ piece( CUP, 1234.5 ), piece( POT, 1 ) ];
		expect( requestOf( pieces ) ).toEqual( {
			components: [
				{ item_id: CUP, quantity: '1234.5' },
				{ item_id: POT, quantity: '1' },
			],
		} );
		const rows = rowsOf( pieces, 'de-DE' );
		expect( rows[ 0 ]?.text ).toBe( '1.234,5' );
		expect( readRows( rows, 'de-DE' ).pieces ).toEqual( pieces );
		expect( sameList( pieces, [ ...pieces ].reverse() ) ).toBe( true );
		expect( sameList( pieces, [ piece( CUP, 1 ) ] ) ).toBe( false );
	} );
} );

describe( 'The address', () => {
	test( 'says what is looked at, and nonsense is the whole list', () => {
		const view = { search: 'tea', page: 2, bundle: 9 };
		expect( readView( new URLSearchParams( writeView( view ) ) ) ).toEqual(
			view
		);
		expect(
			readView( new URLSearchParams( 'paged=-1&bundle=x' ) )
		).toEqual( { search: '', page: 1, bundle: null } );
		expect( queryOf( { search: ' tea ', page: 1, bundle: null } ) ).toEqual(
			{ page: 1, per_page: 20, search: 'tea' }
		);
	} );
} );
