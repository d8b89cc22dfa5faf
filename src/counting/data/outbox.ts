import { newUuid } from '../logic/uuid';
import type { Channel } from './channel';
import type { Count, Db, Tag, Waiting } from './db';
import { knownOffset } from './device';

/** What a person does: everything else of a count is known here. */
export interface Act {
	item_id: number | null;
	code?: string;
	mode: Count[ 'mode' ];
	quantity?: string;
	undo?: string;
	round: number;
	place?: string;
	note?: string;
}

/** Where counts of one person in one stocktake go. */
export interface Desk {
	db: Db;
	channel: Channel;
	stocktake: number;
	/** The person's number. */
	me: number;
}

/**
 * Writes a count down. It is kept for sure when this is done (strict: also if the battery dies), and only then shown.
 */
export async function keepCount( desk: Desk, act: Act ): Promise< Count > {
	const { db, channel, stocktake, me } = desk;
	const now = Date.now();
	const offset = ( await knownOffset( db ) )?.ms ?? null;
	const count: Count = {
		uuid: newUuid(),
		stocktake,
		item_id: act.item_id,
		code: act.code ?? '',
		mode: act.mode,
		quantity: act.quantity ?? '0',
		undo: act.undo ?? null,
		place: act.place ?? '',
		round: act.round,
		at: new Date( now ).toISOString(),
		offset,
		moment: now + ( offset ?? 0 ),
		counter_id: me,
		note: act.note ?? '',
		state: 'waiting',
		message: '',
	};
	const tx = db.transaction( 'outbox', 'readwrite', {
		durability: 'strict',
	} );
	await tx.store.add( count );
	await tx.done;
	channel.tell( { kind: 'counts', stocktake, counts: [ count ] } );
	return count;
}

/** Keeps tags that were read together; those that are here already are no news. */
export async function keepTags(
	{ db, channel, stocktake }: Desk,
	epcs: readonly string[],
	place: string
): Promise< Tag[] > {
	const offset = ( await knownOffset( db ) )?.ms ?? null;
	const at = new Date().toISOString();
	const tx = db.transaction( 'tags', 'readwrite', { durability: 'strict' } );
	const fresh: Tag[] = [];
	for ( const epc of new Set( epcs.map( ( hex ) => hex.toUpperCase() ) ) ) {
		if ( ( await tx.store.getKey( [ stocktake, epc ] ) ) === undefined ) {
			const tag: Tag = {
				stocktake,
				epc,
				at,
				offset,
				place,
				state: 'waiting',
			};
			fresh.push( tag );
			await tx.store.put( tag );
		}
	}
	await tx.done;
	if ( fresh.length ) {
		channel.tell( { kind: 'tags', stocktake, tags: fresh } );
	}
	return fresh;
}

/** The oldest that wait, at most so many. */
export async function oldest(
	db: Db,
	stocktake: number,
	most: number
): Promise< Waiting[] > {
	const found: Waiting[] = [];
	let cursor = await db
		.transaction( 'outbox' )
		.store.index( 'stocktake' )
		.openCursor( stocktake );
	while ( cursor && found.length < most ) {
		if ( cursor.value.state === 'waiting' ) {
			found.push( cursor.value );
		}
		cursor = await cursor.continue();
	}
	return found;
}

/** In which stocktakes something waits. */
export async function waitingIn( db: Db ): Promise< number[] > {
	const all = new Set< number >();
	for ( const { stocktake, state } of await db.getAll( 'outbox' ) ) {
		if ( state === 'waiting' ) {
			all.add( stocktake );
		}
	}
	const tags = await db.getAllFromIndex(
		'tags',
		'state',
		IDBKeyRange.bound( [ 'waiting', 0 ], [ 'waiting', Infinity ] )
	);
	for ( const { stocktake } of tags ) {
		all.add( stocktake );
	}
	return [ ...all ];
}
