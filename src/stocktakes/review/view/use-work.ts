import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { Stocktake } from '../../../schema';
import { newKey } from '../../../shared/app/new-key';
import { asProblem, type Problem } from '../../../shared/data/problem';
import { isWorking } from '../logic/state';

/**
 * A long act on a stocktake: asked again with the same key until it is done. A page that is left leaves the rest to the
 * shop's own job.
 */
export function useWork(
	ask: ( key: string ) => Promise< Stocktake >,
	onStocktake: ( stocktake: Stocktake ) => void,
	onEnd: () => void
) {
	const [ busy, setBusy ] = useState( false );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const key = useRef( '' );
	const isHere = useRef( true );
	useEffect( () => {
		isHere.current = true;
		return () => {
			isHere.current = false;
		};
	}, [] );
	const go = async () => {
		if ( busy ) {
			return;
		}
		key.current = key.current || newKey();
		setBusy( true );
		setProblem( null );
		try {
			let after = await ask( key.current );
			while ( isWorking( after ) && isHere.current ) {
				onStocktake( after );
				after = await ask( key.current );
			}
			key.current = '';
			onStocktake( after );
		} catch ( thrown ) {
			setProblem( asProblem( thrown ) );
		} finally {
			setBusy( false );
			onEnd();
		}
	};
	/** What stood in the way is another thing now. */
	const forget = useCallback( () => setProblem( null ), [] );
	return { busy, problem, go, forget };
}
