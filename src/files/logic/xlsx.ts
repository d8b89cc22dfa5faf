import { LIMITS, Refusal } from './refusal';
import type { OnRow } from './csv';
import type { Source } from './source';
import { CellReader } from './xlsx-cells';
import { datesOf } from './xlsx-dates';
import { attribute, XmlReader, type XmlEvents } from './xml';
import { inflated, partsOf, type Part } from './zip';

/** An XLSX file (ECMA-376) that has been looked into: nothing but its list of sheets is read yet. */
export interface Workbook {
	source: Source;
	parts: Map< string, Part >;
	sheets: { name: string; part: string }[];
	since1904: boolean;
	/** Takes values from other files: what was last seen of them is used, and nothing is fetched. */
	hasLinks: boolean;
}

const WORKBOOK = 'xl/workbook.xml';
const NOTHING: XmlEvents = { open: () => {}, close: () => {}, text: () => {} };

/** @throws Refusal */
export async function openWorkbook( source: Source ): Promise< Workbook > {
	const parts = await partsOf( source );
	if ( ! parts.has( WORKBOOK ) ) {
		throw new Refusal( await otherZip( source, parts ) );
	}
	const targets = new Map< string, string >();
	await readPart( source, parts, 'xl/_rels/workbook.xml.rels', {
		...NOTHING,
		open: ( name, rest ) => {
			if ( name === 'Relationship' ) {
				targets.set(
					attribute( rest, 'Id' ) ?? '',
					( attribute( rest, 'Target' ) ?? '' ).replace(
						/^\/?(xl\/)?/,
						'xl/'
					)
				);
			}
		},
	} );
	const sheets: Workbook[ 'sheets' ] = [];
	let since1904 = false;
	await readPart( source, parts, WORKBOOK, {
		...NOTHING,
		open: ( name, rest ) => {
			if ( name === 'sheet' ) {
				const part = targets.get( attribute( rest, 'id' ) ?? '' ) ?? '';
				// A sheet that is a chart has no cells.
				if ( part.startsWith( 'xl/worksheets/' ) ) {
					sheets.push( {
						name: attribute( rest, 'name' ) ?? '',
						part,
					} );
				}
			}
			if ( name === 'workbookPr' ) {
				since1904 = /^(1|true)$/.test(
					attribute( rest, 'date1904' ) ?? ''
				);
			}
		},
	} );
	if ( sheets.length === 0 ) {
		throw new Refusal( 'no_such_sheet' );
	}
	return {
		source,
		parts,
		sheets,
		since1904,
		hasLinks: [ ...parts.keys() ].some( ( name ) =>
			name.startsWith( 'xl/externalLinks/' )
		),
	};
}

/** The cells of a sheet, row by row, as texts. */
export async function readSheet( book: Workbook, sheet: number, onRow: OnRow ) {
	const part = book.sheets[ sheet ]?.part;
	if ( part === undefined || ! book.parts.has( part ) ) {
		throw new Refusal( 'no_such_sheet' );
	}
	const { source, parts } = book;
	const texts = await textsOf( source, parts );
	const dates = datesOf( book.since1904 );
	await readPart( source, parts, 'xl/styles.xml', dates.styles );
	await readPart(
		source,
		parts,
		part,
		new CellReader( texts, dates.show, onRow )
	);
}

/** Texts that cells share: a cell has only the number of one. */
async function textsOf(
	source: Source,
	parts: Map< string, Part >
): Promise< string[] > {
	const texts: string[] = [];
	let text = '';
	let size = 0;
	let isText = false;
	let isReading = false;
	await readPart( source, parts, 'xl/sharedStrings.xml', {
		open: ( name ) => {
			if ( name === 'si' ) {
				text = '';
			}
			// How to pronounce it is not part of it.
			isReading = name === 'rPh' || ( isReading && name !== 'si' );
			isText = name === 't' && ! isReading;
		},
		close: ( name ) => {
			isText = false;
			isReading = isReading && name !== 'rPh';
			if ( name === 'si' ) {
				size += text.length;
				if ( texts.length >= LIMITS.texts || size > LIMITS.textSize ) {
					throw new Refusal( 'inflates_too_far' );
				}
				texts.push( text );
			}
		},
		text: ( more ) => {
			if ( isText && text.length < LIMITS.cell ) {
				text += more.slice( 0, LIMITS.cell - text.length );
			}
		},
	} );
	return texts;
}

/** Reads a part where there is one. */
async function readPart(
	source: Source,
	parts: Map< string, Part >,
	name: string,
	events: XmlEvents
) {
	const part = parts.get( name );
	if ( ! part ) {
		return;
	}
	const reader = new XmlReader( events );
	const decoder = new TextDecoder( 'utf-8', { fatal: true } );
	for await ( const bytes of inflated( source, part ) ) {
		reader.push( lettersOf( decoder, bytes ) );
	}
}

function lettersOf( decoder: TextDecoder, bytes: Uint8Array ): string {
	try {
		return decoder.decode( bytes, { stream: true } );
	} catch {
		throw new Refusal( 'broken_zip' );
	}
}

async function otherZip( source: Source, parts: Map< string, Part > ) {
	const names = [ ...parts.keys() ];
	if ( names.some( ( name ) => name.endsWith( '.iwa' ) ) ) {
		return 'numbers_app';
	}
	const type = parts.get( 'mimetype' );
	let said = '';
	if ( type && type.size < 1000 ) {
		for await ( const bytes of inflated( source, type ) ) {
			said += new TextDecoder().decode( bytes );
		}
	}
	return said.includes( 'opendocument' ) ? 'ods' : 'other_zip';
}
