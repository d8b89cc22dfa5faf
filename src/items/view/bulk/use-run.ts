import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { BulkChange } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { newKey } from '../../../shared/app/new-key';
import { asProblem, type Problem } from '../../../shared/data/problem';
import { minutesLeft, type Sight } from '../../../shared/format/progress';
import { fetchRecent, postStep } from '../../data/bulk';

export const isUnderWay = ( { state }: BulkChange ): boolean =>
	state === 'running' || state === 'undoing';

/** A step that did not get through, and how to try it again. */
interface Lost {
	problem: Problem;
	again: () => void;
}

/**
 * A change that is under way, watched to its end; each look lends it a hand. It goes on without us too: what was under
 * way when the page was opened is watched again.
 */
export function useRun( onDone: () => void ) {
	const [ change, setChange ] = useState< BulkChange | null >( null );
	const [ minutes, setMinutes ] = useState< number | null >( null );
	const [ lost, setLost ] = useState< Lost | null >( null );
	/** The change and the step that is watched now; another one ends the watch. */
	const watched = useRef( '' );
	const done = useRef( onDone );
	done.current = onDone;

	const watch = useCallback( async ( begun: BulkChange ) => {
		const mine = `${ begun.id } ${ begun.state }`;
		watched.current = mine;
		setLost( null );
		setMinutes( null );
		let now = begun;
		let first: Sight | null = null;
		try {
			while ( watched.current === mine ) {
				setChange( now );
				if ( ! isUnderWay( now ) ) {
					done.current();
					return;
				}
				const sight = { at: Date.now(), done: now.done };
				first ??= sight;
				setMinutes( minutesLeft( sight, first, now.total ) );
				now = await postStep( begun.id, 'work', newKey() );
			}
		} catch ( thrown ) {
			if ( watched.current === mine ) {
				setLost( {
					problem: asProblem( thrown ),
					again: () => void watch( now ),
				} );
			}
		}
	}, [] );

	/** Undoes it as one act; one that still runs does not go on. */
	const undo = async ( wanted: BulkChange ): Promise< void > => {
		setLost( null );
		try {
			await watch( await postStep( wanted.id, 'undo', newKey() ) );
		} catch ( thrown ) {
			setLost( {
				problem: asProblem( thrown ),
				again: () => void undo( wanted ),
			} );
		}
	};

	useEffect( () => {
		if ( boot().bulk_running ) {
			// That nobody can be told of it now is no harm: it goes on by itself.
			fetchRecent()
				.then( ( recent ) => recent.find( isUnderWay ) )
				.then( ( found ) => found && watch( found ) )
				.catch( () => undefined );
		}
		return () => {
			watched.current = '';
		};
	}, [ watch ] );

	return {
		change,
		minutes,
		lost,
		watch,
		undo,
		forget: () => setChange( null ),
	};
}

export type Run = ReturnType< typeof useRun >;
