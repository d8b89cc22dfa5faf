/** A cell: text of anybody's, or a number of ours. */
export type Cell = string | number | null;

/** What Excel takes for the beginning of a formula, also behind spaces or quotes of its own. */
const FORMULA = /^[\s'"]*[=+\-@\t\r\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}]/u;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Excel takes a file without it for one in the letters of its own country. */
const BOM = '\u{feff}';
const END = '\r\n';

/**
 * A line of a CSV file (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP
 * advises ("CSV Injection"); plain numbers, also those below zero, stay numbers.
 */
export const csvLine = ( cells: readonly Cell[] ): string =>
	cells.map( csvCell ).join( ',' ) + END;

export const csvBegin = ( head: readonly string[] ): string =>
	BOM + csvLine( head );

/** Text that a spreadsheet would run. */
const isFormula = ( text: string ): boolean =>
	FORMULA.test( text ) && ! NUMBER.test( text );

/**
 * What was written here, as it was before: without the apostrophe that was put in front of it. Text that was written as
 * it is never begins with an apostrophe before a formula, so that nothing else is touched.
 */
export const withoutGuard = ( text: string ): string =>
	text.startsWith( "'" ) && isFormula( text.slice( 1 ) )
		? text.slice( 1 )
		: text;

function csvCell( cell: Cell ): string {
	if ( cell === null ) {
		return '';
	}
	const text = String( cell );
	const safe = isFormula( text ) ? `'${ text }` : text;
	return /[",\r\n]/.test( safe ) || safe !== safe.trim()
		? `"${ safe.replaceAll( '"', '""' ) }"`
		: safe;
}
