import apiFetch from '@wordpress/api-fetch';
import { offline, problemOf, type Problem } from './problem';

export interface Ask {
	path: string;
	method?: 'GET' | 'POST' | 'PUT';
	data?: unknown;
	/** Idempotency-Key: the same for every try of one act, so that a lost answer never means a second change. */
	key?: string;
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

function send( { path, method = 'GET', data, key, signal }: Ask ) {
	return apiFetch< Response, false >( {
		path,
		method,
		parse: false,
		...( data === undefined ? {} : { data } ),
		...( key ? { headers: { 'Idempotency-Key': key } } : {} ),
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
