import { useDispatch, useSelect } from '@wordpress/data';
import { useEffect, useMemo } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { boot } from '../../../shared/app/boot';
import { announce } from '../../../shared/ui/announce';
import { store } from '../../data/store';
import { queryOf, type StockView } from '../../logic/view-state';

/** Rows that were on screen longer than this are checked when somebody comes back to the page. */
const FRESH = 30_000;

/** The rows of a view: asked for when it changes, checked when somebody returns to them. */
export function useList( view: StockView, perPage: number ) {
	const { loadPage } = useDispatch( store );
	const { list, rows, counts } = useSelect(
		( select ) => ( {
			list: select( store ).getList(),
			rows: select( store ).getRows(),
			counts: select( store ).getCounts(),
		} ),
		[]
	);

	// What is open at the side does not change what is listed.
	const { search, filter, sort, order, page } = view;
	const query = useMemo(
		() => queryOf( { search, filter, sort, order, page }, perPage ),
		[ search, filter, sort, order, page, perPage ]
	);

	useEffect( () => {
		loadPage( query );
	}, [ query, loadPage ] );

	useEffect( () => {
		const check = () => {
			const old = Date.now() - list.loadedAt > FRESH;
			if (
				old &&
				! list.waiting &&
				document.visibilityState === 'visible'
			) {
				loadPage( query, {
					quiet: list.loadedAt > 0 && ! list.problem,
				} );
			}
		};
		document.addEventListener( 'visibilitychange', check );
		window.addEventListener( 'online', check );
		return () => {
			document.removeEventListener( 'visibilitychange', check );
			window.removeEventListener( 'online', check );
		};
	}, [ query, list, loadPage ] );

	// What a search or a filter found is said, once it is there.
	const { total, loadedAt } = list;
	const narrowed = search !== '' || filter !== 'all';
	useEffect( () => {
		if ( loadedAt && narrowed ) {
			announce( foundWords( total ) );
		}
	}, [ loadedAt, narrowed, total ] );

	return { list, rows, counts, reload: () => loadPage( query ) };
}

const foundWords = ( total: number ) =>
	total === 0
		? __( 'No items found', 'woo-inventory-guard' )
		: sprintf(
				/* translators: %s: number of items. */
				_n(
					'%s item found',
					'%s items found',
					total,
					'woo-inventory-guard'
				),
				total.toLocaleString( boot().locale )
			);
