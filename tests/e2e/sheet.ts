import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { address, faultsOf, fits, goOffline } from './browser.ts';
import type { Stage } from './run.ts';
import { rest } from './seed.ts';

type Send = ReturnType< typeof rest >;
const ITEMS = '/woo-inventory-guard/v1/items';

async function open(
	page: Page,
	site: Stage[ 'site' ],
	view = ''
): Promise< void > {
	await page.goto( address( site, `&as=sheet${ view }` ) );
	await page.waitForSelector( '.wig-sheet-body .wig-name' );
}

/**
 * Cell of the row with this name.
 * @param page
 * @param name
 * @param column
 */
const cell = ( page: Page, name: string, column: string ) =>
	page
		.locator( '.wig-sheet-body [role="row"]' )
		.filter( { has: page.getByRole( 'link', { name, exact: true } ) } )
		.locator( `[data-wig-column="${ column }"]` );

const says = async (
	page: Page,
	name: string,
	column: string,
	text: string
): Promise< void > => {
	await cell( page, name, column )
		.getByText( text, { exact: true } )
		.waitFor();
};

/**
 * Waits until nothing is under way.
 * @param page
 */
const settled = ( page: Page ) =>
	page.waitForFunction(
		() =>
			! document.querySelector(
				'.wig-cell.is-waiting, .wig-cell.is-sending'
			)
	);

/**
 * As Ctrl+V does, with this text on the clipboard.
 * @param page
 * @param text
 */
const paste = ( page: Page, text: string ): Promise< void > =>
	page.evaluate( ( copied ) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData( 'text/plain', copied );
		document.activeElement?.dispatchEvent(
			new ClipboardEvent( 'paste', {
				clipboardData,
				bubbles: true,
				cancelable: true,
			} )
		);
	}, text );

/**
 * A block that is longer than what is loaded first fetches its rows: nothing waits in a cell yet, and nothing is saved.
 * @param page
 * @param text
 */
async function pasteAndSave( page: Page, text: string ): Promise< void > {
	const saved = page.waitForResponse( ( answer ) =>
		answer.url().includes( 'items/batch' )
	);
	await paste( page, text );
	await saved;
	await settled( page );
}

const field = async (
	send: Send,
	id: number | undefined,
	name: string
): Promise< unknown > => {
	const item: unknown = await send( 'GET', `${ ITEMS }/${ id }` );
	return ( item as Record< string, unknown > )[ name ];
};

/**
 * The inventory as a spreadsheet: by keyboard, by the block, by two people, without a connection.
 * @param t
 * @param root0
 * @param root0.site
 * @param root0.visitors
 * @param root0.seeded
 */
export async function sheet(
	t: Report,
	{ site, visitors, seeded }: Stage
): Promise< void > {
	const send = rest( site );
	const page = await visitors.visit();
	const tin = 'Tin, 500 g';
	const id = seeded.ids[ 'TIN-500' ];

	await t.check(
		'Cells are typed one after the other with the keyboard alone, and each is saved',
		async () => {
			await open( page, site, '&search=tin' );
			await cell( page, 'Tin, 250 g', 'name' ).click( {
				position: { x: 4, y: 4 },
			} );
			await page.keyboard.press( 'ArrowDown' );
			await page.keyboard.press( 'ArrowRight' );
			await page.keyboard.press( 'ArrowRight' );
			await page.keyboard.type( '25' );
			await page.keyboard.press( 'Tab' );
			await page.waitForFunction(
				() =>
					document.activeElement?.getAttribute(
						'data-wig-column'
					) === 'reserved'
			);
			await page.keyboard.press( 'Tab' );
			await page.keyboard.press( 'Tab' );
			await page.keyboard.type( '60' );
			await page.keyboard.press( 'Enter' );
			await settled( page );
			await says( page, tin, 'on_hand', '25' );
			await says( page, tin, 'low_at', '60' );
			assert.deepEqual(
				[
					await field( send, id, 'on_hand' ),
					await field( send, id, 'low_stock_threshold' ),
				],
				[ 25, 60 ]
			);
			const lines = await send(
				'GET',
				`${ ITEMS }/${ id }/movements?per_page=1`
			);
			assert.match(
				JSON.stringify( lines ),
				/"delta":25.*"reason":"adjustment"/
			);
		}
	);
	await t.check(
		'F2 changes what is there, Escape leaves it, and Escape with Tab leaves the table',
		async () => {
			await cell( page, tin, 'supplier' ).click();
			await page.keyboard.press( 'F2' );
			await page.keyboard.type( 'Kiln & Co' );
			await page.keyboard.press( 'Escape' );
			assert.equal( await cell( page, tin, 'supplier' ).innerText(), '' );
			await page.keyboard.press( 'Escape' );
			await page.keyboard.press( 'Tab' );
			await page.waitForFunction(
				() => ! document.activeElement?.closest( '.wig-sheet-body' )
			);
		}
	);
	await t.check(
		'Undo and redo take stock back and forth as movements',
		async () => {
			await cell( page, tin, 'on_hand' ).click();
			await page.keyboard.press( 'Control+z' );
			await page.keyboard.press( 'Control+z' );
			await settled( page );
			await says( page, tin, 'on_hand', '0' );
			assert.deepEqual(
				[
					await field( send, id, 'on_hand' ),
					await field( send, id, 'low_stock_threshold' ),
				],
				[ 0, 50 ]
			);
			await page.keyboard.press( 'Control+y' );
			await settled( page );
			await says( page, tin, 'on_hand', '25' );
			const lines = await send(
				'GET',
				`${ ITEMS }/${ id }/movements?per_page=3`
			);
			assert.match(
				JSON.stringify( lines ),
				/"delta":25.*"delta":-25.*"delta":25/
			);
			await page.keyboard.press( 'Control+z' );
			await settled( page );
		}
	);
	await t.check( 'What is selected is filled down', async () => {
		await open( page, site, '&search=gaiwan' );
		await cell( page, 'Gaiwan, celadon', 'bin' ).click();
		await page.keyboard.type( 'Shelf B' );
		await page.keyboard.press( 'Enter' );
		await page.keyboard.press( 'Control+d' );
		await settled( page );
		await says( page, 'Gaiwan, white', 'bin', 'Shelf B' );
		assert.equal(
			await field( send, seeded.ids[ 'GW-01' ], 'bin' ),
			'Shelf B'
		);
	} );
	await t.check(
		'Two people on one cell: both values are shown, nothing is overwritten, and one is chosen',
		async () => {
			await open( page, site, '&search=tin' );
			await cell( page, tin, 'supplier' ).click();
			await page.keyboard.press( 'Enter' );
			await page.keyboard.type( 'Mine' );
			await send( 'PATCH', `${ ITEMS }/${ id }`, { supplier: 'Theirs' } );
			await page.keyboard.press( 'Enter' );
			await page.waitForSelector( '.wig-cell.is-changed' );
			assert.equal( await field( send, id, 'supplier' ), 'Theirs' );
			await cell( page, tin, 'supplier' ).click();
			await page
				.getByText(
					'somebody else changed it from – to Theirs while you wrote Mine'
				)
				.waitFor();
			assert.deepEqual( await faultsOf( page ), [] );
			await page
				.getByRole( 'button', { name: 'Keep mine: Mine' } )
				.click();
			await settled( page );
			await says( page, tin, 'supplier', 'Mine' );
			assert.equal( await field( send, id, 'supplier' ), 'Mine' );
		}
	);
	await t.check(
		'What other people change comes without a reload',
		async () => {
			await send( 'PATCH', `${ ITEMS }/${ id }`, { bin: 'Attic' } );
			await says( page, tin, 'bin', 'Attic' );
		}
	);
	await t.check(
		'Without a connection what is typed stays, and is saved when it is back',
		async () => {
			await goOffline( page.context(), true );
			await cell( page, tin, 'bin' ).click();
			for ( const typed of [ 'Cellar' ] ) {
				await page.keyboard.press( 'Enter' );
				await page.keyboard.type( typed );
				await page.keyboard.press( 'Tab' );
			}
			await page.getByText( 'waits for the connection' ).waitFor();
			await says( page, tin, 'bin', 'Cellar' );
			assert.equal( await field( send, id, 'bin' ), 'Attic' );
			await goOffline( page.context(), false );
			await settled( page );
			await says( page, tin, 'bin', 'Cellar' );
			assert.equal( await field( send, id, 'bin' ), 'Cellar' );
		}
	);
	await block( t, site, page, send );
	await t.check( 'Rows that are not in sight are not drawn, and scrolling through them is smooth', async () => {
		await open( page, site );
		const { frames, rows } = await page.evaluate( async () => {
			const place = document.querySelector( '.wig-sheet' );
			let count = 0;
			let most = 0;
			const began = performance.now();
			while ( place && performance.now() - began < 2000 ) {
				place.scrollTop += 60;
				await new Promise( requestAnimationFrame );
				count++;
				most = Math.max( most, document.querySelectorAll( '.wig-sheet-body [role="row"]' ).length );
			}
			return { frames: Math.round( ( count * 1000 ) / ( performance.now() - began ) ), rows: most };
		} );
		t.note( `${ frames } frames a second` );
		assert.ok( rows < 80, `${ rows } rows are drawn` );
	} );
	await t.check(
		'axe finds nothing in the spreadsheet, and nothing runs out of the page',
		async () => {
			await open( page, site );
			assert.deepEqual( await faultsOf( page ), [] );
			await page.getByRole( 'button', { name: 'Columns' } ).click();
			assert.deepEqual( await faultsOf( page ), [] );
			assert.ok(
				await fits( page )
			);
		}
	);
	await page.context().close();
}

/**
 * 200 rows by 4 columns from a spreadsheet program.
 * @param t
 * @param site
 * @param page
 * @param send
 */
async function block(
	t: Report,
	site: Stage[ 'site' ],
	page: Page,
	send: Send
): Promise< void > {
	const ids: number[] = [];
	for ( let row = 0; row < 200; row++ ) {
		const made = ( await send( 'POST', ITEMS, {
			kind: 'part',
			name: `Pasted ${ String( row ).padStart( 3, '0' ) }`,
			sku: `PST-${ row }`,
			on_hand: 5,
		} ) ) as { id: number };
		ids.push( made.id );
	}
	// Units of row 120 are promised: the server refuses fewer. Two others are no numbers, and not even sent.
	await send( 'POST', '/woo-inventory-guard/v1/reservations', {
		reference: { type: 'order', id: '1120' },
		lines: [ { item_id: ids[ 120 ], quantity: 4 } ],
		expires_in: 3600,
	} );
	const [ dear, many, short ] = [ 3, 77, 120 ];
	const stock = ( row: number ): number => ( row === short ? 2 : 10 + row );
	const text = ids
		.map( ( _id, row ) =>
			[
				row === many ? 'many' : stock( row ),
				row === dear ? 'dear' : `${ row }.50`,
				`"Kiln ""${ row % 7 }"""`,
				`A-${ row }`,
			].join( '\t' )
		)
		.join( '\r\n' );
	const layout = async ( sheetColumns: string[] ): Promise< void > => {
		await send( 'POST', '/wp/v2/users/me', {
			meta: { woo_inventory_guard_view: { sheet: sheetColumns } },
		} );
	};

	await t.check(
		'A paste of 200 by 4 cells is saved with the wrong ones marked, in few requests, and undo puts all back',
		async () => {
			await layout( [ 'name', 'on_hand', 'unit_cost', 'supplier', 'bin' ] );
			await open( page, site, '&search=pasted' );
			let requests = 0;
			page.on( 'request', ( request ) => {
				requests += request.url().includes( 'items/batch' ) ? 1 : 0;
			} );
			await cell( page, 'Pasted 000', 'on_hand' ).click();
			const began = Date.now();
			await pasteAndSave( page, text );
			t.note(
				`200 x 4 cells: ${ Date.now() - began } ms, ${ requests } requests`
			);
			assert.ok( requests <= 2, `${ requests } requests` );
			const read = async (): Promise< unknown[][] > => {
				const rows: unknown[][] = [];
				for ( const number of [ 1, 2 ] ) {
					const items = ( await send(
						'GET',
						`${ ITEMS }?search=pasted&per_page=100&page=${ number }&orderby=name`
					) ) as Record< string, unknown >[];
					rows.push(
						...items.map( ( item ) => [
							item.on_hand,
							item.unit_cost,
							item.supplier,
							item.bin,
						] )
					);
				}
				return rows;
			};
			assert.deepEqual(
				await read(),
				ids.map( ( _id, row ) => [
					row === many || row === short ? 5 : stock( row ),
					row === dear ? null : row + 0.5,
					`Kiln "${ row % 7 }"`,
					`A-${ row }`,
				] )
			);
			await cell( page, 'Pasted 003', 'unit_cost' ).click();
			await page.getByText( '“dear” is not a number.' ).waitFor();
			await page.getByText( '3 cells are not saved.' ).waitFor();
			for ( const [ row, column ] of [
				[ many, 'on_hand' ],
				[ short, 'on_hand' ],
				[ dear, 'unit_cost' ],
			] as const ) {
				await page
					.getByRole( 'button', { name: 'Next' } )
					.click();
				await page.waitForFunction(
					( [ name, place ] ) => {
						const at = document.activeElement;
						return (
							at?.getAttribute( 'data-wig-column' ) === place &&
							at.getAttribute( 'aria-invalid' ) === 'true' &&
							at.parentElement
								?.querySelector( '.wig-name' )
								?.textContent?.endsWith( name )
						);
					},
					[ String( row ).padStart( 3, '0' ), column ] as const
				);
			}
			await page.keyboard.press( 'Control+z' );
			await settled( page );
			assert.deepEqual(
				await read(),
				ids.map( () => [ 5, null, '', '' ] )
			);
			assert.equal(
				await page
					.locator( '.wig-cell.is-wrong, .wig-cell.is-failed' )
					.count(),
				0
			);
			await layout( [] );
		}
	);
}
