import { Channel } from './channel';
import { openDb, type Db } from './db';
import { databaseName, type CountingFacts } from './facts';
import { Sync } from './sync';

/** What the screen stands on: one for each tab. */
export interface Base {
	db: Db;
	channel: Channel;
	sync: Sync;
	facts: CountingFacts;
	/** Which stocktake is on screen: others are not asked for. */
	open: ( id: number | null ) => void;
}

export async function openBase( facts: CountingFacts ): Promise< Base > {
	const name = databaseName( facts );
	const db = await openDb( name );
	const channel = new Channel( name );
	let opened: number | null = null;
	const sync = new Sync( db, channel, name, () => opened );
	return {
		db,
		channel,
		sync,
		facts,
		open: ( id ) => {
			opened = id;
			sync.kick();
		},
	};
}
