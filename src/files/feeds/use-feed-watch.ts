import { useEffect, useRef } from '@wordpress/element';
import type { ImportFeed } from '../../schema';
import { fetchFeed } from '../data/feeds';
import { isUnderWay } from '../logic/feed';

const SOON = 3_000;
const LATER = 15_000;
/** A job that has not come by after so many looks may not come for long. */
const LOOKS = 20;

/**
 * Looks after those that are being read, or wait for it, until they are done. A look that fails is no matter: the next one
 * tells.
 */
export function useFeedWatch(
	rows: readonly ImportFeed[],
	onFeed: ( feed: ImportFeed ) => void,
	onDone: ( feed: ImportFeed ) => void
) {
	const told = useRef( { onFeed, onDone } );
	told.current = { onFeed, onDone };
	const ids = rows
		.filter( ( feed ) => isUnderWay( feed, Date.now() ) )
		.map( ( { id } ) => id )
		.join();
	useEffect( () => {
		if ( ids === '' ) {
			return;
		}
		const controller = new AbortController();
		const { signal } = controller;
		let looks = 0;
		let timer = 0;
		const look = async ( id: number ) => {
			const feed = await fetchFeed( id, signal ).catch( () => null );
			if ( feed && ! signal.aborted ) {
				told.current.onFeed( feed );
				if ( ! isUnderWay( feed, Date.now() ) ) {
					told.current.onDone( feed );
				}
			}
		};
		const wait = () => {
			timer = window.setTimeout(
				async () => {
					looks++;
					if ( ! document.hidden ) {
						await Promise.all(
							ids
								.split( ',' )
								.map( ( id ) => look( Number( id ) ) )
						);
					}
					if ( ! signal.aborted ) {
						wait();
					}
				},
				looks < LOOKS ? SOON : LATER
			);
		};
		wait();
		return () => {
			controller.abort();
			window.clearTimeout( timer );
		};
	}, [ ids ] );
}
