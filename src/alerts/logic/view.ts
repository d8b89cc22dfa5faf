import type { Alert, AlertsQuery } from '../../schema';

export type Kind = Alert[ 'kind' ];

/** Most urgent first. The others need nobody: they are done once they are told. */
export const FOR_PEOPLE = [
	'paid_short',
	'ledger',
	'feed',
	'out',
	'low',
] as const;
export const KINDS: readonly Kind[] = [
	...FOR_PEOPLE,
	'back',
	'backorder',
	'paid_late',
	'averted',
];

export const SHOWS = [ 'open', 'all', 'webhooks' ] as const;
export type Show = ( typeof SHOWS )[ number ];

/** What is looked at: kept in the address. */
export interface View {
	show: Show;
	kind: Kind | null;
	page: number;
}

export const PER_PAGE = 20;

/** Anything may stand in an address: what makes no sense is the start view. */
export function readView( params: URLSearchParams ): View {
	const page = params.get( 'paged' ) ?? '';
	return {
		show:
			SHOWS.find( ( known ) => known === params.get( 'show' ) ) ?? 'open',
		kind: KINDS.find( ( known ) => known === params.get( 'kind' ) ) ?? null,
		page: /^[1-9]\d{0,5}$/.test( page ) ? Number( page ) : 1,
	};
}

/** Nothing is written that is the same as the start view. */
export const writeView = ( view: View ): Record< string, string > => ( {
	...( view.show === 'open' ? {} : { show: view.show } ),
	...( view.kind ? { kind: view.kind } : {} ),
	...( view.page > 1 ? { paged: String( view.page ) } : {} ),
} );

export const needsPeople = ( kind: Kind ): boolean =>
	FOR_PEOPLE.some( ( known ) => known === kind );

/** A kind that needs nobody is never open: it is looked for among all. */
export const pickKind = ( view: View, kind: Kind | null ): View => ( {
	show: kind && ! needsPeople( kind ) ? 'all' : view.show,
	kind,
	page: 1,
} );

/** Where nobody is needed for the kind that is chosen, all kinds are shown. */
export const pickShow = ( view: View, show: Show ): View => ( {
	show,
	kind:
		show === 'webhooks' ||
		( show === 'open' && view.kind && ! needsPeople( view.kind ) )
			? null
			: view.kind,
	page: 1,
} );

export const queryOf = ( view: View ): AlertsQuery => ( {
	state: view.show === 'open' ? 'open' : 'all',
	page: view.page,
	per_page: PER_PAGE,
	...( view.kind ? { kind: view.kind } : {} ),
} );
