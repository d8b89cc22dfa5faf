import type {
	Stocktake,
	StocktakeReviewQuery,
	StocktakeSums,
} from '../../../schema';

export type Show = NonNullable< StocktakeReviewQuery[ 'show' ] >;
export type Sort = NonNullable< StocktakeReviewQuery[ 'orderby' ] >;

export const SHOWS: readonly Show[] = [
	'differences',
	'undecided',
	'large',
	'second',
	'recount',
	'uncounted',
	'flagged',
	'several',
	'accepted',
	'left',
	'right',
	'all',
];

export const SORTS: readonly Sort[] = [
	'value',
	'share',
	'variance',
	'bin',
	'name',
];

export const PER_PAGE = 50;

/** What is looked at: kept in the address. */
export interface View {
	show: Show;
	sort: Sort;
	search: string;
	page: number;
	/** The item that is open in its place. */
	line: number | null;
}

const OWN = [ 'show', 'sort', 'search', 'paged', 'line' ] as const;
/** Parts of the address that the app itself puts there. */
const APP = [ 'page', 'path' ];

const positive = ( text: string | null ): number | null =>
	text !== null && /^[1-9]\d{0,8}$/.test( text ) ? Number( text ) : null;

/** Anything may stand in an address: what makes no sense there changes nothing. */
export const readView = ( params: URLSearchParams ): View => ( {
	show:
		SHOWS.find( ( known ) => known === params.get( 'show' ) ) ??
		'differences',
	sort: SORTS.find( ( known ) => known === params.get( 'sort' ) ) ?? 'value',
	search: ( params.get( 'search' ) ?? '' ).slice( 0, 100 ),
	page: positive( params.get( 'paged' ) ) ?? 1,
	line: positive( params.get( 'line' ) ),
} );

/** The address of another view: what else stands there, such as which stocktake it is, stays. */
export function writeView(
	view: View,
	now: URLSearchParams
): Record< string, string > {
	const kept = [ ...now ].filter(
		( [ name ] ) =>
			! APP.includes( name ) && ! OWN.some( ( own ) => own === name )
	);
	const own: Record< ( typeof OWN )[ number ], string > = {
		show: view.show === 'differences' ? '' : view.show,
		sort: view.sort === 'value' ? '' : view.sort,
		search: view.search,
		paged: view.page > 1 ? String( view.page ) : '',
		line: view.line === null ? '' : String( view.line ),
	};
	return Object.fromEntries( [
		...kept,
		...Object.entries( own ).filter( ( [ , value ] ) => value !== '' ),
	] );
}

/** Without a limit there is nothing over it. */
export const showsOf = ( {
	approve_over: limit,
}: Pick< Stocktake, 'approve_over' > ): Show[] =>
	SHOWS.filter( ( show ) => show !== 'large' || limit !== null );

/** How many lines each view has, as far as the sums tell; the search narrows none of them. */
export const countsOf = ( {
	lines,
}: StocktakeSums ): Partial< Record< Show, number > > => ( {
	all: lines.items,
	differences: lines.different,
	undecided: lines.undecided,
	second: lines.waiting_second,
	recount: lines.recount,
	uncounted: lines.uncounted,
	flagged: lines.flagged,
	accepted: lines.accepted,
	left: lines.left,
	right: lines.right,
} );
