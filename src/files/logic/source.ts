/** A file of which parts can be read: never more of it is held than is asked for. */
export interface Source {
	name: string;
	/** Bytes. */
	size: number;
	read: ( from: number, to: number ) => Promise< Uint8Array< ArrayBuffer > >;
}

/** Bytes that are read at once. */
const PORTION = 262_144;

/** A stretch of a file, portion by portion. */
export async function* portions(
	source: Source,
	from: number,
	to: number
): AsyncGenerator< Uint8Array< ArrayBuffer > > {
	for ( let at = from; at < to; at += PORTION ) {
		yield await source.read( at, Math.min( to, at + PORTION ) );
	}
}
