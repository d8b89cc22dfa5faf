// npm start [-- --port N] [--wordpress DIR|ZIP] [--woocommerce DIR|ZIP] [--fresh]
// WordPress with the plugin and a demo shop, in WebAssembly: needs nothing but Node.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPluginIfNeeded } from './lib/build.ts';
import { root, state } from './lib/paths.ts';
import { installPlayground, startPlayground } from './lib/playground.ts';
import { copyFolder, copyPlugin } from './lib/plugin-files.ts';
import { freePortFrom } from './lib/port.ts';
import { main, say, step, Trouble } from './lib/say.ts';
import { findWooCommerce, findWordPress, versionOf } from './lib/sources.ts';
import { signIn } from './lib/sign-in.ts';

const home = join( state, 'start' );
const wordpress = join( home, 'wordpress' );
const recordFile = join( home, 'site.json' );
const defaultPort = 8881;
const page = '/wp-admin/admin.php?page=woo-inventory-guard';

/** What the site in .wig/start was made from, and who serves it at the moment. */
interface Site {
	readonly wordpress: string;
	readonly woocommerce: string | null;
	readonly stocked: boolean;
	readonly pid?: number;
	readonly url?: string;
}

main( async () => {
	const { values } = parseArgs( {
		options: {
			port: { type: 'string' },
			wordpress: { type: 'string' },
			woocommerce: { type: 'string' },
			fresh: { type: 'boolean', default: false },
		},
	} );
	refuseIfServed();
	const port = await choosePort( values.port );
	const began = Date.now();
	// Mostly waiting for the network, so all at once.
	const [ , , site ] = await Promise.all( [ buildPluginIfNeeded(), installPlayground(), prepareSite( values ) ] );
	copyPlugin( join( wordpress, 'wp-content/plugins/woo-inventory-guard' ) );
	const blueprint = join( home, 'blueprint.json' );
	writeFileSync( blueprint, JSON.stringify( blueprintFor( site ), null, '\t' ) );

	const url = `http://127.0.0.1:${ port }`;
	const playground = startPlayground( { port, wordpress, blueprint, mounts: [ [ join( root, 'tools/php' ), '/wig/php' ], [ join( root, 'tools/demo' ), '/wig/demo' ] ] } );
	let leaving = false;
	for ( const signal of [ 'SIGINT', 'SIGTERM', 'SIGHUP' ] as const ) {
		process.once( signal, () => {
			leaving = true;
			say( '\nStopping ...' );
			void playground.stop();
		} );
	}
	process.once( 'exit', () => void playground.stop() );
	try {
		await withPulse( site.stocked ? 'Booting WordPress' : 'Booting WordPress for the first time and filling the demo shop', () => playground.ready );
		if ( ! site.stocked ) {
			requireStocked();
		}
		record( { ...site, stocked: true, pid: process.pid, url } );
		await withPulse( 'Opening the first page', () => signIn( `${ url }${ page }` ) );
	} catch ( error ) {
		if ( ! leaving ) {
			await playground.stop();
			throw new Trouble( error instanceof Error ? error.message : String( error ) );
		}
	}
	if ( ! leaving ) {
		say( `\nReady: ${ url }${ page }` );
		say( `Signed in as admin, password "password". ${ site.woocommerce ? `WooCommerce ${ site.woocommerce } is active.` : 'No WooCommerce here; to add one: npm start -- --fresh --woocommerce DIR|ZIP' }` );
		say( `Took ${ Math.round( ( Date.now() - began ) / 1000 ) } s. Ctrl-C stops it, the data stays; npm start -- --fresh begins anew.` );
	}
	await playground.exited;
	if ( existsSync( recordFile ) ) {
		const { pid: _, url: __, ...rest } = readRecord() ?? site;
		record( rest );
	}
	if ( ! leaving ) {
		throw new Trouble( 'Playground ended by itself.' );
	}
	say( 'Stopped. Nothing is left running.' );
} );

function refuseIfServed(): void {
	const { pid, url } = readRecord() ?? {};
	if ( pid !== undefined && isAlive( pid ) ) {
		throw new Trouble( `This checkout is already served at ${ url } (process ${ pid }). Stop it there with Ctrl-C first.` );
	}
}

async function choosePort( asked: string | undefined ): Promise< number > {
	const wanted = asked === undefined ? defaultPort : Number( asked );
	if ( ! Number.isInteger( wanted ) || wanted < 1024 || wanted > 65_000 ) {
		throw new Trouble( '--port must be a number from 1024 to 65000.' );
	}
	const port = await freePortFrom( wanted );
	if ( port !== wanted ) {
		say( `Port ${ wanted } is taken. Port ${ port } is free and is used instead.` );
	}
	return port;
}

/** The site of the last start, or a new one when there is none, when --fresh asks, or when other sources are named. */
async function prepareSite( options: { wordpress?: string; woocommerce?: string; fresh: boolean } ): Promise< Site > {
	const old = readRecord();
	const named = [ options.wordpress, options.woocommerce, process.env.WIG_WORDPRESS, process.env.WIG_WOOCOMMERCE ].some( Boolean );
	if ( old?.stocked && ! options.fresh && ! named ) {
		return old;
	}
	const from = await findWordPress( options.wordpress );
	// Only where somebody names one: in WebAssembly a shop takes minutes to set up, and the demo needs none.
	const shop = options.woocommerce || process.env.WIG_WOOCOMMERCE ? await findWooCommerce( options.woocommerce ) : null;
	const site: Site = { wordpress: versionOf( from ), woocommerce: shop && versionOf( shop ), stocked: false };
	if ( old?.stocked && ! options.fresh ) {
		if ( old.wordpress === site.wordpress && old.woocommerce === site.woocommerce ) {
			return old;
		}
		throw new Trouble( `The site of the last start has WordPress ${ old.wordpress } and ${ old.woocommerce ? `WooCommerce ${ old.woocommerce }` : 'no WooCommerce' }. To begin anew with what you name now, add --fresh.` );
	}
	await step( `Copying WordPress ${ site.wordpress }${ site.woocommerce ? ` and WooCommerce ${ site.woocommerce }` : '' }`, async () => {
		rmSync( home, { recursive: true, force: true } );
		mkdirSync( home, { recursive: true } );
		await copyFolder( from, wordpress );
		rmSync( join( wordpress, 'wp-config.php' ), { force: true } );
		if ( shop ) {
			await copyFolder( shop, join( wordpress, 'wp-content/plugins/woocommerce' ) );
		}
	} );
	return site;
}

function blueprintFor( site: Site ): unknown {
	const php = ( code: string ) => ( { step: 'runPHP', code: `<?php ${ code }` } );
	const activate = ( plugin: string ) => php( `$argv = array( '', '/wordpress', '${ plugin }' ); require '/wig/php/activate.php';` );
	const firstTime = [
		...( site.woocommerce ? [ activate( 'woocommerce/woocommerce.php' ), php( "$argv = array( '', '/wordpress' ); require '/wig/php/open-shop.php';" ), php( "$argv = array( '', '/wordpress' ); require '/wig/demo/products.php';" ) ] : [] ),
		activate( 'woo-inventory-guard/woo-inventory-guard.php' ),
		php( "$argv = array( '', '/wordpress' ); require '/wig/demo/fill.php';" ),
	];
	return {
		preferredVersions: { php: '8.3', wp: 'latest' },
		login: true,
		steps: site.stocked ? [] : firstTime,
	};
}

/** The filler's last act is to say that it came to its end. */
function requireStocked(): void {
	if ( ! existsSync( join( wordpress, 'wp-content/wig-demo-filled' ) ) ) {
		const log = join( wordpress, 'wp-content/debug.log' );
		throw new Trouble( `The demo shop could not be filled.\n${ existsSync( log ) ? readFileSync( log, 'utf8' ).slice( -2000 ) : '' }` );
	}
}

/** Says that something goes on while it takes long, so that nobody thinks it hangs. */
async function withPulse< T >( title: string, work: () => Promise< T > ): Promise< T > {
	const began = Date.now();
	const pulse = setInterval( () => say( `  still at it, ${ Math.round( ( Date.now() - began ) / 1000 ) } s` ), 10_000 );
	try {
		return await step( title, work );
	} finally {
		clearInterval( pulse );
	}
}

function record( site: Site ): void {
	writeFileSync( recordFile, JSON.stringify( site, null, '\t' ) );
}

function readRecord(): Site | null {
	return existsSync( recordFile ) ? JSON.parse( readFileSync( recordFile, 'utf8' ) ) : null;
}

function isAlive( pid: number ): boolean {
	try {
		process.kill( pid, 0 );
		return true;
	} catch {
		return false;
	}
}
