import { openDB, type DBSchema } from 'idb';
import type { Ways } from '../logic/book';
import type { Own } from '../logic/guess';
import type { Wish } from '../logic/plan';

/** What it takes to go on with an upload after the page was left. */
export interface Kept {
	/** Number of the import. */
	id: number;
	file: File;
	ways: Ways;
	own: Own;
	wish: Wish;
}

interface Tables extends DBSchema {
	uploads: { key: number; value: Kept };
}

/** More than one shop may lie in one domain. */
const name = () => `wig-files-${ window.location.pathname }`;

const opened = () =>
	openDB< Tables >( name(), 1, {
		upgrade( db ) {
			db.createObjectStore( 'uploads', { keyPath: 'id' } );
		},
	} );

/** A browser that keeps nothing (a private window, a full disk) uploads all the same: it cannot go on later, that is all. */
export async function keep( kept: Kept ): Promise< void > {
	try {
		const db = await opened();
		await db.put( 'uploads', kept );
		db.close();
	} catch {
		// Said where it matters: when there is nothing to go on with.
	}
}

export async function findKept( id: number ): Promise< Kept | null > {
	try {
		const db = await opened();
		const kept = await db.get( 'uploads', id );
		db.close();
		return kept ?? null;
	} catch {
		return null;
	}
}

/** The server has all of it, or nobody wants it: a supplier's prices need not lie about in a browser. */
export async function forget( id: number ): Promise< void > {
	try {
		const db = await opened();
		await db.delete( 'uploads', id );
		db.close();
	} catch {
		// Then there was nothing to forget.
	}
}
