import { spawn } from 'node:child_process';
import { Trouble } from './say.ts';

export interface Ran {
	readonly code: number;
	readonly output: string;
}

export interface ExecOptions {
	readonly cwd?: string;
	readonly env?: NodeJS.ProcessEnv;
	/** Called with every piece of output as it comes. */
	readonly onOutput?: ( text: string ) => void;
	/** Ends the program after so many milliseconds. */
	readonly timeout?: number;
	readonly input?: string;
}

/** Runs a program to its end and collects what it printed (standard output and error, as they came). */
export function exec( command: string, args: readonly string[], options: ExecOptions = {} ): Promise< Ran > {
	return new Promise( ( resolve, reject ) => {
		const child = spawn( command, args, {
			cwd: options.cwd,
			env: options.env ?? process.env,
			stdio: [ 'pipe', 'pipe', 'pipe' ],
			timeout: options.timeout,
		} );
		let output = '';
		const take = ( chunk: Buffer ): void => {
			const text = chunk.toString();
			output += text;
			options.onOutput?.( text );
		};
		child.stdout.on( 'data', take );
		child.stderr.on( 'data', take );
		child.once( 'error', reject );
		child.once( 'close', ( code ) => resolve( { code: code ?? 1, output } ) );
		child.stdin.on( 'error', () => {} );
		child.stdin.end( options.input ?? '' );
	} );
}

/** Like exec(), but a failure is a Trouble that shows what the program said. */
export async function mustExec( command: string, args: readonly string[], options: ExecOptions = {} ): Promise< string > {
	const { code, output } = await exec( command, args, options ).catch( ( error: Error ) => ( { code: 127, output: error.message } ) );
	if ( code !== 0 ) {
		throw new Trouble( `${ command } ${ args.slice( 0, 4 ).join( ' ' ) } ended with code ${ code }:\n${ output.trim().slice( -4000 ) }` );
	}
	return output;
}

/** Whether a program is on the PATH. */
export async function has( command: string ): Promise< boolean > {
	const { code } = await exec( 'sh', [ '-c', `command -v ${ command }` ] ).catch( () => ( { code: 1 } ) );
	return code === 0;
}
