import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { userInfo } from 'node:os';
import { exec, has, mustExec } from './exec.ts';
import { root } from './paths.ts';
import { say, step, Trouble } from './say.ts';

/** What each part of the tests needs from the machine. */
export interface Needs {
	readonly php?: boolean;
	readonly composer?: boolean;
	readonly mariadb?: boolean;
	readonly browser?: boolean;
	/** Redis with PHP's client for it, and nginx. */
	readonly caches?: boolean;
}

const extensions: Record< string, string > = { mysqli: 'mysql', pdo_sqlite: 'sqlite3', dom: 'xml', mbstring: 'mbstring', intl: 'intl', curl: 'curl', gd: 'gd', zip: 'zip', pcov: 'pcov' };

/** Makes sure that PHP with its extensions, Composer, MariaDB and Chromium are there; installs what is missing on Debian. */
export async function prepareMachine( needs: Needs ): Promise< void > {
	const missing = await missingPackages( needs );
	if ( missing.length === 0 ) {
		return;
	}
	const list = missing.join( ' ' );
	if ( ! existsSync( '/etc/debian_version' ) || userInfo().uid !== 0 ) {
		throw new Trouble(
			`These tests need programs that are not here. On Debian or Ubuntu:\n\n    sudo apt-get install ${ list }\n\nElsewhere: PHP 8.1 or later with the extensions ${ Object.keys( extensions ).join( ', ' ) }, Composer 2, MariaDB 10.6 or later (mariadbd on the PATH) and Chromium.`
		);
	}
	await step( `Installing from Debian: ${ list }`, () => aptInstall( missing ) );
	const still = await missingPackages( needs );
	if ( still.length > 0 ) {
		throw new Trouble( `Installed, but still not usable: ${ still.join( ' ' ) }` );
	}
}

/** PHPUnit, PHPStan and phpcs, in the versions that composer.json names. Nothing of them is shipped. */
export async function installComposerPackages(): Promise< void > {
	if ( composerInStep() ) {
		return;
	}
	await step( 'Installing Composer packages', async () => {
		// Composer writes no lock here that is kept: composer.json pins exact versions.
		rmSync( join( root, 'composer.lock' ), { force: true } );
		await mustExec( 'composer', [ 'install', '--no-interaction', '--no-progress', '--prefer-dist' ], { cwd: root, env: { ...process.env, COMPOSER_ALLOW_SUPERUSER: '1' } } );
	} );
}

function composerInStep(): boolean {
	const installed = join( root, 'vendor/composer/installed.json' );
	if ( ! existsSync( installed ) ) {
		return false;
	}
	const present = new Map< string, string >( JSON.parse( readFileSync( installed, 'utf8' ) ).packages.map( ( { name, version }: { name: string; version: string } ) => [ name, version.replace( /^v/, '' ) ] ) );
	const wanted: Record< string, string > = JSON.parse( readFileSync( join( root, 'composer.json' ), 'utf8' ) )[ 'require-dev' ];
	return Object.entries( wanted ).every( ( [ name, version ] ) => present.get( name ) === version );
}

async function missingPackages( needs: Needs ): Promise< string[] > {
	const missing: string[] = [];
	if ( needs.php ) {
		if ( await has( 'php' ) ) {
			const { output } = await exec( 'php', [ '-r', 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION, "\n", strtolower( implode( "\n", get_loaded_extensions() ) );' ] );
			const [ version = '', ...loaded ] = output.trim().split( '\n' );
			if ( Number( version ) < 8.1 ) {
				throw new Trouble( `PHP ${ version } is too old: 8.1 or later is needed.` );
			}
			missing.push( ...Object.entries( extensions ).flatMap( ( [ extension, name ] ) => ( loaded.includes( extension ) ? [] : [ `php${ version }-${ name }` ] ) ) );
		} else {
			missing.push( 'php-cli', ...Object.values( extensions ).map( ( name ) => `php-${ name }` ) );
		}
	}
	if ( needs.composer && ! ( await has( 'composer' ) ) && ! composerInStep() ) {
		missing.push( 'composer', 'unzip' );
	}
	if ( needs.mariadb && ! ( await has( 'mariadbd' ) ) ) {
		missing.push( 'mariadb-server', 'mariadb-client' );
	}
	if ( needs.caches ) {
		const { output } = await exec( 'php', [ '-r', 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION, extension_loaded( "redis" ) ? "" : " lacks it";' ] ).catch( () => ( { output: ' lacks it' } ) );
		missing.push( ...( output.endsWith( 'lacks it' ) ? [ `php${ output.split( ' ' )[ 0 ] }-redis` ] : [] ) );
		missing.push( ...( ( await has( 'redis-server' ) ) ? [] : [ 'redis-server' ] ), ...( ( await has( 'nginx' ) ) ? [] : [ 'nginx-light' ] ) );
	}
	if ( needs.browser && ! ( await has( 'chromium' ) ) ) {
		missing.push( 'chromium' );
	}
	return [ ...new Set( missing ) ];
}

async function aptInstall( packages: readonly string[] ): Promise< void > {
	// Debian starts a database as soon as it is installed. We start our own and want no other left running.
	const policy = '/usr/sbin/policy-rc.d';
	const ours = ! existsSync( policy );
	if ( ours ) {
		writeFileSync( policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 } );
	}
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	try {
		const update = await exec( 'apt-get', [ 'update', '-qq' ], { env } );
		if ( update.code !== 0 ) {
			say( `  apt-get update had trouble: ${ update.output.trim().split( '\n' ).at( -1 ) }` );
		}
		await mustExec( 'apt-get', [ 'install', '-y', '-qq', '--no-install-recommends', ...packages ], { env } );
	} finally {
		if ( ours ) {
			rmSync( policy, { force: true } );
		}
	}
}
