import { __, sprintf } from '@wordpress/i18n';
import type { View } from '../../../schema';
import { layoutOf, viewOf } from '../../logic/saved-view';
import { sheetColumnWord } from '../sheet/words';
import { columnWord, filterWord, sortWord } from '../words';

/** The name, with who made it where two views that are seen have the same. */
export const viewName = ( view: View, all: readonly View[] ): string =>
	all.some( ( { id, name } ) => id !== view.id && name === view.name )
		? sprintf(
				/* translators: 1: name of a view, 2: name of who made it. */
				__( '%1$s (%2$s)', 'woo-inventory-guard' ),
				view.name,
				view.owner
			)
		: view.name;

/** What a view is and shows, line by line: two of them can be told apart by it. */
export function viewWords( {
	name,
	shared,
	content,
}: Pick< View, 'name' | 'shared' | 'content' > ): string[] {
	const { as, search, filter, sort, order } = viewOf( content, 0 );
	const layout = layoutOf( content );
	const columns =
		as === 'sheet'
			? layout.sheet.map( sheetColumnWord )
			: layout.list.map( columnWord );
	const up =
		/* translators: %s: what the list is sorted by, such as Name. */
		__( 'Sorted by: %s, ascending', 'woo-inventory-guard' );
	const down =
		/* translators: %s: what the list is sorted by, such as Name. */
		__( 'Sorted by: %s, descending', 'woo-inventory-guard' );
	const sorted = order === 'asc' ? up : down;
	return [
		/* translators: %s: name of a view. */
		sprintf( __( 'Name: %s', 'woo-inventory-guard' ), name ),
		shared
			? __( 'For the team', 'woo-inventory-guard' )
			: __( 'Only for me', 'woo-inventory-guard' ),
		sprintf(
			/* translators: %s: what is listed, such as: Low, “tea”. */
			__( 'Shows: %s', 'woo-inventory-guard' ),
			[ filterWord( filter ), search && `“${ search }”` ]
				.filter( Boolean )
				.join( ', ' )
		),
		sprintf( sorted, sortWord( sort ) ),
		sprintf(
			/* translators: %s: names of columns, with commas between. */
			__( 'Columns: %s', 'woo-inventory-guard' ),
			columns.join( ', ' )
		),
	];
}
