import type { View, ViewContent, ViewUpdate } from '../../schema';
import { readLayout, type Layout } from './layout';
import {
	FILTERS,
	SORTS,
	START,
	type Filter,
	type SortBy,
	type StockView,
} from './view-state';

/** What a saved view keeps of what is on screen: all but the page and what is open at the side. */
export const contentOf = ( view: StockView, layout: Layout ): ViewContent => ( {
	as: view.as,
	search: view.search,
	status: view.filter,
	orderby: view.sort,
	order: view.order,
	density: layout.density,
	per_page: layout.perPage,
	list: layout.list,
	sheet: layout.sheet,
	pinned: layout.pinned,
} );

/** What a saved view shows. A newer version may have kept more; what is not known here begins as usual. */
export const viewOf = ( content: ViewContent, id: number ): StockView => ( {
	...START,
	as: content.as ?? START.as,
	search: content.search ?? START.search,
	filter: known< Filter >( FILTERS, content.status, START.filter ),
	sort: known< SortBy >( SORTS, content.orderby, START.sort ),
	order: content.order ?? START.order,
	kept: id,
} );

export const layoutOf = ( content: ViewContent ): Layout =>
	readLayout( content );

/** Whether what is on screen is another view than the one that was saved. */
export const isChanged = (
	content: ViewContent,
	view: StockView,
	layout: Layout
): boolean =>
	JSON.stringify( contentOf( viewOf( content, 0 ), layoutOf( content ) ) ) !==
	JSON.stringify( contentOf( view, layout ) );

/** Whether a view is what somebody wants to make of it. */
export const saysAlready = ( view: View, wanted: ViewUpdate ): boolean =>
	( wanted.name ?? view.name ) === view.name &&
	( wanted.shared ?? view.shared ) === view.shared &&
	( ! wanted.content ||
		! isChanged(
			view.content,
			viewOf( wanted.content, 0 ),
			layoutOf( wanted.content )
		) );

const known = < T extends string >(
	values: readonly T[],
	value: string | undefined,
	otherwise: T
): T => values.find( ( one ) => one === value ) ?? otherwise;
