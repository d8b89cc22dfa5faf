import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Native } from '../../tools/lib/native.ts';

const FLAGS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const BROWSERS = [ process.env.WIG_CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome' ];

export const findBrowser = (): string | null => BROWSERS.find( ( path ) => path !== '' && existsSync( path ) ) ?? null;

export interface Visit {
	user?: string;
	width?: number;
	rtl?: boolean;
}

/** A browser on the site; every page is watched for errors that nobody would see. */
export class Visitors {
	/** What browsers complained about on pages of ours. */
	readonly complaints: string[] = [];

	/** Cookies of who has signed in already. */
	private readonly signedIn = new Map< string, Awaited< ReturnType< BrowserContext[ 'cookies' ] > > >();

	private constructor( private readonly browser: Browser, private readonly site: Native ) {}

	static async arrive( site: Native, executablePath: string ): Promise< Visitors > {
		return new Visitors( await chromium.launch( { executablePath, args: FLAGS } ), site );
	}

	/** Signs in and gives a page; each visit is a browser of its own, with its own cookies. */
	async visit( { user = 'admin', width = 1280, rtl = false }: Visit = {} ): Promise< Page > {
		const context = await this.browser.newContext( { viewport: { width, height: 900 }, reducedMotion: 'reduce' } );
		// The shop's pictures of people come from a server that is not there.
		await context.route( /gravatar\.com/, ( route ) => route.abort() );
		if ( rtl ) {
			await context.addCookies( [ { name: 'wig_rtl', value: '1', url: this.site.url } ] );
		}
		const page = await context.newPage();
		// Generous: a machine that runs other tests beside is slow, not wrong.
		page.setDefaultTimeout( 60_000 );
		page.on( 'pageerror', ( error ) => {
			// WordPress's own scripts may fail when a page is left before they are done: not ours to answer for.
			if ( /woo-inventory-guard\/build|react-dom/.test( error.stack ?? '' ) ) {
				this.complaints.push( error.stack ?? error.message );
			}
		} );
		page.on( 'console', ( message ) => {
			// A failed request is what some tests are about; the screen's own words about it are checked there.
			if ( message.type() === 'error' && ! message.text().startsWith( 'Failed to load resource' ) ) {
				this.complaints.push( message.text() );
			}
		} );
		const cookies = this.signedIn.get( user );
		if ( cookies ) {
			await context.addCookies( cookies );
		} else {
			await page.goto( `${ this.site.url }/wp-login.php` );
			await page.fill( '#user_login', user );
			await page.fill( '#user_pass', this.site.admin.password );
			await Promise.all( [ page.waitForURL( /wp-admin/, { waitUntil: 'commit' } ), page.click( '#wp-submit' ) ] );
			this.signedIn.set( user, ( await context.cookies() ).filter( ( { name } ) => name !== 'wig_rtl' ) );
		}
		return page;
	}

	async leave(): Promise< void > {
		await this.browser.close();
	}
}

export const address = ( site: Native, view = '' ): string => `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/stock${ view }`;

/** Opens the screen and waits for what is listed. */
export async function look( page: Page, site: Native, view = '' ): Promise< void > {
	await page.goto( address( site, view ), { waitUntil: 'domcontentloaded' } );
	await page.waitForSelector( '.wig-name, .wig-message' );
}

export const goOffline = ( context: BrowserContext, isOffline: boolean ): Promise< void > => context.setOffline( isOffline );

const axePath = createRequire( import.meta.url ).resolve( 'axe-core/axe.min.js' );

interface Found {
	id: string;
	impact: string | null | undefined;
	nodes: { html: string }[];
}

/** What axe finds serious or critical in our part of the page (WordPress's own bars are not ours to mend). */
export async function seriousFaults( page: Page ): Promise< string[] > {
	await page.addScriptTag( { path: axePath } );
	const found: Found[] = await page.evaluate( async () => {
		const { axe } = window as unknown as { axe: { run: ( what: unknown ) => Promise< { violations: Found[] } > } };
		const { violations } = await axe.run( { exclude: [ '#wpadminbar', '#adminmenumain', '#wpfooter', '#screen-meta' ] } );
		return violations.map( ( { id, impact, nodes } ) => ( { id, impact, nodes: nodes.map( ( { html } ) => ( { html } ) ) } ) );
	} );
	return found
		.filter( ( { impact } ) => impact === 'serious' || impact === 'critical' )
		.map( ( { id, nodes } ) => `${ id }: ${ nodes.map( ( { html } ) => html.slice( 0, 200 ) ).join( ' | ' ) }` );
}
