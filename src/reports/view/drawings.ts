import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import type { Drawing } from '../../shared/chart/drawing';
import { formatQuantity } from '../../shared/format/quantity';
import { money, number } from '../../shared/format/words';
import { byAge, byCategory, cellOf, most, shownSum } from '../logic/pictures';
import { AGES } from '../logic/reports';
import type { Column, Table } from '../logic/table';
import { columnWord } from './words';

const BLUE = '#2271b1';
const RED = '#b32d2e';

const units = ( value: number | string ) =>
	formatQuantity( value, boot().locale );

const SHORT = 5;

/** The first few bars in words. */
const inWords = (
	names: readonly string[],
	values: readonly number[],
	format: ( value: number ) => string
) =>
	names
		.slice( 0, SHORT )
		.map(
			( name, place ) => `${ name }: ${ format( values[ place ] ?? 0 ) }`
		)
		.join( ', ' );

/** Names and what is said of each: bars by one of the columns, all of them in the table. */
function bars(
	rows: string,
	names: string[],
	set: { label: string; colour: string; values: number[]; isMoney: boolean },
	columns: string[],
	cells: string[][]
): Drawing {
	const format = ( value: number ) =>
		set.isMoney ? money( value ) : units( value );
	return {
		type: 'lying',
		labels: names,
		sets: [ set ],
		format: ( value ) =>
			set.isMoney ? money( value, true ) : number( value, 4 ),
		summary: `${ set.label }: ${ inWords( names, set.values, format ) }`,
		rows,
		columns,
		cells: names.map( ( row, place ) => ( {
			row,
			values: cells[ place ] ?? [],
		} ) ),
	};
}

export function drawCategories( table: Table ): Drawing | null {
	const shown = shownSum( table, [ 'value_cost', 'value_price' ] );
	if ( shown === null ) {
		return null;
	}
	const other: Column = shown === 'value_cost' ? 'value_price' : 'value_cost';
	const groups = byCategory( table, [ shown, other, 'on_hand' ] );
	return bars(
		columnWord( 'category' ),
		groups.map( ( { name } ) => {
			if ( name === null ) {
				return __( 'All others', 'woo-inventory-guard' );
			}
			return name === ''
				? __( 'No category', 'woo-inventory-guard' )
				: name;
		} ),
		{
			label: columnWord( shown ),
			colour: BLUE,
			values: groups.map( ( { sums } ) => sums[ 0 ] ?? 0 ),
			isMoney: true,
		},
		[ shown, other, 'on_hand' as const ].map( columnWord ),
		groups.map( ( { sums: [ one = 0, two = 0, three = 0 ] } ) => [
			money( one ),
			money( two ),
			units( three ),
		] )
	);
}

export function drawAges( table: Table ): Drawing | null {
	const ages = byAge( table );
	if ( ages.length === 0 || table.rows.length === 0 ) {
		return null;
	}
	const isMoney = ages.some( ( { cost } ) => cost !== 0 );
	return bars(
		__( 'Age', 'woo-inventory-guard' ),
		AGES.map( columnWord ),
		{
			label: columnWord( isMoney ? 'value_cost' : 'on_hand' ),
			colour: BLUE,
			values: ages.map( ( age ) => ( isMoney ? age.cost : age.units ) ),
			isMoney,
		},
		[ columnWord( 'on_hand' ), columnWord( 'value_cost' ) ],
		ages.map( ( age ) => [ units( age.units ), money( age.cost ) ] )
	);
}

export function drawLost( table: Table ): Drawing | null {
	const shown = shownSum( table, [ 'lost_sales', 'lost_units' ] );
	if ( shown === null ) {
		return null;
	}
	const isMoney = shown === 'lost_sales';
	const found = most( table, shown );
	const word = (
		row: number,
		column: Column,
		say: ( value: number | string ) => string
	) => {
		const value = cellOf( table, row, column );
		return value === null ? '–' : say( value );
	};
	return bars(
		columnWord( 'name' ),
		found.map( ( { name } ) => name ),
		{
			label: columnWord( shown ),
			colour: RED,
			values: found.map( ( { value } ) => value ),
			isMoney,
		},
		( [ 'days_out', 'lost_units', 'lost_sales' ] as const ).map(
			columnWord
		),
		found.map( ( { row } ) => [
			word( row, 'days_out', number ),
			word( row, 'lost_units', units ),
			word( row, 'lost_sales', money ),
		] )
	);
}
