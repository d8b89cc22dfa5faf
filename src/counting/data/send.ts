import type { StocktakeCountResult } from '../../schema';
import { sendCounts, sendTags } from './api';
import type { Channel } from './channel';
import type { Count, Db, Tag, Waiting } from './db';
import { deviceName } from './device';
import { oldest } from './outbox';

const BATCH = 500;
const TAG_BATCH = 2_000;

/**
 * Sends what waits in a stocktake, the oldest first, until nothing does. Whatever goes wrong is thrown, and everything
 * that the server has not answered for stays where it is: it is sent again with the same names, which the server counts
 * once.
 *
 * @return Whether anything was sent.
 */
export async function sendAll(
	db: Db,
	channel: Channel,
	stocktake: number
): Promise< boolean > {
	const device = await deviceName( db );
	let sent = false;
	for (;;) {
		const batch = await oldest( db, stocktake, BATCH );
		if ( ! batch.length ) {
			break;
		}
		const { results } = await sendCounts( stocktake, device, batch );
		const counts = await settle( db, batch, results );
		channel.tell( { kind: 'counts', stocktake, counts } );
		sent = true;
	}
	return ( await sendAllTags( db, channel, stocktake, device ) ) || sent;
}

/** What was answered leaves the outbox: into counts in the same transaction, or it stays there as refused. */
async function settle(
	db: Db,
	batch: readonly Waiting[],
	results: readonly StocktakeCountResult[]
): Promise< Count[] > {
	const byUuid = new Map(
		results.map( ( result ) => [ result.uuid.toLowerCase(), result ] )
	);
	const tx = db.transaction( [ 'outbox', 'counts' ], 'readwrite' );
	const settled: Count[] = [];
	for ( const { seq, ...count } of batch ) {
		const result = byUuid.get( count.uuid );
		if ( ! result || seq === undefined ) {
			continue;
		}
		const known: Count = {
			...count,
			state: result.state === 'refused' ? 'refused' : 'counted',
			message: result.message,
		};
		settled.push( known );
		if ( known.state === 'refused' ) {
			await tx.objectStore( 'outbox' ).put( { ...known, seq } );
		} else {
			await tx.objectStore( 'counts' ).put( known );
			await tx.objectStore( 'outbox' ).delete( seq );
		}
	}
	await tx.done;
	if ( settled.length < batch.length ) {
		// An answer that leaves counts out is none; asking for ever would not help.
		throw new Error( 'The shop did not answer for every count.' );
	}
	return settled;
}

async function sendAllTags(
	db: Db,
	channel: Channel,
	stocktake: number,
	device: string
): Promise< boolean > {
	let sent = false;
	for (;;) {
		const [ first, ...others ] = await db.getAllFromIndex(
			'tags',
			'state',
			[ 'waiting', stocktake ]
		);
		if ( ! first ) {
			return sent;
		}
		// One moment and one place a request: what was read together.
		const batch = [
			first,
			...others.filter(
				( { at, place } ) => at === first.at && place === first.place
			),
		].slice( 0, TAG_BATCH );
		const { unreadable, items } = await sendTags(
			stocktake,
			device,
			batch
		);
		const wrong = new Set( unreadable.map( ( epc ) => epc.toUpperCase() ) );
		const tags = batch.map( ( tag ): Tag => ( {
			...tag,
			state: wrong.has( tag.epc ) ? 'refused' : 'sent',
		} ) );
		const tx = db.transaction( [ 'tags', 'items' ], 'readwrite' );
		for ( const tag of tags ) {
			await tx.objectStore( 'tags' ).put( tag );
		}
		for ( const { item_id: id, tags: number } of items ) {
			const item = await tx
				.objectStore( 'items' )
				.get( [ stocktake, id ] );
			if ( item ) {
				await tx
					.objectStore( 'items' )
					.put( { ...item, tags: number } );
			}
		}
		await tx.done;
		channel.tell( { kind: 'items', stocktake } );
		channel.tell( { kind: 'tags', stocktake, tags } );
		sent = true;
	}
}
