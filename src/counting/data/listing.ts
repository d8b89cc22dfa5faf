import { asProblem } from '../../shared/data/problem';
import type { Stocktake } from '../../schema';
import { fetchStocktakes } from './api';
import type { Db } from './db';
import { waitingIn } from './outbox';
import { waitingPhotos } from './photos';

export interface Listing {
	stocktakes: Stocktake[];
	/** Counts of all of them that wait. */
	waiting: number;
	/** Photos of all of them that wait. */
	photos: number;
}

/** Where counts may still be sent, or were made and wait. */
const COUNTABLE: readonly Stocktake[ 'state' ][] = [
	'open',
	'counting',
	'review',
];

/** From the server, or where it cannot be reached, those that were opened on this device before. */
export async function listStocktakes( db: Db ): Promise< Listing > {
	const [ kept, outbox, photos, busy ] = await Promise.all( [
		db.getAll( 'stocktakes' ),
		db.getAll( 'outbox' ),
		waitingPhotos( db ),
		waitingIn( db ),
	] );
	const waiting = outbox.filter(
		( { state } ) => state === 'waiting'
	).length;
	const known = kept.map( ( { stocktake } ) => stocktake );
	try {
		const fresh = await fetchStocktakes();
		const ids = new Set( fresh.map( ( { id } ) => id ) );
		return {
			stocktakes: [
				...fresh.filter( ( { state } ) => COUNTABLE.includes( state ) ),
				...known.filter(
					( { id } ) => ! ids.has( id ) && busy.includes( id )
				),
			],
			waiting,
			photos,
		};
	} catch ( thrown ) {
		if ( ! known.length ) {
			throw asProblem( thrown );
		}
		return { stocktakes: known, waiting, photos };
	}
}
