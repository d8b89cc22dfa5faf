export interface Place {
	row: number;
	column: number;
}

export interface Size {
	rows: number;
	columns: number;
	/** Rows that one screen shows. */
	page: number;
}

export interface Keys {
	key: string;
	ctrl: boolean;
	shift: boolean;
}

const within = ( value: number, length: number ) =>
	Math.max( 0, Math.min( length - 1, value ) );

/** Where a key leads to; null where it leads nowhere (and is the browser's to handle). */
export function moveBy( from: Place, size: Size, keys: Keys ): Place | null {
	const to = ( row: number, column: number ): Place => ( {
		row: within( row, size.rows ),
		column: within( column, size.columns ),
	} );
	const { row, column } = from;
	const { ctrl } = keys;
	switch ( keys.key ) {
		case 'ArrowDown':
			return to( ctrl ? size.rows : row + 1, column );
		case 'ArrowUp':
			return to( ctrl ? 0 : row - 1, column );
		case 'ArrowRight':
			return to( row, ctrl ? size.columns : column + 1 );
		case 'ArrowLeft':
			return to( row, ctrl ? 0 : column - 1 );
		case 'Home':
			return to( ctrl ? 0 : row, 0 );
		case 'End':
			return to( ctrl ? size.rows : row, size.columns );
		case 'PageDown':
			return to( row + size.page, column );
		case 'PageUp':
			return to( row - size.page, column );
		default:
			return null;
	}
}

/** Tab reads as a line of text does; before the first and after the last cell it leaves the sheet. */
export function moveByTab(
	from: Place,
	size: Size,
	backwards: boolean
): Place | null {
	const at = from.row * size.columns + from.column + ( backwards ? -1 : 1 );
	return at < 0 || at >= size.rows * size.columns
		? null
		: {
				row: Math.floor( at / size.columns ),
				column: at % size.columns,
			};
}

export interface Range {
	top: number;
	bottom: number;
	left: number;
	right: number;
}

export const rangeOf = ( one: Place, other: Place ): Range => ( {
	top: Math.min( one.row, other.row ),
	bottom: Math.max( one.row, other.row ),
	left: Math.min( one.column, other.column ),
	right: Math.max( one.column, other.column ),
} );

export const isIn = ( range: Range, row: number, column: number ): boolean =>
	row >= range.top &&
	row <= range.bottom &&
	column >= range.left &&
	column <= range.right;
