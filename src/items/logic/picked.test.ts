/**
 * @jest-environment node
 */
import {
	between,
	countPicked,
	isPicked,
	MOST_PICKED,
	NONE,
	pick,
} from './picked';

const page = [ 4, 7, 9 ];

it( 'picks and puts back, each once, also over several pages', () => {
	const two = pick( pick( NONE, page, [ 7 ], true ), page, page, true );
	expect( two.ids ).toEqual( [ 7, 4, 9 ] );
	expect( pick( two, [ 11 ], [ 11 ], true ).ids ).toEqual( [ 7, 4, 9, 11 ] );
	expect( pick( two, page, page, false ) ).toEqual( NONE );
	expect( isPicked( two, 4 ) && ! isPicked( two, 11 ) ).toBe( true );
	expect( countPicked( two, 90 ) ).toBe( 3 );
} );

it( 'means the rest of the page where one of all is put back', () => {
	const all = { all: true, ids: page };
	expect( countPicked( all, 90 ) ).toBe( 90 );
	expect( isPicked( all, 11 ) ).toBe( true );
	expect( pick( all, page, [ 7 ], false ) ).toEqual( {
		all: false,
		ids: [ 4, 9 ],
	} );
} );

it( 'picks no more than the server takes', () => {
	const many = Array.from( { length: MOST_PICKED + 3 }, ( _, id ) => id );
	expect( pick( NONE, many, many, true ).ids ).toHaveLength( MOST_PICKED );
} );

it( 'takes the rows between, up or down', () => {
	expect( between( page, 9, 4 ) ).toEqual( page );
	expect( between( page, 4, 7 ) ).toEqual( [ 4, 7 ] );
	expect( between( page, null, 7 ) ).toEqual( [ 7 ] );
	expect( between( page, 99, 7 ) ).toEqual( [ 7 ] );
} );
