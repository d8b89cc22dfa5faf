import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { LedgerLine, LedgerQuery } from '../../schema';
import { asProblem, type Problem } from '../../shared/data/problem';
import { fetchLines } from '../data/api';

interface State {
	rows: LedgerLine[];
	next: string | null;
	backTo: string | null;
	/** first: nothing to show yet; again: old rows stay, dimmed; more: older ones are coming. */
	waiting: 'first' | 'again' | 'more' | null;
	problem: Problem | null;
}

/**
 * The lines of a question, newest first, as far back as was asked for.
 *
 * @param query Must stay the same as long as the question does.
 */
export function useLines( query: LedgerQuery ) {
	const [ state, setState ] = useState< State >( {
		rows: [],
		next: null,
		backTo: null,
		waiting: 'first',
		problem: null,
	} );
	const running = useRef< AbortController | null >( null );

	const ask = useCallback(
		async ( from: string | null ) => {
			running.current?.abort();
			const controller = new AbortController();
			running.current = controller;
			setState( ( before ) => ( {
				...before,
				waiting: waitingFor( before, from ),
				problem: null,
			} ) );
			try {
				const page = await fetchLines(
					from ? { ...query, from } : query,
					controller.signal
				);
				if ( ! controller.signal.aborted ) {
					setState( ( before ) => ( {
						...page,
						rows: from
							? joined( before.rows, page.rows )
							: page.rows,
						waiting: null,
						problem: null,
					} ) );
				}
			} catch ( thrown ) {
				if ( ! controller.signal.aborted ) {
					setState( ( before ) => ( {
						...before,
						waiting: null,
						problem: asProblem( thrown ),
					} ) );
				}
			}
		},
		[ query ]
	);

	useEffect( () => {
		void ask( null );
		return () => running.current?.abort();
	}, [ ask ] );

	return {
		...state,
		reload: () => void ask( null ),
		more: () => void ask( state.next ),
	};
}

function waitingFor( before: State, from: string | null ): State[ 'waiting' ] {
	if ( from ) {
		return 'more';
	}
	return before.waiting === 'first' ||
		( before.problem && ! before.rows.length )
		? 'first'
		: 'again';
}

/** What came in above meanwhile may push a line into the next page again. */
function joined( before: LedgerLine[], more: LedgerLine[] ): LedgerLine[] {
	const seen = new Set( before.map( ( { id } ) => id ) );
	return [ ...before, ...more.filter( ( { id } ) => ! seen.has( id ) ) ];
}
