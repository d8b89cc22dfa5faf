import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { assertFit } from './browser.ts';
import { type Work } from './work.ts';

const opened = async ( page: Page, { site }: Work ): Promise< void > => {
	await page.goto( `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/reports&report=outs`, { waitUntil: 'domcontentloaded' } );
	await page.getByRole( 'button', { name: 'Send by mail' } ).click();
	await page.getByRole( 'dialog' ).getByRole( 'button', { name: 'Add mail' } ).waitFor();
};

/** Reports that go out by mail. */
export async function reportMails( t: Report, stage: Work ): Promise< void > {
	const { visitors } = stage;
	const page = await visitors.visit();
	const dialog = page.getByRole( 'dialog' );
	const card = dialog.locator( '.wig-card' );

	await t.check( 'A report is sent by mail every week: what cannot get it is said at the field, and the mail says what is in it', async () => {
		await opened( page, stage );
		await dialog.getByText( 'No report is sent by mail.' ).waitFor();
		await dialog.getByRole( 'button', { name: 'Add mail' } ).click();
		assert.equal( await dialog.getByLabel( 'Report to send' ).inputValue(), 'outs' );
		await dialog.getByText( 'In the mail:' ).waitFor();
		await dialog.getByLabel( 'On', { exact: true } ).selectOption( 'Thursday' );
		const to = dialog.getByLabel( 'To', { exact: true } );
		await to.fill( 'admin, nobody.here' );
		await dialog.getByRole( 'button', { name: 'Save mail' } ).click();
		await dialog.getByText( '“nobody.here” is neither' ).waitFor();
		assert.equal( await to.getAttribute( 'aria-invalid' ), 'true' );
		await to.fill( 'admin, anna@shop.test' );
		await dialog.getByRole( 'button', { name: 'Save mail' } ).click();
		await card.getByText( 'Every week, on Thursday' ).waitFor();
		await card.getByText( 'To admin, anna@shop.test' ).waitFor();
	} );
	await t.check( 'One is sent at once, and what became of it stays with it', async () => {
		await card.getByRole( 'button', { name: 'Send now: Stock-outs' } ).click();
		const outcome = card.getByText( /Sent: |could not be sent to/ );
		await outcome.waitFor();
		const said = await outcome.textContent();
		await opened( page, stage );
		assert.equal( await outcome.textContent(), said );
	} );
	for ( const [ width, rtl ] of [ [ 1280, false ], [ 400, true ] ] as const ) {
		await t.check( `axe finds nothing in reports by mail at ${ width } px${ rtl ? ' from the right' : '' }`, async () => {
			const guest = await visitors.visit( { width, rtl } );
			await opened( guest, stage );
			await assertFit( guest, 'reports by mail' );
			await guest.getByRole( 'button', { name: 'Edit mail of Stock-outs' } ).click();
			await guest.getByLabel( 'To', { exact: true } ).fill( '' );
			await guest.getByRole( 'button', { name: 'Save mail' } ).click();
			await guest.waitForSelector( '.wig-field.is-wrong' );
			await assertFit( guest, 'mail form' );
			await guest.context().close();
		} );
	}
	await t.check( 'It is switched off, and deleted after a question', async () => {
		await card.getByRole( 'button', { name: 'Edit mail of Stock-outs' } ).click();
		await dialog.getByLabel( 'Send it' ).click();
		await page.keyboard.press( 'Tab' );
		await dialog.getByRole( 'button', { name: 'Save mail' } ).click();
		await card.getByText( 'Off', { exact: true } ).waitFor();
		await card.getByRole( 'button', { name: 'Delete mail of Stock-outs' } ).click();
		await dialog.getByRole( 'button', { name: 'Delete mail' } ).click();
		await dialog.getByText( 'No report is sent by mail.' ).waitFor();
	} );
	await page.context().close();
}
