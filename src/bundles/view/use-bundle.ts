import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Contents, Item } from '../../schema';
import { boot } from '../../shared/app/boot';
import { newKey } from '../../shared/app/new-key';
import { asProblem, type Problem } from '../../shared/data/problem';
import { announce } from '../../shared/ui/announce';
import { fetchContents, putComponents } from '../data/api';
import {
	addAlternative,
	addOne,
	isIn,
	readRows,
	requestOf,
	rowsOf,
	sameList,
	setOptional,
	type Row,
} from '../logic/draft';
import { EMPTY_SHELF, withContents, type Piece } from '../logic/flatten';

/** A list of components as the server keeps it. */
interface Kept {
	version: number;
	pieces: readonly Piece[];
}

const NOTHING: readonly Piece[] = [];

/** What is in an item that is no bundle. */
const alone = ( item: Item ): Contents => ( {
	bundles: [],
	items: [ item ],
	item_id: 0,
	version: 0,
} );

/** One bundle: what is kept, what is typed, and what came of saving it. */
export function useBundle( id: number ) {
	const { locale } = boot();
	const [ shelf, setShelf ] = useState( EMPTY_SHELF );
	const [ kept, setKept ] = useState< Kept | null >( null );
	const [ rows, setRows ] = useState< Row[] >( [] );
	const [ failed, setFailed ] = useState< Problem | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	/** With a conflict: what somebody else saved meanwhile. */
	const [ theirs, setTheirs ] = useState< Kept | null >( null );
	const [ saving, setSaving ] = useState( false );
	const [ saved, setSaved ] = useState( 0 );
	const sent = useRef( { body: '', key: '' } );

	const fetchKept = useCallback( async (): Promise< Kept > => {
		const contents = await fetchContents( id );
		const known = withContents( EMPTY_SHELF, contents );
		setShelf( ( before ) => withContents( before, contents ) );
		return {
			version: contents.version,
			pieces: known.bundles.get( id ) ?? NOTHING,
		};
	}, [ id ] );
	const take = useCallback(
		( list: Kept ) => {
			setKept( list );
			setRows( rowsOf( list.pieces, locale ) );
			setTheirs( null );
			setProblem( null );
		},
		[ locale ]
	);
	const load = useCallback( async () => {
		setFailed( null );
		try {
			take( await fetchKept() );
		} catch ( thrown ) {
			setFailed( asProblem( thrown ) );
		}
	}, [ fetchKept, take ] );
	useEffect( () => {
		void load();
	}, [ load ] );

	const { pieces, problems } = readRows( rows, locale );
	const isChanged =
		kept !== null &&
		( problems.size > 0 || ! sameList( pieces, kept.pieces ) );

	// Leaving the page would throw away what was typed.
	useEffect( () => {
		const warn = ( event: BeforeUnloadEvent ) => event.preventDefault();
		if ( isChanged ) {
			window.addEventListener( 'beforeunload', warn );
		}
		return () => window.removeEventListener( 'beforeunload', warn );
	}, [ isChanged ] );

	const change = ( next: ( before: Row[] ) => Row[] ) => {
		setProblem( null );
		setRows( next );
	};
	const add = async ( item: Item ) => {
		setProblem( null );
		try {
			// What is in it decides how many sets there are; a part says so itself.
			const inside =
				item.kind === 'bundle'
					? await fetchContents( item.id )
					: alone( item );
			setShelf( ( before ) => withContents( before, inside ) );
			setRows( ( before ) => addOne( before, item.id, locale ) );
			announce(
				sprintf(
					/* translators: %s: name of the component. */
					__( 'Added: %s', 'woo-inventory-guard' ),
					item.name
				)
			);
		} catch ( thrown ) {
			setProblem( asProblem( thrown ) );
		}
	};
	const addOther = ( beside: number, item: Item ) => {
		setShelf( ( before ) => withContents( before, alone( item ) ) );
		change( ( before ) => addAlternative( before, beside, item.id ) );
		announce(
			sprintf(
				/* translators: %s: name of a component. */
				__( 'Added as an alternative: %s', 'woo-inventory-guard' ),
				item.name
			)
		);
	};
	const done = ( list: Kept ) => {
		take( list );
		setSaved( ( times ) => times + 1 );
		announce( __( 'Saved', 'woo-inventory-guard' ) );
	};
	const save = async ( version = kept?.version ) => {
		if ( saving || version === undefined || problems.size ) {
			return;
		}
		const body = requestOf( pieces );
		const text = JSON.stringify( [ body, version ] );
		if ( sent.current.body !== text ) {
			sent.current = { body: text, key: newKey() };
		}
		setSaving( true );
		setProblem( null );
		try {
			await putComponents( id, body, version, sent.current.key );
			done( await fetchKept() );
		} catch ( thrown ) {
			const refused = asProblem( thrown );
			const now =
				refused.code === 'wig_stale_version'
					? await fetchKept().catch( () => null )
					: null;
			if ( now && sameList( now.pieces, pieces ) ) {
				// Saved it is: our own answer was lost, or somebody else wanted the same.
				done( now );
				return;
			}
			setTheirs( now );
			setProblem( now ? null : refused );
		} finally {
			setSaving( false );
		}
	};

	return {
		shelf,
		kept,
		rows,
		pieces,
		problems,
		isChanged,
		failed,
		problem,
		theirs,
		saving,
		saved,
		load,
		add,
		addAlternative: addOther,
		setOptional: ( row: number, optional: boolean ) =>
			change( ( before ) => setOptional( before, row, optional ) ),
		isIn: ( item: number ) => item === id || isIn( rows, item ),
		change,
		save: () => save(),
		discard: () => kept && take( kept ),
		/** After a conflict: mine over theirs, or theirs. */
		insist: () => {
			const over = theirs;
			setTheirs( null );
			return save( over?.version );
		},
		giveIn: () => theirs && take( theirs ),
	};
}

export type BundleState = ReturnType< typeof useBundle >;
