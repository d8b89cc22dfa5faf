import { cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { atExit, startChild, type Child } from './children.ts';
import { exec, has } from './exec.ts';
import { startMariaDb, type Database } from './mariadb.ts';
import { root, state } from './paths.ts';
import { freePort } from './port.ts';
import { say, step, Trouble } from './say.ts';
import { findSqliteDriver, findWooCommerce, findWordPress, versionOf } from './sources.ts';

export interface NativeOptions {
	/** Kept in .wig/native/NAME until the next start of that name; without a name in a temporary folder, removed at the end. */
	readonly name?: string;
	readonly woocommerce?: boolean;
	readonly sqlite?: boolean;
	readonly multisite?: boolean;
	/** PHP processes that serve HTTP. */
	readonly workers?: number;
	/** Browsers may keep scripts and styles, as in real life: for figures. */
	readonly keepFiles?: boolean;
	/** Files to load as must-use plugins, such as the fixture of a race. */
	readonly muPlugins?: readonly string[];
	/** More lines for wp-config.php. */
	readonly config?: string;
	/** Options for mariadbd. */
	readonly mariadb?: readonly string[];
	/** Folder of the plugin; this checkout unless WIG_PLUGIN_DIR names another. */
	readonly plugin?: string;
	readonly wordpressFrom?: string;
	readonly woocommerceFrom?: string;
}

export interface Native {
	readonly url: string;
	/** The WordPress folder. */
	readonly dir: string;
	readonly wordpress: string;
	readonly woocommerce: string | null;
	readonly db: Database | null;
	readonly dbName: string;
	readonly admin: { readonly user: string; readonly password: string; readonly appPassword: string };
	readonly server: Child;
	/** Runs a PHP script; WIG_WP_DIR is the WordPress folder, so that it can require wp-load.php. */
	php: ( script: string, ...args: string[] ) => Promise< string >;
	/** What WordPress wrote into its debug.log since it was ready: '' when there was nothing to complain about. */
	complaints: () => string;
	stop: () => Promise< void >;
}

/** No configuration of this machine's PHP command line should slow the server down or show errors in pages. */
const phpSettings = [
	'-d', 'opcache.enable=1',
	'-d', 'opcache.enable_cli=1',
	'-d', 'opcache.memory_consumption=256',
	'-d', 'opcache.max_accelerated_files=20000',
	'-d', 'opcache.validate_timestamps=1',
	'-d', 'opcache.revalidate_freq=0',
	'-d', 'memory_limit=512M',
	'-d', 'max_execution_time=120',
	'-d', 'display_errors=0',
	'-d', 'log_errors=1',
];

/** Starts a whole WordPress with the plugin on PHP and MariaDB (or SQLite) of this machine. */
export async function startNative( options: NativeOptions = {} ): Promise< Native > {
	if ( ! ( await has( 'php' ) ) ) {
		throw new Trouble( 'PHP is not installed. On Debian: apt-get install php-cli php-mysql php-sqlite3 php-xml php-mbstring php-intl php-curl php-gd php-zip' );
	}
	const plugin = options.plugin ?? ( process.env.WIG_PLUGIN_DIR || root );
	const base = options.name ? join( state, 'native', options.name ) : mkdtempSync( join( tmpdir(), 'wig-native-' ) );
	const tidy = options.name ? () => {} : atExit( () => rmSync( base, { recursive: true, force: true, maxRetries: 3 } ) );
	rmSync( base, { recursive: true, force: true } );
	mkdirSync( base, { recursive: true } );
	const dir = join( base, 'wordpress' );
	let db: Database | null = null;
	let server: Child | null = null;
	const stop = async (): Promise< void > => {
		await server?.stop();
		await db?.stop();
		tidy();
	};
	try {
		const source = await findWordPress( options.wordpressFrom );
		const shop = options.woocommerce ? await findWooCommerce( options.woocommerceFrom ) : null;
		if ( options.woocommerce && shop === null ) {
			throw new Trouble( 'WooCommerce cannot be had: set WIG_WOOCOMMERCE to its folder or zip.' );
		}
		copyTree( source, dir );
		plant( dir, shop, plugin, options.muPlugins ?? [] );
		const dbName = 'wig';
		if ( options.sqlite ) {
			plantSqlite( dir, await findSqliteDriver() );
		} else {
			db = await step( 'Starting MariaDB', () => startMariaDb( join( base, 'mariadb' ), options.mariadb ) );
			await db.sql( `CREATE DATABASE ${ dbName } CHARACTER SET utf8mb4` );
		}
		const port = await freePort();
		const url = `http://127.0.0.1:${ port }`;
		writeConfig( dir, url, dbName, db, options.config ?? '' );

		const php = ( file: string, ...args: string[] ): Promise< string > => runPhp( dir, file, args );
		const script = ( name: string, ...args: string[] ): Promise< string > => php( join( root, 'tools/php', `${ name }.php` ), dir, ...args );
		const appPassword = await step( `Installing WordPress ${ versionOf( source ) }`, async () => {
			const made = await script( 'install', url, 'password' );
			if ( options.multisite ) {
				await script( 'multisite' );
				writeConfig( dir, url, dbName, db, `${ options.config ?? '' }\n${ multisiteConfig( port ) }` );
			}
			return made;
		} );
		if ( shop !== null ) {
			await step( `Installing WooCommerce ${ versionOf( shop ) }`, async () => {
				await script( 'activate', 'woocommerce/woocommerce.php' );
				await script( 'open-shop' );
			} );
		}
		if ( existsSync( join( plugin, 'includes/Plugin.php' ) ) ) {
			await step( 'Activating the plugin', () => script( 'activate', 'woo-inventory-guard/woo-inventory-guard.php' ) );
		} else {
			say( 'The plugin has no includes/Plugin.php yet, so it is not activated.' );
		}
		server = startChild(
			'php',
			[ ...phpSettings, '-d', `error_log=${ join( base, 'php.log' ) }`, '-d', `sendmail_path=cat >> ${ join( base, 'mail.log' ) }`, '-S', `127.0.0.1:${ port }`, '-t', dir, join( root, 'tools/php/router.php' ) ],
			{ log: join( base, 'server.log' ), cwd: dir, env: { ...process.env, PHP_CLI_SERVER_WORKERS: String( options.workers ?? 12 ), ...( options.keepFiles ? { WIG_KEEP_FILES: '1' } : {} ) } }
		);
		await untilAnswers( `${ url }/wp-json/`, server, join( base, 'server.log' ) );
		// Whatever is written there from now on, the plugin or a test caused it.
		rmSync( join( dir, 'wp-content/debug.log' ), { force: true } );
		return {
			url,
			dir,
			wordpress: versionOf( source ),
			woocommerce: shop === null ? null : versionOf( shop ),
			db,
			dbName,
			admin: { user: 'admin', password: 'password', appPassword },
			server,
			php,
			complaints: () => complaints( dir ),
			stop,
		};
	} catch ( error ) {
		await stop();
		throw error;
	}
}

async function runPhp( dir: string, file: string, args: readonly string[] ): Promise< string > {
	const { code, output } = await exec( 'php', [ '-d', 'memory_limit=1G', '-d', 'pcov.enabled=0', file, ...args ], { env: { ...process.env, WIG_WP_DIR: dir } } );
	if ( code !== 0 ) {
		// WordPress shows no errors here (WP_DEBUG_DISPLAY is off), it writes them down.
		throw new Trouble( `php ${ basename( file ) } ${ args.join( ' ' ) } ended with code ${ code }:\n${ output }\n${ complaints( dir ).slice( -3000 ) }`.trim() );
	}
	return output;
}

function complaints( dir: string ): string {
	const log = join( dir, 'wp-content/debug.log' );
	return existsSync( log ) ? readFileSync( log, 'utf8' ) : '';
}

/** Hard links where the file system allows it: WordPress never changes a file of its own in place. */
function copyTree( from: string, to: string ): void {
	mkdirSync( to, { recursive: true } );
	for ( const entry of readdirSync( from, { withFileTypes: true } ) ) {
		const source = join( from, entry.name );
		const target = join( to, entry.name );
		if ( entry.isDirectory() ) {
			copyTree( source, target );
		} else if ( entry.name !== 'wp-config.php' ) {
			try {
				linkSync( source, target );
			} catch {
				cpSync( source, target );
			}
		}
	}
}

function plant( dir: string, shop: string | null, plugin: string, muPlugins: readonly string[] ): void {
	const plugins = join( dir, 'wp-content/plugins' );
	const always = join( dir, 'wp-content/mu-plugins' );
	for ( const folder of [ plugins, always, join( dir, 'wp-content/uploads' ) ] ) {
		mkdirSync( folder, { recursive: true } );
	}
	symlinkSync( plugin, join( plugins, 'woo-inventory-guard' ) );
	if ( shop !== null ) {
		rmSync( join( plugins, 'woocommerce' ), { recursive: true, force: true } );
		copyTree( shop, join( plugins, 'woocommerce' ) );
	}
	for ( const [ i, file ] of muPlugins.entries() ) {
		symlinkSync( file, join( always, `wig-${ i }.php` ) );
	}
}

function plantSqlite( dir: string, driver: string ): void {
	writeFileSync( join( dir, 'wp-content/db.php' ), `<?php\ndefine( 'DB_ENGINE', 'sqlite' );\nrequire_once '${ driver }/wp-includes/sqlite/db.php';\n` );
	mkdirSync( join( dir, 'wp-content/database' ), { recursive: true } );
}

const salts = Object.fromEntries(
	[ 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ].map( ( name ) => [ name, randomBytes( 32 ).toString( 'hex' ) ] )
);

function writeConfig( dir: string, url: string, dbName: string, db: Database | null, more: string ): void {
	const constants: Record< string, string | boolean > = {
		DB_NAME: dbName,
		DB_USER: db?.user ?? '',
		DB_PASSWORD: db?.password ?? '',
		DB_HOST: db ? `localhost:${ db.socket }` : '',
		DB_CHARSET: 'utf8mb4',
		DB_COLLATE: '',
		...( db ? {} : { DB_DIR: join( dir, 'wp-content/database' ), DB_FILE: 'wordpress.sqlite' } ),
		...salts,
		WP_HOME: url,
		WP_SITEURL: url,
		// Application passwords work without https on a local machine only.
		WP_ENVIRONMENT_TYPE: 'local',
		WP_DEBUG: true,
		WP_DEBUG_LOG: true,
		WP_DEBUG_DISPLAY: false,
		DISABLE_WP_CRON: true,
		AUTOMATIC_UPDATER_DISABLED: true,
		WP_HTTP_BLOCK_EXTERNAL: true,
		WP_ACCESSIBLE_HOSTS: '127.0.0.1,localhost',
	};
	const lines = Object.entries( constants ).map( ( [ name, value ] ) => `define( '${ name }', ${ typeof value === 'boolean' ? value : `'${ value.replace( /[\\']/g, '\\$&' ) }'` } );` );
	writeFileSync(
		join( dir, 'wp-config.php' ),
		`<?php\n${ lines.join( '\n' ) }\n$table_prefix = 'wp_';\n${ more }\nif ( ! defined( 'ABSPATH' ) ) {\n\tdefine( 'ABSPATH', __DIR__ . '/' );\n}\nrequire_once ABSPATH . 'wp-settings.php';\n`
	);
}

function multisiteConfig( port: number ): string {
	return [
		`define( 'MULTISITE', true );`,
		`define( 'SUBDOMAIN_INSTALL', false );`,
		`define( 'DOMAIN_CURRENT_SITE', '127.0.0.1:${ port }' );`,
		`define( 'PATH_CURRENT_SITE', '/' );`,
		`define( 'SITE_ID_CURRENT_SITE', 1 );`,
		`define( 'BLOG_ID_CURRENT_SITE', 1 );`,
	].join( '\n' );
}

async function untilAnswers( url: string, server: Child, log: string ): Promise< void > {
	for ( let i = 0; i < 100 && server.running(); i++ ) {
		try {
			const answer = await fetch( url );
			await answer.arrayBuffer();
			if ( answer.ok ) {
				return;
			}
			if ( i > 20 ) {
				break;
			}
		} catch {
			// Not listening yet.
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
	}
	const said = await exec( 'tail', [ '-n', '20', log ] );
	throw new Trouble( `WordPress does not answer at ${ url }:\n${ said.output }` );
}
