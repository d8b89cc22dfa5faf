import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { Facts, Ways } from '../logic/book';
import type { Refusal } from '../logic/refusal';
import { FileReading } from '../worker/client';
import { asRefusal } from './refusal-words';
import { ownHeadings } from './words';

/** A file that was chosen, and what the worker has read of it. */
export function useDraft() {
	const [ file, setFile ] = useState< File | null >( null );
	const [ ways, setWays ] = useState< Ways >( {} );
	const [ facts, setFacts ] = useState< Facts | null >( null );
	const [ refusal, setRefusal ] = useState< Refusal | null >( null );
	const reading = useRef< FileReading | null >( null );

	const close = useCallback( () => {
		reading.current?.close();
		reading.current = null;
		setFile( null );
		setWays( {} );
		setFacts( null );
		setRefusal( null );
	}, [] );
	useEffect( () => () => reading.current?.close(), [] );

	const read = async ( chosen: File, how: Ways ) => {
		// What is being read is not wanted any more: a worker that is deep in a file does not listen.
		reading.current?.close();
		const mine = new FileReading();
		reading.current = mine;
		setFile( chosen );
		setWays( how );
		setFacts( null );
		setRefusal( null );
		try {
			const came = await mine.read( chosen, how, ownHeadings() );
			if ( reading.current === mine ) {
				setFacts( came );
			}
		} catch ( thrown ) {
			if ( reading.current === mine ) {
				setRefusal( asRefusal( thrown ) );
			}
		}
	};

	return {
		file,
		ways,
		facts,
		refusal,
		reading,
		close,
		choose: ( chosen: File ) => void read( chosen, {} ),
		/** Reads it again, another way. */
		change: ( how: Ways ) => {
			if ( file ) {
				void read( file, { ...ways, ...how } );
			}
		},
	};
}

export type DraftFile = ReturnType< typeof useDraft >;
