/**
 * @jest-environment node
 */
import { GS } from './element-string';
import {
	bare,
	isEnd,
	PLAIN,
	readingOf,
	scanStart,
	type Stroke,
} from './keyboard';

const stroke = (
	key: string,
	at: number,
	code = '',
	more: Partial< Stroke > = {}
): Stroke => ( { key, code, at, shift: false, ctrl: false, ...more } );

/** Keys of a US keyboard by what is on them, as a system with another layout hears them. */
const heard = ( pairs: [ string, string ][], every: number ) =>
	pairs.map( ( [ key, code ], n ) => stroke( key, n * every, code ) );

const typed = ( text: string, every: number, from = 0 ) =>
	Array.from( text, ( key, n ) => stroke( key, from + n * every ) );

it( 'reads what is typed at any speed, and knows a machine from a person', () => {
	for ( const every of [ 1, 30, 200 ] ) {
		expect( readingOf( typed( '4006381333931', every ) ) ).toEqual( {
			texts: [ '4006381333931' ],
			isMachine: every < 100,
		} );
	}
	expect(
		[ 'Enter', 'Tab', 'a', 'Shift' ].map( ( key ) =>
			isEnd( stroke( key, 0 ) )
		)
	).toEqual( [ true, true, false, false ] );
} );

it( 'reads the keys of a US scanner under a French and a German layout', () => {
	const french = heard(
		[
			[ '"', 'Digit3' ],
			[ 'à', 'Digit0' ],
			[ '§', 'Digit6' ],
			[ 'Q', 'KeyA' ],
		],
		5
	);
	expect( readingOf( french ).texts ).toEqual( [ '"à§Q', '306a' ] );
	const german = heard(
		[
			[ 'z', 'KeyY' ],
			[ 'ß', 'Minus' ],
			[ '1', 'Numpad1' ],
		],
		5
	);
	expect( readingOf( german ).texts ).toEqual( [ 'zß1', 'y-1' ] );
} );

it( 'has one reading where the keys cannot be told', () => {
	expect( readingOf( typed( 'abc', 5 ) ).texts ).toEqual( [ 'abc' ] );
	expect( readingOf( [ stroke( 'a', 0, 'IntlBackslash' ) ] ).texts ).toEqual(
		[ 'a' ]
	);
} );

it( 'hears the separator as a key, and in the words of the scanner', () => {
	const strokes = [
		stroke( '1', 0 ),
		stroke( ']', 5, 'BracketRight', { ctrl: true } ),
		stroke( 'Shift', 6 ),
		stroke( '2', 9 ),
	];
	expect( readingOf( strokes ).texts ).toContain( `1${ GS }2` );
	expect(
		bare( '~1|2#', { prefix: '~', suffix: '#', separator: '|' } )
	).toBe( `1${ GS }2` );
	expect( bare( '12', { prefix: '~', suffix: '#', separator: '' } ) ).toBe(
		'12'
	);
} );

it( 'finds where a scan begins behind a number that somebody typed', () => {
	const both = [ ...typed( '17', 180 ), ...typed( '4006381333931', 8, 900 ) ];
	expect( scanStart( both ) ).toBe( 2 );
	expect( scanStart( typed( '17', 180 ) ) ).toBeNull();
	expect( scanStart( typed( '123456', 120 ) ) ).toBeNull();
	expect(
		scanStart( [ ...typed( '17', 180 ), ...typed( '~A1', 200, 900 ) ], {
			...PLAIN,
			prefix: '~',
		} )
	).toBe( 2 );
	expect( scanStart( [], { ...PLAIN, prefix: '~' } ) ).toBeNull();
} );
