import type { OnRow } from './csv';
import { expanded } from './number';
import { LIMITS, Refusal } from './refusal';
import { attribute, type XmlEvents } from './xml';

/** Digits of a number that a spreadsheet keeps; what it stores beyond them is how doubles are. */
const DIGITS = 15;

/** Cells of a sheet as they go by. */
export class CellReader implements XmlEvents {
	private cells: string[] = [];
	private row = 0;
	private column = 0;
	private type = '';
	private style = 0;
	private value = '';
	private inside = '';
	private isReading = false;

	constructor(
		private readonly texts: readonly string[],
		/** A number with its style, as a day or time where the style says so; else null. */
		private readonly dateOf: (
			value: number,
			style: number
		) => string | null,
		private readonly onRow: OnRow
	) {}

	open = ( name: string, rest: string ) => {
		if ( name === 'row' ) {
			this.row = Number( attribute( rest, 'r' ) ?? this.row + 1 );
			this.cells = [];
			this.column = 0;
		} else if ( name === 'c' ) {
			const place = attribute( rest, 'r' );
			this.column = place ? columnOf( place ) : this.column + 1;
			if ( this.column > LIMITS.columns ) {
				throw new Refusal( 'too_many_columns', this.row );
			}
			this.type = attribute( rest, 't' ) ?? 'n';
			this.style = Number( attribute( rest, 's' ) ?? 0 );
			this.value = '';
		} else if ( name === 'rPh' ) {
			this.isReading = true;
		}
		this.inside = name;
	};

	close = ( name: string ) => {
		this.inside = '';
		if ( name === 'rPh' ) {
			this.isReading = false;
		} else if ( name === 'c' && this.value !== '' ) {
			while ( this.cells.length < this.column ) {
				this.cells.push( '' );
			}
			this.cells[ this.column - 1 ] = this.said();
		} else if ( name === 'row' ) {
			this.onRow( this.cells, this.row );
		}
	};

	text = ( more: string ) => {
		const isWanted =
			this.inside === 'v' || ( this.inside === 't' && ! this.isReading );
		if ( isWanted && this.value.length < LIMITS.cell ) {
			this.value += more.slice( 0, LIMITS.cell - this.value.length );
		}
	};

	private said(): string {
		switch ( this.type ) {
			case 's':
				return this.texts[ Number( this.value ) ] ?? '';
			case 'n':
				return this.number();
			default:
				return this.value;
		}
	}

	private number(): string {
		const value = Number( this.value );
		if ( ! Number.isFinite( value ) ) {
			return this.value;
		}
		const shown = this.dateOf( value, this.style );
		if ( shown !== null ) {
			return shown;
		}
		const digits = value.toPrecision( DIGITS );
		// Beyond them digits are lost; that is to be seen.
		return Math.abs( value ) >= 10 ** DIGITS
			? value.toExponential( DIGITS - 1 )
			: ( expanded( digits ) ?? this.value );
	}
}

/** The number of the column in a place such as AB12. */
function columnOf( place: string ): number {
	let number = 0;
	for ( const letter of place.toUpperCase() ) {
		const code = letter.charCodeAt( 0 ) - 64;
		if ( code < 1 || code > 26 || number > LIMITS.columns ) {
			break;
		}
		number = number * 26 + code;
	}
	return number;
}
