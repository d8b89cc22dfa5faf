import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { mustExec } from './exec.ts';
import { cache } from './paths.ts';
import { say, Trouble } from './say.ts';
import { unzip } from './unzip.ts';

type Product = 'wordpress' | 'woocommerce';

interface Kind {
	readonly title: string;
	readonly variable: string;
	/** A file that shows that a folder holds it. */
	readonly mark: string;
	readonly url: string;
}

const kinds: Record< Product, Kind > = {
	wordpress: { title: 'WordPress', variable: 'WIG_WORDPRESS', mark: 'wp-includes/version.php', url: 'https://wordpress.org/latest.zip' },
	woocommerce: { title: 'WooCommerce', variable: 'WIG_WOOCOMMERCE', mark: 'woocommerce.php', url: 'https://downloads.wordpress.org/plugin/woocommerce.latest-stable.zip' },
};

/** How long wordpress.org may take to answer before we go on without it. */
const answerWithin = 8_000;
/** Shared by both, so that a machine without network waits for one time-out only. */
let wordpressOrgSilent = false;

/** The folder of a WordPress: the option, WIG_WORDPRESS, the cache, wordpress.org, and last the tree in an npm package. */
export async function findWordPress( option?: string ): Promise< string > {
	return ( await find( 'wordpress', option ) ) ?? ( await fromNpm() );
}

/** The folder of a WooCommerce, from the same places but npm; null where it cannot be had. */
export function findWooCommerce( option?: string ): Promise< string | null > {
	return find( 'woocommerce', option );
}

/** What a WordPress or WooCommerce folder says its version is. */
export function versionOf( folder: string ): string {
	for ( const [ file, pattern ] of [
		[ 'wp-includes/version.php', /\$wp_version = '([^']+)'/ ],
		[ 'woocommerce.php', /^ \* Version: (\S+)/m ],
	] as const ) {
		const found = existsSync( join( folder, file ) ) ? pattern.exec( readFileSync( join( folder, file ), 'utf8' ) )?.[ 1 ] : undefined;
		if ( found ) {
			return found;
		}
	}
	return 'of unknown version';
}

/**
 * The folder of WordPress's SQLite driver. It is taken out of the (small) npm package of Playground's command, which
 * carries a much newer one (3.0.2) than the npm package with the WordPress trees does (2.1.11).
 */
export async function findSqliteDriver(): Promise< string > {
	const folder = join( cache, 'sqlite-database-integration-3.1.56' );
	if ( ! existsSync( folder ) ) {
		await fetchNpm( '@wp-playground/cli@3.1.56', folder, ( unpacked, made ) => {
			unzip( join( unpacked, 'sqlite-database-integration.zip' ), join( made, 'driver' ) );
			return onlyFolder( join( made, 'driver' ) );
		} );
	}
	return folder;
}

async function find( product: Product, option?: string ): Promise< string | null > {
	const { title, variable, mark } = kinds[ product ];
	for ( const [ given, where ] of [
		[ option, `--${ product }` ],
		[ process.env[ variable ], variable ],
	] as const ) {
		if ( given ) {
			const folder = fromFolderOrZip( resolve( given ), mark );
			if ( folder === null ) {
				throw new Trouble( `${ where } names ${ given }, but there is no ${ title } (a folder or a zip).` );
			}
			return folder;
		}
	}
	const kept = join( cache, product );
	if ( existsSync( join( kept, mark ) ) ) {
		return kept;
	}
	return ( await download( product, kept ) ) ? kept : null;
}

function fromFolderOrZip( path: string, mark: string ): string | null {
	if ( ! existsSync( path ) ) {
		return null;
	}
	if ( statSync( path ).isDirectory() ) {
		return [ path, join( path, 'wordpress' ), join( path, 'woocommerce' ) ].find( ( folder ) => existsSync( join( folder, mark ) ) ) ?? null;
	}
	// Unpacked once for each state of the zip.
	const { size, mtimeMs } = statSync( path );
	const folder = join( cache, 'zips', `${ basename( path, '.zip' ) }-${ size }-${ Math.round( mtimeMs ) }` );
	if ( ! existsSync( folder ) ) {
		into( folder, ( made ) => {
			unzip( path, made );
			return onlyFolder( made );
		} );
	}
	return existsSync( join( folder, mark ) ) ? folder : null;
}

async function download( product: Product, to: string ): Promise< boolean > {
	const { title, url } = kinds[ product ];
	if ( wordpressOrgSilent ) {
		return false;
	}
	say( `Asking wordpress.org for ${ title } ...` );
	try {
		const stop = new AbortController();
		const timer = setTimeout( () => stop.abort(), answerWithin );
		const answer = await fetch( url, { signal: stop.signal } );
		clearTimeout( timer );
		if ( ! answer.ok ) {
			throw new Error( `HTTP ${ answer.status }` );
		}
		const bytes = Buffer.from( await answer.arrayBuffer() );
		into( to, ( made ) => {
			const zip = join( made, 'download.zip' );
			writeFileSync( zip, bytes );
			unzip( zip, join( made, 'unpacked' ) );
			return onlyFolder( join( made, 'unpacked' ) );
		} );
		say( `  ${ title } ${ versionOf( to ) }, kept in ${ to }` );
		return true;
	} catch ( error ) {
		wordpressOrgSilent = true;
		say( `  wordpress.org cannot be reached from here (${ error instanceof Error ? error.message : String( error ) }).` );
		return false;
	}
}

/** WordPress 6.7-alpha out of the newest npm package that still carries whole WordPress trees. */
async function fromNpm(): Promise< string > {
	const folder = join( cache, 'wordpress-npm-0.9.19' );
	if ( ! existsSync( folder ) ) {
		say( 'Taking WordPress from the npm package @wp-playground/wordpress-builds@0.9.19 (159 MB, once) ...' );
		await fetchNpm( '@wp-playground/wordpress-builds@0.9.19', folder, ( unpacked, made ) => {
			// The zip has the PHP, `public/` the scripts, styles and pictures: only both are a whole WordPress.
			const whole = join( made, 'wordpress' );
			unzip( join( unpacked, 'src/wordpress/wp-nightly.zip' ), whole );
			cpSync( join( unpacked, 'public/wp-nightly' ), whole, { recursive: true } );
			return whole;
		} );
		say( `  WordPress ${ versionOf( folder ) }, kept in ${ folder }` );
	}
	return folder;
}

async function fetchNpm( spec: string, to: string, pick: ( unpacked: string, made: string ) => string ): Promise< void > {
	mkdirSync( cache, { recursive: true } );
	const made = mkdtempSync( join( cache, '.new-' ) );
	try {
		await mustExec( 'npm', [ 'pack', spec, '--pack-destination', made, '--loglevel=error' ], { cwd: made } );
		const tarball = readdirSync( made ).find( ( name ) => name.endsWith( '.tgz' ) );
		if ( ! tarball ) {
			throw new Trouble( `npm pack ${ spec } left no package.` );
		}
		await mustExec( 'tar', [ '-xzf', tarball ], { cwd: made } );
		place( pick( join( made, 'package' ), made ), to );
	} finally {
		rmSync( made, { recursive: true, force: true } );
	}
}

/** Makes a folder in one step: whoever looks sees all of it or nothing, also when two tools make it at once. */
function into( to: string, fill: ( made: string ) => string ): void {
	mkdirSync( dirname( to ), { recursive: true } );
	const made = mkdtempSync( join( dirname( to ), '.new-' ) );
	try {
		place( fill( made ), to );
	} finally {
		rmSync( made, { recursive: true, force: true } );
	}
}

function place( from: string, to: string ): void {
	try {
		renameSync( from, to );
	} catch ( error ) {
		if ( ! existsSync( to ) ) {
			throw error;
		}
	}
}

function onlyFolder( folder: string ): string {
	const folders = readdirSync( folder, { withFileTypes: true } ).filter( ( entry ) => entry.isDirectory() && ! entry.name.startsWith( '__' ) );
	const [ only ] = folders;
	return folders.length === 1 && only ? join( folder, only.name ) : folder;
}
