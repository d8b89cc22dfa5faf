import { useEffect, useReducer, useState } from '@wordpress/element';
import type { Base } from '../data/base';
import { makeReady, type Readiness } from '../data/offline';

/** How it stands with the server, as it changes. */
export function useLink( { sync }: Base ) {
	const [ , renew ] = useReducer( ( n: number ) => n + 1, 0 );
	useEffect( () => sync.listen( renew ), [ sync ] );
	return { link: sync.link, problems: sync.problems, retry: sync.kick };
}

/**
 * Whether the screen opens without a network; made so once the server was reached.
 *
 * @param base
 * @param isReached
 * @param more      Fetches what is needed later, and names files that are to be kept too.
 */
export function useReadiness(
	base: Base,
	isReached: boolean,
	more: () => Promise< string[] >
): Readiness {
	const { facts } = base;
	const [ readiness, setReadiness ] = useState< Readiness >( 'unknown' );
	useEffect( () => {
		if ( isReached && readiness === 'unknown' ) {
			void more()
				.catch( () => [] )
				.then( ( files ) => makeReady( facts, files ) )
				.then( setReadiness );
		}
	}, [ facts, isReached, more, readiness ] );
	return readiness;
}
