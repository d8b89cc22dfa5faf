import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../../tools/lib/paths.ts';
import type { Report } from '../../tools/lib/report.ts';
import { onHand } from './acts.ts';
import { faultsOf, fits, look } from './browser.ts';
import type { Stage } from './run.ts';

/** By keyboard, on a phone, from the right, in Chinese; and what axe says to all of it. */
export async function accessible( t: Report, { site, visitors }: Stage ): Promise< void > {
	for ( const width of [ 1280, 400 ] ) {
		const page = await visitors.visit( { width } );
		await t.check( `axe finds nothing at ${ width } px: list, dialogs, an item, nothing found`, async () => {
			const faults: string[] = [];
			const note = async ( where: string ): Promise< void > => {
				faults.push( ...( await faultsOf( page ) ).map( ( fault ) => `${ where }: ${ fault }` ) );
			};
			await look( page, site );
			await note( 'list' );
			await page.getByRole( 'button', { name: 'Layout' } ).click();
			await note( 'view menu' );
			await page.keyboard.press( 'Escape' );
			if ( width > 782 ) {
				await page.locator( '.wig-edit' ).first().click();
				await note( 'adjust' );
				await page.keyboard.press( 'Escape' );
				await page.locator( '.wig-why-button' ).first().click();
				await page.waitForSelector( '.wig-history-line' );
				await note( 'why' );
				await page.keyboard.press( 'Escape' );
			}
			await page.getByRole( 'button', { name: 'Add part' } ).click();
			await page.keyboard.press( 'Enter' );
			await note( 'add part' );
			await page.keyboard.press( 'Escape' );
			await page.getByRole( 'link', { name: 'Gaiwan, white' } ).click();
			await page.waitForSelector( '.wig-history-line' );
			await note( 'item' );
			await look( page, site, '&search=nothing' );
			await note( 'nothing found' );
			assert.deepEqual( faults, [] );
		} );
		await t.check( `Nothing runs out of the page at ${ width } px`, async () => {
			await look( page, site );
			assert.ok( await fits( page ), 'the list' );
			await look( page, site, '&search=%E8%8C%B6' );
			assert.ok( await fits( page ), 'a search' );
		} );
		await page.context().close();
	}
	await t.check( 'On a phone rows are cards, and an item takes the whole screen', async () => {
		const page = await visitors.visit( { width: 400 } );
		await look( page, site );
		assert.equal( await page.locator( '.wig-card' ).count(), 20 );
		await page.getByRole( 'button', { name: 'Adjust Gaiwan, celadon' } ).click();
		const side = page.getByRole( 'dialog', { name: 'Gaiwan, celadon' } );
		await side.getByRole( 'textbox', { name: 'Change by' } ).fill( '1' );
		await side.getByRole( 'button', { name: 'Save' } ).click();
		await side.locator( '.wig-numbers' ).getByText( '35' ).first().waitFor();
		assert.deepEqual( await side.evaluate( ( { clientWidth, clientHeight } ) => [ clientWidth, clientHeight ] ), [ 400, 900 ] );
		await page.context().close();
	} );
	await t.check( 'All of it works without a mouse', async () => {
		const page = await visitors.visit();
		await look( page, site );
		await page.keyboard.press( '/' );
		await page.keyboard.type( 'oolong' );
		await page.waitForFunction( () => document.querySelectorAll( '.wig-name' ).length === 1 );
		await page.keyboard.press( 'ArrowDown' );
		await page.keyboard.press( 'Tab' );
		await page.keyboard.press( 'Enter' );
		await page.keyboard.type( '0.25' );
		await page.keyboard.press( 'Enter' );
		await onHand( page, 'Oolong, loose', '19' );
		await page.waitForFunction( () => document.activeElement?.matches( '.wig-edit' ) );
		await page.keyboard.press( 'Shift+Tab' );
		await page.keyboard.press( 'Enter' );
		await page.getByRole( 'dialog', { name: 'Oolong, loose' } ).getByText( '+0.25' ).waitFor();
		await page.keyboard.press( 'Escape' );
		await page.waitForFunction( () => document.activeElement?.matches( '.wig-name' ) );
		await page.keyboard.press( '?' );
		await page.getByRole( 'dialog', { name: 'Shortcuts' } ).waitFor();
		await page.keyboard.press( 'Escape' );
		await page.getByRole( 'dialog', { name: 'Shortcuts' } ).waitFor( { state: 'hidden' } );
		await page.context().close();
	} );
	await t.check( 'It reads from the right where the language does', async () => {
		const page = await visitors.visit( { rtl: true } );
		await look( page, site, '' );
		assert.equal( await page.evaluate( () => document.dir || document.documentElement.dir ), 'rtl' );
		assert.ok( await fits( page ) );
		const [ name, status ] = await Promise.all( [ 'name', 'status' ].map( ( id ) => page.locator( `td[data-wig-column="${ id }"], th[scope="row"][data-wig-column="${ id }"]` ).first().boundingBox() ) );
		assert.ok( name && status && name.x > status.x, 'The name stands right of the status.' );
		await page.getByRole( 'link', { name: 'Gaiwan, white' } ).click();
		const side = await page.locator( '.wig-side' ).boundingBox();
		assert.equal( side?.x, 0 );
		await page.context().close();
	} );
	for ( const [ locale, heading, low ] of [ [ 'zh_CN', '库存', '库存不足' ], [ 'zh_TW', '庫存', '庫存偏低' ] ] as const ) {
		await t.check( `It speaks ${ locale }`, async () => {
			await site.php( join( root, 'tests/e2e/people.php' ), locale );
			const page = await visitors.visit();
			await look( page, site );
			assert.equal( await page.locator( '.wig-head h1' ).innerText(), heading );
			await page.getByText( low, { exact: true } ).first().waitFor();
			assert.match( await page.locator( '#toplevel_page_woo-inventory-guard' ).innerText(), new RegExp( heading ) );
			await page.locator( '.wig-edit' ).first().click();
			await page.waitForSelector( '.wig-adjust' );
			const english = await page.locator( '.wig-wrap, .wig-popover' ).evaluateAll( ( places ) =>
				places.flatMap( ( place ) => place.textContent?.match( /\b(Reason|Received|Available|Reserved|Save|Cancel|Part|Bundle|Search|Status|Page)\b/g ) ?? [] )
			);
			assert.deepEqual( english, [] );
			await page.context().close();
		} );
	}
	await site.php( join( root, 'tests/e2e/people.php' ), '' );
}
