/**
 * @jest-environment node
 */
import { tries } from './photo';

it( 'makes a large picture fit, and ever lighter', () => {
	const all = tries( 4000, 3000 );
	expect( all[ 0 ] ).toEqual( { width: 1280, height: 960, quality: 0.8 } );
	expect( all.at( -1 ) ).toEqual( { width: 640, height: 480, quality: 0.4 } );
	expect( tries( 3000, 4000 )[ 0 ] ).toMatchObject( {
		width: 960,
		height: 1280,
	} );
} );

it( 'leaves a small one as large as it is, and a thin one a pixel', () => {
	expect( tries( 640, 480 )[ 0 ] ).toMatchObject( {
		width: 640,
		height: 480,
	} );
	expect( tries( 9000, 1 )[ 0 ] ).toMatchObject( { width: 1280, height: 1 } );
} );
