import { CsvReader, layoutOf, type Separator } from './csv';
import { encodingOf, type Encoding } from './encoding';
import { guesses, headingRow, titlesOf, type Own } from './guess';
import type { Field } from './fields';
import { kindOf } from './kind';
import { LIMITS, Refusal } from './refusal';
import { portions, type Source } from './source';
import { openWorkbook, readSheet } from './xlsx';

/** What a person may say of a file where the guess is wrong. */
export interface Ways {
	encoding?: Encoding;
	separator?: Separator;
	/** Place of the sheet. */
	sheet?: number;
}

/** A file that has been read: rows stay with the reader, only these facts go to the screen. */
export interface Facts {
	name: string;
	kind: 'csv' | 'xlsx';
	encoding: Encoding;
	separator: Separator;
	sheets: string[];
	sheet: number;
	headings: string[];
	guesses: Field[];
	/** Rows under the headings, the first of them. */
	preview: { row: number; cells: string[] }[];
	rows: number;
	warnings: ( 'same_headings' | 'links' )[];
}

export interface Book {
	facts: Facts;
	/** Number of the row in the file, and its cells. */
	rows: ( readonly [ number, readonly string[] ] )[];
}

const PREVIEW = 20;
const SAMPLE = 262_144;

/**
 * Reads a file as a table.
 *
 * @throws Refusal
 */
export async function readBook(
	source: Source,
	ways: Ways,
	own: Own
): Promise< Book > {
	const rows: [ number, string[] ][] = [];
	const onRow = ( cells: string[], row: number ) => {
		while ( cells.length > 0 && cells[ cells.length - 1 ] === '' ) {
			cells.pop();
		}
		if ( cells.some( ( cell ) => cell.trim() !== '' ) ) {
			rows.push( [ row, cells ] );
		}
		if ( rows.length > LIMITS.rows ) {
			throw new Refusal( 'too_many_rows', row );
		}
	};
	const kind = await kindOf( source );
	const how =
		kind === 'csv'
			? await readCsv( source, ways, onRow )
			: await readXlsx( source, ways, onRow );
	return bookOf( source.name, kind, how, rows, own );
}

type How = Pick< Facts, 'encoding' | 'separator' | 'sheets' | 'sheet' > & {
	hasLinks: boolean;
};

function bookOf(
	name: string,
	kind: Facts[ 'kind' ],
	{ hasLinks, ...how }: How,
	rows: [ number, string[] ][],
	own: Own
): Book {
	const at = headingRow(
		rows.slice( 0, PREVIEW ).map( ( [ , cells ] ) => cells ),
		own
	);
	const heading = rows[ at ]?.[ 1 ] ?? [];
	if ( heading.length === 0 ) {
		throw new Refusal( 'no_heading' );
	}
	const below = rows.slice( at + 1 );
	if ( below.length === 0 ) {
		throw new Refusal( 'no_rows' );
	}
	const headings = titlesOf( heading );
	const words = heading.map( ( cell ) => cell.trim() ).filter( Boolean );
	return {
		rows: below,
		facts: {
			name,
			kind,
			...how,
			headings,
			guesses: guesses( headings, own ),
			preview: below.slice( 0, PREVIEW ).map( ( [ row, cells ] ) => ( {
				row,
				cells: headings.map( ( _, place ) =>
					( cells[ place ] ?? '' ).slice( 0, 200 )
				),
			} ) ),
			rows: below.length,
			warnings: [
				...( new Set( words ).size < words.length
					? ( [ 'same_headings' ] as const )
					: [] ),
				...( hasLinks ? ( [ 'links' ] as const ) : [] ),
			],
		},
	};
}

async function readCsv(
	source: Source,
	ways: Ways,
	onRow: ( cells: string[], row: number ) => void
): Promise< How > {
	const sample = await source.read( 0, Math.min( source.size, SAMPLE ) );
	const encoding =
		ways.encoding ?? encodingOf( sample, source.size <= SAMPLE );
	const decode = decoderOf( encoding );
	let layout: { separator: Separator; skip: number } | null = null;
	let reader: CsvReader | null = null;
	for await ( const bytes of portions( source, 0, source.size ) ) {
		let text = decode( bytes, true );
		if ( ! reader ) {
			layout = layoutOf( text );
			text = text.slice( layout.skip );
			layout = {
				...layout,
				separator: ways.separator ?? layout.separator,
			};
			reader = new CsvReader( layout.separator, onRow );
		}
		reader.push( text );
	}
	reader?.push( decode( new Uint8Array(), false ) );
	reader?.end();
	return {
		encoding,
		separator: layout?.separator ?? ',',
		sheets: [],
		sheet: 0,
		hasLinks: false,
	};
}

/** Letters of an encoding; bytes that are none in it are not guessed at. */
function decoderOf( encoding: Encoding ) {
	const decoder = new TextDecoder( encoding, { fatal: true } );
	return ( bytes: Uint8Array< ArrayBuffer >, stream: boolean ): string => {
		try {
			return decoder.decode( bytes, { stream } );
		} catch {
			throw new Refusal( 'encoding' );
		}
	};
}

async function readXlsx(
	source: Source,
	ways: Ways,
	onRow: ( cells: string[], row: number ) => void
): Promise< How > {
	const workbook = await openWorkbook( source );
	// The first one that has anything in it, where nobody says which.
	let sheet = ways.sheet ?? 0;
	let hasRows = false;
	const look = ( cells: string[], row: number ) => {
		hasRows = hasRows || cells.length > 0;
		onRow( cells, row );
	};
	await readSheet( workbook, sheet, look );
	while (
		ways.sheet === undefined &&
		! hasRows &&
		sheet + 1 < workbook.sheets.length
	) {
		sheet++;
		await readSheet( workbook, sheet, look );
	}
	return {
		encoding: 'utf-8',
		separator: ',',
		sheets: workbook.sheets.map( ( { name } ) => name ),
		sheet,
		hasLinks: workbook.hasLinks,
	};
}
