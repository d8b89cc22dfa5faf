import {
	useCallback,
	useEffect,
	useMemo,
	useRef,
	useState,
} from '@wordpress/element';
import { addressOf, useRoute } from '../../shared/app/route';
import {
	changeView,
	readView,
	writeView,
	type StockView,
} from '../logic/view-state';

const TYPING = 220;

/**
 * The view as the address says it. What is typed into the search shows at once; the address, and with it the list,
 * follows when the fingers rest.
 */
export function useStockView() {
	const { path, search: address, go } = useRoute();
	const view = useMemo(
		() => readView( new URLSearchParams( address ) ),
		[ address ]
	);
	const latest = useRef( view );
	latest.current = view;

	const change = useCallback(
		( part: Partial< StockView >, options?: { replace?: boolean } ) =>
			go( writeView( changeView( latest.current, part ) ), options ),
		[ go ]
	);

	const [ typed, setTyped ] = useState( view.search );
	const written = useRef( view.search );

	// Back, forward or "Show all items" changed the words: the field follows.
	useEffect( () => {
		if ( view.search !== written.current ) {
			written.current = view.search;
			setTyped( view.search );
		}
	}, [ view.search ] );

	useEffect( () => {
		if ( typed === written.current ) {
			return;
		}
		const timer = setTimeout( () => {
			// One search is one step for Back, not one a letter.
			const replace = written.current !== '' && typed !== '';
			written.current = typed;
			change( { search: typed }, { replace } );
		}, TYPING );
		return () => clearTimeout( timer );
	}, [ typed, change ] );

	const hrefOf = useCallback(
		( part: Partial< StockView > ) =>
			addressOf( path, writeView( changeView( latest.current, part ) ) ),
		[ path ]
	);

	return { view, typed, setTyped, change, hrefOf };
}
