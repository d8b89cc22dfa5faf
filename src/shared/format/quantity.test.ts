/**
 * @jest-environment node
 */
import {
	formatQuantity,
	formatUnits,
	parseUnits,
	toUnits,
	toWire,
} from './quantity';

const typed = ( text: string, locale = 'en-US' ) => {
	const parsed = parseUnits( text, locale );
	return 'units' in parsed ? toWire( parsed.units ) : parsed.problem;
};

describe( 'quantities', () => {
	it( 'adds a tenth and two tenths of a kilo to three tenths', () => {
		expect( toWire( toUnits( 0.1 ) + toUnits( 0.2 ) ) ).toBe( '0.3' );
	} );

	it( 'keeps every digit of the largest quantity', () => {
		expect( toWire( toUnits( '99999999999.9999' ) ) ).toBe(
			'99999999999.9999'
		);
		expect( formatQuantity( '99999999999.9999', 'en-US' ) ).toBe(
			'99,999,999,999.9999'
		);
	} );

	it( 'takes numbers and decimal strings from REST alike', () => {
		expect( toUnits( 12 ) ).toBe( toUnits( '12.0000' ) );
		expect( toUnits( -0.25 ) ).toBe( -2500n );
		expect( toUnits( '-0.5' ) ).toBe( -5000n );
	} );

	it( 'shows a real minus sign, and a plus for a change', () => {
		expect( formatUnits( -30000n, 'en-US' ) ).toBe( '−3' );
		expect( formatUnits( 240000n, 'en-US', { signed: true } ) ).toBe(
			'+24'
		);
		expect( formatUnits( 0n, 'en-US', { signed: true } ) ).toBe( '0' );
	} );

	it( 'is written as the country writes it', () => {
		expect( formatQuantity( '1234.5', 'de-DE' ) ).toBe( '1.234,5' );
		expect( formatQuantity( '1234.5', 'zh-TW' ) ).toBe( '1,234.5' );
		expect( formatQuantity( '1234.5', 'ar-EG' ) ).toBe( '١٬٢٣٤٫٥' );
		expect( formatQuantity( 7, 'no-such-locale-at-all' ) ).toBe( '7' );
	} );

	it.each( [
		[ '12', 'en-US', '12' ],
		[ ' +5 ', 'en-US', '5' ],
		[ '-3', 'en-US', '-3' ],
		[ '−3', 'en-US', '-3' ],
		[ '1,500', 'en-US', '1500' ],
		[ '1,5', 'en-US', '1.5' ],
		[ '.25', 'en-US', '0.25' ],
		[ '1.500', 'de-DE', '1500' ],
		[ '1.5', 'de-DE', '1.5' ],
		[ '1,5', 'de-DE', '1.5' ],
		[ '1 500,25', 'fr-FR', '1500.25' ],
		[ '12', 'zh-CN', '12' ],
		[ '١٢', 'ar-EG', '12' ],
		[ '1.2345', 'en-US', '1.2345' ],
		[ '1.23450', 'en-US', '1.2345' ],
	] )( 'reads %s in %s as %s', ( text, locale, units ) => {
		expect( typed( text, locale ) ).toBe( units );
	} );

	it.each( [
		[ '', 'empty' ],
		[ '   ', 'empty' ],
		[ 'twelve', 'no-number' ],
		[ '1e5', 'no-number' ],
		[ '0x10', 'no-number' ],
		[ '--1', 'no-number' ],
		[ '1,2,3', 'no-number' ],
		[ '.', 'no-number' ],
		[ '1.23456', 'too-fine' ],
		[ '100000000000', 'too-large' ],
	] )( 'refuses "%s": %s', ( text, problem ) => {
		expect( typed( text ) ).toBe( problem );
	} );
} );
