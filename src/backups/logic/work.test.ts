import { base64, canBeOurs, isUnderWay, shareOf, sizeOf } from './work';

it( 'knows what goes on, and how far it is', () => {
	expect(
		[ 'making', 'checking', 'running', 'ready', 'broken', 'checked' ].map(
			( state ) => isUnderWay( { state } )
		)
	).toEqual( [ true, true, true, false, false, false ] );
	expect( shareOf( { state: 'making', done: 1, total: 4 } ) ).toBe( 0.25 );
	expect( shareOf( { state: 'making', done: 5, total: 4 } ) ).toBe( 1 );
	expect( shareOf( { state: 'checking', done: 0, total: 0 } ) ).toBe( 0 );
} );

it( 'says a size in its unit', () => {
	expect( sizeOf( 0 ) ).toEqual( { value: 0, unit: 'byte' } );
	expect( sizeOf( 999 ) ).toEqual( { value: 999, unit: 'byte' } );
	expect( sizeOf( 1_500 ) ).toEqual( { value: 1.5, unit: 'kilobyte' } );
	expect( sizeOf( 42_000_000 ) ).toEqual( { value: 42, unit: 'megabyte' } );
	expect( sizeOf( 5e12 ) ).toEqual( { value: 5_000, unit: 'gigabyte' } );
} );

it( 'writes bytes as base64, however many', () => {
	const bytes = Uint8Array.from( { length: 20_000 }, ( _, n ) => n % 256 );
	expect( base64( bytes ) ).toBe( Buffer.from( bytes ).toString( 'base64' ) );
} );

it( 'does not send what cannot be a backup', () => {
	expect( canBeOurs( 'stock.jsonl.gz', 5_000 ) ).toBe( true );
	expect( canBeOurs( 'photo.jpg', 5_000 ) ).toBe( false );
	expect( canBeOurs( 'stock.jsonl.gz', 20 ) ).toBe( false );
} );
