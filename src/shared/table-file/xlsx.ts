import { strToU8, Zip, ZipDeflate } from 'fflate';
import { withoutGuard, type Cell } from './csv';
import type { FileColumn } from './file-column';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS =
	'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE =
	'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The smallest workbook that has one sheet (ECMA-376 part 1, annex L); the sheet itself comes last. */
const PARTS: Readonly< Record< string, string > > = {
	'[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${ CONTENT }.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${ CONTENT }.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${ CONTENT }.worksheet+xml"/></Types>`,
	'_rels/.rels': `<Relationships xmlns="${ RELATIONS }"><Relationship Id="rId1" Type="${ OFFICE }/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	'xl/workbook.xml': `<workbook xmlns="${ SHEET }" xmlns:r="${ OFFICE }"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
	'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${ RELATIONS }"><Relationship Id="rId1" Type="${ OFFICE }/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${ OFFICE }/styles" Target="styles.xml"/></Relationships>`,
	// Style 1 is for text: never run as a formula, also not once somebody has edited it.
	'xl/styles.xml': `<styleSheet xmlns="${ SHEET }"><fonts count="1"><font/></fonts><fills count="2"><fill/><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`,
};

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Digits that a spreadsheet keeps of a number: one that has more is written as text. */
const MOST_DIGITS = 15;

/** Excel has no more rows. */
const MOST_ROWS = 1_048_576;

/** What XML cannot hold at all. */

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A table as an XLSX file, packed row by row. The same table gives the same bytes, whenever it is written. */
export class XlsxWriter {
	private readonly parts: Uint8Array< ArrayBuffer >[] = [];
	private readonly zip: Zip;
	private readonly sheet: ZipDeflate;
	private row = 0;

	constructor( private readonly columns: readonly FileColumn[] ) {
		this.zip = new Zip( ( error, bytes ) => {
			if ( error ) {
				throw error;
			}
			this.parts.push( new Uint8Array( bytes ) );
		} );
		for ( const [ name, text ] of Object.entries( PARTS ) ) {
			this.file( name ).push( strToU8( HEAD + text ), true );
		}
		this.sheet = this.file( 'xl/worksheets/sheet1.xml' );
		this.say( `${ HEAD }<worksheet xmlns="${ SHEET }"><sheetData>` );
		this.say(
			this.line(
				columns.map( ( { title } ) => title ),
				() => false
			)
		);
	}

	add( rows: readonly ( readonly Cell[] )[] ) {
		const isNumber = ( place: number ) =>
			this.columns[ place ]?.isNumber ?? false;
		this.say(
			rows.map( ( row ) => this.line( row, isNumber ) ).join( '' )
		);
	}

	end(): Uint8Array< ArrayBuffer >[] {
		this.sheet.push( strToU8( '</sheetData></worksheet>' ), true );
		this.zip.end();
		return this.parts;
	}

	private file( name: string ): ZipDeflate {
		// The first day that a ZIP file knows.
		const file = new ZipDeflate( name );
		file.mtime = new Date( 1980, 0, 1 );
		this.zip.add( file );
		return file;
	}

	private say( xml: string ) {
		this.sheet.push( strToU8( xml ) );
	}

	private line(
		cells: readonly Cell[],
		isNumber: ( place: number ) => boolean
	): string {
		this.row++;
		return this.row > MOST_ROWS
			? ''
			: `<row r="${ this.row }">${ cells.map( ( cell, place ) => xlsxCell( cell, isNumber( place ) ) ).join( '' ) }</row>`;
	}
}

/**
 * A text is none but a text here, and needs no apostrophe against being run; only one that reads as if it had got one in
 * a CSV file gets it, so that it comes back as it was.
 */
const guarded = ( text: string ): string =>
	withoutGuard( text ) === text ? text : `'${ text }`;

function xlsxCell( cell: Cell, isNumber: boolean ): string {
	if ( cell === null || cell === '' ) {
		return '<c/>';
	}
	const text = String( cell );
	const isExact =
		NUMBER.test( text ) && text.replace( /\D/g, '' ).length <= MOST_DIGITS;
	return typeof cell === 'number' || ( isNumber && isExact )
		? `<c><v>${ text }</v></c>`
		: `<c s="1" t="inlineStr"><is><t xml:space="preserve">${ escaped( guarded( text ) ) }</t></is></c>`;
}

const escaped = ( text: string ): string =>
	text
		.replace( CONTROL, '' )
		.replaceAll( '&', '&amp;' )
		.replaceAll( '<', '&lt;' )
		.replaceAll( '>', '&gt;' );
