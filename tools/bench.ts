// npm run bench [-- --only GROUP]: the benchmark, in groups. The last line is one flat JSON object of figures.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { load } from './lib/load.ts';
import { prepareMachine } from './lib/machine.ts';
import { root } from './lib/paths.ts';
import type { Bench } from './lib/report.ts';
import { main, say, Trouble } from './lib/say.ts';

/** Each is tests/bench/GROUP.ts. */
const groups = [ 'heart', 'shop', 'import', 'screens', 'ledger', 'stocktake', 'files' ];

const isBench = ( value: unknown ): value is Bench => typeof value === 'function';

main( async () => {
	const { values } = parseArgs( { options: { only: { type: 'string' } } } );
	const chosen = values.only === undefined ? groups : [ values.only ];
	await prepareMachine( { php: true, mariadb: true } );
	let figures: Awaited< ReturnType< Bench > > = {};
	let failed = 0;
	for ( const group of chosen ) {
		const file = `tests/bench/${ group }.ts`;
		if ( ! groups.includes( group ) || ! existsSync( join( root, file ) ) ) {
			throw new Trouble( `There is no group "${ group }". Groups: ${ groups.join( ', ' ) }.` );
		}
		say( `\n== ${ group }` );
		const began = Date.now();
		try {
			const { figures: measure } = await load( file );
			if ( ! isBench( measure ) ) {
				throw new Trouble( `${ file } exports no function "figures".` );
			}
			figures = { ...figures, ...( await measure( ( line ) => say( `   ${ line }` ) ) ) };
		} catch ( error ) {
			// One group that fails must not hide what the others measured.
			failed++;
			say( `   FAILED: ${ error instanceof Error ? error.stack ?? error.message : String( error ) }` );
		}
		say( `   took ${ Math.round( ( Date.now() - began ) / 1000 ) } s` );
	}
	say( `\n${ JSON.stringify( figures ) }` );
	process.exit( failed === 0 ? 0 : 1 );
} );
