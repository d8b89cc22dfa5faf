/**
 * @jest-environment node
 */
import {
	BLANK,
	checkBulk,
	filterOf,
	refusedValue,
	type BulkDraft,
} from './draft';

const check = ( part: Partial< BulkDraft >, locale = 'en-US' ) =>
	checkBulk( { ...BLANK, ...part }, locale );

it( 'writes a number in the habits of the reader, and takes one away where nothing is typed', () => {
	expect( check( { text: '1.234,5' }, 'de-DE' ) ).toEqual( {
		wanted: { set: { low_stock_threshold: '1234.5' } },
	} );
	expect( check( { text: ' ' } ) ).toEqual( {
		wanted: { set: { low_stock_threshold: null } },
	} );
	expect( check( { text: '-1' } ) ).toEqual( { problem: 'negative' } );
	expect( check( { what: 'unit_cost', text: 'five' } ) ).toEqual( {
		problem: 'no-number',
	} );
} );

it( 'writes words, choices and days', () => {
	expect( check( { what: 'supplier', text: ' Mei ' } ) ).toEqual( {
		wanted: { set: { supplier: 'Mei' } },
	} );
	expect( check( { what: 'backorders', policy: 'notify' } ) ).toEqual( {
		wanted: { set: { backorders: 'notify' } },
	} );
	expect( check( { what: 'backorders', policy: '' } ) ).toEqual( {
		wanted: { set: { backorders: null } },
	} );
	expect( check( { what: 'lead_time_days', text: '14' } ) ).toEqual( {
		wanted: { set: { lead_time_days: 14 } },
	} );
	expect( check( { what: 'lead_time_days', text: '' } ) ).toEqual( {
		wanted: { set: { lead_time_days: null } },
	} );
	expect( check( { what: 'lead_time_days', text: '2 weeks' } ) ).toEqual( {
		problem: 'no-days',
	} );
} );

it( 'adds, takes away, counts and reckons percent of what is on hand', () => {
	const stock = { what: 'on_hand' as const, reason: 'received' };
	expect( check( { ...stock, text: '−3', note: ' box 2 ' } ) ).toEqual( {
		wanted: {
			on_hand: {
				how: 'delta',
				amount: '-3',
				reason: 'received',
				note: 'box 2',
			},
		},
	} );
	expect( check( { ...stock, how: 'set', text: '0' } ) ).toMatchObject( {
		wanted: { on_hand: { how: 'set', amount: '0' } },
	} );
	expect( check( { ...stock, text: '0' } ) ).toEqual( {
		problem: 'no-change',
	} );
	expect( check( { ...stock, how: 'set', text: '-1' } ) ).toEqual( {
		problem: 'negative',
	} );
	for ( const text of [ '-101', '1001' ] ) {
		expect( check( { ...stock, how: 'percent', text } ) ).toEqual( {
			problem: 'no-percentage',
		} );
	}
} );

it( 'means all that the list shows', () => {
	expect( filterOf( { search: '', filter: 'all' } ) ).toEqual( {
		all: true,
	} );
	expect( filterOf( { search: ' tea ', filter: 'low' } ) ).toEqual( {
		search: 'tea',
		status: 'low',
	} );
} );

it( 'puts what the server refuses to the value that it is about', () => {
	const said = 'supplier must be plain text.';
	expect( refusedValue( { fields: { 'set.supplier': said } } ) ).toBe( said );
	expect( refusedValue( { fields: { 'on_hand.note': said } } ) ).toBe(
		undefined
	);
} );
