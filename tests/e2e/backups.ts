import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { assertFit } from './browser.ts';
import { open, type Work } from './work.ts';

const PATH = '/backups';

const cards = ( page: Page ) => page.locator( '.wig-surface .wig-card' );

/** Backups of the ledger: made, downloaded, sent, brought back. */
export async function backups( t: Report, stage: Work ): Promise< void > {
	const { visitors } = stage;
	const page = await visitors.visit();
	const dialog = page.getByRole( 'dialog' );
	let file = Buffer.alloc( 0 );

	await t.check( 'A backup is made with the keyboard alone, read back and downloaded', async () => {
		await open( page, stage, PATH );
		await page.getByRole( 'button', { name: 'Make a backup' } ).focus();
		await page.keyboard.press( 'Enter' );
		await cards( page ).first().getByText( 'Checked' ).waitFor();
		const coming = page.waitForEvent( 'download' );
		await cards( page ).first().getByRole( 'link', { name: /^Download/ } ).click();
		const download = await coming;
		assert.match( download.suggestedFilename(), /^stock-ledger-[\d-]+\.jsonl\.gz$/ );
		file = readFileSync( await download.path() );
		assert.equal( file.subarray( 0, 2 ).toString( 'hex' ), '1f8b' );
	} );
	await t.check( 'Bringing it back says first that everything is here already, and writes nothing', async () => {
		await cards( page ).first().getByRole( 'button', { name: /^Bring back/ } ).click();
		await dialog.getByLabel( 'Only the history' ).waitFor();
		await dialog.getByRole( 'button', { name: 'Check what would come back' } ).click();
		await dialog.getByText( 'Everything in this backup is here already' ).waitFor();
		await dialog.getByRole( 'button', { name: 'Bring it back' } ).waitFor();
		await page.keyboard.press( 'Escape' );
		await dialog.waitFor( { state: 'hidden' } );
	} );
	await t.check( 'A file with one byte changed is sent and called damaged; what is no backup is not sent', async () => {
		const bytes = Buffer.from( file );
		bytes[ 60 ] = ( bytes[ 60 ] ?? 0 ) ^ 1;
		await page.getByLabel( 'Backup file' ).setInputFiles( { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: bytes } );
		await page.getByText( 'This is no backup file' ).waitFor();
		await page.getByLabel( 'Backup file' ).setInputFiles( { name: 'ledger.jsonl.gz', mimeType: 'application/gzip', buffer: bytes } );
		await cards( page ).filter( { hasText: 'From a file' } ).getByText( 'was changed or damaged' ).waitFor();
		await page.getByText( 'This is no backup file' ).waitFor( { state: 'hidden' } );
	} );
	for ( const [ width, rtl ] of [ [ 1280, false ], [ 400, true ] ] as const ) {
		await t.check( `axe finds nothing in backups at ${ width } px${ rtl ? ' from the right' : '' }`, async () => {
			const guest = await visitors.visit( { width, rtl } );
			await open( guest, stage, PATH );
			await guest.getByText( 'Nothing is lost' ).or( guest.locator( 'h2 ~ .wig-cards > li' ).first() ).first().waitFor();
			await assertFit( guest, 'backups' );
			await cards( guest ).last().getByRole( 'button', { name: /^Bring back/ } ).click();
			await guest.getByRole( 'button', { name: 'Check what would come back' } ).waitFor();
			await assertFit( guest, 'bringing a backup back' );
			await guest.context().close();
		} );
	}
	await t.check( 'Deleting asks first; a stock clerk is told who can help', async () => {
		await cards( page ).filter( { hasText: 'From a file' } ).getByRole( 'button', { name: /^Delete/ } ).click();
		await dialog.getByRole( 'button', { name: 'Delete backup' } ).click();
		await cards( page ).filter( { hasText: 'From a file' } ).waitFor( { state: 'hidden' } );
		const clerk = await visitors.visit( { user: 'clerk' } );
		await open( clerk, stage, PATH );
		await clerk.getByText( 'Your account may not see backups.' ).waitFor();
		await clerk.context().close();
	} );
	await page.context().close();
}
