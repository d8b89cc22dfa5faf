/** Progress for people. Tools whose standard output is read by programs send it to standard error. */
let out: NodeJS.WritableStream = process.stdout;

export function sayTo( stream: NodeJS.WritableStream ): void {
	out = stream;
}

export function say( line: string ): void {
	out.write( `${ line }\n` );
}

/** Runs a step that takes a while: says what begins, and how long it took. */
export async function step< T >( title: string, work: () => Promise< T > | T ): Promise< T > {
	say( `${ title } ...` );
	const began = Date.now();
	const result = await work();
	const seconds = ( Date.now() - began ) / 1000;
	if ( seconds >= 3 ) {
		say( `  ${ title }: done in ${ Math.round( seconds ) } s` );
	}
	return result;
}

/** An error whose message is all a person needs: printed without a stack. */
export class Trouble extends Error {}

/** Runs a tool's main function; a Trouble ends it with one clear line. */
export function main( run: () => Promise< number | void > ): void {
	run().then(
		( code ) => {
			process.exitCode = code ?? 0;
		},
		( error: unknown ) => {
			process.stderr.write( `\n${ error instanceof Trouble ? error.message : inspect( error ) }\n` );
			process.exitCode = 1;
		}
	);
}

function inspect( error: unknown ): string {
	return error instanceof Error ? error.stack ?? error.message : String( error );
}
