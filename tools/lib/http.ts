import { Agent, request } from 'node:http';

export interface Shot {
	readonly method: string;
	readonly url: string;
	readonly headers?: Readonly< Record< string, string > >;
	readonly body?: unknown;
}

export interface Answer {
	/** 0 when no answer came. */
	readonly status: number;
	readonly headers: Readonly< Record< string, string | string[] | undefined > >;
	readonly text: string;
	/** How often it was sent again: after a 503 with Retry-After, or when the connection broke. */
	readonly retries: number;
}

const agent = new Agent( { keepAlive: true, maxSockets: Infinity } );

/**
 * Sends a request as a careful client would: a 503 and a broken connection are tried again, a bounded number of times,
 * after the time the server names and a little jitter. The Idempotency-Key makes that safe.
 */
export async function send( shot: Shot, attempts = 12 ): Promise< Answer > {
	for ( let retries = 0; ; retries++ ) {
		const answer = await once( shot );
		const again = answer.status === 503 || answer.status === 0;
		if ( ! again || retries + 1 >= attempts ) {
			return { ...answer, retries };
		}
		const seconds = Number( answer.headers[ 'retry-after' ] ?? 0.2 );
		await new Promise( ( resolve ) => setTimeout( resolve, ( Number.isFinite( seconds ) ? seconds : 1 ) * 1000 * ( 0.5 + Math.random() ) ) );
	}
}

function once( shot: Shot ): Promise< Omit< Answer, 'retries' > > {
	return new Promise( ( resolve ) => {
		const body = shot.body === undefined ? undefined : JSON.stringify( shot.body );
		const lost = ( error: Error ): void => resolve( { status: 0, headers: {}, text: error.message } );
		const sent = request(
			shot.url,
			{
				method: shot.method,
				agent,
				headers: { ...shot.headers, ...( body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': String( Buffer.byteLength( body ) ) } ) },
				timeout: 120_000,
			},
			( answer ) => {
				const pieces: Buffer[] = [];
				answer.on( 'data', ( piece: Buffer ) => pieces.push( piece ) );
				answer.on( 'end', () => resolve( { status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat( pieces ).toString() } ) );
				answer.on( 'error', lost );
			}
		);
		sent.on( 'timeout', () => sent.destroy( new Error( 'No answer within two minutes.' ) ) );
		sent.on( 'error', lost );
		sent.end( body );
	} );
}

/** The header of an application password. */
export function basic( user: string, password: string ): Record< string, string > {
	return { Authorization: `Basic ${ Buffer.from( `${ user }:${ password }` ).toString( 'base64' ) }` };
}
