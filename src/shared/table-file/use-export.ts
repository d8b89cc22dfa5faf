import { useEffect, useRef, useState } from '@wordpress/element';
import { asProblem, type Problem } from '../data/problem';
import { TableFile } from './client';
import type { Cell } from './csv';
import { saveFile } from './save';
import type { FileColumn } from './file-column';
import type { FileKind } from './writer';

interface Portion {
	rows: readonly ( readonly Cell[] )[];
	/** Where the next ones begin. */
	next: string | null;
}

/** A file of more rows than one answer holds: read portion by portion, so that no server has to hold it. */
export function useExport(
	columns: () => FileColumn[],
	fetchPortion: (
		from: string | null,
		signal: AbortSignal
	) => Promise< Portion >,
	/** Without its ending. */
	name: () => string
) {
	const [ done, setDone ] = useState< number | null >( null );
	const [ kind, setKind ] = useState< FileKind >( 'csv' );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const running = useRef< AbortController | null >( null );
	useEffect( () => () => running.current?.abort(), [] );

	const go = async ( wanted: FileKind ) => {
		const controller = new AbortController();
		const { signal } = controller;
		running.current = controller;
		setKind( wanted );
		setProblem( null );
		setDone( 0 );
		const file = new TableFile( wanted, columns() );
		try {
			let count = 0;
			let from: string | null = null;
			do {
				const portion: Portion = await fetchPortion( from, signal );
				file.add( portion.rows );
				count += portion.rows.length;
				from = portion.next;
				setDone( count );
			} while ( from !== null && ! signal.aborted );
			const whole = await file.end();
			if ( ! signal.aborted ) {
				saveFile( whole, `${ name() }.${ wanted }` );
			}
		} catch ( thrown ) {
			if ( ! signal.aborted ) {
				setProblem( asProblem( thrown ) );
			}
		} finally {
			file.close();
			if ( running.current === controller ) {
				setDone( null );
			}
		}
	};

	return {
		/** Rows that are read; null while none is under way. */
		done,
		problem,
		go: ( wanted: FileKind ) => void go( wanted ),
		again: () => void go( kind ),
		stop: () => {
			running.current?.abort();
			setDone( null );
		},
	};
}

export type ExportedFile = ReturnType< typeof useExport >;
