import { useEffect, useState } from '@wordpress/element';
import type { StocktakePreviewRequest } from '../../schema';
import { newKey } from '../../shared/app/new-key';
import { asProblem, type Problem } from '../../shared/data/problem';
import { previewStocktake } from '../data/api';

const TYPING = 300;

/**
 * How many items would be counted, once the fingers rest; the old number stays until the new one is there.
 *
 * @param request NULL while something typed cannot be read.
 */
export function usePreview( request: StocktakePreviewRequest | null ) {
	const [ items, setItems ] = useState< number | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ isWaiting, setWaiting ] = useState( true );
	const [ turn, setTurn ] = useState( 0 );
	const asked = request ? JSON.stringify( request ) : '';
	useEffect( () => {
		if ( ! asked ) {
			setWaiting( false );
			return;
		}
		const controller = new AbortController();
		const { signal } = controller;
		setWaiting( true );
		const timer = setTimeout( async () => {
			try {
				const found = await previewStocktake(
					JSON.parse( asked ),
					newKey(),
					signal
				);
				setItems( found.items );
				setProblem( null );
			} catch ( thrown ) {
				if ( ! signal.aborted ) {
					setProblem( asProblem( thrown ) );
				}
			}
			if ( ! signal.aborted ) {
				setWaiting( false );
			}
		}, TYPING );
		return () => {
			clearTimeout( timer );
			controller.abort();
		};
	}, [ asked, turn ] );
	return { items, problem, isWaiting, retry: () => setTurn( turn + 1 ) };
}
