import type { Component } from '../../schema';
import { followStock, readFields } from './fields';
import { bottleneck, setsOf } from './sets';

describe( 'followStock', () => {
	it.each( [
		[ 'an untouched field follows', '12', '12', 10, '10' ],
		[
			'written otherwise is untouched too',
			'12.0',
			'12',
			'10.5000',
			'10.5',
		],
		[ 'the same number is not written again', '12', '12', '12.0000', null ],
		[ 'what was typed stays', '20', '12', 10, null ],
		[
			'what was typed stays, also where it is right by chance',
			'10',
			'12',
			10,
			null,
		],
		[ 'an emptied field stays empty', '', '0', 10, null ],
	] )( '%s', ( _rule, typed, original, onHand, now ) => {
		expect( followStock( { typed, original }, onHand ) ).toBe( now );
	} );
} );

describe( 'readFields', () => {
	it( 'reads the names that the server wrote, and survives anything else', () => {
		const written =
			'{"stock":"variable_stock[2]","original_stock":"a","backorders":"b","low_stock_amount":"c"}';
		expect( readFields( written ) ).toEqual( JSON.parse( written ) );
		for ( const broken of [ undefined, '', '{', 'null', '7', '[]' ] ) {
			expect( readFields( broken ).stock ).toBe( '' );
		}
	} );
} );

const component = (
	name: string,
	quantity: number | string,
	available: number | string,
	more: Partial< Component > = {}
): Component => ( {
	item_id: name.length,
	sku: '',
	name,
	kind: 'simple',
	quantity,
	available,
	optional: false,
	alternatives: [],
	...more,
} );

describe( 'sets', () => {
	it( 'counts whole bundles only, exactly', () => {
		expect( setsOf( component( 'Cup', 2, 61 ) ) ).toBe( 30 );
		expect( setsOf( component( 'Tea, kg', '0.1', '0.3' ) ) ).toBe( 3 );
		expect( setsOf( component( 'Owed', 1, -4 ) ) ).toBe( 0 );
		expect( setsOf( component( 'Broken', 0, 4 ) ) ).toBe( 0 );
	} );

	it( 'names the component that runs out first', () => {
		const [ cup, tray ] = [
			component( 'Cup', 2, 60 ),
			component( 'Tray', 1, 4 ),
		];
		expect( bottleneck( [ cup, tray ] ) ).toBe( tray );
		expect( bottleneck( [] ) ).toBeNull();
		const [ oak, flyer ] = [
			component( 'Oak', 1, -2 ),
			component( 'Flyer', 1, 0, { optional: true } ),
		];
		expect( setsOf( { ...tray, alternatives: [ oak, cup ] } ) ).toBe( 64 );
		expect( bottleneck( [ cup, tray, flyer ] ) ).toBe( tray );
	} );
} );
