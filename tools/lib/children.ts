import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

export interface ChildOptions {
	/** A file that gets what it prints ... */
	readonly log?: string;
	/** ... or a function that does. */
	readonly onOutput?: ( text: string ) => void;
	readonly cwd?: string;
	readonly env?: NodeJS.ProcessEnv;
}

export interface Child {
	readonly pid: number;
	/** Its exit code. */
	readonly exited: Promise< number >;
	/** Asks the child and everything it started to end, insists after a few seconds, resolves when it is gone. */
	stop: () => Promise< void >;
	running: () => boolean;
}

const running = new Set< Child >();
const cleanups = new Set< () => void >();
let watching = false;

/** Something to remove when this process ends, however it ends (short of SIGKILL). Returns a way to do it now. */
export function atExit( clean: () => void ): () => void {
	watch();
	const once = (): void => {
		if ( cleanups.delete( once ) ) {
			clean();
		}
	};
	cleanups.add( once );
	return once;
}

/**
 * Starts a program that may have to be ended before it ends by itself: a database, a web server, a part of the tests.
 *
 * It gets a process group of its own, so that a Ctrl-C in the terminal reaches only us and we stop children in order,
 * and a keeper: a shell that reads from a pipe we hold and ends the group when we are gone, however we ended
 * (also by SIGKILL). Nothing stays behind.
 */
export function startChild( command: string, args: readonly string[], options: ChildOptions ): Child {
	watch();
	const out = options.log === undefined ? 'pipe' : openSync( options.log, 'a' );
	const process_ = spawn( command, args, {
		cwd: options.cwd,
		env: options.env ?? process.env,
		stdio: [ 'ignore', out, out ],
		detached: true,
	} );
	if ( typeof out === 'number' ) {
		closeSync( out );
	}
	const pid = process_.pid;
	if ( pid === undefined ) {
		throw new Error( `${ command } could not be started.` );
	}
	const keeper = spawn( 'sh', [ '-c', 'read -r _; kill -TERM -- "-$0"; sleep 5; kill -KILL -- "-$0"', String( pid ) ], {
		stdio: [ 'pipe', 'ignore', 'ignore' ],
		detached: true,
	} );
	keeper.unref();
	let alive = true;
	for ( const stream of [ process_.stdout, process_.stderr ] ) {
		stream?.on( 'data', ( piece: Buffer ) => options.onOutput?.( piece.toString() ) );
	}
	const exited = new Promise< number >( ( resolve ) => {
		const gone = ( code: number | null ): void => {
			alive = false;
			running.delete( child );
			endKeeper( keeper );
			resolve( code ?? 1 );
		};
		// 'close' comes after the last output; 'exit' could come before it. With a log file both are the same.
		process_.once( options.log === undefined ? 'close' : 'exit', gone );
		process_.once( 'error', () => gone( 127 ) );
	} );
	const child: Child = {
		pid,
		exited,
		running: () => alive,
		stop: async () => {
			if ( alive ) {
				signal( pid, 'SIGTERM' );
				const insist = setTimeout( () => signal( pid, 'SIGKILL' ), 8000 );
				await exited;
				clearTimeout( insist );
			}
			// Workers of `php -S` outlive their parent for a moment.
			signal( pid, 'SIGKILL' );
		},
	};
	running.add( child );
	return child;
}

/** Stops every child that is still running, newest first. */
export async function stopChildren(): Promise< void > {
	for ( const child of [ ...running ].reverse() ) {
		await child.stop();
	}
}

function watch(): void {
	if ( watching ) {
		return;
	}
	watching = true;
	for ( const name of [ 'SIGINT', 'SIGTERM', 'SIGHUP' ] as const ) {
		process.once( name, () => {
			void stopChildren().then( () => process.exit( name === 'SIGINT' ? 130 : 143 ) );
		} );
	}
	process.once( 'exit', () => {
		for ( const child of running ) {
			signal( child.pid, 'SIGKILL' );
		}
		for ( const clean of cleanups ) {
			clean();
		}
	} );
}

function signal( group: number, name: NodeJS.Signals ): void {
	try {
		process.kill( -group, name );
	} catch {
		// Already gone.
	}
}

function endKeeper( keeper: ChildProcess ): void {
	keeper.kill( 'SIGKILL' );
}
