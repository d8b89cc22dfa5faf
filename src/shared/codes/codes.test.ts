/**
 * @jest-environment node
 */
import vectors from '../../../tests/vectors/codes.json';
import { checkDigit, isChecked } from './check-digit';
import { decode } from './decode';
import { elementsOfLink } from './digital-link';
import { elementsOf } from './element-string';
import { tagOf, tagOfUri, uriOf } from './epc';
import { gtinOf, gtinOfUpcE, gtinsOf } from './gtin';
import { dayOf } from './meaning';

const YEAR = 2026;
const pairs = ( found: { ai: string; value: string }[] | null ) =>
	found?.map( ( { ai, value } ) => [ ai, value ] );

it.each( vectors.check_digits )(
	'makes check digit $digit of $data',
	( { data, digit } ) => {
		expect( checkDigit( data ) ).toBe( digit );
		expect( isChecked( data + digit ) ).toBe( true );
	}
);

it.each( vectors.upc_e )(
	'writes UPC-E $short in full',
	( { short, gtin } ) => {
		expect( gtinOfUpcE( short ) ).toBe( gtin );
	}
);

it( 'writes all endings of UPC-E in full, and refuses one with another check digit', () => {
	const long = [ 0, 1, 2, 3, 4, 5, 9 ].map( ( last ) =>
		gtinOfUpcE( `12345${ last }` )?.slice( 2, 13 )
	);
	expect( long ).toEqual( [
		'01200000345',
		'01210000345',
		'01220000345',
		'01230000045',
		'01234000005',
		'01234500005',
		'01234500009',
	] );
	expect( gtinOfUpcE( '04252615' ) ).toBeNull();
} );

it( 'offers both numbers where eight digits may be a GTIN-8 or a UPC-E', () => {
	const both = Array.from( { length: 200_000 }, ( _, n ) => {
		const data = String( n ).padStart( 7, '0' );
		return data + checkDigit( data );
	} ).find( ( code ) => gtinsOf( code ).length === 2 );
	expect( gtinsOf( both ?? '' ) ).toEqual( [
		gtinOf( both ?? '' ),
		gtinOfUpcE( both ?? '' ),
	] );
} );

it.each( vectors.gs1 )(
	'reads the element string $text',
	( { text, elements } ) => {
		const bare = text.replace( ']C1', '' );
		expect( pairs( elementsOf( bare ) ) ).toEqual( elements );
		expect( decode( text, YEAR ).kind ).toBe( 'gs1' );
	}
);

it.each( [
	[ 'a wrong check digit', '0103453120000012' ],
	[ 'no such month', '01034531200000111712130810AB' ],
	[ 'no such day', '010345312000001117120231' ],
	[ 'an identifier that is not known', '01034531200000110499' ],
	[ 'too long a batch', '010345312000001110123456789012345678901' ],
	[ 'half a number', '010345312' ],
	[ 'two GTINs', '01034531200000110109521234543213' ],
	[ 'nothing', '' ],
] )( 'reads nothing out of an element string with %s', ( _, text ) => {
	expect( elementsOf( text ) ).toBeNull();
} );

it.each( vectors.dates )(
	'reads $text as $day in $year',
	( { text, year, day } ) => {
		expect( dayOf( text, year ) ).toBe( day );
	}
);

it.each( vectors.digital_links )(
	'reads the link $text',
	( { text, elements } ) => {
		expect( pairs( elementsOfLink( text ) ) ).toEqual( elements );
		expect( decode( text, YEAR ).kind ).toBe( 'link' );
	}
);

it.each( [
	'https://id.gs1.org/01/09521234543214',
	'https://id.gs1.org/01/09521234543213/21/1/10/A',
	'https://shop.example/products/12',
	'https://id.gs1.org/01/%E0%A4%A',
	'ftp://id.gs1.org/01/09521234543213',
	'https://',
] )( 'reads no number out of %s', ( text ) => {
	expect( elementsOfLink( text ) ).toBeNull();
	expect( decode( text, YEAR ).keys[ 0 ] ).toBe( `code:${ text }` );
} );

it.each( vectors.epc.filter( ( { valid } ) => valid ) )(
	'reads the tag $hex',
	( { hex, scheme, gtin14, serial, filter, uri } ) => {
		const tag = tagOf( hex );
		expect( tag ).toMatchObject( { scheme, filter, gtin: gtin14, serial } );
		expect( tag && uriOf( tag ) ).toBe( uri );
		expect( tagOf( hex.toLowerCase() ) ).toEqual( tag );
		expect( tagOfUri( uri ?? '' ) ).toEqual( tag );
	}
);

it.each( vectors.epc.filter( ( { valid } ) => ! valid ) )(
	'refuses the tag $hex: $why',
	( { hex } ) => {
		expect( tagOf( hex ) ).toBeNull();
	}
);

it.each( vectors.sscc )(
	'reads the tag of a load $hex: $valid',
	( { hex, valid, sscc, filter, uri } ) => {
		const tag = tagOf( hex );
		expect(
			tag
				? { sscc: tag.sscc, filter: tag.filter, uri: uriOf( tag ) }
				: null
		).toEqual( valid ? { sscc, filter, uri } : null );
	}
);

it.each( [
	'urn:epc:tag:sgtin-96:3.0614141.812345.06789',
	'urn:epc:tag:sgtin-96:3.0614141.812345.274877906944',
	'urn:epc:tag:sgtin-96:8.0614141.812345.6789',
	'urn:epc:tag:sgtin-96:3.0614141.81234.6789',
	'urn:epc:id:sgtin:0614141.812345.%E0',
] )( 'refuses %s', ( uri ) => {
	expect( tagOfUri( uri ) ).toBeNull();
} );

it( 'takes an EPC without its size, and calls the same thing by one name', () => {
	const [ tag, code ] = [
		'urn:epc:id:sgtin:0614141.812345.6789',
		'(01)80614141123458(21)6789',
	].map( ( text ) => decode( text, YEAR ) );
	expect( tag?.single ).toBe( '80614141123458 6789' );
	expect( code?.single ).toBe( tag?.single );
	expect( tag?.keys[ 0 ] ).toBe( 'gtin:80614141123458' );
} );

it( 'takes number, batch, expiry, serial, pieces and weight out of one code', () => {
	expect(
		decode(
			']d201095212345432131726120010AB-1\u001d21S1\u001d3012\u001d3103001250',
			YEAR
		).meaning
	).toEqual( {
		gtin: '09521234543213',
		sscc: null,
		content: null,
		batch: 'AB-1',
		serial: 'S1',
		expiry: '2026-12-31',
		count: '12',
		weight: { value: '1.250', unit: 'kg' },
	} );
	expect( decode( ']C1010952123454321332000012', YEAR ).meaning ).toBeNull();
	expect(
		decode( ']C101095212345432133200000012', YEAR ).meaning?.weight
	).toEqual( { value: '12', unit: 'lb' } );
} );

it( 'knows pieces of a thing from things in a load', () => {
	const load = decode( ']C10010614141123456789702095212345432133724', YEAR );
	expect( load.meaning ).toMatchObject( {
		gtin: null,
		sscc: '106141411234567897',
		content: { gtin: '09521234543213', count: '24' },
	} );
	expect( load.keys[ 0 ] ).toBe( 'gtin:09521234543213' );
	// The thing itself with a number of things in it contradicts itself.
	expect( decode( ']C101095212345432133724', YEAR ) ).toMatchObject( {
		meaning: null,
		isDoubtful: true,
	} );
} );

it( 'leaves a text a text', () => {
	for ( const text of [ '10ABC', 'CUP-W', '0123', '30', 'WIG:12' ] ) {
		expect( decode( text, YEAR ) ).toMatchObject( {
			kind: 'text',
			isDoubtful: false,
			text,
		} );
	}
	expect( decode( '4006381333932', YEAR ) ).toMatchObject( {
		kind: 'text',
		isDoubtful: true,
	} );
	expect( decode( ']E04006381333931', YEAR ).keys[ 0 ] ).toBe(
		'gtin:04006381333931'
	);
} );
