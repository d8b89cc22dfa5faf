import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import { address, look } from './browser.ts';
import type { Stage } from './run.ts';

/** Who may see and do what. */
export async function people( t: Report, { site, visitors }: Stage ): Promise< void > {
	await t.check( 'A stock clerk counts and adds', async () => {
		const page = await visitors.visit( { user: 'clerk' } );
		await look( page, site );
		assert.equal( await page.getByRole( 'button', { name: 'Add part' } ).count(), 1 );
		assert.ok( await page.locator( '.wig-edit' ).count() );
		await page.context().close();
	} );
	await t.check( 'A sales channel sees the numbers and changes none', async () => {
		const page = await visitors.visit( { user: 'channel' } );
		await look( page, site );
		assert.equal( await page.getByRole( 'button', { name: 'Add part' } ).count(), 0 );
		assert.equal( await page.locator( '.wig-edit' ).count(), 0 );
		await page.context().close();
	} );
	await t.check( 'Who may not look is told which right is missing and who can give it', async () => {
		const page = await visitors.visit( { user: 'reader' } );
		const response = await page.goto( address( site ) );
		assert.equal( response?.status(), 403 );
		await page.getByText( 'An administrator can give you the role Stock clerk' ).waitFor();
		await page.context().close();
	} );
}
