import type { BundlesQuery } from '../../schema';

/** What is looked at; kept in the address. */
export interface BundlesView {
	search: string;
	page: number;
	/** The bundle that is open. */
	bundle: number | null;
}

export const PER_PAGE = 20;

function positive( value: string | null ): number | null {
	const number = /^\d{1,9}$/.test( value ?? '' ) ? Number( value ) : 0;
	return number > 0 ? number : null;
}

/** Anything may stand in an address: what makes no sense is the whole list. */
export const readView = ( params: URLSearchParams ): BundlesView => ( {
	search: ( params.get( 'search' ) ?? '' ).slice( 0, 200 ),
	page: positive( params.get( 'paged' ) ) ?? 1,
	bundle: positive( params.get( 'bundle' ) ),
} );

export const writeView = ( view: BundlesView ): Record< string, string > => ( {
	...( view.search ? { search: view.search } : {} ),
	...( view.page > 1 ? { paged: String( view.page ) } : {} ),
	...( view.bundle ? { bundle: String( view.bundle ) } : {} ),
} );

export const queryOf = ( view: BundlesView ): BundlesQuery => {
	const search = view.search.trim();
	return {
		page: view.page,
		per_page: PER_PAGE,
		...( search ? { search } : {} ),
	};
};
