import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { Listed } from '../data/list';
import { asProblem, type Problem } from '../data/problem';

interface State< T > extends Listed< T > {
	/** first: nothing to show yet; again: old rows stay, dimmed. */
	waiting: 'first' | 'again' | null;
	problem: Problem | null;
}

/**
 * One page of a list. Only the newest question counts: the one before is aborted. `load` must stay the same as long as
 * the same is asked.
 */
export function useRows< T extends { id: number } >(
	load: ( signal: AbortSignal ) => Promise< Listed< T > >
) {
	const [ state, setState ] = useState< State< T > >( {
		rows: [],
		total: 0,
		counts: {},
		waiting: 'first',
		problem: null,
	} );
	const running = useRef< AbortController | null >( null );
	// An act that ends after somebody went on to another view checks that view, not the one it began in.
	const latest = useRef( load );
	latest.current = load;

	const reload = useCallback( async () => {
		running.current?.abort();
		const controller = new AbortController();
		running.current = controller;
		setState( ( before ) => ( {
			...before,
			waiting:
				before.waiting === 'first' || before.problem
					? 'first'
					: 'again',
			problem: null,
		} ) );
		try {
			const page = await latest.current( controller.signal );
			if ( ! controller.signal.aborted ) {
				setState( { ...page, waiting: null, problem: null } );
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
	}, [] );

	useEffect( () => {
		void reload();
		return () => running.current?.abort();
	}, [ load, reload ] );

	/** Puts a newer version in its place. */
	const put = useCallback( ( row: T ) => {
		setState( ( before ) => ( {
			...before,
			rows: before.rows.map( ( known ) =>
				known.id === row.id ? row : known
			),
		} ) );
	}, [] );

	return { ...state, reload, put };
}
