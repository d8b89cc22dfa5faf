import { createReduxStore, createSelector, register } from '@wordpress/data';
import type { Item } from '../../schema';
import type { Problem } from '../../shared/data/problem';
import { boot } from '../../shared/app/boot';
import { readLayout } from '../logic/layout';
import * as actions from './actions';
import { NO_HISTORY, type History } from './history';
import { emptyState, reducer, type State } from './reducer';

const selectors = {
	getList: ( state: State ) => state.list,
	getCounts: ( state: State ) => state.counts,
	getLayout: ( state: State ) => state.layout,
	getRows: createSelector(
		( state: State ): Item[] =>
			state.list.ids.flatMap( ( id ) => state.items[ id ] ?? [] ),
		( state: State ) => [ state.list.ids, state.items ]
	),
	getItems: ( state: State ) => state.items,
	getItem: ( state: State, id: number ): Item | null =>
		state.items[ id ] ?? null,
	getItemProblem: ( state: State, id: number ): Problem | null =>
		state.itemProblems[ id ] ?? null,
	getHistory: ( state: State, id: number ): History =>
		state.history[ id ] ?? NO_HISTORY,
	/** How often the item was saved since the page was opened. */
	getSavedCount: ( state: State, id: number ): number =>
		state.saved[ id ] ?? 0,
};

export const createStore = () =>
	createReduxStore( 'woo-inventory-guard/items', {
		reducer: (
			state: State = emptyState( readLayout( boot().view ) ),
			action: Parameters< typeof reducer >[ 1 ]
		) => reducer( state, action ),
		actions,
		selectors,
	} );

export const store = createStore();

export const registerItems = () => register( store );
