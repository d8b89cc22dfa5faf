/**
 * @jest-environment node
 */
import { limitTyped, readLimit } from './limit';

it( 'reads the limit in the habits of the reader, and none from nothing', () => {
	expect( limitTyped( '12.5', 'de-DE' ) ).toBe( '12,5' );
	expect( limitTyped( null, 'de-DE' ) ).toBe( '' );
	expect( readLimit( '1.250,50', 'de-DE' ) ).toEqual( { limit: '1250.5' } );
	expect( readLimit( '0', 'en-US' ) ).toEqual( { limit: '0' } );
	expect( readLimit( ' ', 'en-US' ) ).toEqual( { limit: null } );
	expect( readLimit( '-5', 'en-US' ) ).toEqual( { problem: 'negative' } );
	expect( readLimit( 'much', 'en-US' ) ).toEqual( { problem: 'no-number' } );
} );
