import {
	HIDDEN_AT_FIRST,
	SHEET_COLUMNS,
	type SheetColumn,
} from './sheet/cells';

/** How the list is laid out: kept with the user. */
export interface Layout {
	/** Columns of the list, in their order. */
	list: Column[];
	perPage: number;
	density: Density;
	/** Columns of the spreadsheet, in their order. */
	sheet: SheetColumn[];
	/** How many of them stay in sight when one scrolls sideways, the name included. */
	pinned: number;
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

/** More would leave no room for the others. */
export const MOST_PINNED = 4;

export const DEFAULT_LAYOUT: Layout = {
	list: [ ...COLUMNS ],
	perPage: 20,
	density: 'comfortable',
	sheet: SHEET_COLUMNS.filter(
		( column ) => ! HIDDEN_AT_FIRST.includes( column )
	),
	pinned: 1,
};

export interface KeptLayout {
	/** Kept by versions before columns could be put in order. */
	hidden?: string[];
	list?: string[];
	per_page?: number;
	density?: string;
	sheet?: string[];
	pinned?: number;
}

/** An older or newer version may have kept something else: only what is known here counts. */
export function readLayout( kept: KeptLayout ): Layout {
	const shown = COLUMNS.filter(
		( column ) => column === 'name' || ! kept.hidden?.includes( column )
	);
	return {
		list: namesFirst( kept.list, COLUMNS, shown ),
		perPage:
			PER_PAGE.find( ( rows ) => rows === kept.per_page ) ??
			DEFAULT_LAYOUT.perPage,
		density: kept.density === 'compact' ? 'compact' : 'comfortable',
		sheet: namesFirst( kept.sheet, SHEET_COLUMNS, DEFAULT_LAYOUT.sheet ),
		pinned: Math.min(
			MOST_PINNED,
			Math.max( 1, Math.round( kept.pinned ?? 1 ) )
		),
	};
}

/** What equals the default is not kept, so that a better default reaches who never chose. */
export function writeLayout( layout: Layout ): KeptLayout {
	return {
		...( layout.list.join() !== DEFAULT_LAYOUT.list.join()
			? { list: layout.list }
			: {} ),
		...( layout.perPage !== DEFAULT_LAYOUT.perPage
			? { per_page: layout.perPage }
			: {} ),
		...( layout.density !== DEFAULT_LAYOUT.density
			? { density: layout.density }
			: {} ),
		...( layout.sheet.join() !== DEFAULT_LAYOUT.sheet.join()
			? { sheet: layout.sheet }
			: {} ),
		...( layout.pinned !== DEFAULT_LAYOUT.pinned
			? { pinned: layout.pinned }
			: {} ),
	};
}

/** The name always leads: it says which row this is. */
function namesFirst< T extends string >(
	kept: string[] | undefined,
	all: readonly ( T | 'name' )[],
	otherwise: ( T | 'name' )[]
): ( T | 'name' )[] {
	const known = ( kept ?? [] ).flatMap(
		( name ) => all.find( ( column ) => column === name ) ?? []
	);
	return known.length
		? [ ...new Set< T | 'name' >( [ 'name', ...known ] ) ]
		: otherwise;
}
