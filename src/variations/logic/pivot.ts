import type { Item, Variations } from '../../schema';
import { toUnits, type Units } from '../../shared/format/quantity';

export interface Value {
	/** As it is stored; empty is any. */
	value: string;
	name: string;
}

export interface Sums {
	onHand: Units;
	reserved: Units;
}

export interface Cell {
	/** The variations with exactly this combination: one, unless the product has it twice. */
	items: Item[];
	/** Where there is none: whether a variation for "any" value is sold instead. */
	covered: boolean;
}

export interface Line {
	value: Value;
	cells: Cell[];
	sums: Sums;
}

/** The matrix of one combination of the other attributes; of a product with two there is one. */
export interface Group {
	/** What all of it has in common, by the attribute's name. */
	options: { attribute: string; value: Value }[];
	rows: Line[];
	columns: { value: Value; sums: Sums }[];
	sums: Sums;
}

export interface Matrix {
	groups: Group[];
	/** Values across, in all groups. */
	columns: Value[];
	sums: Sums;
	missing: number;
}

export interface Axes {
	rows: number;
	/** Null where the product has one attribute only: a single column. */
	columns: number | null;
}

const ONLY: Value = { value: '', name: '' };

/** Two attributes across each other; where the address asks for what is not there, the first two. */
export function axesOf(
	attributes: Variations[ 'attributes' ],
	rows: number,
	columns: number
): Axes {
	const known = ( index: number ) => index >= 0 && index < attributes.length;
	if ( attributes.length < 2 ) {
		return { rows: 0, columns: null };
	}
	return known( rows ) && known( columns ) && rows !== columns
		? { rows, columns }
		: { rows: 0, columns: 1 };
}

/** Values of an attribute, in the product's order; then what variations have that the product no longer offers, and "any". */
function valuesOf( data: Variations, index: number ): Value[] {
	const offered = data.attributes[ index ]?.values ?? [];
	const stored = new Set(
		data.variations.map( ( { options } ) => options[ index ] ?? '' )
	);
	const gone = [ ...stored ].filter(
		( value ) =>
			value !== '' && ! offered.some( ( one ) => one.value === value )
	);
	return [
		...offered,
		...gone.map( ( value ) => ( { value, name: value } ) ),
		...( stored.has( '' ) ? [ ONLY ] : [] ),
	];
}

function sumOf( items: readonly Item[] ): Sums {
	const counted = items.filter( ( item ) => item.tracked );
	const total = ( what: 'on_hand' | 'reserved' ) =>
		counted.reduce( ( sum, item ) => sum + toUnits( item[ what ] ), 0n );
	return { onHand: total( 'on_hand' ), reserved: total( 'reserved' ) };
}

/** The product as a matrix. Groups that have no variation at all are left out. */
export function pivot( data: Variations, axes: Axes ): Matrix {
	const rows = valuesOf( data, axes.rows );
	const columns =
		axes.columns === null ? [ ONLY ] : valuesOf( data, axes.columns );
	const others = data.attributes.flatMap( ( _, index ) =>
		index === axes.rows || index === axes.columns ? [] : index
	);
	const keyOf = ( options: readonly string[], indexes: number[] ) =>
		JSON.stringify( indexes.map( ( index ) => options[ index ] ?? '' ) );
	const groups = combinations( data, others ).filter( ( combination ) =>
		data.variations.some(
			( { options } ) =>
				keyOf( options, others ) ===
				JSON.stringify( combination.map( ( { value } ) => value ) )
		)
	);
	const made = groups.map( ( combination ): Group => {
		const cellAt = ( row: Value, column: Value ): Cell => {
			const wanted = ( index: number ) => {
				if ( index === axes.rows ) {
					return row.value;
				}
				return index === axes.columns
					? column.value
					: ( combination[ others.indexOf( index ) ]?.value ?? '' );
			};
			const fits = ( any: boolean ) =>
				data.variations.filter( ( { options } ) =>
					data.attributes.every(
						( _, index ) =>
							( options[ index ] ?? '' ) === wanted( index ) ||
							( any && ( options[ index ] ?? '' ) === '' )
					)
				);
			const items = fits( false ).map( ( { item } ) => item );
			return {
				items,
				covered: ! items.length && fits( true ).length > 0,
			};
		};
		const lines = rows.map( ( value ): Line => {
			const cells = columns.map( ( column ) => cellAt( value, column ) );
			return {
				value,
				cells,
				sums: sumOf( cells.flatMap( ( { items } ) => items ) ),
			};
		} );
		const inColumn = ( index: number ) =>
			lines.flatMap( ( { cells } ) => cells[ index ]?.items ?? [] );
		return {
			options: combination.map( ( value, index ) => ( {
				attribute: data.attributes[ others[ index ] ?? 0 ]?.name ?? '',
				value,
			} ) ),
			rows: lines,
			columns: columns.map( ( value, index ) => ( {
				value,
				sums: sumOf( inColumn( index ) ),
			} ) ),
			sums: sumOf( columns.flatMap( ( _, index ) => inColumn( index ) ) ),
		};
	} );
	const cells = made.flatMap( ( group ) =>
		group.rows.flatMap( ( row ) => row.cells )
	);
	return {
		groups: made,
		columns,
		sums: sumOf( data.variations.map( ( { item } ) => item ) ),
		missing: cells.filter( isMissing ).length,
	};
}

/** Nobody can buy it: the product offers it, and no variation is it. */
export const isMissing = ( cell: Cell ): boolean =>
	cell.items.length === 0 && ! cell.covered;

function combinations( data: Variations, indexes: number[] ): Value[][] {
	return indexes.reduce< Value[][] >(
		( before, index ) =>
			before.flatMap( ( start ) =>
				valuesOf( data, index ).map( ( value ) => [ ...start, value ] )
			),
		[ [] ]
	);
}

/** The same with one column only, as a phone shows it. */
export const onlyColumn = ( group: Group, index: number ): Group => ( {
	...group,
	rows: group.rows.map( ( row ) => ( {
		...row,
		cells: row.cells.slice( index, index + 1 ),
	} ) ),
	columns: group.columns.slice( index, index + 1 ),
	sums: group.columns[ index ]?.sums ?? group.sums,
} );

/** An answer about one item in its place, unless what is there is newer. */
export const withItem = ( data: Variations, item: Item ): Variations => ( {
	...data,
	variations: data.variations.map( ( variation ) =>
		variation.item.id === item.id && variation.item.version <= item.version
			? { ...variation, item }
			: variation
	),
} );
