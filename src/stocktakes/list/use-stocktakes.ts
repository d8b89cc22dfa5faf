import { useCallback, useEffect } from '@wordpress/element';
import type { Stocktake } from '../../schema';
import { useRows } from '../../shared/app/use-rows';
import { fetchStocktake, fetchStocktakes } from '../data/api';
import { isMoving } from '../logic/progress';
import { queryOf, type View } from '../logic/view';

const LOOK_AGAIN = 2000;

/** One page of stocktakes. Those that are being filled, applied or undone are looked at until they are done. */
export function useStocktakes( { state, page }: View ) {
	const list = useRows(
		useCallback(
			( signal: AbortSignal ) =>
				fetchStocktakes( queryOf( { state, page } ), signal ),
			[ state, page ]
		)
	);
	const { rows, put } = list;
	const moving = rows
		.filter( isMoving )
		.map( ( { id } ) => id )
		.join();
	useEffect(
		() => ( moving ? follow( moving.split( ',' ), put ) : undefined ),
		[ moving, put ]
	);
	return list;
}

/** Looks at these from time to time; gives what ends it. */
function follow( ids: string[], put: ( row: Stocktake ) => void ) {
	const controller = new AbortController();
	const { signal } = controller;
	let isLooking = false;
	const timer = setInterval( async () => {
		if ( isLooking ) {
			return;
		}
		isLooking = true;
		// What cannot be had now stays as it was seen last: the next look may get it.
		const seen = await Promise.allSettled(
			ids.map( ( id ) => fetchStocktake( Number( id ), signal ) )
		);
		isLooking = false;
		if ( ! signal.aborted ) {
			seen.forEach(
				( one ) => one.status === 'fulfilled' && put( one.value )
			);
		}
	}, LOOK_AGAIN );
	return () => {
		clearInterval( timer );
		controller.abort();
	};
}
