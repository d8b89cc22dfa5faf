/**
 * @jest-environment node
 */
import { strToU8 } from 'fflate';
import {
	claim,
	FakeFile,
	parts,
	row,
	t,
	xlsx,
	zipped,
} from '../../../tests/js/files';
import { readBook, type Ways } from './book';
import { Refusal, type RefusalCode } from './refusal';

const SHEET = 'xl/worksheets/sheet1.xml';
const GOOD = row( t( 'SKU' ), t( 'Stock' ) ) + row( t( 'A' ), t( '1' ) );
const ole = ( name: string ) =>
	new FakeFile(
		Uint8Array.from( [
			0xd0,
			0xcf,
			0x11,
			0xe0,
			0xa1,
			0xb1,
			0x1a,
			0xe1,
			...new Uint8Array( 600 ),
			...Array.from( name ).flatMap( ( letter ) => [
				letter.charCodeAt( 0 ),
				0,
			] ),
		] )
	);
const bytes = ( ...head: number[] ) =>
	new FakeFile(
		Uint8Array.from( [ ...head, ...new Uint8Array( 200 ).fill( 7 ) ] )
	);
const bomb = () => zipped( parts( '<row/>'.repeat( 4_000_000 ) ) );
const halved = ( whole: Uint8Array ) =>
	new FakeFile( whole.slice( 0, whole.length / 2 ) );
const damaged = ( whole: Uint8Array ) => {
	const copy = whole.slice();
	const at =
		new TextDecoder( 'latin1' ).decode( copy ).indexOf( SHEET ) +
		SHEET.length +
		8;
	copy[ at ] = 255 - ( copy[ at ] ?? 0 );
	return new FakeFile( copy );
};

/** What is done, what comes of it, and the row that is named. */
const HOSTILE: [ string, () => FakeFile, RefusalCode, number?, Ways? ][] = [
	[ 'nothing at all', () => FakeFile.text( '' ), 'empty' ],
	[ 'only a byte order mark', () => FakeFile.text( '\ufeff' ), 'no_heading' ],
	[
		'only blank lines',
		() => FakeFile.text( '\r\n , , \r\n\n' ),
		'no_heading',
	],
	[ 'only headings', () => FakeFile.text( 'SKU,Stock\r\n' ), 'no_rows' ],
	[
		'a file of 4 GB',
		() => FakeFile.endless( 'SKU,Stock\n', 4_294_967_296 ),
		'too_large',
	],
	[ 'a photo (JPEG)', () => bytes( 0xff, 0xd8, 0xff, 0xe0 ), 'picture' ],
	[ 'a picture (PNG)', () => bytes( 0x89, 0x50, 0x4e, 0x47 ), 'picture' ],
	[
		'a photo of a phone (HEIC)',
		() => bytes( 0, 0, 0, 24, ...strToU8( 'ftypheic' ) ),
		'picture',
	],
	[ 'a PDF', () => FakeFile.text( '%PDF-1.7\n' ), 'pdf' ],
	[ 'an old Excel file', () => ole( 'Workbook' ), 'old_excel' ],
	[
		'an XLSX file with a password',
		() => ole( 'EncryptedPackage' ),
		'encrypted',
	],
	[
		'a web page that is called .xls',
		() => FakeFile.text( ' <HTML><table><tr><td>1' ),
		'web_page',
	],
	[
		'an OpenDocument spreadsheet',
		() =>
			new FakeFile(
				zipped( {
					mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
					'content.xml': '<x/>',
				} )
			),
		'ods',
	],
	[
		'a file of Numbers',
		() => new FakeFile( zipped( { 'Index/Document.iwa': 'x' } ) ),
		'numbers_app',
	],
	[
		'an archive of pictures',
		() => new FakeFile( zipped( { 'a.jpg': 'x' } ) ),
		'other_zip',
	],
	[ 'a packed text (gzip)', () => bytes( 0x1f, 0x8b, 8 ), 'other_zip' ],
	[
		'a ZIP that is cut off',
		() => halved( zipped( parts( GOOD ) ) ),
		'broken_zip',
	],
	[
		'a ZIP with one byte changed',
		() => damaged( zipped( parts( GOOD ) ) ),
		'broken_zip',
	],
	[
		'a ZIP with a password',
		() =>
			new FakeFile(
				claim( zipped( parts( GOOD ) ), SHEET, 8, 6, 0x00080001 )
			),
		'encrypted',
	],
	[
		'a sheet that claims 4 GB',
		() =>
			new FakeFile(
				claim( zipped( parts( GOOD ) ), SHEET, 24, 22, 0xfffffff0 )
			),
		'inflates_too_far',
	],
	[
		'a sheet that claims more than deflate can make',
		() =>
			new FakeFile(
				claim( zipped( parts( GOOD ) ), SHEET, 24, 22, 390_000_000 )
			),
		'broken_zip',
	],
	[
		'a bomb that claims to be small',
		() => new FakeFile( claim( bomb(), SHEET, 24, 22, 100 ) ),
		'inflates_too_far',
	],
	[
		'a billion laughs',
		() =>
			xlsx( '', {
				[ SHEET ]:
					'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>',
			} ),
		'declares_entities',
	],
	[
		'an entity that names a file',
		() =>
			xlsx( GOOD, {
				'xl/sharedStrings.xml':
					'<!DOCTYPE x SYSTEM "file:///etc/passwd"><sst/>',
			} ),
		'declares_entities',
	],
	[
		'10 million columns in a line',
		() => FakeFile.text( `SKU${ ','.repeat( 3_000_000 ) }\nA` ),
		'too_many_columns',
		1,
	],
	[
		'column XFD of an XLSX file',
		() => xlsx( '<row r="7"><c r="XFD7"><v>1</v></c></row>' ),
		'too_many_columns',
		7,
	],
	[
		'a line of 50 MB',
		() => FakeFile.endless( 'SKU,Stock\n', 50_000_000 ),
		'line_too_long',
		2,
	],
	[
		'a quote that is never closed',
		() => FakeFile.text( 'SKU,Name\nA,x\nB,"never\nC,z\n' ),
		'quote_left_open',
		3,
	],
	[
		'a quote that is never closed, 50 MB long',
		() => FakeFile.endless( 'SKU,Name\nA,"', 50_000_000 ),
		'quote_left_open',
		2,
	],
	[
		'zero bytes in a text',
		() => FakeFile.text( 'SKU,Stock\nA,1\nB\u0000,2\n' ),
		'binary',
		3,
	],
	[
		'a program',
		() => bytes( 0x7f, 0x45, 0x4c, 0x46, 0, 0, 0 ),
		'binary',
		1,
	],
	[
		'UTF-8 that is said to be UTF-16',
		() => FakeFile.text( 'SKU,Stock\nA,1' ),
		'encoding',
		0,
		{ encoding: 'utf-16le', separator: ',' },
	],
	[
		'Latin letters behind much UTF-8',
		() =>
			new FakeFile(
				Uint8Array.from( [
					...strToU8( `SKU,Stock\n${ 'A,1\n'.repeat( 70_000 ) }` ),
					0xe4,
					0x0a,
				] )
			),
		'encoding',
	],
	[
		'more rows than a shop has',
		() => FakeFile.text( `SKU,Stock\n${ 'A,1\n'.repeat( 200_001 ) }` ),
		'too_many_rows',
		200_001,
	],
	[
		'a workbook without sheets',
		() => xlsx( '', { 'xl/workbook.xml': '<workbook/>' } ),
		'no_such_sheet',
	],
	[
		'a sheet that is not there',
		() => xlsx( GOOD ),
		'no_such_sheet',
		0,
		{ sheet: 5 },
	],
	[
		'a tag that never ends',
		() =>
			xlsx( '', {
				[ SHEET ]: `<worksheet><sheetData><row ${ 'x'.repeat( 2_000_000 ) }`,
			} ),
		'line_too_long',
	],
];

test.each( HOSTILE )(
	'Refused, with a reason: %s',
	async ( _, file, code, line = 0, ways = {} ) => {
		const source = file();
		const thrown: unknown = await readBook( source, ways, {} ).catch(
			( error: unknown ) => error
		);
		expect( thrown ).toBeInstanceOf( Refusal );
		expect( thrown ).toMatchObject( { code, row: line } );
		// What is wrong is found before much of it is in memory.
		expect( source.mostAtOnce ).toBeLessThanOrEqual( 262_144 );
		expect( source.readSum ).toBeLessThan( 10_000_000 );
	}
);

it( 'uses what was last seen of other files, and says so', async () => {
	const { facts } = await readBook(
		xlsx( GOOD, { 'xl/externalLinks/externalLink1.xml': '<x/>' } ),
		{},
		{}
	);
	expect( facts.warnings ).toEqual( [ 'links' ] );
} );

it( 'numbers headings that are there twice, and names those that are empty', async () => {
	const { facts } = await readBook(
		FakeFile.text( 'SKU,Stock,Stock,\nA,1,2,3\n' ),
		{},
		{}
	);
	expect( facts.headings ).toEqual( [ 'SKU', 'Stock', 'Stock (2)' ] );
	expect( facts.guesses ).toEqual( [ 'sku', 'on_hand', '' ] );
	expect( facts.warnings ).toEqual( [ 'same_headings' ] );
} );
