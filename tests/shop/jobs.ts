import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Native } from '../../tools/lib/native.ts';
import type { Report } from '../../tools/lib/report.ts';
import { findBrowser, Visitors } from '../e2e/browser.ts';
import { Hand } from './jobs/hand.ts';
import { readTable, type Row } from './jobs/table.ts';
import type { Shop } from './shop.ts';

type Job = ( hand: Hand, shop: Shop ) => Promise< void >;

const units = Array.from( { length: 30 }, ( _, n ) => 40 + n );

/** Makes what a job needs, under a name that is nobody else's. */
async function thirty( shop: Shop, name: string ): Promise< number[] > {
	const ids: number[] = [];
	for ( let n = 0; n < 30; n++ ) {
		ids.push( await shop.counted( `${ name } ${ String( n ).padStart( 2, '0' ) }`, 10 ) );
	}
	return ids;
}

const saved = ( page: Page ): Promise< unknown > => page.waitForFunction( () => ! document.querySelector( '.wig-cell.is-waiting, .wig-cell.is-sending' ) && document.querySelectorAll( '[data-testid="cell-saved"]' ).length >= 20 );

async function toSheet( hand: Hand, words: string ): Promise< void > {
	const { page } = hand;
	await hand.menu( 'Stock' );
	await hand.click( page.getByRole( 'button', { name: 'As a spreadsheet' } ) );
	await hand.click( page.getByRole( 'searchbox' ) );
	await hand.type( words );
	await page.waitForFunction( ( name ) => [ ...document.querySelectorAll( '.wig-sheet-body .wig-name' ) ].every( ( { textContent } ) => textContent?.startsWith( name ) ) && document.querySelector( '.wig-sheet-body .wig-name' ), words );
	await hand.click( page.locator( '[data-wig-cell="0:2"]' ) );
}

async function assertUnits( shop: Shop, ids: readonly number[], expected: readonly number[] ): Promise< void > {
	const found = await Promise.all( ids.map( async ( id ) => ( await shop.stock( id ) ).stock ) );
	assert.deepEqual( found, expected );
}

const jobs: Readonly< Record< string, Job > > = {
	'See what is low': async ( hand, shop ) => {
		const { page } = hand;
		await shop.counted( 'A lamp that is low', 3, { low_stock_amount: 5 } );
		await hand.sitDown();
		await hand.menu( 'Dashboard' );
		await page.getByText( /\d+ left/ ).first().waitFor();
	},
	'Change 30 values, typed': async ( hand, shop ) => {
		const { page } = hand;
		const ids = await thirty( shop, 'Typed mug' );
		await hand.sitDown();
		await toSheet( hand, 'Typed mug' );
		for ( const value of units ) {
			await hand.type( String( value ), 'Enter' );
		}
		await saved( page );
		await assertUnits( shop, ids, units );
	},
	'Change 30 values, pasted': async ( hand, shop ) => {
		const { page } = hand;
		const ids = await thirty( shop, 'Pasted mug' );
		await hand.sitDown();
		await toSheet( hand, 'Pasted mug' );
		await hand.paste( units.join( '\n' ) );
		await saved( page );
		await assertUnits( shop, ids, units );
	},
	'Why did it change': async ( hand, shop ) => {
		const { page } = hand;
		const id = await shop.counted( 'A kettle that changed', 12 );
		const order = await shop.order( [ { product_id: id, quantity: 3 } ], { set_paid: true } );
		await hand.sitDown();
		await hand.menu( 'Stock' );
		await hand.click( page.getByRole( 'button', { name: /^Available: .*A kettle that changed/ } ) );
		await page.getByRole( 'dialog', { name: 'Why?' } ).getByText( new RegExp( `${ String( order.body.id ) }` ) ).waitFor();
	},
	'Sell a set': async ( hand, shop ) => {
		const { page } = hand;
		const [ cup, tray, box ] = [ await shop.counted( 'Set cup', 20, { sku: 'JOB-CUP' } ), await shop.counted( 'Set tray', 7, { sku: 'JOB-TRAY' } ), await shop.counted( 'Set box', 9, { sku: 'JOB-BOX' } ) ];
		const set = await shop.product( { name: 'Tea for two', sku: 'JOB-SET' } );
		await hand.sitDown();
		await hand.menu( 'Bundles' );
		await hand.click( page.getByRole( 'button', { name: 'New bundle' } ) );
		await hand.click( page.getByRole( 'combobox', { name: 'Or make a product of the shop a bundle' } ) );
		await hand.type( 'JOB-SET', 'Enter' );
		await hand.click( page.getByRole( 'combobox', { name: 'Add component' } ) );
		for ( const sku of [ 'JOB-CUP', 'JOB-CUP', 'JOB-TRAY', 'JOB-BOX' ] ) {
			await hand.type( sku, 'Enter' );
		}
		await page.getByRole( 'textbox', { name: 'Units of Set box in one set' } ).waitFor();
		await hand.click( page.getByRole( 'button', { name: 'Save', exact: true } ) );
		await page.getByTestId( 'saved' ).waitFor();
		assert.equal( ( await shop.order( [ { product_id: set, quantity: 2 } ], { set_paid: true } ) ).status, 201 );
		await assertUnits( shop, [ cup, tray, box ], [ 16, 5, 7 ] );
	},
	'Take back a wrong import': async ( hand, shop ) => {
		const { page } = hand;
		const ids = await thirty( shop, 'Wrong mug' );
		await hand.sitDown();
		await toSheet( hand, 'Wrong mug' );
		await hand.paste( units.join( '\n' ) );
		await saved( page );
		// A sale after it is kept.
		await shop.order( [ { product_id: ids[ 0 ], quantity: 4 } ], { set_paid: true } );
		hand.steps = 0;
		await hand.press( 'Control+z' );
		await page.waitForFunction( () => document.querySelector( '[data-wig-cell="1:2"]' )?.textContent?.trim() === '10' );
		await saved( page );
		await assertUnits( shop, ids, [ 6, ...units.slice( 1 ).map( () => 10 ) ] );
	},
};

/** What a shop owner does, with its steps counted: docs/ten-jobs.md says the same, and fewer than elsewhere. */
export async function tenJobs( t: Report, shop: Shop, native: Native ): Promise< void > {
	const executablePath = findBrowser();
	if ( executablePath === null ) {
		t.skip( 'The ten jobs in a real browser', 'there is no Chromium here' );
		return;
	}
	const visitors = await Visitors.arrive( native, executablePath );
	const table = new Map< string, Row >( readTable().map( ( row ) => [ row.job, row ] ) );
	try {
		const page = await visitors.visit();
		for ( const [ name, job ] of Object.entries( jobs ) ) {
			await t.check( `${ name }: the steps that docs/ten-jobs.md says, and fewer than elsewhere`, async () => {
				const hand = new Hand( page, native.url );
				await job( hand, shop );
				t.note( `${ name }: ${ hand.steps } steps, ${ hand.seconds() } s` );
				const row = table.get( name );
				assert.equal( hand.steps, row?.here );
				for ( const elsewhere of [ row?.atum, row?.core ] ) {
					assert.ok( elsewhere === null || elsewhere === undefined || hand.steps < elsewhere, `${ hand.steps } steps here, ${ elsewhere } elsewhere` );
				}
			} );
		}
		await t.check( 'Every job of docs/ten-jobs.md that has a figure here is done', () =>
			assert.deepEqual( [ ...table.values() ].filter( ( { here } ) => here !== null ).map( ( { job } ) => job ).sort(), Object.keys( jobs ).sort() )
		);
	} finally {
		await visitors.leave();
	}
}
