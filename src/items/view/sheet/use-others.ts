import { useDispatch, useSelect } from '@wordpress/data';
import { useEffect, useRef } from '@wordpress/element';
import { fetchPage } from '../../data/api';
import { store } from '../../data/store';
import { news } from '../../logic/sheet/news';

/** Often enough to see a colleague at work, seldom enough to be nothing to the shop: one look at an index. */
const EVERY = 8_000;

const ROWS = 50;
const MOST_PAGES = 4;

/** What other people (and orders) change comes by itself, while the page is looked at. */
export function useOthers() {
	const { receive } = useDispatch( store );
	const items = useSelect( ( select ) => select( store ).getItems(), [] );
	const known = useRef( items );
	known.current = items;

	useEffect( () => {
		let busy = false;
		const look = async () => {
			if ( busy || document.visibilityState !== 'visible' ) {
				return;
			}
			busy = true;
			try {
				for ( let page = 1; page <= MOST_PAGES; page++ ) {
					const { items: newest } = await fetchPage( {
						orderby: 'updated',
						order: 'desc',
						page,
						per_page: ROWS,
					} );
					const found = news( known.current, newest );
					if ( found.items.length ) {
						receive( found.items );
					}
					if ( ! found.goOn || newest.length < ROWS ) {
						break;
					}
				}
			} catch {
				// The next look will do; what is typed has its own words for a lost connection.
				return;
			} finally {
				busy = false;
			}
		};
		const timer = setInterval( look, EVERY );
		document.addEventListener( 'visibilitychange', look );
		return () => {
			clearInterval( timer );
			document.removeEventListener( 'visibilitychange', look );
		};
	}, [ receive ] );
}
