import { strToU8, zipSync } from 'fflate';
import type { Source } from '../../src/files/logic/source';

/** A file in memory; it knows how much of it was asked for at once. */
export class FakeFile implements Source {
	mostAtOnce = 0;
	readSum = 0;

	constructor(
		private readonly bytes: Uint8Array,
		readonly name = 'file.csv',
		/** What it claims to be long; what is not there reads as letters. */
		readonly size = bytes.length
	) {}

	static text( text: string ) {
		return new FakeFile( strToU8( text ) );
	}

	/**
	 * Letters that go on and on, without anything that holds them.
	 * @param begin
	 * @param size
	 */
	static endless( begin: string, size: number ) {
		return new FakeFile( strToU8( begin ), 'long.csv', size );
	}

	read = async ( from: number, to: number ) => {
		this.mostAtOnce = Math.max( this.mostAtOnce, to - from );
		this.readSum += to - from;
		const part = new Uint8Array(
			Math.max( 0, Math.min( to, this.size ) - from )
		).fill( 120 );
		part.set( this.bytes.slice( from, to ) );
		return part;
	};
}

const HEAD = '<?xml version="1.0"?>';
export const RELS =
	'<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>';
const BOOK =
	'<workbook><sheets><sheet name="One" sheetId="1" r:id="r1"/><sheet name="Two" sheetId="2" r:id="r2"/></sheets></workbook>';

/**
 * The parts of an XLSX file as Excel makes them; others replace them or come beside.
 * @param rows
 * @param others
 */
export const parts = (
	rows: string,
	others: Record< string, string > = {}
) => ( {
	'xl/workbook.xml': HEAD + BOOK,
	'xl/_rels/workbook.xml.rels': HEAD + RELS,
	'xl/worksheets/sheet1.xml': `${ HEAD }<worksheet><sheetData>${ rows }</sheetData></worksheet>`,
	...others,
} );

export const zipped = ( files: Record< string, string > ): Uint8Array =>
	zipSync(
		Object.fromEntries(
			Object.entries( files ).map( ( [ name, text ] ) => [
				name,
				strToU8( text ),
			] )
		)
	);

export const xlsx = ( rows: string, others: Record< string, string > = {} ) =>
	new FakeFile( zipped( parts( rows, others ) ), 'file.xlsx' );

/**
 * A cell of text.
 * @param text
 */
export const t = ( text: string ) =>
	`<c t="inlineStr"><is><t>${ text }</t></is></c>`;
export const n = ( value: string, style = 0 ) =>
	`<c s="${ style }"><v>${ value }</v></c>`;
export const row = ( ...cells: string[] ) => `<row>${ cells.join( '' ) }</row>`;

/**
 * Where the number is, and where the name begins, by the sign of the head.
 * @param inEntry
 * @param inHead
 */
const placesOf = ( inEntry: number, inHead: number ) =>
	new Map< number, [ number, number ] >( [
		[ 0x02014b50, [ inEntry, 46 ] ],
		[ 0x04034b50, [ inHead, 30 ] ],
	] );

/**
 * Puts another number into the directory of a ZIP file, and into the head of the part itself.
 * @param bytes
 * @param name
 * @param inEntry
 * @param inHead
 * @param value
 */
export function claim(
	bytes: Uint8Array,
	name: string,
	inEntry: number,
	inHead: number,
	value: number
): Uint8Array {
	const copy = bytes.slice();
	const view = new DataView( copy.buffer );
	for ( let at = 0; at + 46 < copy.length; at++ ) {
		const sign = view.getUint32( at, true );
		const [ place, begin ] = placesOf( inEntry, inHead ).get( sign ) ?? [
			0, 0,
		];
		const found =
			begin > 0 &&
			new TextDecoder().decode(
				copy.slice( at + begin, at + begin + name.length )
			);
		if ( found === name ) {
			view.setUint32( at + place, value, true );
		}
	}
	return copy;
}
