import { useEffect, useMemo, useState } from '@wordpress/element';
import { useRoute } from '../../shared/app/route';
import { useTyped } from '../../shared/app/use-typed';
import { asProblem, type Problem } from '../../shared/data/problem';
import { fetchBundles, type BundlePage } from '../data/api';
import {
	queryOf,
	readView,
	writeView,
	type BundlesView,
} from '../logic/view-state';

/** The list as the address says it; what is typed reaches the address when the fingers rest. */
export function useBundles() {
	const { search: address, go } = useRoute();
	const view = useMemo(
		() => readView( new URLSearchParams( address ) ),
		[ address ]
	);
	const [ list, setList ] = useState< BundlePage | null >( null );
	const [ waiting, setWaiting ] = useState( true );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ round, setRound ] = useState( 0 );
	const { search, page } = view;

	useEffect( () => {
		const asking = new AbortController();
		setWaiting( true );
		setProblem( null );
		fetchBundles(
			queryOf( { search, page, bundle: null } ),
			asking.signal
		).then(
			( found ) => {
				setList( found );
				setWaiting( false );
			},
			( thrown ) => {
				if ( ! asking.signal.aborted ) {
					setProblem( asProblem( thrown ) );
					setWaiting( false );
				}
			}
		);
		return () => asking.abort();
	}, [ search, page, round ] );

	const [ typed, setTyped ] = useTyped( search, ( words, options ) =>
		go( writeView( { search: words, page: 1, bundle: null } ), options )
	);

	const change = ( part: Partial< BundlesView > ) =>
		go( writeView( { ...view, ...part } ) );

	return {
		view,
		list,
		waiting,
		problem,
		typed,
		setTyped,
		change,
		reload: () => setRound( ( before ) => before + 1 ),
	};
}
