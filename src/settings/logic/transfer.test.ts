/**
 * @jest-environment node
 */
import schema from '../../../includes/Rest/Schema/settings-request.json';
import type { Settings } from '../../schema';
import { differing, isFound, NAMES } from './catalogue';
import { copyOf, fileNameOf, readCopy, requestOf } from './transfer';

const kept: Settings = {
	low_stock_threshold: 2,
	hold_minutes: 60,
	show_numbers: 'low',
	delete_data_on_uninstall: false,
	stock_leaves: 'paid',
	method_holds: [
		{ method: 'bacs', minutes: 7200 },
		{ method: 'cod', minutes: 30 },
	],
	expiry_cancels: true,
	when_short: 'hold',
	answer_early: true,
	alert_recipients: [],
	alert_digest_minutes: 15,
	backup_every: 'weekly',
	backup_keep: 4,
	fold_after: 'never',
};
const then = new Date( '2026-11-28T10:00:00Z' );
const file = ( settings: unknown, part = {} ) =>
	JSON.stringify( {
		...JSON.parse( copyOf( kept, then ) ),
		settings,
		...part,
	} );

it( 'has a place for every setting that the server knows', () => {
	expect( [ ...NAMES ].sort() ).toEqual(
		Object.keys( schema.properties ).sort()
	);
	expect( new Set( NAMES ).size ).toBe( NAMES.length );
} );

it( 'reads what it wrote, and finds nothing to change in the same shop', () => {
	expect( readCopy( copyOf( kept, then ), kept ) ).toEqual( {
		changes: {},
		names: [],
		next: kept,
	} );
	expect( fileNameOf( then ) ).toBe( 'inventory-settings-2026-11-28.json' );
} );

it( 'changes only what differs: neither other words for a number nor another order of methods do', () => {
	const read = readCopy(
		file( {
			low_stock_threshold: '2.0000',
			hold_minutes: 90,
			method_holds: [ ...kept.method_holds ].reverse(),
			alert_recipients: [ { email: 'tea@wig.test' } ],
		} ),
		kept
	);
	expect( read ).toMatchObject( {
		names: [ 'hold_minutes', 'alert_recipients' ],
		changes: {
			hold_minutes: 90,
			alert_recipients: [
				{ email: 'tea@wig.test', kinds: [], categories: [] },
			],
		},
	} );
} );

it( 'names every field that is wrong, and what should stand there; then nothing is changed', () => {
	const read = readCopy(
		file(
			{
				low_stock_threshold: '-1',
				hold_minutes: 0.5,
				show_numbers: 'sometimes',
				delete_data_on_uninstall: 'yes',
				method_holds: [ { method: '', minutes: 5 }, { minutes: 0 } ],
				alert_recipients: [
					{ email: 'me', kinds: [ 'all' ], colour: 'red' },
					7,
				],
				alert_digest_minutes: 1441,
				toString: true,
			},
			{ secret: 'x' }
		),
		kept
	);
	expect(
		'faults' in read &&
			read.faults.map( ( { field, why } ) => [ field, why.kind ] )
	).toEqual( [
		[ 'secret', 'unknown' ],
		[ 'toString', 'unknown' ],
		[ 'low_stock_threshold', 'amount' ],
		[ 'hold_minutes', 'whole' ],
		[ 'show_numbers', 'one-of' ],
		[ 'delete_data_on_uninstall', 'yes-no' ],
		[ 'method_holds[0].method', 'text' ],
		[ 'method_holds[1].method', 'missing' ],
		[ 'method_holds[1].minutes', 'whole' ],
		[ 'alert_recipients[0].colour', 'unknown' ],
		[ 'alert_recipients[0].email', 'text' ],
		[ 'alert_recipients[0].kinds[0]', 'one-of' ],
		[ 'alert_recipients[1]', 'fields' ],
		[ 'alert_digest_minutes', 'whole' ],
	] );
	expect(
		readCopy( file( { method_holds: Array( 51 ).fill( {} ) } ), kept )
	).toEqual( {
		faults: [ { field: 'method_holds', why: { kind: 'list', most: 50 } } ],
	} );
	expect(
		readCopy( file( { alert_recipients: [ { email: 'a@ b' } ] } ), kept )
	).toEqual( {
		faults: [
			{ field: 'alert_recipients[0].email', why: { kind: 'email' } },
		],
	} );
} );

it( 'refuses what is no file of settings', () => {
	const refused = ( text: string ) => readCopy( text, kept );
	expect( refused( 'id,sku' ) ).toEqual( { refused: 'no-json' } );
	expect( refused( '[]' ) ).toEqual( { refused: 'not-ours' } );
	expect( refused( '{"format":"other","version":1}' ) ).toEqual( {
		refused: 'not-ours',
	} );
	expect( refused( file( {}, { version: 2 } ) ) ).toEqual( {
		refused: 'newer',
	} );
	expect( refused( file( {} ) ) ).toEqual( { refused: 'nothing' } );
} );

it( 'puts back what some settings were', () => {
	expect( requestOf( kept, [ 'hold_minutes', 'show_numbers' ] ) ).toEqual( {
		hold_minutes: 60,
		show_numbers: 'low',
	} );
	expect( differing( { ...kept, expiry_cancels: false }, kept ) ).toEqual( [
		'expiry_cancels',
	] );
} );

it( 'finds a setting by every word that is said of it', () => {
	const texts = [ 'Holds', 'Minutes that units are held' ];
	expect( isFound( 'HELD minutes', texts ) ).toBe( true );
	expect( isFound( 'held days', texts ) ).toBe( false );
	expect( isFound( '', texts ) ).toBe( true );
	expect( isFound( '预留', [ '库存预留分钟' ] ) ).toBe( true );
} );
