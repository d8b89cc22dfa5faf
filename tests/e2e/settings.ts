import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Report } from '../../tools/lib/report.ts';
import { rest } from './seed.ts';
import type { Work } from './work.ts';

const SETTINGS = '/woo-inventory-guard/v1/settings';

/** Settings: found, saved, put back, and carried to another shop. */
export async function settings( t: Report, { site, visitors }: Work ): Promise< void > {
	const send = rest( site );
	const kept = async (): Promise< Record< string, unknown > > => ( await send( 'GET', SETTINGS ) ) as Record< string, unknown >;
	const page = await visitors.visit();
	await page.goto( `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/settings`, { waitUntil: 'domcontentloaded' } );
	const minutes = page.getByRole( 'textbox', { name: 'Minutes that units are held' } );

	await t.check( 'Settings: one is found by its words, saved, and put back with Undo', async () => {
		await minutes.waitFor();
		await page.keyboard.press( '/' );
		await page.keyboard.type( 'held minutes' );
		await page.getByRole( 'heading', { level: 2 } ).getByText( 'Orders' ).waitFor( { state: 'detached' } );
		await minutes.fill( '90' );
		await page.keyboard.press( 'Enter' );
		await page.getByText( 'Saved', { exact: true } ).waitFor();
		assert.equal( ( await kept() ).hold_minutes, 90 );
		await page.getByRole( 'button', { name: 'Reset: Minutes that units are held' } ).click();
		await page.getByText( '“Minutes that units are held” is at its default again.' ).first().waitFor();
		assert.equal( ( await kept() ).hold_minutes, 60 );
		await page.getByRole( 'button', { name: 'Undo' } ).click();
		await page.getByText( 'The settings are as they were.' ).first().waitFor();
		assert.equal( await minutes.inputValue(), '90' );
		assert.equal( ( await kept() ).hold_minutes, 90 );
	} );
	await t.check( 'Settings: a file of them says what it would change, and what is wrong with it', async () => {
		const waits = page.waitForEvent( 'download' );
		await page.getByRole( 'button', { name: 'Export' } ).click();
		const text = readFileSync( await ( await waits ).path(), 'utf8' );
		assert.doesNotMatch( text, /secret|webhook/i );
		const bring = ( changed: string ) => page.getByTestId( 'form-file-upload-input' ).setInputFiles( { name: 'shop.json', mimeType: 'application/json', buffer: Buffer.from( changed ) } );
		const dialog = page.getByRole( 'dialog', { name: 'Import shop.json' } );
		await bring( text.replace( '"hold_minutes": 90', '"hold_minutes": -1, "colour": "red"' ) );
		await dialog.getByText( 'must be a whole number from 1 to 525,600' ).waitFor();
		await dialog.getByText( 'colour' ).waitFor();
		await page.keyboard.press( 'Escape' );
		await bring( text.replace( '"hold_minutes": 90', '"hold_minutes": 30' ) );
		await dialog.getByRole( 'button', { name: 'Change 1 setting' } ).click();
		await page.getByText( '1 setting was imported.' ).first().waitFor();
		assert.equal( ( await kept() ).hold_minutes, 30 );
		await page.getByRole( 'searchbox' ).fill( '' );
		await page.getByRole( 'button', { name: 'Reset all settings' } ).click();
		await page.getByText( /is at its default again|are at their defaults/ ).first().waitFor();
		assert.equal( ( await kept() ).hold_minutes, 60 );
	} );
	await t.check( 'Settings: nothing is folded until somebody chooses an age, next to what is lost by it', async () => {
		await page.goto( `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/settings`, { waitUntil: 'domcontentloaded' } );
		await minutes.waitFor();
		await page.getByRole( 'searchbox' ).fill( 'fold' );
		const choice = page.locator( '.wig-choice', { hasText: 'Fold old movements into monthly sums' } );
		await choice.getByText( /Lost for good: who, which order.*cannot be undone: download a backup.*Default: Never\./ ).waitFor();
		assert.equal( await choice.getByRole( 'radio', { name: 'Never' } ).isChecked(), true );
		await choice.getByRole( 'radio', { name: 'After 5 years' } ).check();
		await page.getByRole( 'button', { name: 'Save settings' } ).click();
		await page.getByText( 'Saved', { exact: true } ).waitFor();
		assert.equal( ( await kept() ).fold_after, '5_years' );
		await page.getByRole( 'button', { name: 'Reset: Fold old movements into monthly sums' } ).click();
		await page.getByText( '“Fold old movements into monthly sums” is at its default again.' ).first().waitFor();
		assert.equal( ( await kept() ).fold_after, 'never' );
	} );
	await t.check( 'Help speaks of the screen that is open, and ? lists the shortcuts on each', async () => {
		const help = page.locator( '#contextual-help-link' );
		await help.click();
		await page.locator( '#tab-panel-wig-help-settings' ).waitFor();
		await help.click();
		await page.locator( '#contextual-help-wrap' ).waitFor( { state: 'hidden' } );
		for ( const path of [ '/bundles', '/dashboard' ] ) {
			await page.goto( `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=${ path }`, { waitUntil: 'domcontentloaded' } );
			await page.locator( '.wig-head' ).waitFor();
			await page.keyboard.press( '?' );
			await page.getByRole( 'dialog', { name: 'Shortcuts' } ).press( 'Escape' );
			await page.getByRole( 'dialog', { name: 'Shortcuts' } ).waitFor( { state: 'hidden' } );
		}
		// Inside the app there is no new page: the app opens the tab.
		await page.getByRole( 'link', { name: /oversells? averted/ } ).click();
		await page.getByRole( 'heading', { level: 1, name: 'Alerts' } ).waitFor();
		await help.click();
		await page.locator( '#tab-panel-wig-help-alerts' ).waitFor();
	} );
	await page.context().close();
}
