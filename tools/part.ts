// Runs one part of the tests: node tools/run.mjs part tests/race/run.ts
// With WIG_TALLY set, the counts are also written into that file, for the runner.
import { writeFileSync } from 'node:fs';
import { load } from './lib/load.ts';
import { newTally, reporter, type Part } from './lib/report.ts';
import { main, say, Trouble } from './lib/say.ts';

const isPart = ( value: unknown ): value is Part => typeof value === 'function';

main( async () => {
	const [ file ] = process.argv.slice( 2 );
	if ( ! file ) {
		throw new Trouble( 'Usage: node tools/run.mjs part tests/<name>/run.ts' );
	}
	const tally = newTally();
	const report = reporter( tally, say );
	try {
		const { run } = await load( file );
		if ( ! isPart( run ) ) {
			throw new Trouble( `${ file } exports no function "run".` );
		}
		await run( report );
	} catch ( error ) {
		report.fail( `${ file } ran to its end`, error instanceof Trouble ? error.message : error instanceof Error ? error.stack ?? error.message : String( error ) );
	}
	if ( process.env.WIG_TALLY ) {
		writeFileSync( process.env.WIG_TALLY, JSON.stringify( tally ) );
	}
	say( `${ tally.passed } passed, ${ tally.failed } failed, ${ tally.skipped } skipped` );
	// A part that left a timer or a socket open must not keep us here; its children end with us.
	process.exit( tally.failed > 0 ? 1 : 0 );
} );
