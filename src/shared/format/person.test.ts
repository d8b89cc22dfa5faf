import { personWord } from './person';

it( 'names who did it, the shop itself, and people who are gone or were erased', () => {
	expect( personWord( 7, 'Mei Lin' ) ).toBe( 'Mei Lin' );
	expect( personWord( 0, '' ) ).toBe( 'the shop itself' );
	expect( personWord( 7, '' ) ).toBe( 'somebody who is gone (7)' );
	expect( personWord( Number.MAX_SAFE_INTEGER, '' ) ).toBe(
		'somebody whose name was erased'
	);
} );
