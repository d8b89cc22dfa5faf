import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './children.ts';
import { root } from './paths.ts';
import { addTally, newTally, reporter, type Tally } from './report.ts';
import { say } from './say.ts';

/** One part of the tests: what it is called, and how it is run and counted. */
export interface Check {
	readonly title: string;
	readonly run: () => Promise< Tally >;
}

interface Finished {
	readonly code: number;
	readonly output: string;
}

/** Runs a program that is ended with us; `live` also shows what it prints as it comes. */
export async function runProgram( command: string, args: readonly string[], options: { env?: NodeJS.ProcessEnv; live?: boolean; minutes?: number } = {} ): Promise< Finished > {
	let output = '';
	const child = startChild( command, args, {
		cwd: root,
		env: options.env,
		onOutput: ( text ) => {
			output += text;
			if ( options.live ) {
				process.stdout.write( text );
			}
		},
	} );
	const minutes = options.minutes ?? 20;
	const timer = setTimeout( () => {
		output += `\nEnded after ${ minutes } minutes.\n`;
		void child.stop();
	}, minutes * 60_000 );
	const code = await child.exited;
	clearTimeout( timer );
	return { code, output };
}

/** A check that is one program: it passes when the program is content. What it says is shown only when it is not. */
export function program( title: string, command: string, ...args: string[] ): Check {
	return {
		title,
		run: async () => {
			const { code, output } = await runProgram( command, args );
			return counted( ( report ) => ( code === 0 ? report.pass( title ) : report.fail( title, tail( output ) ) ) );
		},
	};
}

/** A check that is a TypeScript file with a `run`. It counts itself; see part.ts. */
export function part( title: string, file: string, minutes?: number ): Check {
	return {
		title,
		run: () =>
			inTemporary( async ( dir ) => {
				if ( ! existsSync( join( root, file ) ) ) {
					return counted( ( report ) => report.fail( title, `${ file } is missing.` ) );
				}
				const tally = join( dir, 'tally.json' );
				const { code, output } = await runProgram( process.execPath, [ 'tools/run.mjs', 'part', file ], { env: { ...process.env, WIG_TALLY: tally }, live: true, minutes } );
				return existsSync( tally ) ? JSON.parse( readFileSync( tally, 'utf8' ) ) : counted( ( report ) => report.fail( title, `Ended with code ${ code }.\n${ tail( output ) }` ) );
			} ),
	};
}

/** A check that is skipped, loudly. */
export function skipped( title: string, why: string ): Check {
	return { title, run: async () => counted( ( report ) => report.skip( title, why ) ) };
}

/** Checks of which two run at a time: those that need no browser and no measured rest leave a core idle otherwise. */
export type Batch = readonly Check[];

/** Runs checks one after the other (of a batch two at a time), tells how each went, and adds them up. */
export async function runChecks( checks: readonly ( Check | Batch )[] ): Promise< Tally > {
	const sum = newTally();
	for ( const one of checks ) {
		const waiting = isBatch( one ) ? [ ...one ] : [ one ];
		const lane = async (): Promise< void > => {
			for ( let check = waiting.shift(); check !== undefined; check = waiting.shift() ) {
				addTally( sum, await runCheck( check ) );
			}
		};
		await Promise.all( isBatch( one ) ? [ lane(), lane() ] : [ lane() ] );
	}
	return sum;
}

const isBatch = ( one: Check | Batch ): one is Batch => Array.isArray( one );

async function runCheck( { title, run }: Check ): Promise< Tally > {
	say( `\n== ${ title }` );
	const began = Date.now();
	const tally = await run().catch( ( error: unknown ) => counted( ( report ) => report.fail( title, error instanceof Error ? error.message : String( error ) ) ) );
	say( `   ${ title }: ${ tally.passed } passed, ${ tally.failed } failed, ${ tally.skipped } skipped (${ Math.round( ( Date.now() - began ) / 1000 ) } s)` );
	return tally;
}

export function counted( tell: ( report: ReturnType< typeof reporter > ) => void ): Tally {
	const tally = newTally();
	tell( reporter( tally, say ) );
	return tally;
}

export async function inTemporary< T >( work: ( dir: string ) => Promise< T > ): Promise< T > {
	const dir = mkdtempSync( join( tmpdir(), 'wig-test-' ) );
	try {
		return await work( dir );
	} finally {
		rmSync( dir, { recursive: true, force: true } );
	}
}

export function tail( text: string, lines = 60 ): string {
	return text.trimEnd().split( '\n' ).slice( -lines ).join( '\n' );
}
