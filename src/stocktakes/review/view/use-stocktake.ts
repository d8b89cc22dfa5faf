import { useCallback, useEffect, useState } from '@wordpress/element';
import type { Stocktake } from '../../../schema';
import { useAsked } from '../../../shared/app/use-asked';
import { fetchStocktake } from '../data/api';
import { lookAgain } from '../logic/state';

/**
 * A stocktake, looked at again while something in it may change by itself. `put` takes an answer of its own acts, `turn`
 * is another whenever its lines may be.
 */
export function useStocktake( id: number ) {
	const asked = useAsked(
		useCallback(
			( signal: AbortSignal ) => fetchStocktake( id, signal ),
			[ id ]
		)
	);
	const { answer, again, waiting } = asked;
	const [ own, setOwn ] = useState< Stocktake | null >( null );
	const stocktake =
		own && ( ! answer || own.version > answer.version ) ? own : answer;
	const delay = stocktake && lookAgain( stocktake );
	useEffect( () => {
		if ( ! delay || waiting ) {
			return undefined;
		}
		const timer = setTimeout( again, delay );
		return () => clearTimeout( timer );
	}, [ delay, waiting, again, answer ] );
	return { stocktake, problem: asked.problem, again, put: setOwn };
}
