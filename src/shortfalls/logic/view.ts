import type { ShortfallsQuery } from '../../schema';

export const STATES = [ 'open', 'ready', 'closed' ] as const;
export type ListState = ( typeof STATES )[ number ];

/** What is looked at: kept in the address. */
export interface View {
	state: ListState;
	/** Only this order; null for all. */
	order: number | null;
	page: number;
}

export const PER_PAGE = 20;

function positive( value: string | null ): number | null {
	const number = /^\d{1,15}$/.test( value ?? '' ) ? Number( value ) : 0;
	return number > 0 ? number : null;
}

/** Anything may stand in an address: what makes no sense is the start view. */
export const readView = ( params: URLSearchParams ): View => ( {
	state:
		STATES.find( ( known ) => known === params.get( 'state' ) ) ?? 'open',
	order: positive( params.get( 'order' ) ),
	page: positive( params.get( 'paged' ) ) ?? 1,
} );

/** Nothing is written that is the same as the start view. */
export const writeView = ( view: View ): Record< string, string > => ( {
	...( view.state === 'open' ? {} : { state: view.state } ),
	...( view.order ? { order: String( view.order ) } : {} ),
	...( view.page > 1 ? { paged: String( view.page ) } : {} ),
} );

export const queryOf = ( view: View ): ShortfallsQuery => ( {
	state: view.state,
	page: view.page,
	per_page: PER_PAGE,
	...( view.order ? { order_id: view.order } : {} ),
} );
