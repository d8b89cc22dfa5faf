import type { StocktakesQuery } from '../../schema';

/** What can be looked at; those that are on their way are among the active ones. */
export const STATES = [
	'all',
	'active',
	'open',
	'counting',
	'review',
	'applied',
	'undone',
	'cancelled',
] as const;
export type Shown = ( typeof STATES )[ number ];

/** What is looked at: kept in the address. */
export interface View {
	state: Shown;
	page: number;
}

export const PER_PAGE = 20;

/** Anything may stand in an address: what makes no sense is the start view. */
export function readView( params: URLSearchParams ): View {
	const page = params.get( 'paged' ) ?? '';
	return {
		state:
			STATES.find( ( known ) => known === params.get( 'state' ) ) ??
			'all',
		page: /^[1-9]\d{0,5}$/.test( page ) ? Number( page ) : 1,
	};
}

/** Nothing is written that is the same as the start view. */
export const writeView = ( view: View ): Record< string, string > => ( {
	...( view.state === 'all' ? {} : { state: view.state } ),
	...( view.page > 1 ? { paged: String( view.page ) } : {} ),
} );

export const queryOf = ( { state, page }: View ): StocktakesQuery => ( {
	state,
	page,
	per_page: PER_PAGE,
} );
