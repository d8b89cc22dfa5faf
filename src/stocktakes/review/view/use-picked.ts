import { useEffect, useState } from '@wordpress/element';
import type { Row } from '../logic/line';

/** Which rows of a page are picked; none are when another page is looked at (`key`). */
export function usePicked( rows: readonly Row[], key: string ) {
	const [ ids, setIds ] = useState< ReadonlySet< number > >( new Set() );
	useEffect( () => setIds( new Set() ), [ key ] );
	const lines = rows.filter( ( { id } ) => ids.has( id ) );
	return {
		lines,
		has: ( id: number ) => ids.has( id ),
		isAll: rows.length > 0 && lines.length === rows.length,
		turn: ( id: number, isIn: boolean ) =>
			setIds( ( before ) => {
				const next = new Set( before );
				next[ isIn ? 'add' : 'delete' ]( id );
				return next;
			} ),
		all: ( isIn: boolean ) =>
			setIds( new Set( isIn ? rows.map( ( { id } ) => id ) : [] ) ),
		none: () => setIds( new Set() ),
	};
}

export type PickedRows = ReturnType< typeof usePicked >;
