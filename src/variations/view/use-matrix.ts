import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { fetchItem, postAdjustment } from '../../items';
import type {
	AdjustmentRequest,
	Item,
	Quantity,
	Variations,
} from '../../schema';
import { boot } from '../../shared/app/boot';
import { newKey } from '../../shared/app/new-key';
import { Problem } from '../../shared/data/problem';
import { formatUnits } from '../../shared/format/quantity';
import { announce } from '../../shared/ui/announce';
import { problemText } from '../../shared/ui/problem-text';
import { fetchVariations } from '../data/api';
import { readEntry, type EntryProblem } from '../logic/entry';
import { withItem } from '../logic/pivot';

/** One change on its way, or one that was not saved: what was typed stays with it. */
export interface Edit {
	text: string;
	/** What the cell will show when it is saved. */
	after: string;
	seen: Quantity;
	state: 'sending' | 'failed' | 'stale';
	problem: Problem | null;
}

interface Sent {
	request: AdjustmentRequest;
	key: string;
}

/** How often other people's changes are looked for. */
const LOOK_AGAIN = 20_000;

const asProblem = ( thrown: unknown ): Problem =>
	thrown instanceof Problem ? thrown : new Problem( 'unknown', '', '' );

/** The variations of a product, and what is being changed of them. */
export function useMatrix( product: number, reason: string ) {
	const [ data, setData ] = useState< Variations | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ edits, setEdits ] = useState< Record< number, Edit > >( {} );
	const [ saved, setSaved ] = useState< Record< number, number > >( {} );
	// A question that comes up while somebody types would take the focus, and half a number with it: it waits.
	const [ typing, setTyping ] = useState( false );
	const sent = useRef( new Map< number, Sent >() );

	const load = useCallback(
		async ( quiet = false ) => {
			try {
				const found = await fetchVariations( product );
				// What is newer here, because it was just saved, stays.
				setData( ( before ) =>
					( before?.variations ?? [] ).reduce(
						( after, { item } ) => withItem( after, item ),
						found
					)
				);
				setProblem( null );
			} catch ( thrown ) {
				if ( ! quiet ) {
					setProblem( asProblem( thrown ) );
				}
			}
		},
		[ product ]
	);
	useEffect( () => {
		setData( null );
		void load();
		const timer = setInterval( () => {
			if ( document.visibilityState === 'visible' ) {
				void load( true );
			}
		}, LOOK_AGAIN );
		return () => clearInterval( timer );
	}, [ load ] );

	const setEdit = ( id: number, edit: Edit | null ) =>
		setEdits( ( { [ id ]: _before, ...others } ) =>
			edit ? { ...others, [ id ]: edit } : others
		);
	const refresh = async ( id: number ) => {
		const item = await fetchItem( id ).catch( () => null );
		if ( item ) {
			setData( ( before ) => before && withItem( before, item ) );
		}
	};
	const send = async ( item: Item, edit: Edit, act: Sent ) => {
		sent.current.set( item.id, act );
		setEdit( item.id, { ...edit, state: 'sending', problem: null } );
		try {
			await postAdjustment( act.request, act.key );
			await refresh( item.id );
			setEdit( item.id, null );
			setSaved( ( before ) => ( {
				...before,
				[ item.id ]: ( before[ item.id ] ?? 0 ) + 1,
			} ) );
			announce(
				sprintf(
					/* translators: %s: name of the item. */
					__( 'Saved: %s', 'woo-inventory-guard' ),
					item.name
				)
			);
		} catch ( thrown ) {
			const failed = asProblem( thrown );
			if ( failed.kind === 'stale' ) {
				await refresh( item.id );
			}
			announce( problemText( failed ) );
			setEdit( item.id, {
				...edit,
				state: failed.kind === 'stale' ? 'stale' : 'failed',
				problem: failed,
			} );
		}
	};
	const enter = (
		item: Item,
		text: string,
		seen: Quantity
	): EntryProblem | null => {
		const entry = readEntry( item.id, text, seen, reason, boot().locale );
		if ( entry === null ) {
			setEdit( item.id, null );
			return null;
		}
		if ( 'problem' in entry ) {
			return entry.problem;
		}
		const edit: Edit = {
			text,
			after: formatUnits( entry.after, boot().locale ),
			seen,
			state: 'sending',
			problem: null,
		};
		void send( item, edit, { request: entry.request, key: newKey() } );
		return null;
	};

	return {
		data,
		problem,
		edits,
		saved,
		typing,
		setTyping,
		load: () => load(),
		enter,
		/** The same act again, with the same key: made once, however often it is sent. */
		retry: ( item: Item ) => {
			const edit = edits[ item.id ];
			const act = sent.current.get( item.id );
			return edit && act && send( item, edit, act );
		},
		/** After a conflict: what was typed stands, over the number that is there now. */
		insist: ( item: Item ) => {
			const edit = edits[ item.id ];
			return edit && enter( item, edit.text, edit.problem?.onHand ?? 0 );
		},
		giveIn: ( item: Item ) => setEdit( item.id, null ),
	};
}

export type MatrixState = ReturnType< typeof useMatrix >;
