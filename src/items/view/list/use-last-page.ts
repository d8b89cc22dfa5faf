import { useEffect } from '@wordpress/element';
import type { ListState } from '../../data/reducer';
import { deepestPage, type StockView } from '../../logic/view-state';

/** From a page that is no longer there, because rows went away or the address was typed, to the last one that is. */
export function useLastPage(
	page: number,
	list: ListState,
	perPage: number,
	change: (
		part: Partial< StockView >,
		options?: { replace?: boolean }
	) => void
) {
	const deepest = deepestPage( perPage );
	const pages = Math.max( 1, Math.ceil( list.total / perPage ) );
	const isBeyond =
		page > deepest || ( ! list.waiting && ! list.problem && page > pages );
	useEffect( () => {
		if ( isBeyond ) {
			const last = page > deepest ? deepest : pages;
			change( { page: last }, { replace: true } );
		}
	}, [ isBeyond, page, pages, deepest, change ] );
	return deepest;
}
