import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNative, type Native } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Report } from '../../tools/lib/report.ts';

export interface Size {
	/** Reservations that all clients together ask for in each act. */
	readonly reservations: number;
	readonly clients: number;
	/** PHP processes that are killed. */
	readonly kills: number;
	/** How often the database is killed. */
	readonly crashes: number;
	readonly deadlocks: number;
}

interface Checked {
	readonly counted: { readonly reserved: number; readonly refused: number; readonly sold: number };
	readonly untrue: readonly string[];
	readonly problems: readonly unknown[];
}

const script = ( name: string ): string => join( root, 'tests/fault', `${ name }.php` );
const pause = ( ms: number ): Promise< void > => new Promise( ( resolve ) => setTimeout( resolve, ms ) );

/** Three acts, each with parts of its own; afterwards every answer that a client wrote down must be true. */
export async function faults( t: Report, size: Size ): Promise< void > {
	const shop = await startNative( { workers: 1 } );
	const dir = mkdtempSync( join( tmpdir(), 'wig-fault-' ) );
	const each = Math.ceil( size.reservations / size.clients );
	try {
		await t.check( `${ size.kills } PHP processes killed at random during ${ size.reservations } reservations: no half reservation, no untrue answer`, async () => {
			await shop.php( script( 'seed' ), '8', String( Math.round( size.reservations / 5 ) ) );
			const crew = clients( shop, join( dir, 'kill' ), size.clients, each );
			let killed = 0;
			while ( killed < size.kills && ! crew.allDone() ) {
				// Most of a process's life is loading WordPress; wait until some are at work.
				await pause( 40 + Math.random() * 160 );
				killed += crew.killOne() ? 1 : 0;
			}
			await crew.finished();
			t.note( `${ killed } killed` );
			assert.ok( killed > 0, 'All clients were done before one could be killed.' );
			await check( t, shop, crew.logs );
		} );
		await t.check( `The database killed and started again ${ size.crashes } times under load: what was promised is there`, async () => {
			await shop.php( script( 'seed' ), '8', String( Math.round( size.reservations / 5 ) ) );
			const crew = clients( shop, join( dir, 'crash' ), size.clients, each );
			let crashed = 0;
			while ( crashed < size.crashes && ! crew.allDone() ) {
				await pause( 500 + Math.random() * 500 );
				if ( crew.atWork() ) {
					await shop.db?.kill();
					await pause( 100 );
					await shop.db?.restart();
					crashed++;
				}
			}
			await crew.finished();
			t.note( `${ crashed } crashes` );
			assert.ok( crashed > 0, 'All clients were done before the database could be killed.' );
			await check( t, shop, crew.logs );
		} );
		await t.check( `${ size.deadlocks } deadlocks forced: each order is made whole, once`, async () => {
			await shop.php( script( 'seed' ), '3', String( size.reservations * 10 ) );
			const before = await deadlocks( shop );
			// The clients have more to ask than there will be time for.
			const crew = clients( shop, join( dir, 'deadlock' ), size.clients, 1_000_000 );
			await shop.php( script( 'rival' ), String( size.deadlocks ) );
			await crew.stop();
			const seen = ( await deadlocks( shop ) ) - before;
			t.note( `${ seen } deadlocks` );
			assert.ok( seen >= size.deadlocks );
			await check( t, shop, crew.logs );
		} );
	} finally {
		rmSync( dir, { recursive: true, force: true } );
		await shop.stop();
	}
}

async function deadlocks( shop: Native ): Promise< number > {
	return Number( ( await shop.db?.sql( "SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'" ) )?.split( '\t' )[ 1 ] );
}

async function check( t: Report, shop: Native, logs: readonly string[] ): Promise< void > {
	const { counted, untrue, problems }: Checked = JSON.parse( await shop.php( script( 'check' ), ...logs.filter( existsSync ) ) );
	t.note( `${ counted.reserved } reserved, ${ counted.sold } sold, ${ counted.refused } refused` );
	assert.deepEqual( untrue, [] );
	assert.deepEqual( problems, [] );
	assert.ok( counted.reserved > 0 && counted.sold > 0 );
}

interface Clients {
	readonly logs: readonly string[];
	readonly killOne: () => boolean;
	readonly allDone: () => boolean;
	/** Whether some answer has been written in this act. */
	readonly atWork: () => boolean;
	readonly finished: () => Promise< void >;
	/** Ends all of them, as hard as it gets. */
	readonly stop: () => Promise< void >;
}

/** So many clients at once; one that dies is started again, with its log, until it has all its answers. */
function clients( shop: Native, name: string, number: number, count: number ): Clients {
	const logs = Array.from( { length: number }, ( _, index ) => `${ name }-${ index }.log` );
	const running = new Map< number, ChildProcess >();
	let stopping = false;
	let complaint: Error | null = null;
	const written = ( log: string ): number => ( existsSync( log ) ? readFileSync( log, 'utf8' ).split( '\n' ).length : 0 );
	const life = async ( index: number ): Promise< void > => {
		const log = logs[ index ] ?? '';
		for ( let deaths = 0; ! stopping; deaths++ ) {
			const said = await new Promise< string >( ( resolve, reject ) => {
				const child = spawn( 'php', [ '-d', 'opcache.enable_cli=1', '-d', 'opcache.file_cache=/tmp', '-d', 'pcov.enabled=0', script( 'client' ), log, `${ count }` ], {
					env: { ...process.env, WIG_WP_DIR: shop.dir },
					stdio: [ 'ignore', 'pipe', 'pipe' ],
				} );
				let text = '';
				child.stdout.on( 'data', ( chunk: Buffer ) => ( text += chunk.toString() ) );
				child.stderr.on( 'data', ( chunk: Buffer ) => ( text += chunk.toString() ) );
				child.once( 'error', reject );
				child.once( 'close', () => resolve( text ) );
				running.set( index, child );
			} );
			running.delete( index );
			if ( said.trim() === 'done' ) {
				return;
			}
			if ( deaths > 500 ) {
				throw new Error( `A client never came to an end: ${ said.slice( -2000 ) }` );
			}
			await pause( 50 );
		}
	};
	const lives = logs.map( ( _, index ) => life( index ).catch( ( error: Error ) => void ( complaint = error ) ) );
	let done = false;
	const all = Promise.all( lives ).then( () => void ( done = true ) );
	return {
		logs,
		allDone: () => done,
		atWork: () => logs.some( ( log ) => written( log ) > 1 ),
		killOne: () => {
			const [ victim ] = [ ...running.values() ].sort( () => Math.random() - 0.5 );
			return victim?.kill( 'SIGKILL' ) ?? false;
		},
		finished: async () => {
			await all;
			if ( complaint ) {
				throw complaint;
			}
		},
		stop: async () => {
			stopping = true;
			running.forEach( ( child ) => child.kill( 'SIGKILL' ) );
			await all;
		},
	};
}
