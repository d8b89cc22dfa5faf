import type { Movement } from '../../schema';
import type { Problem } from '../../shared/data/problem';

/** The ledger of one item, newest first, as far as it was asked for. */
export interface History {
	movements: Movement[];
	total: number;
	page: number;
	waiting: boolean;
	problem: Problem | null;
}

export type HistoryAction =
	| { type: 'HISTORY_ASK'; id: number }
	| {
			type: 'HISTORY';
			id: number;
			page: number;
			movements: Movement[];
			total: number;
	  }
	| { type: 'HISTORY_FAILED'; id: number; problem: Problem };

export const NO_HISTORY: History = {
	movements: [],
	total: 0,
	page: 0,
	waiting: true,
	problem: null,
};

export function ofHistory( history: History, action: HistoryAction ): History {
	switch ( action.type ) {
		case 'HISTORY_ASK':
			return { ...history, waiting: true, problem: null };
		case 'HISTORY_FAILED':
			return { ...history, waiting: false, problem: action.problem };
		default: {
			const before = action.page > 1 ? history.movements : [];
			const seen = new Set( before.map( ( { id } ) => id ) );
			return {
				movements: [
					...before,
					...action.movements.filter(
						( { id } ) => ! seen.has( id )
					),
				],
				total: action.total,
				page: action.page,
				waiting: false,
				problem: null,
			};
		}
	}
}
