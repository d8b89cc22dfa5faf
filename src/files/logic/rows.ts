import type { ImportRow } from '../../schema';
import { isChecked } from '../../shared/codes/check-digit';
import { momentOf } from '../../shared/format/time';
import { withoutGuard } from '../../shared/table-file/csv';
import { FIELDS, NUMBERS, type Field } from './fields';
import { hasLostDigits, numberOf, type Mark } from './number';

const MOST = new Map< Field, number >( FIELDS );

/** Words of other programs for what may be sold when there is none. */
const BACKORDERS: Readonly< Record< string, string > > = {
	'0': 'no',
	'1': 'yes',
	true: 'yes',
	false: 'no',
	'allow, but notify customer': 'notify',
	'do not allow': 'no',
	allow: 'yes',
	不允许: 'no',
	允许: 'yes',
	不允許: 'no',
	允許: 'yes',
};

/** How the cells of a file are read. */
export interface Reading {
	/** By place of the column. */
	fields: readonly Field[];
	mark: Mark;
	/** Whether days stand before months: 3/4/2026 is in April. */
	dayFirst: boolean;
	/** The clock on which times of the file are read. */
	timezone: string;
}

/**
 * What a cell says, as the server takes it; empty where it says nothing. What cannot be understood stays as it is: the
 * server says at the row what is wrong with it.
 */
export function valueOf(
	cell: string,
	field: Field,
	reading: Reading
): string {
	const text = withoutGuard( cell ).trim();
	if ( text === '' ) {
		return '';
	}
	if ( NUMBERS.has( field ) ) {
		return numberOf( text.replace( /^'/, '' ), reading.mark );
	}
	switch ( field ) {
		case 'backorders':
			return BACKORDERS[ text.toLowerCase() ] ?? text.toLowerCase();
		case 'kind':
			return text.toLowerCase();
		case 'counted_at':
			return momentText( text, reading );
		case 'barcode':
		case 'sku':
			// A program that wants digits kept writes ="0123".
			return /^="(.*)"$/.exec( text )?.[ 1 ] ?? text;
		default:
			return text;
	}
}

/** A row as it is sent; null where nothing is left of it. Empty cells are left out: they leave what is there. */
export function rowOf(
	cells: readonly string[],
	row: number,
	reading: Reading
): ImportRow | null {
	const values: [ string, string ][] = [];
	reading.fields.forEach( ( field, place ) => {
		const cell = cells[ place ] ?? '';
		// Where digits are lost, what is left names another item, or none.
		const isLost =
			( field === 'barcode' || field === 'sku' ) && hasLostDigits( cell );
		const value =
			field === '' || isLost ? '' : valueOf( cell, field, reading );
		if ( value !== '' ) {
			values.push( [ field, value.slice( 0, MOST.get( field ) ) ] );
		}
	} );
	return values.length === 0
		? null
		: { row, ...Object.fromEntries( values ) };
}

/** What a spreadsheet has done to codes; each with how many cells, and the first row of them. */
export interface Damage {
	kind: 'digits_lost' | 'zeros_lost';
	count: number;
	row: number;
}

/** Looks at the cells of the columns that hold codes. */
export function damageOf(
	rows: Iterable< readonly [ number, readonly string[] ] >,
	fields: readonly Field[]
): Damage[] {
	const lost: Damage = { kind: 'digits_lost', count: 0, row: 0 };
	const zeros: Damage = { kind: 'zeros_lost', count: 0, row: 0 };
	for ( const [ row, cells ] of rows ) {
		fields.forEach( ( field, place ) => {
			const cell = ( cells[ place ] ?? '' ).trim();
			const isCode = field === 'barcode' || field === 'sku';
			if ( isCode && hasLostDigits( cell ) ) {
				note( lost, row );
			}
			if ( field === 'barcode' && looksShort( cell ) ) {
				note( zeros, row );
			}
		} );
	}
	return [ lost, zeros ].filter( ( { count } ) => count > 0 );
}

function note( damage: Damage, row: number ) {
	damage.count++;
	damage.row = damage.row || row;
}

/** No barcode has so many digits, and with zeros in front its check digit is right. */
const looksShort = ( cell: string ): boolean =>
	/^[1-9](\d{6}|\d{8,10})$/.test( cell ) && isChecked( cell );

const ISO = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/;
const EUROPEAN = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})/;
const TIME = /[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?$/i;
const RFC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

/** A day, with or without a time, as a moment; what is none stays as it is. */
function momentText( text: string, { dayFirst, timezone }: Reading ): string {
	if ( RFC.test( text ) ) {
		return text;
	}
	const iso = ISO.exec( text );
	const other = EUROPEAN.exec( text );
	if ( ! iso && ! other ) {
		return text;
	}
	const [ year, month, day ] = iso
		? [ iso[ 1 ], iso[ 2 ], iso[ 3 ] ]
		: dayOf( other ?? [], dayFirst );
	const time = TIME.exec( text );
	const hour = Number( time?.[ 1 ] ?? 0 );
	const half = time?.[ 4 ]?.toLowerCase();
	const hours = half ? ( hour % 12 ) + ( half === 'pm' ? 12 : 0 ) : hour;
	const isDay =
		Number( month ) >= 1 &&
		Number( month ) <= 12 &&
		Number( day ) >= 1 &&
		Number( day ) <= 31;
	return isDay && hours < 24
		? momentOf(
				`${ year }-${ two( month ) }-${ two( day ) }`,
				`${ two( hours ) }:${ time?.[ 2 ] ?? '00' }:${ time?.[ 3 ] ?? '00' }`,
				timezone
			).toISOString()
		: text;
}

/** A point parts days, months and years only where days come first; a number above 12 is no month. */
function dayOf( [ , a, sign, b, year ]: readonly string[], dayFirst: boolean ) {
	const isDay =
		Number( a ) > 12 || sign === '.' || ( dayFirst && Number( b ) <= 12 );
	return isDay ? [ year, b, a ] : [ year, a, b ];
}

const two = ( number: string | number | undefined ) =>
	String( number ?? '' ).padStart( 2, '0' );
