import type { Stocktake, StocktakeUpdate } from '../../../schema';
import type { Show } from './view';

export type State = Stocktake[ 'state' ];
export type Move = NonNullable< StocktakeUpdate[ 'state' ] >;

/** Where a person may bring it from here; the step that is next comes first. */
export function movesFrom( { state, filling }: Stocktake ): Move[] {
	switch ( state ) {
		case 'open':
			return filling ? [ 'cancelled' ] : [ 'counting', 'cancelled' ];
		case 'counting':
			return [ 'review', 'cancelled' ];
		case 'review':
			return [ 'counting', 'cancelled' ];
		default:
			return [];
	}
}

export const canDecide = ( { state, may }: Stocktake ): boolean =>
	state === 'review' && may.review;

/** Whether lines are written at this moment. */
export const isWorking = ( { state }: Stocktake ): boolean =>
	state === 'applying' || state === 'undoing';

/** Whether its books were changed: then there is something to report. */
export const hasReport = ( { state }: Stocktake ): boolean =>
	state === 'applied' || state === 'undoing' || state === 'undone';

const SOON = 2_000;
const LATER = 15_000;

/** Milliseconds until it is looked at again; null where nothing changes by itself. */
export function lookAgain( stocktake: Stocktake ): number | null {
	if ( stocktake.filling || isWorking( stocktake ) ) {
		return SOON;
	}
	return stocktake.state === 'counting' || stocktake.state === 'review'
		? LATER
		: null;
}

/** From 0 to 100; null where there is nothing to count. */
export const percentOf = ( done: number, total: number ): number | null =>
	total > 0 ? Math.min( 100, Math.floor( ( 100 * done ) / total ) ) : null;

/** Where the lines are shown that stand in the way of an act that was refused. */
export function inTheWay( code: string ): Show | null {
	switch ( code ) {
		case 'wig_undecided':
			return 'undecided';
		case 'wig_second_person':
			return 'second';
		default:
			return null;
	}
}

/** Whether its people can still be changed: nobody can count or agree any more once it is on its way into the books. */
export const canBeSetUp = ( { state }: Pick< Stocktake, 'state' > ): boolean =>
	state === 'open' || state === 'counting' || state === 'review';
