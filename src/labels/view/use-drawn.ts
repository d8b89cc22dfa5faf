import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { offline, type Problem } from '../../shared/data/problem';
import { keyOf, type Code } from '../logic/symbol';
import type { Drawn } from '../../shared/codes/draw';

export type DrawnCodes = ReadonlyMap< string, Drawn >;

/** Milliseconds of drawing, after which the page may do something else. */
const TURN = 60;

/**
 * Draws each code once. The library that draws comes with the first; thousands of codes are drawn in turns, so that the
 * page can still be used.
 *
 * @param codes Must stay the same as long as the same is wanted.
 */
export function useDrawn( codes: readonly Code[] ) {
	const known = useRef( new Map< string, Drawn >() );
	const [ drawn, setDrawn ] = useState< DrawnCodes >( known.current );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ turn, setTurn ] = useState( 0 );
	useEffect( () => {
		let isGone = false;
		const missing = codes.filter(
			( code ) => ! known.current.has( keyOf( code ) )
		);
		const work = async () => {
			const { draw } = await import(
				/* webpackChunkName: "label-codes" */ '../../shared/codes/draw'
			);
			for ( let at = 0; at < missing.length && ! isGone; ) {
				const until = performance.now() + TURN;
				while ( at < missing.length && performance.now() < until ) {
					const code = missing[ at++ ];
					if ( code && ! known.current.has( keyOf( code ) ) ) {
						known.current.set( keyOf( code ), draw( code ) );
					}
				}
				setDrawn( new Map( known.current ) );
				await new Promise( ( done ) => setTimeout( done ) );
			}
		};
		if ( missing.length ) {
			setProblem( null );
			// What fails is the way to the library.
			work().catch( () => ! isGone && setProblem( offline() ) );
		}
		return () => {
			isGone = true;
		};
	}, [ codes, turn ] );
	const again = useCallback( () => setTurn( ( last ) => last + 1 ), [] );
	return {
		drawn,
		problem,
		again,
		isDone: codes.every( ( code ) => drawn.has( keyOf( code ) ) ),
	};
}
