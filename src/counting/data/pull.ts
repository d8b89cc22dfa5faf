import type { Stocktake, StocktakeCount, StocktakeItem } from '../../schema';
import { fetchCounts, fetchItems, PER_PAGE } from './api';
import type { Channel } from './channel';
import {
	ofStocktake,
	type Count,
	type Db,
	type KeptItem,
	type KeptStocktake,
} from './db';

/** What is kept of a stocktake, with what the server says of it now. */
export async function keepStocktake(
	db: Db,
	stocktake: Stocktake
): Promise< KeptStocktake > {
	const tx = db.transaction( 'stocktakes', 'readwrite' );
	const known = await tx.store.get( stocktake.id );
	const kept = {
		id: stocktake.id,
		isWhole: known?.isWhole ?? false,
		lastCount: known?.lastCount ?? 0,
		stocktake,
	};
	await tx.store.put( kept );
	await tx.done;
	return kept;
}

/** All items, page by page; what the list no longer holds goes, unless somebody found it on the shelf. */
export async function pullItems(
	db: Db,
	channel: Channel,
	id: number
): Promise< void > {
	const seen = new Set< number >();
	for ( let after = 0; ; ) {
		const page = await fetchItems( id, after );
		await keepItems( db, id, page );
		page.forEach( ( { item_id: item } ) => seen.add( item ) );
		after = page.at( -1 )?.item_id ?? 0;
		if ( page.length < PER_PAGE ) {
			break;
		}
	}
	const tx = db.transaction( [ 'items', 'stocktakes' ], 'readwrite' );
	const items = tx.objectStore( 'items' );
	for ( const item of await items.getAll( ofStocktake( id ) ) ) {
		if ( item.listed && ! seen.has( item.id ) ) {
			await items.delete( [ id, item.id ] );
		}
	}
	const kept = await tx.objectStore( 'stocktakes' ).get( id );
	if ( kept ) {
		await tx.objectStore( 'stocktakes' ).put( { ...kept, isWhole: true } );
	}
	await tx.done;
	channel.tell( { kind: 'items', stocktake: id } );
}

export async function keepItems(
	db: Db,
	id: number,
	items: readonly StocktakeItem[]
): Promise< KeptItem[] > {
	const kept = items.map( ( item ) => ( {
		...item,
		id: item.item_id,
		stocktake: id,
	} ) );
	const tx = db.transaction( 'items', 'readwrite' );
	await Promise.all( [
		...kept.map( ( item ) => tx.store.put( item ) ),
		tx.done,
	] );
	return kept;
}

/** Those that have to be counted again. */
export async function pullRecounts(
	db: Db,
	channel: Channel,
	id: number
): Promise< void > {
	for ( let after = 0; ; ) {
		const page = await fetchItems( id, after, true );
		await keepItems( db, id, page );
		after = page.at( -1 )?.item_id ?? 0;
		if ( page.length < PER_PAGE ) {
			break;
		}
	}
	channel.tell( { kind: 'items', stocktake: id } );
}

/** What others, and other devices, have counted since. Page and cursor are kept together. */
export async function pullCounts(
	db: Db,
	channel: Channel,
	id: number
): Promise< void > {
	for (;;) {
		const after = ( await db.get( 'stocktakes', id ) )?.lastCount ?? 0;
		const page = await fetchCounts( id, after );
		const counts = page.map( ( count ) => asKept( id, count ) );
		const tx = db.transaction( [ 'counts', 'stocktakes' ], 'readwrite' );
		for ( const count of counts ) {
			await tx.objectStore( 'counts' ).put( count );
		}
		const kept = await tx.objectStore( 'stocktakes' ).get( id );
		const last = page.at( -1 )?.id;
		if ( kept && last !== undefined ) {
			await tx.objectStore( 'stocktakes' ).put( {
				...kept,
				lastCount: Math.max( kept.lastCount, last ),
			} );
		}
		await tx.done;
		if ( counts.length ) {
			channel.tell( { kind: 'counts', stocktake: id, counts } );
		}
		if ( page.length < PER_PAGE || last === undefined ) {
			return;
		}
	}
}

const asKept = ( stocktake: number, count: StocktakeCount ): Count => ( {
	uuid: count.uuid,
	stocktake,
	item_id: count.item_id,
	code: count.code,
	mode: count.mode,
	quantity: count.quantity,
	undo: count.undo,
	place: count.place,
	round: count.round,
	at: count.at,
	offset: 0,
	moment: Date.parse( count.at ),
	counter_id: count.counter_id,
	note: count.note,
	state: 'counted',
	message: '',
} );
