import { useEffect, useState } from '@wordpress/element';
import { asProblem, type Problem } from '../../shared/data/problem';
import type { Base } from '../data/base';
import type { KeptItem } from '../data/db';
import { findByWords } from '../data/finding';
import type { Replica } from '../data/replica';
import { matching } from '../logic/matching';

const MOST = 40;
const TYPING = 350;

/** Items by words: from the list at once, and, where there are words, from all that the shop has. */
export function useSearch( base: Base, replica: Replica, stocktake: number ) {
	const [ words, setWords ] = useState( '' );
	const [ more, setMore ] = useState< KeptItem[] >( [] );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	useEffect( () => {
		setMore( [] );
		setProblem( null );
		if ( words.trim() === '' ) {
			return undefined;
		}
		let isGone = false;
		const timer = setTimeout( () => {
			findByWords( base.db, replica, stocktake, words.trim() ).then(
				( found ) => ! isGone && setMore( found ),
				( thrown: unknown ) =>
					! isGone && setProblem( asProblem( thrown ) )
			);
		}, TYPING );
		return () => {
			isGone = true;
			clearTimeout( timer );
		};
	}, [ base, replica, stocktake, words ] );
	const near = matching( replica.items.values(), words, MOST );
	const ids = new Set( near.map( ( { id } ) => id ) );
	return {
		words,
		setWords,
		items: [ ...near, ...more.filter( ( { id } ) => ! ids.has( id ) ) ],
		// Without a network the list is all there is, and that is said elsewhere.
		problem: problem?.kind === 'offline' ? null : problem,
	};
}
