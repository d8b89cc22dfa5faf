import { fork, type ChildProcess } from 'node:child_process';
import type { Answer, Shot } from './http.ts';
import { bundle } from './load.ts';

/**
 * Sends all requests at once from several processes. The processes wait for one another, so that the first request
 * of the last process goes out with the first of the first. Answers come back in the order of the requests.
 */
export async function volley( shots: readonly Shot[], processes: number ): Promise< { answers: Answer[]; seconds: number } > {
	const count = Math.max( 1, Math.min( processes, shots.length ) );
	const file = await bundle( 'tools/volley-worker.ts' );
	const shares: number[][] = Array.from( { length: count }, () => [] );
	shots.forEach( ( _, i ) => shares[ i % count ]?.push( i ) );
	const workers = shares.map( () => fork( file, { stdio: [ 'ignore', 'inherit', 'inherit', 'ipc' ], serialization: 'advanced' } ) );
	try {
		await Promise.all(
			workers.map( ( worker, i ) => {
				const ready = message( worker );
				worker.send( { shots: shares[ i ]?.map( ( at ) => shots[ at ] ) } );
				return ready;
			} )
		);
		const began = performance.now();
		const sets = await Promise.all(
			workers.map( ( worker ) => {
				const done = message( worker );
				worker.send( 'go' );
				return done;
			} )
		);
		const seconds = ( performance.now() - began ) / 1000;
		const answers: Answer[] = new Array< Answer >( shots.length );
		sets.forEach( ( set, i ) => {
			if ( Array.isArray( set ) ) {
				set.forEach( ( answer: Answer, k ) => {
					answers[ shares[ i ]?.[ k ] ?? -1 ] = answer;
				} );
			}
		} );
		return { answers, seconds };
	} finally {
		workers.forEach( ( worker ) => worker.kill( 'SIGKILL' ) );
	}
}

function message( worker: ChildProcess ): Promise< unknown > {
	return new Promise( ( resolve, reject ) => {
		const ended = ( code: number | null ): void => reject( new Error( `A process of buyers ended early (code ${ code }).` ) );
		worker.once( 'exit', ended );
		worker.once( 'message', ( sent ) => {
			worker.off( 'exit', ended );
			resolve( sent );
		} );
	} );
}
