import type { Item, ItemsQuery } from '../../schema';
import type { Problem } from '../../shared/data/problem';
import type { Counts } from '../logic/counts';
import type { Layout } from '../logic/layout';
import {
	NO_HISTORY,
	ofHistory,
	type History,
	type HistoryAction,
} from './history';

export interface ListState {
	/** What was asked for last: an answer to anything older is dropped. */
	query: ItemsQuery | null;
	ids: number[];
	total: number;
	/** first: nothing to show yet; again: old rows stay, dimmed; quiet: checked behind the back of the reader. */
	waiting: 'first' | 'again' | 'quiet' | null;
	problem: Problem | null;
	/** Time of the last answer, in milliseconds. */
	loadedAt: number;
}

export interface State {
	/** Every item seen, in its newest version. */
	items: Record< number, Item >;
	list: ListState;
	counts: Counts | null;
	history: Record< number, History >;
	itemProblems: Record< number, Problem >;
	layout: Layout;
	/** Items just saved, by the number of times: shows the tick. */
	saved: Record< number, number >;
}

export type Action =
	| { type: 'ASK'; query: ItemsQuery; quiet: boolean }
	| {
			type: 'LIST';
			query: ItemsQuery;
			items: Item[];
			total: number;
			counts: Counts | null;
			at: number;
	  }
	| { type: 'LIST_FAILED'; query: ItemsQuery; problem: Problem }
	| { type: 'COUNTS'; counts: Counts | null }
	| { type: 'ITEM'; item: Item }
	| { type: 'ITEMS'; items: Item[] }
	| { type: 'ITEM_FAILED'; id: number; problem: Problem }
	| HistoryAction
	| { type: 'SAVED'; id: number }
	| { type: 'LAYOUT'; layout: Layout };

export const emptyState = ( layout: Layout ): State => ( {
	items: {},
	list: {
		query: null,
		ids: [],
		total: 0,
		waiting: 'first',
		problem: null,
		loadedAt: 0,
	},
	counts: null,
	history: {},
	itemProblems: {},
	layout,
	saved: {},
} );

export function reducer( state: State, action: Action ): State {
	switch ( action.type ) {
		case 'ASK':
		case 'LIST':
		case 'LIST_FAILED':
			return ofList( state, action );
		case 'COUNTS':
			return { ...state, counts: action.counts ?? state.counts };
		case 'ITEM':
			return {
				...state,
				items: keep( state.items, [ action.item ] ),
				itemProblems: without( state.itemProblems, action.item.id ),
			};
		case 'ITEMS':
			return { ...state, items: keep( state.items, action.items ) };
		case 'ITEM_FAILED':
			return {
				...state,
				itemProblems: {
					...state.itemProblems,
					[ action.id ]: action.problem,
				},
			};
		case 'HISTORY_ASK':
		case 'HISTORY':
		case 'HISTORY_FAILED':
			return {
				...state,
				history: {
					...state.history,
					[ action.id ]: ofHistory(
						state.history[ action.id ] ?? NO_HISTORY,
						action
					),
				},
			};
		case 'SAVED':
			return {
				...state,
				saved: {
					...state.saved,
					[ action.id ]: ( state.saved[ action.id ] ?? 0 ) + 1,
				},
			};
		case 'LAYOUT':
			return { ...state, layout: action.layout };
		default:
			return state;
	}
}

type ListAction = Extract< Action, { type: 'ASK' | 'LIST' | 'LIST_FAILED' } >;

function ofList( state: State, action: ListAction ): State {
	const { list } = state;
	if ( action.type === 'ASK' ) {
		const shown = list.loadedAt > 0 && ! ( list.problem && ! action.quiet );
		const waiting = action.quiet ? 'quiet' : 'again';
		return {
			...state,
			list: {
				...list,
				query: action.query,
				waiting: shown ? waiting : 'first',
				problem: action.quiet ? list.problem : null,
			},
		};
	}
	if ( action.query !== list.query ) {
		return state;
	}
	if ( action.type === 'LIST_FAILED' ) {
		// What was checked only behind the reader's back fails there too: the rows on screen are still true enough.
		const problem =
			list.waiting === 'quiet' ? list.problem : action.problem;
		return { ...state, list: { ...list, waiting: null, problem } };
	}
	return {
		...state,
		items: keep( state.items, action.items ),
		counts: action.counts ?? state.counts,
		list: {
			query: action.query,
			ids: action.items.map( ( { id } ) => id ),
			total: action.total,
			waiting: null,
			problem: null,
			loadedAt: action.at,
		},
	};
}

/** An answer that was long under way never overwrites a newer version; details that a list leaves out stay. */
function keep( items: State[ 'items' ], arrived: Item[] ): State[ 'items' ] {
	const next = { ...items };
	for ( const item of arrived ) {
		const known = next[ item.id ];
		if ( ! known || item.version >= known.version ) {
			next[ item.id ] = { ...known, ...item };
		}
	}
	return next;
}

function without< T >( map: Record< number, T >, id: number ) {
	const { [ id ]: _gone, ...rest } = map;
	return rest;
}
