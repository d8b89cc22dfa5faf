import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { View } from '../../../schema';
import { asProblem, type Problem } from '../../../shared/data/problem';
import { fetchViews } from '../../data/views';
import type { Layout } from '../../logic/layout';
import { isChanged, layoutOf, viewOf } from '../../logic/saved-view';
import type { StockView } from '../../logic/view-state';

interface Asked {
	view: StockView;
	/** Whether the address says what is shown, or only which saved view. */
	isExplicit: boolean;
	/** The reader's own layout, where no saved view is shown. */
	own: Layout;
	setOwn: ( layout: Layout ) => void;
	change: (
		part: Partial< StockView >,
		options?: { replace?: boolean }
	) => void;
}

/**
 * Views that were kept under a name. One that is shown brings its own layout; what is changed of it then is the view's,
 * not the reader's own, and is lost with the page unless it is saved.
 */
export function useSavedViews( asked: Asked ) {
	const { view, isExplicit, own, setOwn, change } = asked;
	const [ views, setViews ] = useState< View[] | null >( null );
	/**
	 * Views that were taken into the list by hand: the address may name one before the list is drawn with it, and must not
	 * be told that it is gone.
	 */
	const arrived = useRef( new Set< number >() );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ drawn, setDrawn ] = useState< {
		id: number;
		layout: Layout;
	} | null >( null );

	const load = useCallback( async () => {
		setProblem( null );
		try {
			setViews( await fetchViews() );
		} catch ( thrown ) {
			setProblem( asProblem( thrown ) );
		}
	}, [] );
	useEffect( () => {
		void load();
	}, [ load ] );

	const current = views?.find( ( { id } ) => id === view.kept ) ?? null;
	const isGone =
		view.kept !== null &&
		views !== null &&
		! current &&
		! arrived.current.has( view.kept );
	useEffect( () => {
		if ( isGone ) {
			change( { kept: null }, { replace: true } );
		} else if ( current && ! isExplicit ) {
			change( viewOf( current.content, current.id ), { replace: true } );
		}
	}, [ isGone, isExplicit, current, change ] );

	const saved = current ? layoutOf( current.content ) : own;
	const layout = current && drawn?.id === current.id ? drawn.layout : saved;

	return {
		views,
		problem,
		load,
		current,
		layout,
		isChanged: current ? isChanged( current.content, view, layout ) : false,
		setLayout: ( next: Layout ) =>
			current
				? setDrawn( { id: current.id, layout: next } )
				: setOwn( next ),
		/** Takes a view into the list, in its newest version; NULL takes it out. */
		receive: ( id: number, next: View | null ) => {
			if ( next ) {
				arrived.current.add( id );
			} else {
				arrived.current.delete( id );
			}
			setDrawn( null );
			setViews( ( before ) =>
				[
					...( before ?? [] ).filter( ( one ) => one.id !== id ),
					...( next ? [ next ] : [] ),
				].sort( ( one, other ) => one.name.localeCompare( other.name ) )
			);
		},
		/** Shows a view as it was saved; NULL is the reader's own way. */
		show: ( next: View | null ) => {
			setDrawn( null );
			change(
				next
					? viewOf( next.content, next.id )
					: {
							search: '',
							filter: 'all',
							sort: 'name',
							order: 'asc',
							kept: null,
						}
			);
		},
	};
}

export type SavedViews = ReturnType< typeof useSavedViews >;
