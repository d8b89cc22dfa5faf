/**
 * @jest-environment node
 */
import { FakeFile, n, row, t, xlsx } from '../../../tests/js/files';
import type { ExportRow, Import } from '../../schema';
import { csvBegin, csvLine } from '../../shared/table-file/csv';
import { XlsxWriter } from '../../shared/table-file/xlsx';
import { readBook } from './book';
import { layoutOf } from './csv';
import { encodingOf } from './encoding';
import { cellsOf, EXPORTED, isNumber, SHOWN } from './export';
import { FIELDS, isField, mistakeOf } from './fields';
import { guesses, guessOf, headingRow } from './guess';
import { fieldsOf, withMapping, withoutMapping } from './mappings';
import { expanded, hasLostDigits, markOf, numberOf } from './number';
import { Sending, type Wish } from './plan';
import { progressOf } from './progress';
import { rowOf, valueOf, type Reading } from './rows';

const read = ( file: FakeFile ) => readBook( file, {}, {} );
const wish = ( ...fields: Wish[ 'fields' ] ): Wish => ( {
	fields,
	mark: null,
	dayFirst: false,
	timezone: 'Asia/Taipei',
} );
const reading = ( ...fields: Reading[ 'fields' ] ): Reading => ( {
	...wish( ...fields ),
	mark: '.',
} );

/** 商品编码,库存 / 绿茶 in GB18030; 商品編碼,庫存 / 綠茶 in Big5. */
const GB = [
	0xc9, 0xcc, 0xc6, 0xb7, 0xb1, 0xe0, 0xc2, 0xeb, 0x2c, 0xbf, 0xe2, 0xb4,
	0xe6, 0x0a, 0xc2, 0xcc, 0xb2, 0xe8, 0x2c, 0x31, 0x0a,
];
const BIG5 = [
	0xb0, 0xd3, 0xab, 0x7e, 0xbd, 0x73, 0xbd, 0x58, 0x2c, 0xae, 0x77, 0xa6,
	0x73, 0x0a, 0xba, 0xf1, 0xaf, 0xf9, 0x2c, 0x31, 0x0a,
];
const wide = ( text: string, isBig: boolean, mark = '' ) =>
	Uint8Array.from(
		Array.from( mark + text ).flatMap( ( letter ) => {
			const code = letter.charCodeAt( 0 );
			const pair = [ code % 256, Math.floor( code / 256 ) ];
			return isBig ? pair.reverse() : pair;
		} )
	);

test.each( [
	[ 'utf-8', new TextEncoder().encode( '\ufeffSKU,Größe\nA,1\n' ) ],
	[ 'utf-8', new TextEncoder().encode( '商品编码,库存\nA,1\n' ) ],
	[ 'utf-16le', wide( 'SKU\tStock\r\nA\t1\r\n', false, '\ufeff' ) ],
	[ 'utf-16be', wide( 'SKU\tStock\r\nA\t1\r\n', true, '\ufeff' ) ],
	[ 'utf-16le', wide( 'SKU\tStock\r\nA\t1\r\n', false ) ],
	[ 'utf-16be', wide( '编码,库存\r\n绿茶,1\r\n', true ) ],
	[ 'gb18030', Uint8Array.from( GB ) ],
	[ 'big5', Uint8Array.from( BIG5 ) ],
	[
		'windows-1252',
		Uint8Array.from( [
			0x47, 0x72, 0xf6, 0xdf, 0x65, 0x3b, 0x41, 0x0a, 0xe4, 0x3b, 0x31,
		] ),
	],
] )( 'The encoding is found: %s', ( encoding, bytes ) => {
	expect( encodingOf( bytes, true ) ).toBe( encoding );
} );

it( 'takes UTF-8 that is cut in the middle of a letter for UTF-8', () => {
	const bytes = new TextEncoder().encode( 'SKU,库' ).slice( 0, -1 );
	expect( encodingOf( bytes, false ) ).toBe( 'utf-8' );
} );

test.each( [
	[ ',', 'SKU,Name\nA,"x; y; z"\n' ],
	[ ';', 'SKU;Menge\nA;1,5\nB;2,5\n' ],
	[ '\t', 'SKU\tName, long\tStock\nA\tb, c\t1\n' ],
	[ '|', 'SKU|Stock\nA|1\n' ],
	[ '|', 'sep=|\r\nSKU|Stock,a,b,c\r\n' ],
	[ ',', 'SKU\nA\n' ],
] )( 'The separator is found: %s', ( separator, text ) => {
	expect( layoutOf( text ).separator ).toBe( separator );
} );

it( 'reads CSV as programs write it, and counts rows as a spreadsheet does', async () => {
	const { rows, facts } = await read(
		FakeFile.text(
			'\ufeffsep=;\r\nSKU;Name;Stock\r\n"A ""1""";"two\r\nlines";1\r\rB;it is 5" long;2\nC;"end"'
		)
	);
	expect( facts.headings ).toEqual( [ 'SKU', 'Name', 'Stock' ] );
	expect( rows ).toEqual( [
		[ 2, [ 'A "1"', 'two\r\nlines', '1' ] ],
		[ 4, [ 'B', 'it is 5" long', '2' ] ],
		[ 5, [ 'C', 'end' ] ],
	] );
} );

it( 'finds the headings below a title', async () => {
	const { facts, rows } = await read(
		FakeFile.text( 'Stock list of March\n\nSKU,Qty\nA,1\n' )
	);
	expect( facts.headings ).toEqual( [ 'SKU', 'Qty' ] );
	expect( rows ).toEqual( [ [ 4, [ 'A', '1' ] ] ] );
	expect( headingRow( [ [ '' ], [ 'a' ] ] ) ).toBe( 1 );
} );

it( 'reads cells of an XLSX file as they are meant', async () => {
	const { rows, facts } = await read(
		xlsx(
			row( t( 'SKU' ), t( 'Stock' ), t( 'Counted at' ), t( 'Name' ) ) +
				`<row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5"><v>0.30000000000000004</v></c><c r="C5" s="1"><v>46084.585</v></c><c r="D5" t="str"><f>1</f><v>a &amp; b &#x4e2d;</v></c></row>` +
				`<x:row><x:c t="s"><x:v>1</x:v></x:c><x:c><x:v>1.5E3</x:v></x:c>${ n( '46084', 2 ) }<c t="b"><v>1</v></c></x:row>` +
				row(
					t( 'C' ),
					n( '1234567890123456' ),
					n( '0.5', 1 ),
					'<c t="e"><v>#N/A</v></c>'
				),
			{
				'xl/sharedStrings.xml':
					'<sst><si><t>A&lt;1</t></si><si><r><t>B</t></r><r><t>2</t></r><rPh><t>no</t></rPh></si></sst>',
				'xl/styles.xml':
					'<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-409]d/m/yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="170"/></cellXfs></styleSheet>',
			}
		)
	);
	expect( facts.sheets ).toEqual( [ 'One', 'Two' ] );
	expect( rows ).toEqual( [
		[ 5, [ 'A<1', '0.3', '2026-03-03 14:02:24', 'a & b 中' ] ],
		[ 6, [ 'B2', '1500', '2026-03-03', '1' ] ],
		[ 7, [ 'C', '1.23456789012346e+15', '0.5', '#N/A' ] ],
	] );
} );

test.each( [
	[ '12', '.', '12' ],
	[ '1,234.50', ',', '1234.5' ],
	[ '1.234,50', '.', '1234.5' ],
	[ '1.234', ',', '1234' ],
	[ '1.234', '.', '1.234' ],
	[ '1,5', '.', '1.5' ],
	[ '1 234,5', ',', '1234.5' ],
	[ '1’234.5', '.', '1234.5' ],
	[ '１２', '.', '12' ],
	[ '−3', '.', '-3' ],
	[ '(3)', '.', '-3' ],
	[ '3-', '.', '-3' ],
	[ '$1,200', '.', '1200' ],
	[ '¥12.50', '.', '12.5' ],
	[ '1.5E+3', '.', '1500' ],
	[ '-0', '.', '0' ],
	[ '007', '.', '7' ],
	[ '1,2,3', '.', '1,2,3' ],
	[ 'twelve', '.', 'twelve' ],
	[ '12 pcs', '.', '12 pcs' ],
	[ '#N/A', '.', '#N/A' ],
] as const )( 'A number %s with %s is %s', ( text, mark, number ) => {
	expect( numberOf( text, mark ) ).toBe( number );
} );

it( 'knows the decimal mark of a file, and digits that are gone', () => {
	expect( markOf( [ '1,5', '2.500' ], ',' ) ).toBe( ',' );
	expect( markOf( [ '1,500', '2' ], ';' ) ).toBe( ',' );
	expect( markOf( [ '1,500', '0.25' ], ';' ) ).toBe( '.' );
	expect( expanded( '1e-3' ) ).toBe( '0.001' );
	expect( [ '1.23E+12', '4E+11', '1E3', 'A1' ].map( hasLostDigits ) ).toEqual(
		[ true, true, false, false ]
	);
} );

test.each( [
	// WooCommerce's product export.
	[
		'ID,Type,SKU,"GTIN, UPC, EAN, or ISBN",Name,Stock,Low stock amount,Backorders allowed?,Categories',
		'product_id,,sku,barcode,name,on_hand,low_stock_threshold,backorders,category',
	],
	// WP All Export, with raw meta keys.
	[
		'id,Title,_sku,_stock,_low_stock_amount,_backorders,_global_unique_id',
		'product_id,name,sku,on_hand,low_stock_threshold,backorders,barcode',
	],
	// Stock Manager.
	[
		'ID,SKU,Product name,Manage stock,Stock status,Backorders,Stock,Product type,Parent ID',
		'product_id,sku,name,,,backorders,on_hand,,',
	],
	// ATUM.
	[
		'ID,SKU,Product Name,Supplier,Purchase Price,Current Stock,Out of Stock Threshold',
		'product_id,sku,name,supplier,unit_cost,on_hand,low_stock_threshold',
	],
	[
		'商品编码,商品名称,库存数量,条形码,成本价,供应商',
		'sku,name,on_hand,barcode,unit_cost,supplier',
	],
	[
		'貨號,品名,庫存,條碼,進價,儲位',
		'sku,name,on_hand,barcode,unit_cost,bin',
	],
	[ 'SKU (code),盘点数量,盘点时间', 'sku,counted,counted_at' ],
] )( 'The columns are guessed: %s', ( headings, fields ) => {
	const titles =
		headings
			.match( /"[^"]*"|[^,]+/g )
			?.map( ( title ) => title.replaceAll( '"', '' ) ) ?? [];
	expect( guesses( titles ).join( ',' ) ).toBe( fields );
} );

it( 'knows our own columns in any language, and takes each only once', () => {
	expect( guessOf( 'Menge', { Menge: 'delta' } ) ).toBe( 'delta' );
	expect( guesses( [ 'SKU', 'Stock', 'Quantity' ] ) ).toEqual( [
		'sku',
		'on_hand',
		'',
	] );
} );

it( 'makes of a row what the server takes, and leaves out what is empty', () => {
	const fields = [
		'sku',
		'on_hand',
		'backorders',
		'',
		'name',
		'counted_at',
		'barcode',
	] as const;
	expect(
		rowOf(
			[
				' A-1 ',
				'1,200',
				'Allow',
				'no',
				"'=1+1",
				'3/4/2026 2:05 pm',
				'="0123"',
			],
			2,
			reading( ...fields )
		)
	).toEqual( {
		row: 2,
		sku: 'A-1',
		on_hand: '1200',
		backorders: 'yes',
		name: '=1+1',
		counted_at: '2026-03-04T06:05:00.000Z',
		barcode: '0123',
	} );
	expect( rowOf( [ '', ' ', '', 'x' ], 3, reading( ...fields ) ) ).toBeNull();
	expect(
		rowOf( [ '1.23E+12', '5' ], 4, reading( 'barcode', 'on_hand' ) )
	).toEqual( { row: 4, on_hand: '5' } );
	expect(
		rowOf( [ 'x'.repeat( 300 ) ], 5, reading( 'sku' ) )?.sku
	).toHaveLength( 200 );
} );

test.each( [
	[ '2026-03-03', false, '2026-03-02T16:00:00.000Z' ],
	[ '2026年3月3日 14:02', false, '2026-03-03T06:02:00.000Z' ],
	[ '31/12/2026', false, '2026-12-30T16:00:00.000Z' ],
	[ '3/4/2026', true, '2026-04-02T16:00:00.000Z' ],
	[ '3.4.2026 14:02:03', false, '2026-04-03T06:02:03.000Z' ],
	[ '2026-03-03T14:02:00+01:00', false, '2026-03-03T14:02:00+01:00' ],
	[ 'yesterday', false, 'yesterday' ],
	[ '99/99/2026', false, '99/99/2026' ],
] )( 'The moment %s is read', ( text, dayFirst, moment ) => {
	expect( valueOf( text, 'counted_at', { ...reading(), dayFirst } ) ).toBe(
		moment
	);
} );

it( 'plans what is sent, and says what a spreadsheet has done to codes', async () => {
	const book = await read(
		FakeFile.text(
			'EAN;Menge\n1,23E+12;1,5\n12345670;2\n12345\n;\n;3\n9780201379624;4\n978020137962;4\n12345670;1\n36000291452;1\n'
		)
	);
	const sending = new Sending( book, wish( 'barcode', 'on_hand' ) );
	expect( sending.plan ).toEqual( {
		total: 8,
		mark: ',',
		damage: [
			{ kind: 'digits_lost', count: 1, row: 2 },
			{ kind: 'zeros_lost', count: 1, row: 10 },
		],
	} );
	expect( sending.batch( 0, 2 ) ).toEqual( [
		{ row: 2, on_hand: '1.5' },
		{ row: 3, barcode: '12345670', on_hand: '2' },
	] );
	expect( sending.batch( 7, 5 ) ).toHaveLength( 1 );
} );

it( 'says what is wrong with a choice of columns', () => {
	expect( mistakeOf( [ 'name', 'on_hand' ] ) ).toBe( 'no_key' );
	expect( mistakeOf( [ 'sku', '' ] ) ).toBe( 'only_key' );
	expect( mistakeOf( [ 'sku', 'name', 'name' ] ) ).toBe( 'twice' );
	expect( mistakeOf( [ 'sku', 'on_hand', 'counted' ] ) ).toBe(
		'two_quantities'
	);
	expect( mistakeOf( [ 'sku', '', 'on_hand' ] ) ).toBeNull();
	expect( [ isField( '' ), isField( 'sku' ), isField( 'x' ) ] ).toEqual( [
		true,
		true,
		false,
	] );
} );

it( 'keeps choices of columns by heading, without the moment of a count', () => {
	const options = {
		quantity: 'counted',
		counted_at: '2026-03-03T00:00:00Z',
		create: true,
		reason: 'import',
		note: '',
	} as const;
	const [ kept ] = withMapping(
		[],
		'Tea',
		[ 'Code', 'x', 'Qty' ],
		[ 'sku', '', 'on_hand' ],
		options
	);
	expect( kept?.columns ).toHaveLength( 2 );
	expect( kept?.options.counted_at ).toBeNull();
	expect( kept && fieldsOf( kept, [ 'Qty', 'new', 'Code' ] ) ).toEqual( [
		'on_hand',
		'',
		'sku',
	] );
	expect(
		withMapping( kept ? [ kept ] : [], 'Tea', [], [], options )
	).toHaveLength( 1 );
	expect( withoutMapping( kept ? [ kept ] : [], 'Tea' ) ).toEqual( [] );
} );

it( 'says how far an import is', () => {
	const now = {
		total_rows: 10,
		received: 8,
		checked: 5,
		applied: 3,
		conflict_rows: 1,
		change_rows: 4,
		created_rows: 2,
		undone: 1,
	};
	const at = ( state: Import[ 'state' ] ) =>
		progressOf( { ...now, state } as Import );
	expect( [
		at( 'receiving' ),
		at( 'checking' ),
		at( 'applying' ),
		at( 'undoing' ),
		at( 'applied' ),
	] ).toEqual( [
		{ act: 'upload', done: 8, total: 10 },
		{ act: 'check', done: 5, total: 8 },
		{ act: 'apply', done: 4, total: 6 },
		{ act: 'undo', done: 1, total: 3 },
		null,
	] );
} );

/** An item with everything that a file may do harm to. */
const ITEM: ExportRow = {
	item_id: '7',
	sku: '007',
	barcode: '0012345678905',
	product_id: '',
	name: '=HYPERLINK("http://evil", "tea, green")\n<b>&amp;',
	kind: 'part',
	category: "'quoted",
	on_hand: '99999999999.9999',
	low_stock_threshold: '-0.5',
	backorders: 'notify',
	backorder_limit: '',
	backorder_text: "'=already",
	safety_stock: '0',
	unit_cost: '1234567890.12345678',
	supplier: '@SUM(A1)',
	bin: '-3',
	lead_time_days: '14',
	components: '1E5:2; B\\;C:0.5',
	reserved: '0',
	available: '0',
	status: 'ok',
};
const FIELDS_OF = [ ...EXPORTED, '', '', '' ] as const;
const SENT = Object.fromEntries(
	EXPORTED.flatMap( ( field ) =>
		ITEM[ field ] === '' ? [] : [ [ field, ITEM[ field ] ] ]
	)
);

it( 'brings back what was exported as CSV as it was, formulas made harmless on the way', async () => {
	const text =
		csvBegin( [ ...EXPORTED, ...SHOWN ] ) + csvLine( cellsOf( ITEM ) );
	expect( text ).toContain( '"\'=HYPERLINK' );
	expect( text ).not.toMatch( /(^|,)"?[=@]/m );
	const book = await read( FakeFile.text( text ) );
	expect( new Sending( book, wish( ...FIELDS_OF ) ).batch( 0, 1 ) ).toEqual( [
		{ row: 2, ...SENT },
	] );
} );

it( 'brings back what was exported as XLSX as it was, and writes the same bytes each time', async () => {
	const columns = [
		...EXPORTED.map( ( field ) => ( {
			title: field,
			isNumber: isNumber( field ),
		} ) ),
		...SHOWN.map( ( title ) => ( { title, isNumber: true } ) ),
	];
	const written = () => {
		const writer = new XlsxWriter( columns );
		writer.add( [ cellsOf( ITEM ), [ null, 12, '' ] ] );
		return Buffer.concat( writer.end() );
	};
	expect( written().equals( written() ) ).toBe( true );
	const book = await read( new FakeFile( written() ) );
	expect( new Sending( book, wish( ...FIELDS_OF ) ).batch( 0, 2 ) ).toEqual( [
		{ row: 2, ...SENT },
		{ row: 3, barcode: '12' },
	] );
} );

it( 'offers every field that the server takes', () => {
	expect( new Set( FIELDS.map( ( [ field ] ) => field ) ).size ).toBe( 21 );
} );
