/** How the list is laid out: kept with the user. */
export interface Layout {
	hidden: Column[];
	perPage: number;
	density: Density;
}

export const COLUMNS = [
	'name',
	'on_hand',
	'reserved',
	'available',
	'incoming',
	'low_at',
	'status',
] as const;
export type Column = ( typeof COLUMNS )[ number ];

export type Density = 'comfortable' | 'compact';

export const PER_PAGE = [ 20, 50, 100 ] as const;

export const DEFAULT_LAYOUT: Layout = {
	hidden: [],
	perPage: 20,
	density: 'comfortable',
};

export interface KeptLayout {
	hidden?: string[];
	per_page?: number;
	density?: string;
}

/** An older or newer version may have kept something else: only what is known here counts. */
export function readLayout( kept: KeptLayout ): Layout {
	return {
		hidden: COLUMNS.filter(
			( column ) => column !== 'name' && kept.hidden?.includes( column )
		),
		perPage:
			PER_PAGE.find( ( rows ) => rows === kept.per_page ) ??
			DEFAULT_LAYOUT.perPage,
		density: kept.density === 'compact' ? 'compact' : 'comfortable',
	};
}

/** What equals the default is not kept, so that a better default reaches who never chose. */
export function writeLayout( layout: Layout ): KeptLayout {
	return {
		...( layout.hidden.length ? { hidden: layout.hidden } : {} ),
		...( layout.perPage !== DEFAULT_LAYOUT.perPage
			? { per_page: layout.perPage }
			: {} ),
		...( layout.density !== DEFAULT_LAYOUT.density
			? { density: layout.density }
			: {} ),
	};
}
