import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildPlugin } from './build.ts';
import { counted, inTemporary, program, runProgram, tail, type Batch, type Check } from './checks.ts';
import { root } from './paths.ts';
import { newTally, reporter } from './report.ts';
import { say } from './say.ts';

const scripts = join( root, 'node_modules/@wordpress/scripts/bin/wp-scripts.js' );
const tsc = join( root, 'node_modules/typescript/bin/tsc' );
const node = process.execPath;

export const jsChecks = (): ( Check | Batch )[] => [
	[
		{ title: 'Unit tests of the screens (jest)', run: jest },
		program( 'ESLint, with the boundaries of the rooms', node, scripts, 'lint-js', 'src', 'tests/js' ),
		program( 'Types of the screens (tsc)', node, tsc, '-p', '.' ),
		program( 'Types of the tools and tests (tsc)', node, tsc, '-p', 'tools' ),
		program( 'stylelint', node, scripts, 'lint-style', 'src/**/*.scss' ),
		program( 'REST types are made from the schema files', node, 'tools/rest-types.mjs', '--check' ),
	],
	{ title: 'Production build', run: build },
	program( 'Size budget', node, 'size-budget.mjs' ),
];

async function build(): Promise< ReturnType< typeof newTally > > {
	await buildPlugin();
	return counted( ( report ) => report.pass( 'Production build' ) );
}

interface JestResult {
	readonly numPassedTests: number;
	readonly numPendingTests: number;
	readonly numTodoTests: number;
	readonly testResults: readonly { readonly name: string; readonly status: string; readonly message: string; readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages: readonly string[] }[] }[];
}

function jest(): ReturnType< Check[ 'run' ] > {
	return inTemporary( async ( dir ) => {
		const file = join( dir, 'jest.json' );
		const { code, output } = await runProgram( node, [ scripts, 'test-unit-js', '--json', `--outputFile=${ file }`, '--silent' ], { env: { ...process.env, CI: '1' } } );
		if ( ! existsSync( file ) ) {
			return counted( ( report ) => report.fail( 'jest', tail( output ) ) );
		}
		const result: JestResult = JSON.parse( readFileSync( file, 'utf8' ) );
		const tally = newTally();
		const report = reporter( tally, say );
		tally.passed = result.numPassedTests;
		for ( const suite of result.testResults ) {
			const failed = suite.assertionResults.filter( ( { status } ) => status === 'failed' );
			failed.forEach( ( { fullName, failureMessages } ) => report.fail( fullName, tail( failureMessages.join( '\n' ), 25 ) ) );
			if ( suite.status === 'failed' && failed.length === 0 ) {
				report.fail( relative( root, suite.name ), tail( suite.message ) );
			}
			suite.assertionResults.filter( ( { status } ) => status === 'pending' || status === 'todo' ).forEach( ( { fullName } ) => report.skip( fullName, 'marked so in the test' ) );
		}
		if ( code !== 0 && tally.failed === 0 ) {
			report.fail( 'jest', tail( output ) );
		}
		return tally;
	} );
}
