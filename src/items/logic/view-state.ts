import type { Item, ItemsQuery } from '../../schema';

/** What is looked at: kept in the address, so that back, reload and a link lead to the same view. */
export interface StockView {
	search: string;
	filter: Filter;
	sort: SortBy;
	order: 'asc' | 'desc';
	page: number;
	/** The item that is open at the side. */
	item: number | null;
	/** As a list to read, or as a spreadsheet to edit. */
	as: 'list' | 'sheet';
	/** The saved view that it began as. */
	kept: number | null;
}

export const FILTERS = [
	'all',
	'low',
	'out',
	'backorder',
	'untracked',
] as const;
export type Filter = ( typeof FILTERS )[ number ];

export const SORTS = [
	'name',
	'on_hand',
	'reserved',
	'available',
	'status',
	'sku',
	'updated',
] as const;
export type SortBy = ( typeof SORTS )[ number ];

export const START: StockView = {
	search: '',
	filter: 'all',
	sort: 'name',
	order: 'asc',
	page: 1,
	item: null,
	as: 'list',
	kept: null,
};

const oneOf = < T extends string >(
	values: readonly T[],
	value: string | null,
	otherwise: T
): T => values.find( ( known ) => known === value ) ?? otherwise;

function positive( value: string | null ): number | null {
	const number = /^\d{1,9}$/.test( value ?? '' ) ? Number( value ) : 0;
	return number > 0 ? number : null;
}

/** Anything may stand in an address: what makes no sense is the start view. */
export function readView( params: URLSearchParams ): StockView {
	return {
		search: ( params.get( 'search' ) ?? '' ).slice( 0, 200 ),
		filter: oneOf( FILTERS, params.get( 'status' ), START.filter ),
		sort: oneOf( SORTS, params.get( 'orderby' ), START.sort ),
		order: oneOf( [ 'asc', 'desc' ], params.get( 'order' ), START.order ),
		page: positive( params.get( 'paged' ) ) ?? START.page,
		item: positive( params.get( 'item' ) ),
		as: oneOf( [ 'list', 'sheet' ], params.get( 'as' ), START.as ),
		kept: positive( params.get( 'view' ) ),
	};
}

/**
 * Nothing is written that is the same as the start view; beside a saved view, whose own filter and order may be others,
 * both are always said.
 */
export function writeView( view: StockView ): Record< string, string > {
	const kept = view.kept !== null;
	const sorted =
		kept || view.sort !== START.sort || view.order !== START.order;
	return {
		...( kept ? { view: String( view.kept ) } : {} ),
		...( view.search ? { search: view.search } : {} ),
		...( kept || view.filter !== START.filter
			? { status: view.filter }
			: {} ),
		...( sorted ? { orderby: view.sort, order: view.order } : {} ),
		...( view.page > 1 ? { paged: String( view.page ) } : {} ),
		...( view.item ? { item: String( view.item ) } : {} ),
		...( view.as !== START.as ? { as: view.as } : {} ),
	};
}

/** Rows that the server counts through for a page number; beyond them nobody finds anything without a search. */
const DEEPEST_ROW = 10_000;

export const deepestPage = ( perPage: number ): number =>
	Math.floor( DEEPEST_ROW / perPage ) + 1;

/** The request that shows this view. */
export function queryOf(
	view: Omit< StockView, 'item' | 'as' | 'kept' >,
	perPage: number
): ItemsQuery {
	const search = view.search.trim();
	return {
		page: view.page,
		per_page: perPage,
		orderby: view.sort,
		order: view.order,
		...( search ? { search } : {} ),
		...( view.filter === 'all' ? {} : { status: view.filter } ),
	};
}

/** A change of what is listed begins at its first page. */
export function changeView(
	view: StockView,
	change: Partial< StockView >
): StockView {
	const relists =
		'search' in change || 'filter' in change || 'sort' in change;
	return { ...view, ...( relists ? { page: 1 } : {} ), ...change };
}

/** The order that a click on a header asks for: numbers begin with the most, words with A. */
export function nextSort(
	view: StockView,
	sort: SortBy
): Pick< StockView, 'sort' | 'order' > {
	if ( view.sort === sort ) {
		return { sort, order: view.order === 'asc' ? 'desc' : 'asc' };
	}
	const numbers: readonly SortBy[] = [ 'on_hand', 'reserved', 'updated' ];
	return { sort, order: numbers.includes( sort ) ? 'desc' : 'asc' };
}

/** Whether the number on hand of this item can be changed by hand: a bundle's follows from its components. */
export const canBeAdjusted = ( item: Item ): boolean =>
	item.tracked && item.kind !== 'bundle';
