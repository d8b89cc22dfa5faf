import { better, offsetOf, type Look, type Offset } from '../logic/clock';
import { newUuid } from '../logic/uuid';
import { lookAtClock } from './api';
import { fact, type Db } from './db';

const LOOKS = 3;

/** How the device is set up for counting. */
export interface Options {
	/** one: a scan is one more. type: a scan asks for the number. */
	scan: 'one' | 'type';
	sound: boolean;
	vibrate: boolean;
	/** Where within the location: parts counted in several places add up. */
	place: string;
	prefix: string;
	suffix: string;
	separator: string;
}

export const USUAL: Options = {
	scan: 'one',
	sound: true,
	vibrate: true,
	place: '',
	prefix: '',
	suffix: '',
	separator: '',
};

/** A name by which the server tells devices apart; made once. */
export async function deviceName( db: Db ): Promise< string > {
	const known = await fact< string >( db, 'device' );
	if ( known ) {
		return known;
	}
	const name = `browser-${ newUuid().slice( 0, 8 ) }`;
	await db.put( 'facts', name, 'device' );
	return name;
}

export const optionsOf = async ( db: Db ): Promise< Options > => ( {
	...USUAL,
	...( await fact< Partial< Options > >( db, 'options' ) ),
} );

export async function keepOptions( db: Db, options: Options ): Promise< void > {
	await db.put( 'facts', options, 'options' );
}

export const knownOffset = ( db: Db ): Promise< Offset | null > =>
	fact< Offset >( db, 'offset' );

/** Keeps the better of what is known of the clock and a new look at it. */
export async function keepLook( db: Db, look: Look ): Promise< Offset > {
	const tx = db.transaction( 'facts', 'readwrite' );
	const known =
		( ( await tx.store.get( 'offset' ) ) as Offset | undefined ) ?? null;
	const offset = better( known, offsetOf( look ) );
	await tx.store.put( offset, 'offset' );
	await tx.done;
	return offset;
}

/** Looks a few times: the shortest way there and back says most. */
export async function measureClock( db: Db ): Promise< Offset | null > {
	let offset: Offset | null = null;
	for ( let look = 0; look < LOOKS; look++ ) {
		offset = await keepLook( db, await lookAtClock() );
	}
	return offset;
}
