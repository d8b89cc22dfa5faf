import type {
	AdjustmentRequest,
	Item,
	ItemRequest,
	ItemsQuery,
} from '../../schema';
import { offline, Problem } from '../../shared/data/problem';
import { writeLayout, type Layout } from '../logic/layout';
import * as api from './api';
import type { Action } from './reducer';

/** What a thunk gets; the store is created from these actions, so it cannot be asked for the type. */
interface Thunk {
	dispatch: ( ( action: Action ) => unknown ) & BoundActions;
}

interface BoundActions {
	refreshItem: ( id: number ) => Promise< void >;
	refreshCounts: () => Promise< void >;
	loadHistory: ( id: number, page?: number ) => Promise< void >;
}

let running: AbortController | null = null;

/**
 * Asks for the rows of a query. Only the newest question counts: the one before is aborted, and should its answer come
 * after all, the reducer drops it.
 */
export const loadPage =
	( query: ItemsQuery, { quiet = false }: { quiet?: boolean } = {} ) =>
	async ( { dispatch }: Thunk ): Promise< void > => {
		running?.abort();
		const controller = new AbortController();
		running = controller;
		dispatch( { type: 'ASK', query, quiet } );
		try {
			const page = await api.fetchPage( query, controller.signal );
			dispatch( { type: 'LIST', query, ...page, at: Date.now() } );
		} catch ( thrown ) {
			if ( ! controller.signal.aborted ) {
				dispatch( {
					type: 'LIST_FAILED',
					query,
					problem: asProblem( thrown ),
				} );
			}
		}
	};

export const refreshCounts =
	() =>
	async ( { dispatch }: Thunk ): Promise< void > => {
		const counts = await api.fetchCounts().catch( () => null );
		dispatch( { type: 'COUNTS', counts } );
	};

export const refreshItem =
	( id: number ) =>
	async ( { dispatch }: Thunk ): Promise< void > => {
		try {
			dispatch( { type: 'ITEM', item: await api.fetchItem( id ) } );
		} catch ( thrown ) {
			dispatch( {
				type: 'ITEM_FAILED',
				id,
				problem: asProblem( thrown ),
			} );
		}
	};

export const loadHistory =
	( id: number, page = 1 ) =>
	async ( { dispatch }: Thunk ): Promise< void > => {
		dispatch( { type: 'HISTORY_ASK', id } );
		try {
			const history = await api.fetchHistory( id, page );
			dispatch( { type: 'HISTORY', id, page, ...history } );
		} catch ( thrown ) {
			dispatch( {
				type: 'HISTORY_FAILED',
				id,
				problem: asProblem( thrown ),
			} );
		}
	};

/**
 * Changes what is on hand. Throws the Problem, so that the form which holds the typed value can say it. With the same
 * key the same change is made once, however often it is sent.
 */
export const adjust =
	( change: AdjustmentRequest & { item_id: number }, key: string ) =>
	async ( { dispatch }: Thunk ): Promise< void > => {
		const id = change.item_id;
		try {
			await api.postAdjustment( change, key );
		} catch ( thrown ) {
			const problem = asProblem( thrown );
			if ( problem.kind === 'stale' || problem.kind === 'short' ) {
				await dispatch.refreshItem( id );
			}
			throw problem;
		}
		dispatch( { type: 'SAVED', id } );
		// Saved it is; that the new numbers cannot be fetched is no failure of the act.
		await Promise.all( [
			dispatch.refreshItem( id ),
			dispatch.refreshCounts(),
			dispatch.loadHistory( id ),
		] );
	};

/** Adds a part and gives its id. Throws the Problem with what is wrong with each field. */
export const addPart =
	( part: Omit< ItemRequest, 'kind' >, key: string ) =>
	async ( { dispatch }: Thunk ): Promise< number > => {
		try {
			const item = await api.postItem( { kind: 'part', ...part }, key );
			dispatch( { type: 'ITEM', item } );
			dispatch( { type: 'SAVED', id: item.id } );
			return item.id;
		} catch ( thrown ) {
			throw asProblem( thrown );
		}
	};

/** Items that came with an answer; an older version never covers a newer one. */
export const receive = ( items: Item[] ) => ( {
	type: 'ITEMS' as const,
	items,
} );

/** Shown at once; that it could not be kept is no reason to stop anybody, so it is tried again with the next change. */
export const setLayout =
	( layout: Layout ) =>
	async ( { dispatch }: Thunk ): Promise< void > => {
		dispatch( { type: 'LAYOUT', layout } );
		await api.postLayout( writeLayout( layout ) ).catch( () => undefined );
	};

const asProblem = ( thrown: unknown ): Problem =>
	thrown instanceof Problem ? thrown : offline();
