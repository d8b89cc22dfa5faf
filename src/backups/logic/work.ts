/** Bytes of a file that are sent at a time: as base64 and JSON they fit into what servers take. */
export const PIECE = 524_288;

/** Long work of the server: a backup, or what is brought back from one. */
export interface Work {
	state: string;
	done: number;
	total: number;
}

const UNDER_WAY = [ 'making', 'checking', 'running' ];

export const isUnderWay = ( { state }: Pick< Work, 'state' > ): boolean =>
	UNDER_WAY.includes( state );

/** How much of it is done, 0 to 1; the total is an estimate. */
export const shareOf = ( { done, total }: Work ): number =>
	total > 0 ? Math.min( 1, done / total ) : 0;

const UNITS = [ 'byte', 'kilobyte', 'megabyte', 'gigabyte' ] as const;

/** A size as people say it, in a unit that Intl knows. */
export function sizeOf( bytes: number ): {
	value: number;
	unit: ( typeof UNITS )[ number ];
} {
	const step = bytes < 1 ? 0 : Math.floor( Math.log10( bytes ) / 3 );
	const at = Math.min( UNITS.length - 1, step );
	return { value: bytes / 1000 ** at, unit: UNITS[ at ] ?? 'byte' };
}

/** Bytes as text for JSON. */
export function base64( bytes: Uint8Array ): string {
	let text = '';
	for ( let at = 0; at < bytes.length; at += 8_192 ) {
		text += String.fromCharCode( ...bytes.subarray( at, at + 8_192 ) );
	}
	return btoa( text );
}

/** Whether a file can be one of ours, by its name and size: the server looks at what is in it. */
export const canBeOurs = ( name: string, bytes: number ): boolean =>
	/\.gz$/i.test( name ) && bytes >= 100;
