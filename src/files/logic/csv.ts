import { LIMITS, Refusal } from './refusal';

export const SEPARATORS = [ ',', ';', '\t', '|' ] as const;

export type Separator = ( typeof SEPARATORS )[ number ];

/** A row of a file: its number as a spreadsheet shows it, and its cells. */
export type OnRow = ( cells: string[], row: number ) => void;

const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;
const NUL = 0;

/**
 * Reads CSV (RFC 4180, and what programs make of it) from text that comes in portions. A library would hand over a cell
 * when it ends; here the limits hold in the middle of one, so that a quote that is never closed costs no memory.
 */
export class CsvReader {
	private cells: string[] = [];
	private cell = '';
	private size = 0;
	private row = 1;
	private quoted = false;
	/** The last character was a quote in a quoted cell: its end, or the first of two. */
	private closing = false;
	/** Nothing of the cell is there yet: a quote begins it. */
	private fresh = true;
	private afterCr = false;
	/** Where the quote that is open stands. */
	private openedAt = 0;
	private readonly separator: number;

	constructor(
		separator: Separator,
		private readonly onRow: OnRow
	) {
		this.separator = separator.charCodeAt( 0 );
	}

	/** @throws Refusal */
	push( text: string ) {
		let begin = 0;
		for ( let at = 0; at < text.length; at++ ) {
			const code = text.charCodeAt( at );
			if ( this.closing ) {
				this.closing = false;
				if ( code === QUOTE ) {
					// Two are one, and this one is kept.
					begin = at;
					continue;
				}
				this.quoted = false;
				begin = at;
			}
			if ( code === NUL ) {
				throw new Refusal( 'binary', this.row );
			}
			if ( this.quoted ) {
				if ( code === QUOTE ) {
					this.take( text, begin, at );
					this.closing = true;
				}
				continue;
			}
			if ( code === QUOTE && this.fresh && begin === at ) {
				this.quoted = true;
				this.fresh = false;
				this.openedAt = this.row;
				begin = at + 1;
			} else if ( code === this.separator ) {
				this.take( text, begin, at );
				this.endCell();
				begin = at + 1;
			} else if ( code === LF && this.afterCr ) {
				begin = at + 1;
			} else if ( code === CR || code === LF ) {
				this.take( text, begin, at );
				this.endRow();
				begin = at + 1;
			}
			this.afterCr = code === CR;
		}
		if ( ! this.closing ) {
			this.take( text, begin, text.length );
		}
	}

	/** @throws Refusal */
	end() {
		if ( this.quoted && ! this.closing ) {
			throw new Refusal( 'quote_left_open', this.openedAt );
		}
		if ( this.cells.length > 0 || this.cell !== '' || ! this.fresh ) {
			this.endRow();
		}
	}

	private take( text: string, from: number, to: number ) {
		if ( to <= from ) {
			return;
		}
		this.size += to - from;
		this.fresh = false;
		if ( this.size > LIMITS.line ) {
			throw this.quoted
				? new Refusal( 'quote_left_open', this.openedAt )
				: new Refusal( 'line_too_long', this.row );
		}
		if ( this.cell.length < LIMITS.cell ) {
			this.cell += text.slice(
				from,
				Math.min( to, from + LIMITS.cell - this.cell.length )
			);
		}
	}

	private endCell() {
		this.cells.push( this.cell );
		this.cell = '';
		this.fresh = true;
		if ( this.cells.length > LIMITS.columns ) {
			throw new Refusal( 'too_many_columns', this.row );
		}
	}

	private endRow() {
		this.endCell();
		this.onRow( this.cells, this.row );
		this.cells = [];
		this.size = 0;
		this.row++;
	}
}

/** Excel's own first line, which says the separator and is no row. */
const SEP_LINE = /^\ufeff?"?sep=([,;\t|])"?(\r\n|\r|\n)/i;

export interface Layout {
	separator: Separator;
	/** Characters at the beginning that belong to no row. */
	skip: number;
}

/** How a text is cut into cells: as it says itself, or as its first rows have most columns, and all the same number. */
export function layoutOf( sample: string ): Layout {
	const said = SEP_LINE.exec( sample );
	const separator = SEPARATORS.find( ( mark ) => mark === said?.[ 1 ] );
	if ( said && separator ) {
		return { separator, skip: said[ 0 ].length };
	}
	let best: Layout = {
		separator: ',',
		skip: sample.startsWith( '\ufeff' ) ? 1 : 0,
	};
	let most = 0;
	for ( const mark of SEPARATORS ) {
		const score = evenness( sample.slice( best.skip ), mark );
		if ( score > most ) {
			most = score;
			best = { ...best, separator: mark };
		}
	}
	return best;
}

/** Columns of the rows, where they have more than one, times the share of rows that have that number. */
function evenness( sample: string, separator: Separator ): number {
	const widths: number[] = [];
	const reader = new CsvReader( separator, ( cells ) => {
		if ( cells.some( ( cell ) => cell !== '' ) ) {
			widths.push( cells.length );
		}
	} );
	try {
		reader.push( sample );
	} catch {
		// As far as it went: what is wrong with the file is said when it is read.
	}
	const known =
		widths.length > 0 ? widths : [ sample.split( separator ).length ];
	const counts = new Map< number, number >();
	for ( const width of known ) {
		counts.set( width, ( counts.get( width ) ?? 0 ) + 1 );
	}
	const [ width = 1, count = 0 ] =
		[ ...counts ].sort(
			( a, b ) => b[ 1 ] - a[ 1 ] || b[ 0 ] - a[ 0 ]
		)[ 0 ] ?? [];
	return width < 2 ? 0 : ( count / known.length ) * Math.log2( width );
}
