import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { RulesState } from '../../schema';
import { asProblem, type Problem } from '../../shared/data/problem';
import { fetchState, goOn } from '../data/api';

/** How far the items have followed, until they all have: it goes on while somebody looks, and without. */
export function useRulesState( onDone: () => void ) {
	const [ state, setState ] = useState< RulesState | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const turn = useRef( 0 );
	const done = useRef( onDone );
	done.current = onDone;

	const look = useCallback( async () => {
		const mine = ++turn.current;
		setProblem( null );
		try {
			let now = await fetchState();
			const began = now.state;
			while ( turn.current === mine ) {
				setState( now );
				if ( now.state === 'done' ) {
					if ( began === 'running' ) {
						done.current();
					}
					return;
				}
				now = await goOn();
			}
		} catch ( thrown ) {
			if ( turn.current === mine ) {
				setProblem( asProblem( thrown ) );
			}
		}
	}, [] );

	useEffect( () => {
		const turns = turn;
		void look();
		return () => {
			turns.current++;
		};
	}, [ look ] );

	return { state, problem, look };
}
