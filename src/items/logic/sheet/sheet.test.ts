import { newItem } from '../../../../tests/js/shop';
import { arrange } from '../arrange';
import { pinsOf } from './pins';
import { cellsNamed, nextBatch } from './batch';
import { fillFrom, spread, writeCells } from './block';
import { canEdit, parseCell, showWire, type SheetColumn } from './cells';
import { readBlock, writeBlock } from './clipboard';
import { EMPTY, reduce, shown, type Act } from './edits';
import { keyOf, type Sheet } from './shapes';
import { moveBy, moveByTab, rangeOf } from './move';
import { news } from './news';

const policies = { no: 'Nein', notify: 'Ja, mit Hinweis', yes: 'Ja' };
const run = ( ...acts: Act[] ): Sheet => acts.reduce( reduce, EMPTY );
const bin = ( to: string, from = '', id = 1 ) => ( {
	id,
	column: 'bin' as const,
	from,
	to,
} );
const change = ( ...changes: ReturnType< typeof bin >[] ): Act => ( {
	type: 'CHANGE',
	changes,
	wrong: [],
} );
const key = keyOf( 1, 'bin' );
const sent: Act = { type: 'SEND', keys: [ key ] };
const answer = ( code?: string, item = newItem( 1, {} ) ): Act => ( {
	type: 'ANSWER',
	keys: [ key ],
	answer: {
		rows: [
			{
				id: 1,
				item,
				problems: code
					? { bin: { code, status: 412, message: 'No.' } }
					: {},
			},
		],
	},
} );

describe( 'The clipboard', () => {
	it( 'is read as spreadsheet programs write it', () => {
		expect( readBlock( 'a\tb\r\nc\td\r\n' ) ).toEqual( [
			[ 'a', 'b' ],
			[ 'c', 'd' ],
		] );
		expect( readBlock( '"a ""b""\nc"\td' ) ).toEqual( [
			[ 'a "b"\nc', 'd' ],
		] );
		expect( readBlock( '\t\n\t' ) ).toEqual( [
			[ '', '' ],
			[ '', '' ],
		] );
		expect( readBlock( 'x' ) ).toEqual( [ [ 'x' ] ] );
	} );

	it( 'takes a quote that nothing closes for what it is', () => {
		expect( readBlock( '5"\t"wide\n7' ) ).toEqual( [
			[ '5"', '"wide' ],
			[ '7' ],
		] );
	} );

	it( 'is written so that it is read back the same', () => {
		const block = [
			[ 'a\tb', '"q"', '' ],
			[ 'two\nlines', '5"', '-3' ],
		];
		expect( readBlock( writeBlock( block ) ) ).toEqual( block );
	} );
} );

describe( 'A cell', () => {
	it.each( [
		[ '1.234,5', 'on_hand', { value: '1234.5' } ],
		[ '12,50 €', 'unit_cost', { value: '12.5' } ],
		[ '', 'unit_cost', { value: '' } ],
		[ '', 'on_hand', { problem: 'empty' } ],
		[ '-1', 'on_hand', { problem: 'negative' } ],
		[ 'dear', 'unit_cost', { problem: 'no-number' } ],
		[ 'ja', 'backorders', { value: 'yes' } ],
		[ 'notify', 'backorders', { value: 'notify' } ],
		[ 'maybe', 'backorders', { problem: 'no-policy' } ],
		[ '  Kiln \n Co ', 'supplier', { value: 'Kiln Co' } ],
		[ 'x'.repeat( 65 ), 'bin', { problem: 'too-long' } ],
	] as const )( 'reads %j in %s', ( text, column, expected ) => {
		expect( parseCell( text, column, 'de-DE', policies ) ).toEqual(
			expected
		);
	} );

	it( 'shows what it read in the habits of the reader', () => {
		expect( showWire( '1234.5', 'on_hand', 'de-DE', policies ) ).toBe(
			'1.234,5'
		);
		expect( showWire( 'notify', 'backorders', 'de-DE', policies ) ).toBe(
			policies.notify
		);
	} );

	it( 'cannot be changed where the shop or a bundle decides', () => {
		const product = newItem( 1, { product_id: 7, kind: 'simple' } );
		expect( canEdit( product, 'low_at', false ) ).toBe( false );
		expect( canEdit( product, 'low_at', true ) ).toBe( true );
		expect( canEdit( product, 'name', true ) ).toBe( false );
		const bundle = newItem( 2, { kind: 'bundle' } );
		expect( canEdit( bundle, 'on_hand', true ) ).toBe( false );
		expect( canEdit( bundle, 'bin', true ) ).toBe( true );
	} );
} );

describe( 'Moving', () => {
	const size = { rows: 3, columns: 2, page: 10 };
	it( 'stays within the sheet', () => {
		const at = { row: 1, column: 1 };
		const by = ( name: string, ctrl = false ) =>
			moveBy( at, size, { key: name, ctrl, shift: false } );
		expect( by( 'ArrowRight' ) ).toEqual( { row: 1, column: 1 } );
		expect( by( 'ArrowUp', true ) ).toEqual( { row: 0, column: 1 } );
		expect( by( 'PageDown' ) ).toEqual( { row: 2, column: 1 } );
		expect( by( 'Home', true ) ).toEqual( { row: 0, column: 0 } );
		expect( by( 'x' ) ).toBeNull();
	} );

	it( 'goes on in the next row with Tab, and out at the ends', () => {
		expect( moveByTab( { row: 0, column: 1 }, size, false ) ).toEqual( {
			row: 1,
			column: 0,
		} );
		expect( moveByTab( { row: 2, column: 1 }, size, false ) ).toBeNull();
		expect( moveByTab( { row: 0, column: 0 }, size, true ) ).toBeNull();
	} );
} );

describe( 'A block', () => {
	const columns: SheetColumn[] = [ 'name', 'on_hand', 'bin' ];
	const items = [ newItem( 1, { on_hand: 5 } ), newItem( 2, {} ) ];
	const habits = {
		locale: 'en-US',
		policies,
		hasShop: true,
		why: ( problem: string ) => problem,
	};

	it( 'is written where it can be, marked where it is wrong, and counted where it cannot', () => {
		const written = writeCells(
			[
				[ 'Name', '7', 'A-1' ],
				[ 'Name', 'seven', 'A-2' ],
				[ '', '9', '' ],
			],
			0,
			0,
			columns,
			( row ) => items[ row ] ?? null,
			EMPTY,
			habits
		);
		expect( written.changes.map( ( { id, to } ) => [ id, to ] ) ).toEqual( [
			[ 1, '7' ],
			[ 1, 'A-1' ],
			[ 2, 'A-2' ],
		] );
		expect( written.wrong ).toMatchObject( [
			{ id: 2, to: 'seven', message: 'no-number' },
		] );
		expect( written.left ).toBe( 5 );
	} );

	it( 'of one value fills all that is selected; fill down takes the first row, or the one above', () => {
		const range = rangeOf( { row: 4, column: 1 }, { row: 2, column: 2 } );
		expect( spread( [ [ 'x' ] ], range ) ).toEqual(
			Array( 3 ).fill( [ 'x', 'x' ] )
		);
		expect( fillFrom( range ) ).toMatchObject( {
			source: 2,
			target: { top: 3, bottom: 4 },
		} );
		expect( fillFrom( { ...range, bottom: 2 } ) ).toMatchObject( {
			source: 1,
			target: { top: 2, bottom: 2 },
		} );
	} );
} );

describe( 'Edits', () => {
	it( 'are sent with what was seen, one row an item', () => {
		const sheet = run( change( bin( 'B-2', 'A-1' ) ), {
			type: 'CHANGE',
			changes: [
				{ id: 1, column: 'unit_cost', from: '', to: '2.5' },
				{ id: 1, column: 'on_hand', from: '5', to: '8' },
			],
			wrong: [],
		} );
		expect( nextBatch( sheet, 'found', '' ).rows ).toEqual( [
			{
				id: 1,
				set: { bin: 'B-2', unit_cost: '2.5' },
				seen: { bin: 'A-1', unit_cost: null },
				on_hand: { set: '8', expected: '5', reason: 'found' },
			},
		] );
	} );

	it( 'go at most 200 rows at a time', () => {
		const many = Array.from( { length: 250 }, ( _, id ) =>
			bin( 'A', '', id + 1 )
		);
		expect(
			nextBatch( run( change( ...many ) ), '', '' ).rows
		).toHaveLength( 200 );
	} );

	it( 'leave the sheet when they are saved, and stay when they are not', () => {
		const saved = run( change( bin( 'B' ) ), sent, answer() );
		expect( saved.edits ).toEqual( {} );
		expect( saved.saved[ key ] ).toBe( 1 );
		const failed = run( change( bin( 'B' ) ), sent, answer( 'wig_x' ) );
		expect( failed.edits[ key ] ).toMatchObject( {
			state: 'failed',
			to: 'B',
			message: 'No.',
		} );
		expect(
			reduce( failed, { type: 'RETRY', keys: [ key ] } ).edits[ key ]
				?.state
		).toBe( 'waiting' );
	} );

	it( 'that somebody else was quicker with are asked about, and sent over what is there now', () => {
		const theirs = newItem( 1, { bin: 'C' } );
		const both = run(
			change( bin( 'B' ) ),
			sent,
			answer( 'wig_stale_version', theirs )
		);
		expect( both.edits[ key ]?.state ).toBe( 'changed' );
		const insisted = reduce( both, { type: 'INSIST', key, now: 'C' } );
		expect( nextBatch( insisted, '', '' ).rows[ 0 ] ).toMatchObject( {
			set: { bin: 'B' },
			seen: { bin: 'C' },
		} );
		expect( reduce( both, { type: 'DROP', keys: [ key ] } ).edits ).toEqual(
			{}
		);
		const same = newItem( 1, { bin: 'B' } );
		expect(
			run(
				change( bin( 'B' ) ),
				sent,
				answer( 'wig_stale_version', same )
			).edits
		).toEqual( {} );
	} );

	it( 'are kept from what was seen first while they are typed again', () => {
		const twice = run(
			change( bin( 'B', 'A' ) ),
			change( bin( 'C', 'A' ) )
		);
		expect( twice.edits[ key ] ).toMatchObject( { from: 'A', to: 'C' } );
		expect( shown( twice, newItem( 1, { bin: 'A' } ), 'bin' ) ).toBe( 'C' );
	} );
} );

describe( 'Undo', () => {
	it( 'drops what is not saved and turns back what is', () => {
		expect( run( change( bin( 'B' ) ), { type: 'UNDO' } ).edits ).toEqual(
			{}
		);
		const back = run( change( bin( 'B' ) ), sent, answer(), {
			type: 'UNDO',
		} );
		expect( back.edits[ key ] ).toMatchObject( {
			from: 'B',
			to: '',
			state: 'waiting',
		} );
		const again = reduce( back, { type: 'REDO' } );
		expect( again.edits ).toEqual( {} );
	} );

	it( 'moves stock back by the difference, so that what was sold since stays sold', () => {
		const stock = { id: 1, column: 'on_hand' as const, from: '5', to: '9' };
		const cell = keyOf( 1, 'on_hand' );
		const sheet = run(
			{ type: 'CHANGE', changes: [ stock ], wrong: [] },
			{ type: 'SEND', keys: [ cell ] },
			{
				type: 'ANSWER',
				keys: [ cell ],
				answer: { rows: [ { id: 1, problems: {} } ] },
			},
			{ type: 'UNDO' }
		);
		expect(
			nextBatch( sheet, 'found', 'Undo' ).rows[ 0 ]?.on_hand
		).toEqual( {
			delta: '-4',
			reason: 'correction',
			note: 'Undo',
		} );
	} );

	it( 'of what was under way and then refused takes nothing back', () => {
		const cell = keyOf( 1, 'on_hand' );
		const refused = run(
			{
				type: 'CHANGE',
				changes: [ { id: 1, column: 'on_hand', from: '5', to: '9' } ],
				wrong: [],
			},
			{ type: 'SEND', keys: [ cell ] },
			{ type: 'UNDO' },
			{
				type: 'ANSWER',
				keys: [ cell ],
				answer: {
					rows: [
						{
							id: 1,
							problems: {
								on_hand: {
									code: 'wig_stale_level',
									status: 409,
									message: '',
								},
							},
						},
					],
				},
			}
		);
		expect( refused.edits ).toEqual( {} );
	} );
} );

describe( 'What the server and other people say', () => {
	it( 'finds the cells that a refused request names', () => {
		const rows = [ { id: 4 }, { id: 9 } ];
		expect(
			cellsNamed(
				{ 'rows[1].set.unit_cost': 'Bad.', 'rows[0].id': 'No.' },
				rows
			)
		).toEqual( { [ keyOf( 9, 'unit_cost' ) ]: 'Bad.' } );
	} );

	it( 'takes in newer versions of what is on screen, and looks further while all is news', () => {
		const known = { 1: newItem( 1, { version: 3 } ) };
		const newer = newItem( 1, { version: 4 } );
		expect( news( known, [ newer ] ) ).toEqual( {
			items: [ newer ],
			goOn: true,
		} );
		expect( news( known, [ newer, newItem( 2, {} ) ] ).goOn ).toBe( false );
	} );
} );

describe( 'Columns', () => {
	it( 'are shown, hidden and moved; the name stays first', () => {
		const columns: SheetColumn[] = [ 'name', 'sku', 'bin' ];
		expect( arrange( columns, 'bin', 'earlier' ) ).toEqual( [
			'name',
			'bin',
			'sku',
		] );
		expect( arrange( columns, 'sku', 'earlier' ) ).toEqual( columns );
		expect( arrange( columns, 'sku', 'hide' ) ).toEqual( [
			'name',
			'bin',
		] );
		expect( arrange( columns, 'name', 'hide' ) ).toEqual( columns );
		expect( arrange( columns, 'price', 'show' ).at( -1 ) ).toBe( 'price' );
	} );
} );

describe( 'Columns that stay in sight', () => {
	const columns: SheetColumn[] = [ 'name', 'sku', 'on_hand' ];

	it( 'are the name alone at first, which takes what room there is', () => {
		expect( pinsOf( columns, 1 ) ).toEqual( {
			widths: 'minmax(260px, 2fr) minmax(96px, 1fr) 104px',
			starts: [ 0 ],
			total: 260,
		} );
	} );

	it( 'have a fixed width, so that each knows where it begins', () => {
		expect( pinsOf( columns, 2 ) ).toEqual( {
			widths: '260px 96px 104px',
			starts: [ 0, 260 ],
			total: 356,
		} );
		expect( pinsOf( columns, 9 ).starts ).toHaveLength( 3 );
	} );
} );
