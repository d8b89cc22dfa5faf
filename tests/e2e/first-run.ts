import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import { faultsOf, fits } from './browser.ts';
import type { Stage } from './run.ts';

/** The first steps: from the notice to the proof. */
export async function firstRun( t: Report, { site, visitors }: Stage ): Promise< void > {
	const start = `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/start`;

	await t.check( 'First run: the notice leads to three steps, and 40 buyers get 5 units', async () => {
		const page = await visitors.visit();
		await page.goto( `${ site.url }/wp-admin/plugins.php`, { waitUntil: 'domcontentloaded' } );
		await page.locator( '#wig-welcome a.button-primary' ).click();
		await page.getByRole( 'button', { name: 'Test the guard' } ).click();
		await page.getByText( '5 sold, 35 told kindly no, 0 oversold.' ).first().waitFor();
		assert.deepEqual( await faultsOf( page ), [] );
		await page.getByRole( 'link', { name: 'To the stock' } ).click();
		await page.waitForSelector( '.wig-name' );
		await page.goto( `${ site.url }/wp-admin/plugins.php`, { waitUntil: 'domcontentloaded' } );
		assert.equal( await page.locator( '#wig-welcome' ).count(), 0, 'Who has been there is not invited again.' );
		await page.context().close();
	} );

	await t.check( 'First run: the test goes by keyboard, on a phone, and says so when the shop cannot be reached', async () => {
		const page = await visitors.visit( { width: 400 } );
		await page.goto( start, { waitUntil: 'domcontentloaded' } );
		const button = page.getByRole( 'button', { name: 'Test the guard' } );
		await button.focus();
		await page.route( /guard-tests(?!%2F|\/)/, ( route ) => route.abort() );
		await page.keyboard.press( 'Enter' );
		const retry = page.getByRole( 'button', { name: 'Retry' } );
		await retry.waitFor();
		await page.unroute( /guard-tests(?!%2F|\/)/ );
		await retry.focus();
		await page.keyboard.press( 'Enter' );
		await page.locator( '.wig-proof' ).waitFor();
		assert.ok( await fits( page ) );
		assert.deepEqual( await faultsOf( page ), [] );
		await page.context().close();
	} );

	await t.check( 'First run: a stock clerk is told who can go through the steps', async () => {
		const page = await visitors.visit( { user: 'clerk' } );
		await page.goto( start, { waitUntil: 'domcontentloaded' } );
		await page.getByText( 'The first steps are for who may change the settings.' ).waitFor();
		await page.context().close();
	} );
}
