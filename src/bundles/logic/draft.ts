import type { ComponentsRequest } from '../../schema';
import {
	formatUnits,
	parseUnits,
	toWire,
	type ParseProblem,
} from '../../shared/format/quantity';
import { idsOf, type Piece } from './flatten';

/** A component as it is typed. */
export interface Row {
	id: number;
	text: string;
	others?: readonly number[];
	optional?: boolean;
}

export type RowProblem = ParseProblem | 'not-positive';

const ONE = 10_000n;

export const rowsOf = ( pieces: readonly Piece[], locale: string ): Row[] =>
	pieces.map( ( { units, ...piece } ) => ( {
		...piece,
		text: formatUnits( units, locale ),
	} ) );

const has = ( row: Row | Piece, id: number ): boolean =>
	row.id === id || ( row.others ?? [] ).includes( id );

/** Whether an item has its place already: it can have one only. */
export const isIn = ( rows: readonly Row[], id: number ): boolean =>
	rows.some( ( row ) => has( row, id ) );

/** One more of it: the same code scanned twice means two. */
export function addOne(
	rows: readonly Row[],
	id: number,
	locale: string
): Row[] {
	if ( ! isIn( rows, id ) ) {
		return [ ...rows, { id, text: formatUnits( ONE, locale ) } ];
	}
	return rows.map( ( row ) => {
		const parsed = parseUnits( row.text, locale );
		return has( row, id ) && 'units' in parsed
			? { ...row, text: formatUnits( parsed.units + ONE, locale ) }
			: row;
	} );
}

/** What will do as well, in the row of `beside`; nothing where it has a place already. */
export const addAlternative = (
	rows: readonly Row[],
	beside: number,
	id: number
): Row[] =>
	rows.map( ( row ) =>
		row.id === beside && ! isIn( rows, id )
			? { ...row, others: [ ...( row.others ?? [] ), id ] }
			: row
	);

/** Without this item: the next alternative stands in for it, and where there is none the row goes. */
export const without = ( rows: readonly Row[], id: number ): Row[] =>
	rows.flatMap( ( row ) => {
		if ( ! has( row, id ) ) {
			return row;
		}
		const [ first, ...others ] = [ row.id, ...( row.others ?? [] ) ].filter(
			( other ) => other !== id
		);
		return first === undefined ? [] : { ...row, id: first, others };
	} );

export const setOptional = (
	rows: readonly Row[],
	id: number,
	optional: boolean
): Row[] =>
	rows.map( ( row ) => ( row.id === id ? { ...row, optional } : row ) );

/** What each row means, and what is wrong with the others. */
export function readRows(
	rows: readonly Row[],
	locale: string
): { pieces: Piece[]; problems: Map< number, RowProblem > } {
	const pieces: Piece[] = [];
	const problems = new Map< number, RowProblem >();
	for ( const { text, ...row } of rows ) {
		const { id } = row;
		const parsed = parseUnits( text, locale );
		if ( 'problem' in parsed ) {
			problems.set( id, parsed.problem );
		} else if ( parsed.units <= 0n ) {
			problems.set( id, 'not-positive' );
		} else {
			pieces.push( { ...row, units: parsed.units } );
		}
	}
	return { pieces, problems };
}

const inOrder = ( pieces: readonly Piece[] ) =>
	[ ...pieces ]
		.sort( ( one, other ) => one.id - other.id )
		.map(
			( piece ) =>
				`${ idsOf( piece ).join( '/' ) }:${ piece.units }${ piece.optional ? '?' : '' }`
		)
		.join();

/** The order of the rows means nothing. */
export const sameList = (
	one: readonly Piece[],
	other: readonly Piece[]
): boolean => inOrder( one ) === inOrder( other );

export const requestOf = ( pieces: readonly Piece[] ): ComponentsRequest => ( {
	components: pieces.map( ( { id, units, others = [], optional } ) => ( {
		item_id: id,
		quantity: toWire( units ),
		...( optional ? { optional } : {} ),
		...( others.length
			? {
					alternatives: others.map( ( other ) => ( {
						item_id: other,
					} ) ),
				}
			: {} ),
	} ) ),
} );
