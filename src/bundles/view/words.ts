import { __ } from '@wordpress/i18n';
import { draftProblemWord } from '../../items';
import { boot } from '../../shared/app/boot';
import type { RowProblem } from '../logic/draft';
import type { Shelf } from '../logic/flatten';
import type { Limit } from '../logic/sets';

export const rowProblemWord = ( problem: RowProblem ): string =>
	problem === 'not-positive'
		? __( 'At least a part of a unit.', 'woo-inventory-guard' )
		: draftProblemWord( problem );

const nameOf = ( shelf: Shelf, id: number ): string =>
	shelf.items.get( id )?.name ?? `#${ id }`;

export const namesOf = ( shelf: Shelf, ids: readonly number[] ): string =>
	ids.map( ( id ) => nameOf( shelf, id ) ).join( ', ' );

/** “Bamboo, oak or pine”, as the user's language says it. */
export const anyOf = ( shelf: Shelf, ids: readonly number[] ): string =>
	new Intl.ListFormat( boot().locale, { type: 'disjunction' } ).format(
		ids.map( ( id ) => nameOf( shelf, id ) )
	);

export const limitNames = ( shelf: Shelf, limits: readonly Limit[] ): string =>
	limits.map( ( { ids } ) => anyOf( shelf, ids ) ).join( ', ' );
