import { useCallback, useMemo, useRef } from '@wordpress/element';
import { addressOf, useRoute } from '../../../shared/app/route';
import { useTyped } from '../../../shared/app/use-typed';
import {
	changeView,
	readView,
	writeView,
	type StockView,
} from '../../logic/view-state';

/**
 * The view as the address says it.
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

	const [ typed, setTyped ] = useTyped( view.search, ( search, options ) =>
		change( { search }, options )
	);

	const hrefOf = useCallback(
		( part: Partial< StockView > ) =>
			addressOf( path, writeView( changeView( latest.current, part ) ) ),
		[ path ]
	);

	/** Beside the number of a saved view the address may say no more: then that view itself is meant. */
	const isExplicit = new URLSearchParams( address ).has( 'status' );

	return { view, isExplicit, typed, setTyped, change, hrefOf };
}
