/**
 * @jest-environment node
 */
import { shopTime } from './time';

describe( 'times', () => {
	it( 'follow the clock of the shop, not of the browser', () => {
		const late = '2026-11-23T23:30:00.000000Z';
		expect( shopTime( late, 'en-GB', 'Asia/Taipei' ).key ).toBe(
			'2026-11-24'
		);
		expect( shopTime( late, 'en-GB', 'Asia/Taipei' ).time ).toBe( '07:30' );
	} );

	it( 'understand a clock that WordPress gives as an offset', () => {
		const late = '2026-11-23T20:00:00Z';
		expect( shopTime( late, 'en-GB', '+05:30' ).time ).toBe( '01:30' );
		expect( shopTime( late, 'en-GB', '-03:00' ).time ).toBe( '17:00' );
	} );

	it( 'are written as the country writes them', () => {
		expect( shopTime( '2026-03-12T10:00:00Z', 'zh-TW', 'UTC' ).day ).toBe(
			'2026年3月12日'
		);
	} );
} );
