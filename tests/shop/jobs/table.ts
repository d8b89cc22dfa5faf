import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../tools/lib/paths.ts';

export interface Row {
	readonly job: string;
	/** Steps; null where there is no figure, or no way. */
	readonly here: number | null;
	readonly atum: number | null;
	readonly core: number | null;
}

/** The rows of docs/ten-jobs.md: job, steps here, seconds, steps in ATUM, steps in WooCommerce, how. */
export function readTable(): Row[] {
	const lines = readFileSync( join( root, 'docs/ten-jobs.md' ), 'utf8' ).split( '\n' ).filter( ( line ) => /^\| (?!job|---)/.test( line ) );
	const steps = ( cell = '' ): number | null => ( /^\d+/.test( cell ) ? Number.parseInt( cell, 10 ) : null );
	return lines.map( ( line ) => {
		const [ , job = '', here, , atum, core ] = line.split( '|' ).map( ( cell ) => cell.trim() );
		return { job, here: steps( here ), atum: steps( atum ), core: steps( core ) };
	} );
}
