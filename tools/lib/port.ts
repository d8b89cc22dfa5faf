import { createServer } from 'node:net';

/** Whether nothing listens on this port of 127.0.0.1. */
export function isFree( port: number ): Promise< boolean > {
	return new Promise( ( resolve ) => {
		const server = createServer();
		server.once( 'error', () => resolve( false ) );
		server.listen( port, '127.0.0.1', () => server.close( () => resolve( true ) ) );
	} );
}

/** A port that nothing listens on. Somebody else may take it a moment later, so use it at once. */
export function freePort(): Promise< number > {
	return new Promise( ( resolve, reject ) => {
		const server = createServer();
		server.once( 'error', reject );
		server.listen( 0, '127.0.0.1', () => {
			const address = server.address();
			server.close( () => ( address && typeof address === 'object' ? resolve( address.port ) : reject( new Error( 'No free port.' ) ) ) );
		} );
	} );
}

/** The first free port at or above this one. */
export async function freePortFrom( first: number ): Promise< number > {
	for ( let port = first; port < first + 100; port++ ) {
		if ( await isFree( port ) ) {
			return port;
		}
	}
	return freePort();
}
