import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './children.ts';
import { exec, has } from './exec.ts';
import { freePort } from './port.ts';
import { Trouble } from './say.ts';

export interface Redis {
	readonly port: number;
	stop: () => Promise< void >;
}

/** A Redis of our own, in memory only, that ends with us. */
export async function startRedis( dir: string ): Promise< Redis > {
	if ( ! ( await has( 'redis-server' ) ) ) {
		throw new Trouble( 'Redis is not installed. On Debian: apt-get install redis-server' );
	}
	mkdirSync( dir, { recursive: true } );
	const port = await freePort();
	const log = join( dir, 'redis.log' );
	const child = startChild( 'redis-server', [ '--port', String( port ), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir ], { log } );
	for ( let i = 0; i < 100 && child.running(); i++ ) {
		const { output } = await exec( 'redis-cli', [ '-p', String( port ), 'ping' ] );
		if ( output.trim() === 'PONG' ) {
			return { port, stop: () => child.stop() };
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
	}
	await child.stop();
	throw new Trouble( `Redis did not start:\n${ readFileSync( log, 'utf8' ).slice( -2000 ) }` );
}
