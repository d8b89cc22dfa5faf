import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { Restore } from '../../schema';
import { asProblem, type Problem } from '../../shared/data/problem';
import { fetchRestore, finish, isUnderWay } from '../../shared/data/restores';

/**
 * One restore, watched: what is under way is lent a hand until it is finished. A page that is left leaves the rest to
 * the shop's own job.
 *
 * @param id
 */
export function useRestore( id: number ) {
	const [ restore, setRestore ] = useState< Restore | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const watched = useRef< symbol | null >( null );

	const watch = useCallback(
		async ( begin: () => Promise< Restore > ): Promise< void > => {
			const mine = Symbol( 'watch' );
			watched.current = mine;
			const isHere = () => watched.current === mine;
			setProblem( null );
			try {
				await finish(
					await begin(),
					( now ) => isHere() && setRestore( now ),
					isHere
				);
			} catch ( thrown ) {
				if ( isHere() ) {
					setProblem( asProblem( thrown ) );
				}
			}
		},
		[]
	);

	const again = useCallback(
		() => watch( () => fetchRestore( id ) ),
		[ watch, id ]
	);

	useEffect( () => {
		setRestore( null );
		void again();
		return () => {
			watched.current = null;
		};
	}, [ again ] );

	return {
		restore,
		problem,
		again,
		watch,
		isBusy: restore !== null && isUnderWay( restore ) && problem === null,
	};
}
