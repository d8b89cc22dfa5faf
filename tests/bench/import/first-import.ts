import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startNative, type Native } from '../../../tools/lib/native.ts';
import { root } from '../../../tools/lib/paths.ts';
import type { Bench } from '../../../tools/lib/report.ts';

const PRODUCTS = 100_000;

/** At these shares of the way its runner is killed. */
const KILLS = [ 0.2, 0.6 ];

interface Progress {
	readonly state: string;
	readonly done: number;
	readonly total: number;
}

const act = ( site: Native, name: string, input: object ): Promise< string > => site.php( join( root, 'tests/shop/php/shop.php' ), name, JSON.stringify( input ) );

async function progress( site: Native ): Promise< Progress > {
	const stored = ( await site.db?.sql( "SELECT option_value FROM wp_options WHERE option_name = 'woo_inventory_guard_import'", site.dbName ) ) ?? '';
	return { state: 'waiting', done: 0, total: 0, ...( stored === '' ? {} : JSON.parse( stored ) ) };
}

/** A runner that is ended without warning once so much is done. */
async function killedAt( site: Native, products: number ): Promise< number > {
	const child = spawn( 'php', [ join( root, 'tests/shop/php/shop.php' ), 'import', '{"seconds":600}' ], { env: { ...process.env, WIG_WP_DIR: site.dir }, stdio: 'ignore' } );
	const ended = new Promise< void >( ( resolve ) => child.on( 'exit', () => resolve() ) );
	while ( child.exitCode === null && ( await progress( site ) ).done < products ) {
		await new Promise( ( resolve ) => setTimeout( resolve, 200 ) );
	}
	child.kill( 'SIGKILL' );
	await ended;
	return ( await progress( site ) ).done;
}

/** A shop of 100,000 products switches the plugin on; the job that takes them over is killed twice on the way. */
export const firstImport: Bench = async ( note ) => {
	const site = await startNative( { woocommerce: true, workers: 1, mariadb: [ '--innodb-buffer-pool-size=1G', '--innodb-flush-log-at-trx-commit=1' ] } );
	try {
		await act( site, 'many', { count: PRODUCTS } );
		await act( site, 'begin_anew', {} );
		const began = performance.now();
		const killed: number[] = [];
		for ( const share of KILLS ) {
			killed.push( await killedAt( site, share * PRODUCTS ) );
		}
		const end: Progress = JSON.parse( await act( site, 'import', { seconds: 900 } ) );
		const seconds = ( performance.now() - began ) / 1000;
		const [ items, movements ] = ( ( await site.db?.sql( 'SELECT COUNT(*), SUM( tracked ) - ( SELECT COUNT(*) FROM wp_wig_movements ) FROM wp_wig_items', site.dbName ) ) ?? '' ).split( '\t' ).map( Number );
		if ( end.state !== 'done' || items !== end.total || movements !== 0 || killed.some( ( done ) => done >= PRODUCTS ) ) {
			throw new Error( `The import went wrong: ${ JSON.stringify( { end, items, movements, killed } ) }` );
		}
		note( `${ PRODUCTS.toLocaleString( 'en' ) } products taken over in ${ Math.round( seconds ) } s, killed with ${ killed.join( ' and ' ) } done` );
		return { first_import_s_100k: Math.round( seconds ) };
	} finally {
		await site.stop();
	}
};
