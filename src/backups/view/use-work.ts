import { useEffect, useRef, useState } from '@wordpress/element';
import { asProblem, type Problem } from '../../shared/data/problem';
import { isUnderWay } from '../logic/work';

/**
 * Watches long work and lends it a hand until it ends. It goes on without us; when asking fails it is said, and `again`
 * goes on watching.
 *
 * @param begun Null while there is none.
 * @param lend  Must stay the same.
 * @param onEnd Told once.
 */
export function useWork< T extends { id: number; state: string } >(
	begun: T | null,
	lend: ( id: number ) => Promise< T >,
	onEnd: ( work: T ) => void
) {
	const [ seen, setSeen ] = useState< T | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ turn, setTurn ] = useState( 0 );
	const ended = useRef( onEnd );
	ended.current = onEnd;
	const id = begun && isUnderWay( begun ) ? begun.id : null;
	useEffect( () => {
		let isGone = false;
		const watch = async ( which: number ) => {
			for (;;) {
				const work = await lend( which );
				if ( isGone ) {
					return;
				}
				setSeen( work );
				if ( ! isUnderWay( work ) ) {
					ended.current( work );
					return;
				}
			}
		};
		setProblem( null );
		if ( id !== null ) {
			watch( id ).catch( ( thrown: unknown ) => {
				if ( ! isGone ) {
					setProblem( asProblem( thrown ) );
				}
			} );
		}
		return () => {
			isGone = true;
		};
	}, [ id, lend, turn ] );
	return {
		work: begun && seen?.id === begun.id ? seen : begun,
		problem,
		again: () => setTurn( ( last ) => last + 1 ),
	};
}
