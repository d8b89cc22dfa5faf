import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Stocktake, StocktakeItem } from '../../schema';
import type { Count, Tag } from '../logic/count';
import type { Photo } from '../logic/photo';

export type { Count, Photo, Tag };

/** One that waits, in the order in which they were made. */
export interface Waiting extends Count {
	seq?: number;
}

export interface KeptStocktake {
	id: number;
	stocktake: Stocktake;
	/** Whether all of its items are here. */
	isWhole: boolean;
	/** The highest number of a count of anybody's that is here. */
	lastCount: number;
}

export interface KeptItem extends StocktakeItem {
	id: number;
	stocktake: number;
}

interface Tables extends DBSchema {
	stocktakes: { key: number; value: KeptStocktake };
	items: { key: [ number, number ]; value: KeptItem };
	counts: { key: string; value: Count; indexes: { stocktake: number } };
	outbox: {
		key: number;
		value: Waiting;
		indexes: { stocktake: number };
	};
	tags: {
		key: [ number, string ];
		value: Tag;
		indexes: { state: [ string, number ] };
	};
	photos: {
		key: string;
		value: Photo;
		indexes: { stocktake: number; state: [ string, number ] };
	};
	facts: { key: string; value: unknown };
}

export type Db = IDBPDatabase< Tables >;

/**
 * What this browser keeps for one person of one shop: another who signs in on the same device sees nothing of it, and
 * what they have not sent yet waits for them.
 *
 * A count is in `outbox` until the server has it, then in `counts`: it moves in one transaction, so a crash at any
 * moment leaves it in exactly one of them.
 */
export const openDb = ( name: string ): Promise< Db > =>
	openDB< Tables >( name, 2, {
		upgrade( db, before ) {
			if ( before < 1 ) {
				begin( db );
			}
			const photos = db.createObjectStore( 'photos', {
				keyPath: 'uuid',
			} );
			photos.createIndex( 'stocktake', 'stocktake' );
			photos.createIndex( 'state', [ 'state', 'stocktake' ] );
		},
		// Another tab wants a newer form of it: this one lets go, and is told to load again.
		blocking( _current, _blocked, event ) {
			( event.target as IDBDatabase ).close();
		},
	} );

/** What its first form had. */
function begin( db: Db ) {
	db.createObjectStore( 'stocktakes', { keyPath: 'id' } );
	db.createObjectStore( 'items', { keyPath: [ 'stocktake', 'id' ] } );
	db.createObjectStore( 'counts', { keyPath: 'uuid' } ).createIndex(
		'stocktake',
		'stocktake'
	);
	db.createObjectStore( 'outbox', {
		keyPath: 'seq',
		autoIncrement: true,
	} ).createIndex( 'stocktake', 'stocktake' );
	db.createObjectStore( 'tags', {
		keyPath: [ 'stocktake', 'epc' ],
	} ).createIndex( 'state', [ 'state', 'stocktake' ] );
	db.createObjectStore( 'facts' );
}

/** All items, or all tags, of a stocktake: an array comes after every number and every text. */
export const ofStocktake = ( stocktake: number ): IDBKeyRange =>
	IDBKeyRange.bound( [ stocktake ], [ stocktake, [] ] );

export async function fact< T >( db: Db, name: string ): Promise< T | null > {
	return ( ( await db.get( 'facts', name ) ) as T | undefined ) ?? null;
}
