import apiFetch from '@wordpress/api-fetch';
import { takeFirstAnswer } from './first-answers';
import { offline, problemOf, type Problem } from './problem';

export interface Ask {
	path: string;
	method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
	data?: unknown;
	/** Idempotency-Key: the same for every try of one act, so that a lost answer never means a second change. */
	key?: string;
	/** The version that was read: an older one is refused (412). */
	ifMatch?: number;
	signal?: AbortSignal;
}

export interface Answer< T > {
	body: T;
	header: ( name: string ) => string | null;
}

const MOST_TRIES = 3;
const MOST_WAIT = 5;

/**
 * Asks REST and gives the answer with its headers, or throws a Problem (or the AbortError of the signal).
 * A busy shop (503) is asked again by itself, with the same key.
 */
export async function request< T >( ask: Ask ): Promise< Answer< T > > {
	const first = cameWithThePage< T >( ask );
	if ( first ) {
		return first;
	}
	for ( let attempt = 1; ; attempt++ ) {
		try {
			const response = await send( ask );
			return {
				body: ( await response.json() ) as T,
				header: ( name ) => response.headers.get( name ),
			};
		} catch ( thrown ) {
			const { problem, response } = await understand( thrown );
			const again =
				attempt < MOST_TRIES &&
				( await mayTryAgain( problem, response, ask.signal ) );
			if ( ! again ) {
				throw problem;
			}
		}
	}
}

function cameWithThePage< T >( {
	path,
	method = 'GET',
}: Ask ): Answer< T > | null {
	const answer = method === 'GET' ? takeFirstAnswer( path ) : null;
	if ( answer === null ) {
		return null;
	}
	const headers = Object.entries( answer.headers ).map(
		( [ name, value ] ) => [ name.toLowerCase(), String( value ) ] as const
	);
	return {
		body: answer.body as T,
		header: ( name ) =>
			headers.find( ( [ has ] ) => has === name.toLowerCase() )?.[ 1 ] ??
			null,
	};
}

function send( { path, method = 'GET', data, key, ifMatch, signal }: Ask ) {
	const headers = {
		...( key ? { 'Idempotency-Key': key } : {} ),
		...( ifMatch === undefined ? {} : { 'If-Match': `"${ ifMatch }"` } ),
	};
	return apiFetch< Response, false >( {
		path,
		method,
		parse: false,
		...( data === undefined ? {} : { data } ),
		...( Object.keys( headers ).length ? { headers } : {} ),
		...( signal ? { signal } : {} ),
	} );
}

interface Understood {
	problem: Problem;
	response: Response | null;
}

async function understand( thrown: unknown ): Promise< Understood > {
	if ( isResponse( thrown ) ) {
		const body: unknown = await thrown.json().catch( () => null );
		return { problem: problemOf( thrown.status, body ), response: thrown };
	}
	if ( thrown instanceof Error && thrown.name === 'AbortError' ) {
		throw thrown;
	}
	// Anything else is a request that got no answer: no network, or a proxy that gave up.
	return { problem: offline(), response: null };
}

const isResponse = ( thrown: unknown ): thrown is Response =>
	typeof thrown === 'object' &&
	thrown !== null &&
	'status' in thrown &&
	'headers' in thrown;

async function mayTryAgain(
	problem: Problem,
	response: Response | null,
	signal?: AbortSignal
): Promise< boolean > {
	if ( problem.code === 'rest_cookie_invalid_nonce' ) {
		return renewNonce();
	}
	if ( problem.kind !== 'busy' || response?.status !== 503 ) {
		return false;
	}
	const wait = Number( response.headers.get( 'Retry-After' ) ?? 1 ) || 1;
	await new Promise( ( done ) =>
		setTimeout( done, Math.min( wait, MOST_WAIT ) * 1000 )
	);
	return ! signal?.aborted;
}

/**
 * A page that was left open over night has an old nonce. api-fetch renews it by itself only where it reads the answer,
 * and we read it (for the totals in the headers).
 */
async function renewNonce(): Promise< boolean > {
	if ( ! apiFetch.nonceEndpoint || ! apiFetch.nonceMiddleware ) {
		return false;
	}
	const response = await fetch( apiFetch.nonceEndpoint ).catch( () => null );
	if ( ! response?.ok ) {
		return false;
	}
	apiFetch.nonceMiddleware.nonce = await response.text();
	return true;
}
