import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import type { Native } from '../../../tools/lib/native.ts';

/** Nothing but the site is asked: pictures of people would come from a server that is not there. */
const FLAGS = [ '--headless', '--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding', '--disable-background-timer-throttling', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1' ];

export interface Browsing {
	readonly context: BrowserContext;
	close: () => Promise< void >;
}

/** A browser of somebody who was here before: it keeps scripts, and what it has made of them, on the disk. */
export async function openBrowser( site: Native, executablePath: string ): Promise< Browsing > {
	const profile = mkdtempSync( join( tmpdir(), 'wig-profile-' ) );
	const context = await chromium.launchPersistentContext( profile, { executablePath, args: FLAGS, viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' } );
	context.setDefaultTimeout( 120_000 );
	const page = await context.newPage();
	await page.goto( `${ site.url }/wp-login.php` );
	await page.fill( '#user_login', site.admin.user );
	await page.fill( '#user_pass', site.admin.password );
	await Promise.all( [ page.waitForURL( /wp-admin/, { waitUntil: 'commit' } ), page.click( '#wp-submit' ) ] );
	await page.close();
	return {
		context,
		close: async () => {
			await context.close();
			rmSync( profile, { recursive: true, force: true, maxRetries: 3 } );
		},
	};
}

declare global {
	interface Window {
		/** Milliseconds from the start of the navigation until what was waited for is in the page. */
		wigShown?: number;
	}
}

/** Opens an address in a tab of its own: after how many milliseconds what it is opened for is there. */
export async function shownAfter( { context }: Browsing, url: string, selector: string, headers: Record< string, string > = {} ): Promise< number > {
	const page: Page = await context.newPage();
	try {
		if ( Object.keys( headers ).length ) {
			await page.setExtraHTTPHeaders( headers );
		}
		await page.addInitScript( ( wanted ) => {
			// Not by animation frames: a browser that thinks nobody looks gives none.
			const timer = setInterval( () => {
				if ( document.querySelector( wanted ) ) {
					window.wigShown = performance.now();
					clearInterval( timer );
				}
			}, 4 );
		}, selector );
		await page.goto( url, { waitUntil: 'commit' } );
		await page.waitForFunction( () => window.wigShown !== undefined, undefined, { polling: 50 } );
		const shown = await page.evaluate( () => window.wigShown );
		// The next one must compete neither with what this one still fetches nor with the server's work for it; one that asks
		// again and again is not waited for.
		await page.waitForLoadState( 'load' );
		await page.waitForLoadState( 'networkidle', { timeout: 3_000 } ).catch( () => {} );
		return shown ?? NaN;
	} finally {
		await page.close();
	}
}
