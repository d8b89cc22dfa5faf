import { useCallback, useEffect, useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Shortfall } from '../../schema';
import { addressOf, useRoute } from '../../shared/app/route';
import { useRows } from '../../shared/app/use-rows';
import { asProblem, type Problem } from '../../shared/data/problem';
import { announce } from '../../shared/ui/announce';
import { fetchShortfalls, postOutcome } from '../data/api';
import { isDecision, shown, type Decision } from '../logic/outcome';
import {
	PER_PAGE,
	queryOf,
	readView,
	writeView,
	type View,
} from '../logic/view';
import { doneWords } from './words';

export interface Done {
	row: Shortfall;
	words: string;
	canUndo: boolean;
}

/**
 * The work list: what is listed, and what was decided. A decided row goes at once, and comes back if that fails; whether
 * units can be taken only the server knows, so that row waits for its answer.
 */
export function useShortfalls() {
	const { path, search, go } = useRoute();
	const view = useMemo(
		() => readView( new URLSearchParams( search ) ),
		[ search ]
	);
	const { state, order, page } = view;
	const rows = useRows(
		useCallback(
			( signal: AbortSignal ) =>
				fetchShortfalls( queryOf( { state, order, page } ), signal ),
			[ state, order, page ]
		)
	);
	const [ leaving, setLeaving ] = useState< ReadonlySet< number > >(
		new Set()
	);
	const [ taking, setTaking ] = useState< number | null >( null );
	const [ failed, setFailed ] = useState< Record< number, Problem > >( {} );
	const [ done, setDone ] = useState< Done | null >( null );

	const change = useCallback(
		( part: Partial< View > ) =>
			go( writeView( { state, order, page: 1, ...part } ) ),
		[ go, state, order ]
	);

	// A page whose last row was settled: the one before it.
	const pages = Math.max( 1, Math.ceil( rows.total / PER_PAGE ) );
	const isBeyond = ! rows.waiting && ! rows.problem && page > pages;
	useEffect( () => {
		if ( isBeyond ) {
			change( { page: pages } );
		}
	}, [ isBeyond, pages, change ] );

	const { reload } = rows;
	/** `onLeave` is called just before the row goes away, with the button that was pressed in it. */
	const decide = async (
		row: Shortfall,
		decision: Decision,
		onLeave: () => void = () => {}
	) => {
		setDone( null );
		if ( decision === 'taken' ) {
			setTaking( row.id );
		} else {
			onLeave();
			setLeaving( ( before ) => new Set( before ).add( row.id ) );
		}
		setFailed( ( { [ row.id ]: _gone, ...others } ) => others );
		try {
			const after = await postOutcome( row.id, decision );
			if ( decision === 'wait' && ! after.open ) {
				setDone( {
					row: after,
					words: __(
						'The order no longer wants these units: the decision stands.',
						'woo-inventory-guard'
					),
					canUndo: false,
				} );
			} else {
				const words = doneWords( decision, row );
				announce( words );
				setDone( { row, words, canUndo: isDecision( decision ) } );
			}
			if ( decision === 'taken' ) {
				onLeave();
			}
			await reload();
		} catch ( thrown ) {
			setFailed( ( before ) => ( {
				...before,
				[ row.id ]: asProblem( thrown ),
			} ) );
		} finally {
			setTaking( null );
			setLeaving( ( before ) => {
				const next = new Set( before );
				next.delete( row.id );
				return next;
			} );
		}
	};

	return {
		...rows,
		rows: shown( rows.rows, leaving ),
		view,
		change,
		hrefOf: ( part: Partial< View > ) =>
			addressOf( path, writeView( { ...view, page: 1, ...part } ) ),
		failed,
		taking,
		decide,
		done,
		forget: () => setDone( null ),
	};
}
