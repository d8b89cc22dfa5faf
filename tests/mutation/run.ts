// Switches off one condition of the engine's SQL after the other, in a copy, and expects a test to fail each time.
// WIG_MUTANTS=Levels.php:163,Repair.php tries only those of a line or of a file.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMariaDb, type Database } from '../../tools/lib/mariadb.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Part } from '../../tools/lib/report.ts';
import { Trouble } from '../../tools/lib/say.ts';
import { findSqliteDriver, findWordPress } from '../../tools/lib/sources.ts';

interface Mutant {
	readonly file: string;
	/** Below includes/Stock. */
	readonly folder: string;
	readonly line: number;
	readonly condition: string;
	readonly insert: readonly ( readonly [ number, string ] )[];
}

type Engine = 'mysql' | 'sqlite';

/** A copy of the plugin, a site and a database of its own. */
interface Lane {
	/** Whether all of these tests pass, with what they said. */
	readonly test: ( engine: Engine, tests: readonly string[] ) => Promise< { readonly passed: boolean; readonly said: string } >;
	readonly mutate: ( mutant: Mutant ) => void;
	readonly restore: ( mutant: Mutant ) => void;
}

/** Half of the machine's cores would leave it idle while PHP waits for the database. */
const lanes = 2;

/** The tests that are asked first; a condition that they do not hold is left to the others. */
const nearest: Readonly< Record< string, readonly string[] > > = {
	'Levels.php': [ 'AdjustTest', 'ChangeAsFarTest', 'CorrectTest', 'NeighbourTest', 'ReserveTest', 'SafetyStockTest' ],
	'ReservationStore.php': [ 'EndingTest', 'NeighbourTest', 'ReplaceTest', 'ReserveTest', 'AlternativesTest' ],
	'HeldNow.php': [ 'HeldNowTest' ],
	'LevelList.php': [ 'LevelListTest' ],
	'Integrity.php': [ 'IntegrityTest' ],
	'Repair.php': [ 'IntegrityTest' ],
	'Requests.php': [ 'KeyTest', 'AdjustTest' ],
	'MovementStore.php': [ 'AdjustTest' ],
	'Ledger.php': [ 'AdjustTest', 'CorrectTest' ],
	'ManyMoves.php': [ 'ManyMovesTest' ],
	'ManyOpenings.php': [ 'ManyNewTest' ],
	'ItemSums.php': [ 'ManyMovesTest', 'ManyNewTest' ],
	'AverageCost.php': [ 'AverageCostTest' ],
	'Past.php': [ 'PastTest', 'FoldedPastTest', 'BackupsTest' ],
	'Gaps.php': [ 'IntegrityTest', 'PastTest', 'FoldingTest' ],
	'Folding.php': [ 'FoldingTest' ],
	'FoldedLevels.php': [ 'FoldingTest' ],
};
const core = [ 'ReserveTest', 'EndingTest', 'ReplaceTest', 'AdjustTest', 'KeyTest', 'NeighbourTest' ];
const everything = [ ...core, 'AlternativesTest', 'SafetyStockTest', 'ConditionTest', 'ForesightTest', 'IntegrityTest', 'HooksTest', 'ContentionTest', 'PropertyTest', 'LevelListTest', 'HeldNowTest', 'ChangeAsFarTest', 'ManyMovesTest', 'ManyNewTest', 'CorrectTest', 'AverageCostTest', 'PastTest', 'FoldingTest', 'FoldedPastTest', 'BackupsTest' ];

export const run: Part = async ( t ) => {
	const dir = mkdtempSync( join( scratch(), 'wig-mutation-' ) );
	const db = await startMariaDb( join( dir, 'mariadb' ), [ '--innodb-flush-log-at-trx-commit=0', '--performance-schema=OFF', '--innodb-lock-wait-timeout=3' ] );
	try {
		// One moment's copy: somebody may be working on the checkout meanwhile.
		const plugin = join( dir, 'plugin' );
		for ( const part of [ 'includes', 'woo-inventory-guard.php', 'uninstall.php' ] ) {
			cpSync( join( root, part ), join( plugin, part ), { recursive: true } );
		}
		const mutants: Mutant[] = JSON.parse( await php( [ join( root, 'tests/mutation/mutants.php' ), join( plugin, 'includes/Stock' ) ] ) );
		const chosen = mutants.filter( isChosen );
		if ( chosen.length === 0 ) {
			throw new Trouble( `There is no condition to switch off${ process.env.WIG_MUTANTS ? ` at ${ process.env.WIG_MUTANTS }` : '' }.` );
		}
		const ready = await Promise.all( Array.from( { length: Math.min( lanes, chosen.length ) }, ( _, number ) => lane( join( dir, `lane-${ number }` ), plugin, db, `wig_mutation_${ number }` ) ) );
		const waiting = [ ...chosen ];
		const survivors: Mutant[] = [];
		await Promise.all(
			ready.map( async ( mine ) => {
				for ( let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift() ) {
					const held = await heldBy( mine, mutant );
					if ( held === null ) {
						survivors.push( mutant );
						t.note( `SURVIVES  ${ named( mutant ) }` );
					} else {
						t.note( `${ held.padEnd( 44 ) } ${ named( mutant ) }` );
					}
				}
			} )
		);
		for ( const mutant of chosen ) {
			if ( survivors.includes( mutant ) ) {
				t.fail( named( mutant ), 'No test fails without this condition.' );
			}
		}
		if ( survivors.length === 0 ) {
			t.pass( `Each of ${ chosen.length }${ chosen.length < mutants.length ? ' chosen' : '' } conditions in the SQL of includes/Stock is held by a test` );
		}
	} finally {
		await db.stop();
		rmSync( dir, { recursive: true, force: true } );
	}
};

/** Emptying a table waits for the disk several times; what lives as long as this run may live in memory, where there is room. */
function scratch(): string {
	const memory = '/dev/shm';
	const { bavail, bsize } = existsSync( memory ) ? statfsSync( memory ) : { bavail: 0, bsize: 0 };
	return bavail * bsize > 2e9 ? memory : tmpdir();
}

function isChosen( { file, line }: Mutant ): boolean {
	const wanted = process.env.WIG_MUTANTS ?? '';
	return wanted === '' || wanted.split( ',' ).some( ( name ) => name === file || name === `${ file }:${ line }` );
}

const named = ( { file, line, condition }: Mutant ): string => `${ file }:${ line }  ${ condition }`;

/** The first test that fails without this condition: on MariaDB, else on SQLite, whose SQL differs in places. */
async function heldBy( mine: Lane, mutant: Mutant ): Promise< string | null > {
	mine.mutate( mutant );
	try {
		const first = nearest[ mutant.file ] ?? core;
		const others = everything.filter( ( name ) => ! first.includes( name ) );
		for ( const [ engine, tests ] of [ [ 'mysql', first ], [ 'mysql', others ], [ 'sqlite', first ] ] as const ) {
			const { passed, said } = await mine.test( engine, tests );
			if ( ! passed ) {
				return /^\d+\) .*\\(\w+::\w+)/m.exec( said )?.[ 1 ]?.replace( /::test_/, ' ' ).slice( 0, 44 ) ?? `(${ engine }: no answer in time)`;
			}
		}
		return null;
	} finally {
		mine.restore( mutant );
	}
}

async function lane( dir: string, pristine: string, db: Database, name: string ): Promise< Lane > {
	const plugin = join( dir, 'plugin' );
	cpSync( pristine, plugin, { recursive: true } );
	const environment = async ( engine: Engine ): Promise< NodeJS.ProcessEnv > => ( {
		...process.env,
		WIG_WP_DIR: await findWordPress(),
		WIG_DB_ENGINE: engine,
		WIG_DB_HOST: `localhost:${ db.socket }`,
		WIG_DB_NAME: name,
		WIG_DB_USER: db.user,
		WIG_DB_PASSWORD: db.password,
		WIG_SQLITE_DRIVER: engine === 'sqlite' ? await findSqliteDriver() : '',
		WIG_SITE_DIR: join( dir, engine ),
		WIG_PLUGIN_DIR: plugin,
	} );
	const built = new Set< Engine >();
	// A condition may be what ends a loop or a wait; then there is no answer in several times the time that all tests took.
	let patience = 900_000;
	const test: Lane[ 'test' ] = async ( engine, tests ) => {
		const env = { ...( await environment( engine ) ), WIG_SITE_READY: built.has( engine ) ? '1' : '' };
		const result = await phpunit( env, tests.join( '|' ), patience );
		built.add( engine );
		return result;
	};
	// Without any mutation all of them must pass, else a failure says nothing.
	const started = Date.now();
	for ( const [ engine, tests ] of [ [ 'mysql', everything ], [ 'sqlite', [ 'QuantityTest' ] ] ] as const ) {
		const { passed, said } = await test( engine, tests );
		if ( ! passed ) {
			throw new Error( `The tests fail even without a mutation:\n${ said }` );
		}
	}
	patience = 30_000 + 4 * ( Date.now() - started );
	const path = ( { folder, file }: Mutant ): string => join( plugin, 'includes/Stock', folder, file );
	const original = ( { folder, file }: Mutant ): Buffer => readFileSync( join( pristine, 'includes/Stock', folder, file ) );
	return {
		test,
		mutate: ( mutant ) => {
			let code = original( mutant );
			for ( const [ offset, text ] of [ ...mutant.insert ].sort( ( [ a ], [ b ] ) => b - a ) ) {
				code = Buffer.concat( [ code.subarray( 0, offset ), Buffer.from( text ), code.subarray( offset ) ] );
			}
			writeFileSync( path( mutant ), code );
		},
		restore: ( mutant ) => writeFileSync( path( mutant ), original( mutant ) ),
	};
}

function phpunit( env: NodeJS.ProcessEnv, filter: string, patience: number ): Promise< { passed: boolean; said: string } > {
	return new Promise( ( resolve ) => {
		const child = spawn(
			'php',
			[ '-d', 'pcov.enabled=0', 'vendor/bin/phpunit', '--no-coverage', '--do-not-cache-result', '--colors=never', '--stop-on-defect', '--filter', filter, 'tests/php/Stock', 'tests/php/Backup' ],
			{ cwd: root, env, stdio: [ 'ignore', 'pipe', 'pipe' ] }
		);
		let said = '';
		child.stdout.on( 'data', ( chunk: Buffer ) => ( said += chunk.toString() ) );
		child.stderr.on( 'data', ( chunk: Buffer ) => ( said += chunk.toString() ) );
		const late = setTimeout( () => child.kill( 'SIGKILL' ), patience );
		child.on( 'close', ( code ) => {
			clearTimeout( late );
			resolve( { passed: code === 0, said } );
		} );
	} );
}

function php( args: readonly string[] ): Promise< string > {
	return new Promise( ( resolve, reject ) => {
		const child = spawn( 'php', [ ...args ], { stdio: [ 'ignore', 'pipe', 'inherit' ] } );
		let said = '';
		child.stdout.on( 'data', ( chunk: Buffer ) => ( said += chunk.toString() ) );
		child.on( 'close', ( code ) => ( code === 0 ? resolve( said ) : reject( new Error( `${ args[ 0 ] } failed.` ) ) ) );
	} );
}
