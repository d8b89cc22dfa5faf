import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { counted, inTemporary, part, program, runProgram, tail, type Batch, type Check } from './checks.ts';
import { startMariaDb } from './mariadb.ts';
import { root } from './paths.ts';
import { newTally, reporter, type Tally } from './report.ts';
import { say } from './say.ts';
import { findSqliteDriver, findWordPress } from './sources.ts';

/** What acceptance asks of the engine. */
const coverageWanted = 95;

export const phpChecks = (): ( Check | Batch )[] => [
	[
		{ title: 'PHPUnit on MariaDB', run: () => onMariaDb( {} ) },
		program( 'Types, SQL and the boundaries of the rooms (PHPStan)', 'php', 'vendor/bin/phpstan', 'analyse', '--memory-limit=1G', '--no-progress', '--no-ansi' ),
		{ title: 'PHPUnit on SQLite', run: onSqlite },
		{ title: 'PHPUnit of the engine on MariaDB, each statement by itself', run: () => onMariaDb( { WIG_ONE_BY_ONE: '1' }, [ '--testsuite', 'stock' ] ) },
		program( 'Coding style of PHP (phpcs)', 'php', 'vendor/bin/phpcs' ),
	],
	part( 'Mutation: each condition of the engine\'s SQL is held by a test', 'tests/mutation/run.ts' ),
];

function onMariaDb( more: Record< string, string >, only: readonly string[] = [] ): Promise< Tally > {
	return inTemporary( async ( dir ) => {
		const db = await startMariaDb( join( dir, 'mariadb' ), [ '--innodb-flush-log-at-trx-commit=2' ] );
		try {
			return await phpunit( dir, 'mysql', { WIG_DB_HOST: `localhost:${ db.socket }`, WIG_DB_NAME: 'wig_phpunit', WIG_DB_USER: db.user, WIG_DB_PASSWORD: db.password, ...more }, only );
		} finally {
			await db.stop();
		}
	} );
}

const onSqlite = (): Promise< Tally > => inTemporary( async ( dir ) => phpunit( dir, 'sqlite', { WIG_SQLITE_DRIVER: await findSqliteDriver() } ) );

async function phpunit( dir: string, engine: 'mysql' | 'sqlite', more: Record< string, string >, only: readonly string[] = [] ): Promise< Tally > {
	const junit = join( dir, 'junit.xml' );
	const clover = join( dir, 'clover.xml' );
	const env = { ...process.env, ...more, WIG_WP_DIR: await findWordPress(), WIG_DB_ENGINE: engine, WIG_SITE_DIR: join( dir, 'site' ) };
	// Every line of includes/ counts, but tests of one database are enough to count them.
	const covered = engine === 'mysql' && only.length === 0 ? [ '--coverage-clover', clover ] : [];
	const { code, output } = await runProgram(
		'php',
		[ '-d', 'memory_limit=1G', '-d', 'pcov.enabled=1', '-d', `pcov.directory=${ join( root, 'includes' ) }`, 'vendor/bin/phpunit', '--colors=never', '--cache-directory', join( dir, 'cache' ), '--log-junit', junit, ...covered, ...only ],
		{ env }
	);
	if ( ! existsSync( junit ) || readFileSync( junit, 'utf8' ).trim() === '' ) {
		return counted( ( report ) => report.fail( `PHPUnit on ${ engine }`, tail( output ) ) );
	}
	const tally = countJunit( readFileSync( junit, 'utf8' ) );
	const report = reporter( tally, say );
	if ( code !== 0 && tally.failed === 0 ) {
		report.fail( `PHPUnit on ${ engine }`, tail( output ) );
	}
	if ( covered.length > 0 ) {
		const percent = stockCoverage( clover );
		if ( percent === null ) {
			report.skip( 'Line coverage of includes/Stock', 'PHP has no pcov here' );
		} else {
			( percent >= coverageWanted ? report.pass : ( title: string ) => report.fail( title, `At least ${ coverageWanted } % is asked for.` ) )( `Line coverage of includes/Stock is ${ percent.toFixed( 1 ) } %` );
		}
	}
	return tally;
}

function countJunit( xml: string ): Tally {
	const tally = newTally();
	const report = reporter( tally, say );
	for ( const [ , attributes = '', end = '', body = '' ] of xml.matchAll( /<testcase ([^>]*?)(\/>|>([\s\S]*?)<\/testcase>)/g ) ) {
		const attribute = ( name: string ): string => decode( new RegExp( `(?:^| )${ name }="([^"]*)"` ).exec( attributes )?.[ 1 ] ?? '' );
		const title = `${ relative( root, attribute( 'file' ) ) } ${ attribute( 'name' ) }`;
		const wrong = /<(?:failure|error|warning)\b[^>]*>([\s\S]*?)<\/(?:failure|error|warning)>/.exec( body )?.[ 1 ];
		if ( end !== '/>' && wrong !== undefined ) {
			report.fail( title, tail( decode( wrong ), 25 ) );
		} else if ( end !== '/>' && body.includes( '<skipped' ) ) {
			report.skip( title, 'not for this database' );
		} else {
			tally.passed++;
		}
	}
	return tally;
}

function stockCoverage( clover: string ): number | null {
	if ( ! existsSync( clover ) ) {
		return null;
	}
	let statements = 0;
	let covered = 0;
	for ( const [ , name = '', body = '' ] of readFileSync( clover, 'utf8' ).matchAll( /<file name="([^"]*)">([\s\S]*?)<\/file>/g ) ) {
		if ( name.includes( '/includes/Stock/' ) ) {
			for ( const [ , count ] of body.matchAll( /<line num="\d+" type="stmt" count="(\d+)"/g ) ) {
				statements++;
				covered += count === '0' ? 0 : 1;
			}
		}
	}
	return statements === 0 ? null : ( 100 * covered ) / statements;
}

const decode = ( text: string ): string => text.replace( /&lt;/g, '<' ).replace( /&gt;/g, '>' ).replace( /&quot;/g, '"' ).replace( /&#0?39;|&apos;/g, "'" ).replace( /&#10;/g, '\n' ).replace( /&amp;/g, '&' );
