import { useDispatch } from '@wordpress/data';
import { useEffect, useReducer, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { ItemsBatchRow } from '../../../schema';
import { newKey } from '../../../shared/app/new-key';
import { asProblem, type Problem } from '../../../shared/data/problem';
import { announce } from '../../../shared/ui/announce';
import { problemText } from '../../../shared/ui/problem-text';
import { postBatch } from '../../data/api';
import { store } from '../../data/store';
import { cellsNamed, nextBatch } from '../../logic/sheet/batch';
import { EMPTY, reduce } from '../../logic/sheet/edits';

/** Between tries while there is no connection. */
const AGAIN = 3_000;

/** Cells typed one after the other go together. */
const GATHER = 60;

interface Batch {
	keys: string[];
	rows: ItemsBatchRow[];
	/** The same through every try: what was saved, and whose answer was lost, is not done twice. */
	key: string;
}

/** What was typed, on its way to the server: saved as it is made, kept where it cannot be. */
export function useSheet( reason: string ) {
	const { receive, refreshCounts } = useDispatch( store );
	const [ sheet, act ] = useReducer( reduce, EMPTY );
	const underWay = useRef< Batch | null >( null );
	const [ isLost, setLost ] = useState( false );
	const [ turn, setTurn ] = useState( 0 );

	useEffect( () => {
		if ( underWay.current ) {
			return;
		}
		const timer = setTimeout( () => {
			const next = nextBatch(
				sheet,
				reason,
				__( 'Taken back in the spreadsheet.', 'woo-inventory-guard' )
			);
			if ( next.keys.length && ! underWay.current ) {
				const batch = { ...next, key: newKey() };
				underWay.current = batch;
				act( { type: 'SEND', keys: batch.keys } );
				send( batch );
			}
		}, GATHER );
		return () => clearTimeout( timer );
		// eslint-disable-next-line react-hooks/exhaustive-deps -- send() only uses refs and setters.
	}, [ sheet, reason, turn ] );

	const send = async ( batch: Batch ): Promise< void > => {
		const done = () => {
			underWay.current = null;
			setLost( false );
			setTurn( ( before ) => before + 1 );
		};
		try {
			const answer = await postBatch( batch.rows, batch.key );
			receive( answer.rows.flatMap( ( { item } ) => item ?? [] ) );
			act( { type: 'ANSWER', keys: batch.keys, answer } );
			tell(
				answer.rows.map( ( { problems } ) => problems ),
				batch
			);
			done();
			refreshCounts();
		} catch ( thrown ) {
			const problem = asProblem( thrown );
			if ( problem.kind === 'offline' || problem.kind === 'busy' ) {
				setLost( true );
				await comeBack();
				await send( batch );
				return;
			}
			refuse( batch, problem );
			done();
		}
	};

	/** Where the server names cells, those are wrong and the others go again. */
	const refuse = ( batch: Batch, problem: Problem ) => {
		const named = cellsNamed( problem.fields, batch.rows );
		for ( const [ key, message ] of Object.entries( named ) ) {
			act( { type: 'REFUSED', keys: [ key ], message } );
		}
		const others = batch.keys.filter( ( key ) => ! ( key in named ) );
		act( {
			type: 'REFUSED',
			keys: others,
			message: problemText( problem ),
		} );
		if ( others.length < batch.keys.length ) {
			act( { type: 'RETRY', keys: others } );
		}
	};

	const pending = Object.keys( sheet.edits ).length;
	useEffect( () => {
		if ( ! pending ) {
			return;
		}
		const stay = ( event: BeforeUnloadEvent ) => event.preventDefault();
		window.addEventListener( 'beforeunload', stay );
		return () => window.removeEventListener( 'beforeunload', stay );
	}, [ pending ] );

	return { sheet, act, isLost };
}

/** The browser says when the network is back; a proxy that failed does not. */
const comeBack = () =>
	new Promise< void >( ( done ) => {
		const go = () => {
			clearTimeout( timer );
			window.removeEventListener( 'online', go );
			done();
		};
		const timer = setTimeout( go, AGAIN );
		window.addEventListener( 'online', go );
	} );

function tell( problems: Record< string, unknown >[], batch: Batch ) {
	const wrong = problems.reduce(
		( sum, row ) => sum + Object.keys( row ).length,
		0
	);
	const right = batch.keys.length - wrong;
	const saved = sprintf(
		/* translators: %s: number of cells of the spreadsheet. */
		_n( '%s cell saved', '%s cells saved', right, 'woo-inventory-guard' ),
		String( right )
	);
	const failed = sprintf(
		/* translators: %s: number of cells of the spreadsheet. */
		_n(
			'%s cell not saved',
			'%s cells not saved',
			wrong,
			'woo-inventory-guard'
		),
		String( wrong )
	);
	announce( wrong ? `${ saved }, ${ failed }` : saved );
}
