import { useEffect, useState } from '@wordpress/element';
import { asProblem, type Problem } from '../data/problem';

/** Something that can be chosen. */
export interface Choice {
	id: number;
	name: string;
}

export type Find = (
	words: string,
	signal: AbortSignal
) => Promise< Choice[] >;

const TYPING = 220;

/**
 * What matches the words that are typed, once the fingers rest.
 *
 * @param find Must stay the same as long as the same kind of thing is looked for.
 */
export function useChoices( find: Find ) {
	const [ words, setWords ] = useState( '' );
	const [ choices, setChoices ] = useState< Choice[] >( [] );
	const [ problem, setProblem ] = useState< Problem | null >( null );

	useEffect( () => setWords( '' ), [ find ] );

	useEffect( () => {
		const controller = new AbortController();
		const timer = setTimeout( async () => {
			try {
				setChoices( await find( words.trim(), controller.signal ) );
				setProblem( null );
			} catch ( thrown ) {
				if ( ! controller.signal.aborted ) {
					setProblem( asProblem( thrown ) );
				}
			}
		}, TYPING );
		return () => {
			clearTimeout( timer );
			controller.abort();
		};
	}, [ find, words ] );

	return {
		choices,
		problem,
		words,
		setWords,
		isFound: words.trim() === '' || choices.length > 0,
	};
}
