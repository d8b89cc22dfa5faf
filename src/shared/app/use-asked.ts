import { useCallback, useEffect, useState } from '@wordpress/element';
import { asProblem, type Problem } from '../data/problem';

export interface Asked< T > {
	/** The newest answer; while another is under way, the one before. */
	answer: T | null;
	problem: Problem | null;
	waiting: boolean;
	again: () => void;
}

/**
 * Asks, and asks again when the question is another one. An answer that comes after the next question is dropped.
 * @param ask Must stay the same as long as the question does.
 */
export function useAsked< T >(
	ask: ( signal: AbortSignal ) => Promise< T >
): Asked< T > {
	const [ answer, setAnswer ] = useState< T | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ waiting, setWaiting ] = useState( true );
	const [ turn, setTurn ] = useState( 0 );
	useEffect( () => {
		const controller = new AbortController();
		const { signal } = controller;
		setWaiting( true );
		ask( signal )
			.then( ( came ) => {
				if ( ! signal.aborted ) {
					setAnswer( came );
					setProblem( null );
					setWaiting( false );
				}
			} )
			.catch( ( thrown: unknown ) => {
				if ( ! signal.aborted ) {
					setProblem( asProblem( thrown ) );
					setWaiting( false );
				}
			} );
		return () => controller.abort();
	}, [ ask, turn ] );
	const again = useCallback( () => setTurn( ( last ) => last + 1 ), [] );
	return { answer, problem, waiting, again };
}
