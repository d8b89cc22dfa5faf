import { asProblem } from '../../shared/data/problem';
import { newUuid } from '../logic/uuid';
import { sendPhoto } from './api';
import type { Channel } from './channel';
import type { Db, Photo } from './db';
import { knownOffset } from './device';
import type { Desk } from './outbox';

/** Without the picture: that is what a tab remembers of it. */
const bare = ( photo: Photo ): Photo => ( { ...photo, data: '' } );

/** Keeps a photo for sure, as a count is kept; it is sent when there is a connection. */
export async function keepPhoto(
	{ db, channel, stocktake }: Desk,
	item: number,
	data: string
): Promise< void > {
	const photo: Photo = {
		uuid: newUuid(),
		stocktake,
		item_id: item,
		at: new Date().toISOString(),
		offset: ( await knownOffset( db ) )?.ms ?? null,
		data,
		state: 'waiting',
		message: '',
	};
	const tx = db.transaction( 'photos', 'readwrite', {
		durability: 'strict',
	} );
	await tx.store.add( photo );
	await tx.done;
	channel.tell( { kind: 'photos', stocktake, photos: [ bare( photo ) ] } );
}

/** All of a stocktake, without their pictures: one picture at a time is in memory. */
export async function photosIn(
	db: Db,
	stocktake: number
): Promise< Photo[] > {
	const found: Photo[] = [];
	let cursor = await db
		.transaction( 'photos' )
		.store.index( 'stocktake' )
		.openCursor( stocktake );
	while ( cursor ) {
		found.push( bare( cursor.value ) );
		cursor = await cursor.continue();
	}
	return found;
}

const ALL_WAITING = () =>
	IDBKeyRange.bound( [ 'waiting', 0 ], [ 'waiting', Infinity ] );

/** How many wait, in whichever stocktake. */
export const waitingPhotos = ( db: Db ): Promise< number > =>
	db.countFromIndex( 'photos', 'state', ALL_WAITING() );

/** In which stocktakes one waits; the pictures stay where they are. */
export async function photosWaitIn( db: Db ): Promise< number[] > {
	const found = new Set< number >();
	let photo = await db
		.transaction( 'photos' )
		.store.index( 'state' )
		.openKeyCursor( ALL_WAITING() );
	while ( photo ) {
		found.add( photo.key[ 1 ] );
		photo = await photo.continue();
	}
	return [ ...found ];
}

/**
 * Sends what waits, one at a time. One that the shop will never take is marked so, and keeps none of the others waiting;
 * anything else that goes wrong is thrown, and the same photo is sent again under the same name, which is kept once.
 *
 * @return Whether anything was sent.
 */
export async function sendPhotos(
	db: Db,
	channel: Channel,
	stocktake: number
): Promise< boolean > {
	for ( let sent = false; ; sent = true ) {
		const photo = await db.getFromIndex( 'photos', 'state', [
			'waiting',
			stocktake,
		] );
		if ( ! photo ) {
			return sent;
		}
		const settled = await settle( photo );
		await db.put( 'photos', settled );
		channel.tell( { kind: 'photos', stocktake, photos: [ settled ] } );
	}
}

async function settle( photo: Photo ): Promise< Photo > {
	try {
		await sendPhoto( photo );
		return { ...bare( photo ), state: 'kept' };
	} catch ( thrown ) {
		const problem = asProblem( thrown );
		if (
			problem.code !== 'wig_photo_limit' &&
			problem.kind !== 'invalid'
		) {
			throw problem;
		}
		return { ...bare( photo ), state: 'refused', message: problem.message };
	}
}
