import type { Abc } from './classes';
import { numberOf } from './figures';
import { AGES } from './reports';
import type { Column, Table } from './table';

/** Bars of a picture; more than these are added up in one. */
const MOST_BARS = 10;

/** Points of a curve; more cannot be told apart. */
const MOST_POINTS = 120;

/** Of the columns whose sums could be shown, the first in which anything is known. */
export function shownSum(
	{ totals }: Table,
	columns: readonly Column[]
): Column | null {
	return (
		columns.find( ( column ) => ( totals[ column ] ?? 0 ) !== 0 ) ?? null
	);
}

/** A column's values, row by row; what is not known counts as nothing. */
function valuesOf( { columns, rows }: Table, column: Column ): number[] {
	const place = columns.findIndex( ( { id } ) => id === column );
	return rows.map(
		( { values } ) => numberOf( values[ place ] ?? null ) ?? 0
	);
}

const wordsOf = ( { columns, rows }: Table, column: Column ): string[] => {
	const place = columns.findIndex( ( { id } ) => id === column );
	return rows.map( ( { values } ) => String( values[ place ] ?? '' ) );
};

const rounded = ( value: number ) => Math.round( value * 10_000 ) / 10_000;

export interface Group {
	/** Empty for rows without a category; null for all the others together. */
	name: string | null;
	sums: number[];
}

/**
 * All rows by category, the largest by the first of the columns first; what is too small for a bar of its own is put
 * together, so that the bars are the whole.
 */
export function byCategory(
	table: Table,
	columns: readonly Column[]
): Group[] {
	const values = columns.map( ( column ) => valuesOf( table, column ) );
	const sums = new Map< string, number[] >();
	wordsOf( table, 'category' ).forEach( ( name, row ) => {
		const before = sums.get( name );
		sums.set(
			name,
			values.map(
				( column, place ) =>
					( before?.[ place ] ?? 0 ) + ( column[ row ] ?? 0 )
			)
		);
	} );
	const groups = [ ...sums ]
		.map( ( [ name, own ] ) => ( { name, sums: own.map( rounded ) } ) )
		.sort(
			( one, two ) => ( two.sums[ 0 ] ?? 0 ) - ( one.sums[ 0 ] ?? 0 )
		);
	if ( groups.length <= MOST_BARS + 1 ) {
		return groups;
	}
	const others = groups.slice( MOST_BARS );
	return [
		...groups.slice( 0, MOST_BARS ),
		{
			name: null,
			sums: columns.map( ( _, place ) =>
				rounded(
					others.reduce(
						( sum, group ) => sum + ( group.sums[ place ] ?? 0 ),
						0
					)
				)
			),
		},
	];
}

/** The rows with most in a column, the largest first; of those that have any. */
export function most(
	table: Table,
	column: Column
): { name: string; row: number; value: number }[] {
	const names = wordsOf( table, 'name' );
	return valuesOf( table, column )
		.map( ( value, row ) => ( { name: names[ row ] ?? '', row, value } ) )
		.filter( ( { value } ) => value > 0 )
		.sort( ( one, two ) => two.value - one.value )
		.slice( 0, MOST_BARS );
}

/** What a row has in a column, for who shows some of the rows. */
export const cellOf = (
	{ columns, rows }: Table,
	row: number,
	column: Column
) =>
	rows[ row ]?.values[ columns.findIndex( ( { id } ) => id === column ) ] ??
	null;

/** Units and what they cost, by age: each unit of an item costs the same. Without a cost it counts as nothing. */
export function byAge( table: Table ): { units: number; cost: number }[] {
	const onHand = valuesOf( table, 'on_hand' );
	const costs = valuesOf( table, 'value_cost' ).map(
		( cost, row ) => cost / ( onHand[ row ] || 1 )
	);
	return AGES.map( ( age ) => {
		const units = valuesOf( table, age );
		return {
			units: table.totals[ age ] ?? 0,
			cost: rounded(
				units.reduce(
					( sum, own, row ) => sum + own * ( costs[ row ] ?? 0 ),
					0
				)
			),
		};
	} );
}

const ABC: readonly Abc[] = [ 'A', 'B', 'C' ];

/** The first letter of a class such as AX. */
const classIn = ( word: string ): Abc =>
	ABC.find( ( letter ) => word.startsWith( letter ) ) ?? 'C';

export interface Pareto {
	/** Shares of all items and of all sales: from nothing up to the whole. */
	points: { items: number; sales: number; class: Abc }[];
	classes: {
		class: Abc;
		items: number;
		itemShare: number;
		sales: number;
		salesShare: number;
	}[];
}

/**
 * The curve that Pareto's rule is about: which share of the sales is made by which share of the items, the best first.
 * Null where nothing was sold.
 */
export function pareto( table: Table ): Pareto | null {
	const letters = wordsOf( table, 'class' );
	const items = valuesOf( table, 'sales' )
		.map( ( sales, row ) => ( {
			sales: Math.max( 0, sales ),
			class: classIn( letters[ row ] ?? '' ),
		} ) )
		.sort(
			( one, two ) =>
				two.sales - one.sales || one.class.localeCompare( two.class )
		);
	const whole = items.reduce( ( sum, { sales } ) => sum + sales, 0 );
	if ( whole === 0 ) {
		return null;
	}
	const step = Math.ceil( items.length / MOST_POINTS );
	const points: Pareto[ 'points' ] = [
		{ items: 0, sales: 0, class: items[ 0 ]?.class ?? 'A' },
	];
	let sum = 0;
	items.forEach( ( item, place ) => {
		sum += item.sales;
		const isLast = items[ place + 1 ]?.class !== item.class;
		if ( isLast || place % step === 0 ) {
			points.push( {
				items: ( place + 1 ) / items.length,
				sales: sum / whole,
				class: item.class,
			} );
		}
	} );
	return {
		points,
		classes: ABC.map( ( letter ) => {
			const own = items.filter( ( item ) => item.class === letter );
			const sales = own.reduce( ( all, item ) => all + item.sales, 0 );
			return {
				class: letter,
				items: own.length,
				itemShare: own.length / items.length,
				sales: rounded( sales ),
				salesShare: sales / whole,
			};
		} ),
	};
}
