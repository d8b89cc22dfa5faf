import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { Import } from '../../schema';
import { newKey } from '../../shared/app/new-key';
import { useAsked } from '../../shared/app/use-asked';
import { asProblem, type Problem } from '../../shared/data/problem';
import { fetchImport, postStep, type Step } from '../data/api';
import { drive, type Rows } from '../data/drive';
import { findKept, forget } from '../data/kept';
import { Refusal } from '../logic/refusal';
import { FileReading } from '../worker/client';

/**
 * An import that goes on as far as it can without a person. What is lost on the way (a connection, the page) is taken up
 * where the server says it is.
 */
export function useImport( id: number ) {
	const asked = useAsked(
		useCallback(
			( signal: AbortSignal ) => fetchImport( id, signal ),
			[ id ]
		)
	);
	const [ now, setNow ] = useState< Import | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ refusal, setRefusal ] = useState< Refusal | null >( null );
	const [ isRunning, setRunning ] = useState( false );
	const running = useRef< AbortController | null >( null );

	const run = useCallback(
		async (
			from: Import,
			first?: ( signal: AbortSignal ) => Promise< Import >
		) => {
			running.current?.abort();
			const controller = new AbortController();
			const { signal } = controller;
			running.current = controller;
			const reading = keptRows( id );
			setRunning( true );
			setProblem( null );
			setRefusal( null );
			try {
				const start = first ? await first( signal ) : from;
				if ( ! signal.aborted ) {
					setNow( start );
					await drive( start, reading.rows, setNow, signal );
				}
			} catch ( thrown ) {
				if ( ! signal.aborted && thrown instanceof Refusal ) {
					setRefusal( thrown );
				} else if ( ! signal.aborted ) {
					setProblem( asProblem( thrown ) );
				}
			} finally {
				reading.close();
				if ( running.current === controller ) {
					setRunning( false );
				}
			}
		},
		[ id ]
	);
	const { answer, again } = asked;
	useEffect( () => {
		if ( answer ) {
			void run( answer );
		}
		return () => running.current?.abort();
	}, [ answer, run ] );
	// What it was is old by then: the server says how far it is, and from there it goes on.
	useEffect( () => {
		window.addEventListener( 'online', again );
		return () => window.removeEventListener( 'online', again );
	}, [ again ] );

	const act = ( step: Step, skipProblems = false ) => {
		if ( now ) {
			void run( now, async ( signal ) => {
				const after = await postStep(
					id,
					step,
					newKey(),
					skipProblems,
					signal
				);
				if ( step === 'cancel' ) {
					await forget( id );
				}
				return after;
			} );
		}
	};

	return {
		now,
		isRunning,
		problem: problem ?? ( now ? null : asked.problem ),
		refusal,
		again,
		act,
	};
}

export type ImportWork = ReturnType< typeof useImport >;

/** The rows of a file that this browser has kept; read only when they are asked for. */
function keptRows( id: number ) {
	let reading: FileReading | null = null;
	return {
		rows: async (): Promise< Rows | null > => {
			const kept = await findKept( id );
			if ( ! kept ) {
				return null;
			}
			const mine = new FileReading();
			reading = mine;
			await mine.read( kept.file, kept.ways, kept.own );
			const { total } = await mine.plan( kept.wish );
			return {
				total,
				batch: ( from, count ) => mine.batch( from, count ),
			};
		},
		close: () => reading?.close(),
	};
}
