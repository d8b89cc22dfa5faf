/** Why a file is not read; what a person is told of each is in view/words.ts. */
export type RefusalCode =
	| 'empty'
	| 'too_large'
	| 'picture'
	| 'pdf'
	| 'old_excel'
	| 'encrypted'
	| 'ods'
	| 'numbers_app'
	| 'other_zip'
	| 'web_page'
	| 'binary'
	| 'encoding'
	| 'broken_zip'
	| 'inflates_too_far'
	| 'declares_entities'
	| 'no_such_sheet'
	| 'too_many_rows'
	| 'too_many_columns'
	| 'line_too_long'
	| 'quote_left_open'
	| 'no_heading'
	| 'no_rows'
	| 'gone'
	| 'unknown';

/** A file, or a part of it, that cannot be read as a table. Nothing of it is kept, and nothing was sent. */
export class Refusal extends Error {
	constructor(
		readonly code: RefusalCode,
		/** The row of the file that it is about; 0 where it is about all of it. */
		readonly row = 0
	) {
		super( code );
		this.name = 'Refusal';
	}
}

/** What is read at most; looked at before memory is spent. */
export const LIMITS = {
	/** Bytes of a file. */
	file: 100_000_000,
	rows: 200_000,
	columns: 1_000,
	/** Characters of one row. */
	line: 4_000_000,
	/** Bytes of one part of an XLSX file, once it is inflated. */
	part: 400_000_000,
	/** Parts of an XLSX file. */
	parts: 10_000,
	/** Bytes of the list of parts. */
	directory: 4_000_000,
	/** Texts that the cells of an XLSX file share, and their characters in sum. */
	texts: 2_000_000,
	textSize: 200_000_000,
	/** What is kept of one cell: no field of an item is longer. */
	cell: 10_000,
} as const;
