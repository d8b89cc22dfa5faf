import { asProblem } from '../../shared/data/problem';
import { nameOf, type Scan } from '../../shared/codes/decode';
import { findItems, tieCode } from './api';
import type { Db, KeptItem } from './db';
import { keepItems } from './pull';
import type { Replica } from './replica';

/** What is on the shelf, but not on the list: the server may know it. Without a network nothing is found, and no harm done. */
export async function findByCode(
	db: Db,
	replica: Replica,
	stocktake: number,
	scan: Scan
): Promise< KeptItem[] > {
	try {
		const found = await findItems( stocktake, { code: nameOf( scan ) } );
		return await keepFound( db, replica, stocktake, found );
	} catch ( thrown ) {
		const { kind } = asProblem( thrown );
		if ( kind === 'offline' || kind === 'forbidden' || kind === 'busy' ) {
			return [];
		}
		throw thrown;
	}
}

export async function findByWords(
	db: Db,
	replica: Replica,
	stocktake: number,
	search: string
): Promise< KeptItem[] > {
	return keepFound(
		db,
		replica,
		stocktake,
		await findItems( stocktake, { search } )
	);
}

async function keepFound(
	db: Db,
	replica: Replica,
	stocktake: number,
	found: Awaited< ReturnType< typeof findItems > >
): Promise< KeptItem[] > {
	// What is on the list is here already, with more about it than a search says.
	const fresh = found.filter(
		( { item_id: id } ) => ! replica.items.has( id )
	);
	const kept = await keepItems( db, stocktake, fresh );
	kept.forEach( ( item ) => replica.put( item ) );
	return found.flatMap(
		( { item_id: id } ) => replica.items.get( id ) ?? []
	);
}

/** From now on the code stands for the item. */
export async function tie(
	db: Db,
	replica: Replica,
	stocktake: number,
	scan: Scan,
	item: KeptItem
): Promise< KeptItem > {
	const tied = await tieCode( stocktake, nameOf( scan ), item.id );
	const [ kept ] = await keepItems( db, stocktake, [ tied ] );
	replica.put( kept ?? item );
	return kept ?? item;
}
