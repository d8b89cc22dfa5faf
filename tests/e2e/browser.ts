import assert from 'node:assert/strict';
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

	static async arrive( site: Native, executablePath: string, flags: readonly string[] = [] ): Promise< Visitors > {
		return new Visitors( await chromium.launch( { executablePath, args: [ ...FLAGS, ...flags ] } ), site );
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
			await signIn( context, this.site, user );
			if ( this.signedIn.size === 0 ) {
				await context.request.get( `${ this.site.url }/wp-admin/`, { timeout: 240_000 } );
			}
			this.signedIn.set( user, ( await context.cookies() ).filter( ( { name } ) => name !== 'wig_rtl' ) );
		}
		return page;
	}

	async leave(): Promise< void > {
		await this.browser.close();
	}
}

/**
 * Signs in as the form of WordPress does, without its pages: the first page of wp-admin that anybody opens may take a shop
 * a minute, and is none of our tests' business (so it is asked for once, with patience). Who gets no answer asks again:
 * nothing is done twice by it.
 */
async function signIn( context: BrowserContext, site: Native, user: string ): Promise< void > {
	const form = `${ site.url }/wp-login.php`;
	for ( let tries = 1; ; tries++ ) {
		try {
			// Without the cookie that comes with the form, WordPress takes the browser for one that keeps none.
			await context.request.get( form, { timeout: 20_000 } );
			const answer = await context.request.post( form, { timeout: 20_000, maxRedirects: 0, form: { log: user, pwd: site.admin.password, testcookie: '1' } } );
			assert.equal( answer.status(), 302, `${ user } is not let in: ${ ( await answer.text() ).slice( 0, 2_000 ) }` );
			return;
		} catch ( error ) {
			if ( tries === 3 ) {
				throw error;
			}
		}
	}
}

export const address = ( site: Native, view = '' ): string => `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/stock${ view }`;

/** Opens the screen and waits for what is listed. */
export async function look( page: Page, site: Native, view = '' ): Promise< void > {
	await page.goto( address( site, view ), { waitUntil: 'domcontentloaded' } );
	await page.waitForSelector( '.wig-name, .wig-message' );
}

/**
 * Leaves for the list and comes to a screen without a new page: what it shows did not come with the page, so that it is
 * asked for.
 */
export async function comeTo( page: Page, view: string ): Promise< void > {
	const go = ( path: string ): Promise< void > =>
		page.evaluate( ( to ) => {
			window.history.pushState( null, '', `${ window.location.pathname }?page=woo-inventory-guard&path=${ to }` );
			window.dispatchEvent( new PopStateEvent( 'popstate' ) );
		}, path );
	await go( '/stock' );
	await page.waitForSelector( '.wig-name, .wig-message' );
	await go( view );
}

export const goOffline = ( context: BrowserContext, isOffline: boolean ): Promise< void > => context.setOffline( isOffline );

const axePath = createRequire( import.meta.url ).resolve( 'axe-core/axe.min.js' );

interface Found {
	id: string;
	nodes: { html: string }[];
}

/** Bars, menu, notices and help around our screens are WordPress's and other plugins' to mend. */
const NOT_OURS = [ '#wpadminbar', '#adminmenumain', '#wpfooter', '#screen-meta', '#screen-meta-links', '#a11y-speak-intro-text', '#wpbody-content > :not(.wig-wrap):not(script)' ];

/**
 * What is asked for again has come: until then old rows are dimmed on purpose. And what fades or slides in is there when
 * it has done so; what goes on for long, or for ever, is not waited for.
 */
async function stillness( page: Page ): Promise< void > {
	await page.waitForFunction( () => ! document.querySelector( '.wig-wrap [aria-busy="true"]' ) );
	await page.evaluate( () => {
		const brief = document.getAnimations().filter( ( { effect } ) => Number( effect?.getComputedTiming().endTime ) < 1000 );
		return Promise.allSettled( brief.map( ( { finished } ) => finished ) );
	} );
}

/** What is still coming in when axe looks (a row that opens, a list that is exchanged) is looked at again. */
const LOOKS = 4;

/**
 * Everything that axe finds in our part of the page, or in one place of it: of any weight, its advice included. The size
 * of what is pressed, which axe leaves out unless it is asked, belongs to WCAG 2.2 AA. A fault is one that stays.
 */
export async function faultsOf( page: Page, place?: string ): Promise< string[] > {
	for ( let look = 1; ; look++ ) {
		const found = await seenBy( page, place );
		if ( found.length === 0 || look === LOOKS ) {
			return found;
		}
		await page.waitForTimeout( 400 );
	}
}

async function seenBy( page: Page, place?: string ): Promise< string[] > {
	await stillness( page );
	await page.addScriptTag( { path: axePath } );
	const found = await page.evaluate( async ( context ): Promise< Found[] > => {
		const { axe } = window as unknown as { axe: { run: ( what: unknown, how: unknown ) => Promise< { violations: Found[] } > } };
		const { violations } = await axe.run( context, { rules: { 'target-size': { enabled: true } }, resultTypes: [ 'violations' ] } );
		return violations.map( ( { id, nodes } ) => ( { id, nodes: nodes.map( ( { html } ) => ( { html } ) ) } ) );
	}, place === undefined ? { exclude: NOT_OURS } : { include: [ place ] } );
	return found.map( ( { id, nodes } ) => `${ id }: ${ nodes.map( ( { html } ) => html.slice( 0, 200 ) ).join( ' | ' ) }` );
}

export const fits = ( page: Page ): Promise< boolean > => page.evaluate( () => document.documentElement.scrollWidth <= window.innerWidth );

/** Axe finds nothing, and nothing runs out of the page. */
export async function assertFit( page: Page, where: string ): Promise< void > {
	assert.deepEqual( ( await faultsOf( page ) ).map( ( fault ) => `${ where }: ${ fault }` ), [] );
	assert.ok( await fits( page ), `${ where } runs out of the page` );
}
