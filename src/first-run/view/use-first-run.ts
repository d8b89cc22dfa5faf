import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { FirstRun } from '../../schema';
import { asProblem, type Problem } from '../../shared/data/problem';
import { fetchFirstRun, goOn } from '../data/api';
import { minutesLeft, type Sight } from '../../shared/format/progress';

/** What was found in the shop, kept up to date while products are taken over. */
export function useFirstRun() {
	const [ found, setFound ] = useState< FirstRun | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ minutes, setMinutes ] = useState< number | null >( null );
	const first = useRef< Sight | null >( null );
	const gone = useRef( false );

	const look = useCallback( async () => {
		setProblem( null );
		try {
			let now = await fetchFirstRun();
			while ( ! gone.current ) {
				setFound( now );
				if ( ! now.import || now.import.state === 'done' ) {
					return;
				}
				const sight = { at: Date.now(), done: now.import.done };
				first.current ??= sight;
				setMinutes(
					minutesLeft( sight, first.current, now.import.total )
				);
				now = await goOn();
			}
		} catch ( thrown ) {
			if ( ! gone.current ) {
				setProblem( asProblem( thrown ) );
			}
		}
	}, [] );

	useEffect( () => {
		gone.current = false;
		void look();
		return () => {
			gone.current = true;
		};
	}, [ look ] );

	return { found, setFound, problem, minutes, look };
}
