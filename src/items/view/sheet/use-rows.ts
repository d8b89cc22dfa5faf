import { useDispatch, useRegistry, useSelect } from '@wordpress/data';
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { Item } from '../../../schema';
import { offline, Problem } from '../../../shared/data/problem';
import { fetchPage } from '../../data/api';
import { store } from '../../data/store';
import { queryOf, type StockView } from '../../logic/view-state';

const PAGE = 100;

/** Rows that the server counts through; beyond them a search or a filter leads. */
export const MOST_ROWS = 10_000;

interface Found {
	/** Ids by page; a page that nobody has scrolled to is not there. */
	pages: Record< number, number[] >;
	total: number;
	problem: Problem | null;
	loaded: boolean;
}

const NOTHING: Found = { pages: {}, total: 0, problem: null, loaded: false };

/** The rows of a view as one long list, fetched by the hundred where somebody looks. */
export function useRows( view: StockView, times: number ) {
	const { search, filter, sort, order } = view;
	const { receive } = useDispatch( store );
	const items = useSelect( ( select ) => select( store ).getItems(), [] );
	const [ found, setFound ] = useState( NOTHING );
	const registry = useRegistry();
	/** What came last, also between two draws: a paste that waited for rows writes into them at once. */
	const newest = useRef( NOTHING.pages );
	const asked = useRef( new Map< number, Promise< void > >() );
	const era = useRef( 0 );

	const fetchOne = useCallback(
		async ( page: number ) => {
			const mine = era.current;
			const query = queryOf(
				{ search, filter, sort, order, page: page + 1 },
				PAGE
			);
			try {
				const answer = await fetchPage( query );
				if ( mine !== era.current ) {
					return;
				}
				receive( answer.items );
				const ids = answer.items.map( ( { id } ) => id );
				newest.current = { ...newest.current, [ page ]: ids };
				setFound( {
					pages: newest.current,
					total: answer.total,
					problem: null,
					loaded: true,
				} );
			} catch ( thrown ) {
				if ( mine === era.current ) {
					asked.current.delete( page );
					setFound( ( before ) => ( {
						...before,
						problem: thrown instanceof Problem ? thrown : offline(),
					} ) );
				}
			}
		},
		[ search, filter, sort, order, receive ]
	);
	/** A page is asked for once; who comes later waits for the same answer. */
	const ask = useCallback(
		( page: number ): Promise< void > => {
			const answer = asked.current.get( page ) ?? fetchOne( page );
			asked.current.set( page, answer );
			return answer;
		},
		[ fetchOne ]
	);

	const reload = useCallback( () => {
		era.current++;
		asked.current.clear();
		newest.current = NOTHING.pages;
		setFound( NOTHING );
		ask( 0 );
	}, [ ask ] );
	// The grid's own effects run before this one, and have asked already when there is something to ask for the first time.
	const began = useRef( false );
	useEffect( () => {
		if ( began.current ) {
			reload();
		} else {
			began.current = true;
			ask( 0 );
		}
	}, [ reload, ask, times ] );

	// Places are asked for by the frame in which they come into sight.
	const ensure = useCallback(
		async ( first: number, last: number ) => {
			const wanted: Promise< void >[] = [];
			for (
				let page = Math.floor( Math.max( 0, first ) / PAGE );
				page <= Math.floor( last / PAGE );
				page++
			) {
				wanted.push( ask( page ) );
			}
			await Promise.all( wanted );
		},
		[ ask ]
	);

	const count = Math.min( found.total, MOST_ROWS );
	// Another function whenever something came, so that what is drawn by it is drawn again.
	const at = useCallback(
		( row: number ): Item | null => {
			const id =
				newest.current[ Math.floor( row / PAGE ) ]?.[ row % PAGE ];
			const known = registry.select( store ).getItems();
			return ( id !== undefined && known[ id ] ) || null;
		},
		// eslint-disable-next-line react-hooks/exhaustive-deps -- see above.
		[ registry, found.pages, items ]
	);
	return { ...found, count, at, ensure, reload };
}
