import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { userInfo } from 'node:os';
import { startChild, type Child } from './children.ts';
import { exec, has, mustExec } from './exec.ts';
import { freePort } from './port.ts';
import { Trouble } from './say.ts';

export interface Database {
	readonly socket: string;
	readonly port: number;
	readonly user: string;
	readonly password: string;
	readonly pid: number;
	/** Runs SQL and returns what the client printed: columns by tabs, no heading. */
	sql: ( statements: string, database?: string ) => Promise< string >;
	stop: () => Promise< void >;
	/** SIGKILL, as a power cut would: for fault tests. */
	kill: () => Promise< void >;
	/** Starts it again on the same data folder, port and socket. */
	restart: () => Promise< void >;
}

/**
 * A MariaDB of our own: data folder, socket and port belong to this run, and it ends with us.
 *
 * Durability is the default (every commit is flushed to disk): races and figures must not be better than in real life.
 * The user may do everything, from this machine only.
 */
export async function startMariaDb( dir: string, extra: readonly string[] = [] ): Promise< Database > {
	if ( ! ( await has( 'mariadbd' ) ) || ! ( await has( 'mariadb-install-db' ) ) ) {
		throw new Trouble( 'MariaDB is not installed. On Debian: apt-get install mariadb-server' );
	}
	const data = join( dir, 'data' );
	// A socket path may have 107 characters at most, and a checkout may lie deep.
	const socket = join( '/tmp', `wig-${ process.pid }-${ Math.random().toString( 36 ).slice( 2, 8 ) }.sock` );
	const port = await freePort();
	const user = 'wig';
	const password = 'wig';
	// Temporary tables in a place of its own: two servers that begin at once clear away each other's in /tmp.
	const scratch = join( dir, 'tmp' );
	mkdirSync( scratch, { recursive: true } );
	const asRoot = userInfo().uid === 0 ? [ '--user=root' ] : [];
	if ( ! existsSync( data ) ) {
		await mustExec( 'mariadb-install-db', [ '--no-defaults', ...asRoot, `--datadir=${ data }`, `--tmpdir=${ scratch }`, '--auth-root-authentication-method=normal', '--skip-test-db' ] );
	}
	const init = join( dir, 'init.sql' );
	writeFileSync( init, [ 'localhost', '127.0.0.1' ].map( ( host ) => `GRANT ALL ON *.* TO '${ user }'@'${ host }' IDENTIFIED BY '${ password }' WITH GRANT OPTION;` ).join( '\n' ) + '\n' );
	const log = join( dir, 'mariadb.log' );
	const start = async (): Promise< Child > => {
		const child = startChild(
			'mariadbd',
			[
				'--no-defaults',
				...asRoot,
				`--datadir=${ data }`,
				`--tmpdir=${ scratch }`,
				`--socket=${ socket }`,
				`--port=${ port }`,
				`--pid-file=${ join( dir, 'mariadb.pid' ) }`,
				`--init-file=${ init }`,
				'--bind-address=127.0.0.1',
				'--skip-name-resolve',
				'--character-set-server=utf8mb4',
				'--max-connections=500',
				'--innodb-buffer-pool-size=256M',
				...extra,
			],
			{ log }
		);
		for ( let i = 0; i < 300; i++ ) {
			if ( ! child.running() ) {
				break;
			}
			const { code } = await exec( 'mariadb', [ '--no-defaults', `--socket=${ socket }`, `--user=${ user }`, `--password=${ password }`, '-e', 'SELECT 1' ] );
			if ( code === 0 ) {
				return child;
			}
			await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
		}
		await child.stop();
		throw new Trouble( `MariaDB did not start:\n${ readFileSync( log, 'utf8' ).slice( -2000 ) }` );
	};
	let child = await start();
	return {
		socket,
		port,
		user,
		password,
		get pid() {
			return child.pid;
		},
		sql: async ( statements, database ) =>
			( await mustExec( 'mariadb', [ '--no-defaults', `--socket=${ socket }`, `--user=${ user }`, `--password=${ password }`, '-N', '-B', ...( database ? [ database ] : [] ) ], { input: statements } ) ).trimEnd(),
		stop: () => child.stop(),
		kill: async () => {
			process.kill( -child.pid, 'SIGKILL' );
			await child.exited;
		},
		restart: async () => {
			child = await start();
		},
	};
}
