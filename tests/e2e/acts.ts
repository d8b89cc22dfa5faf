import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { comeTo, faultsOf, look } from './browser.ts';
import { shows } from './finding.ts';
import type { Stage } from './run.ts';
import { rest } from './seed.ts';

export const adjustButton = ( page: Page, name: string ) => page.getByRole( 'button', { name: `Adjust ${ name }` } );
export const adjustForm = ( page: Page, name: string ) => page.getByRole( 'dialog', { name: `Adjust ${ name }` } );

/** Waits until the number on hand of an item is shown as this. */
export const onHand = ( page: Page, name: string, number: string ) =>
	page.getByRole( 'button', { name: `${ number } on hand. Adjust ${ name }`, exact: true } ).waitFor();

/** Adjusting in place, the conflict of two people, adding a part, an item at the side. */
export async function acts( t: Report, { site, visitors, seeded }: Stage ): Promise< void > {
	const page = await visitors.visit();
	const ribbon = 'Ribbon, gold';

	await t.check( 'A number is adjusted in place with a reason, saved is said there, and the ledger has the line', async () => {
		await look( page, site );
		await adjustButton( page, ribbon ).click();
		const form = adjustForm( page, ribbon );
		await form.getByRole( 'textbox', { name: 'Change by' } ).fill( '-50.5' );
		await form.getByLabel( 'Reason' ).selectOption( { label: 'Damaged' } );
		await form.getByLabel( 'Note' ).fill( 'wet' );
		await page.keyboard.press( 'Enter' );
		await onHand( page, ribbon, '1,199.5' );
		assert.equal( await page.getByTestId( 'saved' ).count(), 1 );
		const lines = await rest( site )( 'GET', `/woo-inventory-guard/v1/items/${ seeded.ids[ 'RIB-G' ] }/movements?per_page=1` );
		assert.match( JSON.stringify( lines ), /"delta":-50\.5.*"balance_after":1199\.5.*"reason":"damaged".*"note":"wet"/ );
	} );
	await t.check( 'What units cost that were received is asked, and said in the history and the ledger, with the average', async () => {
		const { id } = ( await rest( site )( 'POST', '/woo-inventory-guard/v1/items', { kind: 'part', name: 'Zisha clay', on_hand: 10 } ) ) as { id: number };
		await rest( site )( 'PATCH', `/woo-inventory-guard/v1/items/${ id }`, { unit_cost: 5 } );
		await look( page, site, `&item=${ id }` );
		const side = page.getByRole( 'dialog', { name: 'Zisha clay' } );
		await side.getByText( /Last cost: \D*5\.00\. Average cost: \D*5\.00\./ ).waitFor();
		await side.getByRole( 'textbox', { name: 'Change by' } ).fill( '10' );
		await side.getByLabel( 'Cost of each (optional)' ).fill( '8' );
		await page.keyboard.press( 'Enter' );
		await side.getByText( /Last cost: \D*8\.00\. Average cost: \D*6\.50\./ ).waitFor();
		await side.locator( '.wig-history-line' ).filter( { hasText: /\+10[\s\S]*Received[\s\S]*8\.00 each/ } ).waitFor();
		assert.deepEqual( await faultsOf( page ), [] );
		await comeTo( page, `/ledger&item=${ id }` );
		await page.locator( '.wig-table tbody tr' ).filter( { hasText: '8.00 each' } ).waitFor();
	} );
	await t.check( 'When two count the same shelf, the second is shown both numbers and asked', async () => {
		const other = await visitors.visit( { user: 'clerk' } );
		await look( other, site );
		await look( page, site );
		const count = async ( who: Page, number: string ): Promise< void > => {
			await adjustButton( who, ribbon ).click();
			await adjustForm( who, ribbon ).getByText( 'I counted' ).click();
			await adjustForm( who, ribbon ).getByRole( 'textbox', { name: 'Counted number' } ).fill( number );
		};
		await count( page, '1100' );
		await count( other, '1150' );
		await other.keyboard.press( 'Enter' );
		await onHand( other, ribbon, '1,150' );
		await page.keyboard.press( 'Enter' );
		await page.getByText( 'it was 1,199.5, now it is 1,150' ).waitFor();
		await page.getByRole( 'button', { name: '1100, as I counted' } ).click();
		await onHand( page, ribbon, '1,100' );
		await other.context().close();
	} );
	await t.check( 'Units that are promised to orders cannot be taken away', async () => {
		await adjustButton( page, 'Gaiwan, white' ).click();
		const form = adjustForm( page, 'Gaiwan, white' );
		await form.getByRole( 'textbox', { name: 'Change by' } ).fill( '-11' );
		await page.keyboard.press( 'Enter' );
		await form.getByText( 'only 9 can be taken away' ).waitFor();
		await page.keyboard.press( 'Escape' );
		await onHand( page, 'Gaiwan, white', '12' );
	} );
	await t.check( 'A part is added; a SKU that another has is said at its field', async () => {
		await page.getByRole( 'button', { name: 'Add part' } ).click();
		const form = page.getByRole( 'dialog', { name: 'Add part' } );
		await form.getByLabel( 'Name' ).fill( 'Wax seal' );
		await form.getByLabel( 'SKU' ).fill( 'GW-01' );
		await form.getByLabel( 'On hand now' ).fill( '0.25' );
		await page.keyboard.press( 'Enter' );
		await page.waitForSelector( '.wig-field.is-wrong' );
		assert.equal( await form.getByLabel( 'SKU' ).getAttribute( 'aria-invalid' ), 'true' );
		await form.getByLabel( 'SKU' ).fill( 'WAX-1' );
		await page.keyboard.press( 'Enter' );
		await form.waitFor( { state: 'hidden' } );
		await page.getByRole( 'searchbox' ).fill( 'wax' );
		await shows( page, [ 'Wax seal' ] );
		await onHand( page, 'Wax seal', '0.25' );
	} );
	await t.check( 'An item opens at the side with its levels, reservations and history; Escape closes it and focus returns', async () => {
		await look( page, site );
		await page.getByRole( 'link', { name: 'Gaiwan, white' } ).click();
		const side = page.getByRole( 'dialog', { name: 'Gaiwan, white' } );
		await side.getByText( 'Order #1042' ).waitFor();
		await side.getByText( '+24' ).waitFor();
		assert.match( await side.innerText(), /box 2/ );
		assert.match( await side.locator( '.wig-small-table' ).innerText(), /12\s+3\s+9/ );
		await side.getByRole( 'button', { name: 'Why? Available' } ).click();
		await side.getByText( '9 available = 12 on hand less 3 reserved.' ).waitFor();
		await page.reload();
		await side.getByText( 'Order #1042' ).waitFor();
		await page.keyboard.press( 'Escape' );
		await side.waitFor( { state: 'hidden' } );
		await page.waitForFunction( () => document.activeElement?.textContent === 'Gaiwan, white' );
	} );
	await t.check( 'A number says why it is so', async () => {
		await page.getByRole( 'button', { name: 'Available: 9. Why? Gaiwan, white' } ).click();
		await page.getByRole( 'dialog', { name: 'Why?' } ).getByText( 'counted twice' ).waitFor();
		await page.keyboard.press( 'Escape' );
	} );
	await page.context().close();
}
