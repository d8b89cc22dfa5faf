// npm test [-- --only js|php|shop|race|e2e]: every check there is, or one part.
// The last line says how many passed, failed and were skipped.
import { parseArgs } from 'node:util';
import { part, runChecks, skipped, type Batch, type Check } from './lib/checks.ts';
import { jsChecks } from './lib/checks-js.ts';
import { phpChecks } from './lib/checks-php.ts';
import { installComposerPackages, prepareMachine, type Needs } from './lib/machine.ts';
import { main, say, Trouble } from './lib/say.ts';
import { findWooCommerce, findWordPress, versionOf } from './lib/sources.ts';

interface Group {
	readonly needs: Needs;
	readonly checks: () => ( Check | Batch )[] | Promise< ( Check | Batch )[] >;
}

const groups: Record< string, Group > = {
	js: { needs: {}, checks: jsChecks },
	php: { needs: { php: true, composer: true, mariadb: true }, checks: () => [ ...phpChecks(), part( 'The zip, in an empty WordPress', 'tests/zip/run.ts' ) ] },
	race: {
		needs: { php: true, mariadb: true },
		checks: () => [ part( 'Races through REST', 'tests/race/run.ts' ), part( 'Faults: processes and the database killed, deadlocks forced', 'tests/fault/run.ts' ) ],
	},
	shop: { needs: { php: true, mariadb: true, browser: true, caches: true }, checks: shopChecks },
	e2e: { needs: { php: true, mariadb: true, browser: true }, checks: () => [ part( 'The screen in a real browser', 'tests/e2e/run.ts' ) ] },
};

main( async () => {
	const { values } = parseArgs( { options: { only: { type: 'string' } } } );
	const names = values.only === undefined ? Object.keys( groups ) : [ values.only ];
	const chosen = names.map( ( name ) => groups[ name ] ?? unknown( name ) );
	const began = Date.now();
	await prepareMachine( Object.assign( {}, ...chosen.map( ( { needs } ) => needs ) ) );
	if ( chosen.some( ( { needs } ) => needs.composer ) ) {
		await installComposerPackages();
	}
	if ( chosen.some( ( { needs } ) => needs.php ) ) {
		const wordpress = await findWordPress();
		say( `WordPress ${ versionOf( wordpress ) } from ${ wordpress }` );
	}
	const checks: ( Check | Batch )[] = [];
	for ( const group of chosen ) {
		checks.push( ...( await group.checks() ) );
	}
	const tally = await runChecks( checks );
	say( `\nTook ${ Math.round( ( Date.now() - began ) / 60_000 ) } minutes.` );
	if ( tally.skips.length > 0 ) {
		say( `\nSkipped:\n${ shown( tally.skips ) }` );
	}
	if ( tally.unsteady.length > 0 ) {
		say( `\nFailed at the first try, and run again:\n${ shown( tally.unsteady ) }` );
	}
	if ( tally.failures.length > 0 ) {
		say( `\nFailed:\n${ shown( tally.failures ) }` );
	}
	say( `\n${ tally.passed } passed, ${ tally.failed } failed, ${ tally.skipped } skipped` );
	return tally.failed === 0 ? 0 : 1;
} );

async function shopChecks(): Promise< Check[] > {
	const shop = await findWooCommerce();
	if ( shop !== null ) {
		say( `WooCommerce ${ versionOf( shop ) } from ${ shop }` );
		return [ part( 'A real shop: checkout, REST orders, import', 'tests/shop/run.ts', 40 ) ];
	}
	return [ skipped( 'The shop suite', 'WooCommerce CANNOT BE HAD HERE, so nothing about a real shop was tested. Set WIG_WOOCOMMERCE to a folder or zip of it.' ) ];
}

function shown( lines: readonly string[] ): string {
	const most = 40;
	return [ ...lines.slice( 0, most ), ...( lines.length > most ? [ `... and ${ lines.length - most } more` ] : [] ) ].map( ( line ) => `  - ${ line }` ).join( '\n' );
}

function unknown( name: string ): never {
	throw new Trouble( `There is no part "${ name }". Parts: ${ Object.keys( groups ).join( ', ' ) }.` );
}
