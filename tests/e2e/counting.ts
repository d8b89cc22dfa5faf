import assert from 'node:assert/strict';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import type { Page } from 'playwright-core';
import type { Report } from '../../tools/lib/report.ts';
import { faultsOf, findBrowser, goOffline, Visitors } from './browser.ts';
import type { Stage } from './run.ts';
import { rest } from './seed.ts';
import { film } from './video.ts';

const ROOT = '/woo-inventory-guard/v1';
const PHONE = 360;

interface Count {
	uuid: string;
	item_id: number | null;
	quantity: number;
	voided: boolean;
}

/** What is counted on a phone, with and without a connection. */
export async function counting( t: Report, { site, visitors }: Stage ): Promise< void > {
	const send = rest( site );
	const ids: Record< string, number > = {};
	for ( const [ name, sku, barcode ] of [ [ 'Cup, white', 'CUP-W', '036000291452' ], [ 'Tray, oak', 'TRAY-O', '9501101530003' ] ] ) {
		ids[ String( sku ) ] = ( await send( 'POST', `${ ROOT }/items`, { kind: 'part', name, sku, barcode, on_hand: 987 } ) as { id: number } ).id;
	}
	const begin = async ( name: string ): Promise< number > => {
		let made = ( await send( 'POST', `${ ROOT }/stocktakes`, { name, blind: true } ) ) as { id: number; filling: boolean };
		while ( made.filling ) {
			made = ( await send( 'GET', `${ ROOT }/stocktakes/${ made.id }` ) ) as typeof made;
		}
		await send( 'PUT', `${ ROOT }/stocktakes/${ made.id }`, { state: 'counting' } );
		return made.id;
	};
	const countsOf = async ( id: number ) => ( await send( 'GET', `${ ROOT }/stocktakes/${ id }/counts?per_page=1000` ) ) as Count[];
	const address = ( id: number ): string => `${ site.url }/?wig-count=1#/${ id }`;
	const scan = async ( page: Page, code: string ): Promise< void > => {
		await page.keyboard.type( code );
		await page.keyboard.press( 'Enter' );
	};
	/** What the card shows of an item. */
	const shows = ( page: Page, name: string, number: string ) =>
		page.getByRole( 'region', { name } ).locator( 'output' ).getByText( number, { exact: true } ).waitFor();
	const says = ( page: Page, words: string ) => page.locator( '.wig-c-strip' ).getByText( words ).waitFor();

	const id = await begin( 'Shelf B' );
	const phone = await visitors.visit( { width: PHONE } );
	await t.check( 'A stocktake is opened on a phone; a scan is one more, a typed number stands in for it, undo takes the last back', async () => {
		await phone.goto( `${ site.url }/?wig-count=1` );
		await phone.getByRole( 'link', { name: 'Shelf B' } ).click();
		await phone.getByRole( 'textbox', { name: 'Scan or type a code' } ).waitFor();
		await scan( phone, '036000291452' );
		await shows( phone, 'Cup, white', '1' );
		await scan( phone, 'CUP-W' );
		await shows( phone, 'Cup, white', '2' );
		await phone.getByRole( 'button', { name: 'Type number' } ).click();
		const pad = phone.getByRole( 'dialog', { name: 'Cup, white' } );
		for ( const key of [ '1', '7' ] ) {
			await pad.getByRole( 'button', { name: key, exact: true } ).click();
		}
		await pad.getByRole( 'button', { name: 'Instead of 2' } ).click();
		await shows( phone, 'Cup, white', '17' );
		await phone.getByRole( 'button', { name: 'One more of Cup, white' } ).click();
		await shows( phone, 'Cup, white', '18' );
		await phone.getByRole( 'button', { name: 'Undo' } ).click();
		await shows( phone, 'Cup, white', '17' );
		await says( phone, 'Everything is sent.' );
		assert.equal( ( await countsOf( id ) ).length, 5 );
	} );
	await t.check( 'A code that nobody knows is tied to an item on the spot, and known from then on', async () => {
		await scan( phone, 'OLD-LABEL-7' );
		const sheet = phone.getByRole( 'dialog', { name: 'Which item is this?' } );
		await sheet.getByRole( 'searchbox' ).fill( 'tray' );
		await sheet.getByRole( 'button', { name: 'Tray, oak' } ).click();
		await shows( phone, 'Tray, oak', '1' );
		await scan( phone, 'OLD-LABEL-7' );
		await shows( phone, 'Tray, oak', '2' );
	} );
	await t.check( 'A blind stocktake shows nowhere what should be there', async () => {
		assert.equal( ( await phone.content() ).includes( '987' ), false );
	} );
	await t.check( 'Offline: counts are kept through a tab that is killed, the screen opens again without a network, and all of them arrive once', async () => {
		await phone.getByRole( 'button', { name: 'Options' } ).click();
		await phone.getByText( 'This screen opens without a connection.' ).waitFor();
		await phone.keyboard.press( 'Escape' );
		await says( phone, 'Everything is sent.' );
		const before = ( await countsOf( id ) ).length;
		const context = phone.context();
		await goOffline( context, true );
		for ( let n = 1; n <= 3; n++ ) {
			await scan( phone, '036000291452' );
			await shows( phone, 'Cup, white', String( 17 + n ) );
		}
		await says( phone, '3 counts waiting' );
		const killer = await context.newCDPSession( phone );
		const crash = phone.waitForEvent( 'crash' );
		// A tab that is dead does not answer.
		void killer.send( 'Page.crash' ).catch( () => null );
		await crash;
		await phone.close();
		const again = await context.newPage();
		await again.goto( address( id ) );
		await says( again, '3 counts waiting' );
		await scan( again, 'CUP-W' );
		await shows( again, 'Cup, white', '21' );
		await says( again, '4 counts waiting' );
		await goOffline( context, false );
		await says( again, 'Everything is sent.' );
		const counts = await countsOf( id );
		assert.equal( counts.length, before + 4 );
		assert.equal( new Set( counts.map( ( { uuid } ) => uuid ) ).size, counts.length );
		await again.close();
	} );
	await t.check( 'Two tabs and a second device agree', async () => {
		const tabs = [ await phone.context().newPage(), await phone.context().newPage() ];
		const other = await visitors.visit( { user: 'clerk', width: PHONE } );
		for ( const page of [ ...tabs, other ] ) {
			await page.goto( address( id ) );
			await page.getByRole( 'textbox', { name: 'Scan or type a code' } ).waitFor();
			await scan( page, '036000291452' );
			await page.getByRole( 'region', { name: 'Cup, white' } ).waitFor();
			// Who asks before this one is sent learns of it only a while later.
			await says( page, 'Everything is sent.' );
		}
		for ( const page of [ ...tabs, other ] ) {
			await page.evaluate( () => window.dispatchEvent( new Event( 'online' ) ) );
			await shows( page, 'Cup, white', '24' );
			await page.close();
		}
	} );
	await t.check( 'A photo that is taken offline waits, is sent once and small, and is seen in the review', async () => {
		const page = await phone.context().newPage();
		await page.goto( address( id ) );
		await page.getByRole( 'textbox', { name: 'Scan or type a code' } ).waitFor();
		await scan( page, 'CUP-W' );
		await page.getByRole( 'region', { name: 'Cup, white' } ).waitFor();
		await goOffline( page.context(), true );
		const png = await page.evaluate( () => {
			const canvas = document.createElement( 'canvas' );
			canvas.width = 1600;
			canvas.height = 1200;
			canvas.getContext( '2d' )?.fillRect( 100, 100, 800, 600 );
			return canvas.toDataURL( 'image/png' ).replace( /^[^,]*,/, '' );
		} );
		await page.locator( 'input[type="file"]' ).setInputFiles( { name: 'box.png', mimeType: 'image/png', buffer: Buffer.from( png, 'base64' ) } );
		await says( page, '1 photo waiting' );
		await goOffline( page.context(), false );
		await page.evaluate( () => window.dispatchEvent( new Event( 'online' ) ) );
		await says( page, 'Everything is sent.' );
		await page.close();
		const photos = ( await send( 'GET', `${ ROOT }/stocktakes/${ id }/photos?item_id=${ ids[ 'CUP-W' ] }` ) ) as { width: number; height: number }[];
		assert.deepEqual( photos.map( ( { width, height } ) => [ width, height ] ), [ [ 1280, 960 ] ] );
		const desk = await visitors.visit();
		await desk.goto( `${ site.url }/wp-admin/admin.php?page=woo-inventory-guard&path=/stocktakes/${ id }&show=all`, { waitUntil: 'domcontentloaded' } );
		await desk.getByRole( 'button', { name: 'Cup, white', exact: true } ).click();
		await desk.getByRole( 'button', { name: /^Photo of Cup, white by / } ).waitFor();
		await desk.getByRole( 'button', { name: /^Photo of Cup, white by / } ).click();
		await desk.getByRole( 'dialog' ).getByRole( 'img', { name: /^Photo of Cup, white by / } ).waitFor();
		assert.deepEqual( await faultsOf( desk ), [] );
		await desk.getByRole( 'button', { name: 'Delete photo' } ).click();
		await desk.getByText( 'The photo is deleted; what was counted stays.' ).waitFor();
		await desk.getByRole( 'button', { name: 'Delete photo' } ).click();
		// While it is asked, the page behind is hidden from this question.
		await desk.getByText( 'The photo is deleted; what was counted stays.' ).waitFor( { state: 'detached' } );
		await desk.getByRole( 'button', { name: /^Photo of Cup, white by / } ).waitFor( { state: 'detached' } );
		assert.deepEqual( await send( 'GET', `${ ROOT }/stocktakes/${ id }/photos?item_id=${ ids[ 'CUP-W' ] }` ), [] );
		assert.deepEqual( await faultsOf( desk ), [] );
		await desk.context().close();
	} );
	await t.check( `At ${ PHONE } px axe finds nothing at all, nothing runs out of the page, and every button is at least 48 px`, async () => {
		const page = await phone.context().newPage();
		await page.goto( address( id ) );
		await page.getByRole( 'textbox', { name: 'Scan or type a code' } ).waitFor();
		await scan( page, 'CUP-W' );
		await page.getByRole( 'region', { name: 'Cup, white' } ).waitFor();
		const look = async ( where: string ): Promise< void > => {
			assert.deepEqual( await faultsOf( page ), [], where );
			assert.deepEqual( await page.evaluate( () => [
				...( document.documentElement.scrollWidth > window.innerWidth ? [ 'runs out' ] : [] ),
				...Array.from( document.querySelectorAll( 'button' ), ( button ) => ( { name: button.textContent || button.ariaLabel, box: button.getBoundingClientRect() } ) )
					.filter( ( { box } ) => box.width > 0 && ( box.width < 48 || box.height < 48 ) )
					.map( ( { name } ) => name ),
			] ), [], where );
		};
		await look( 'screen' );
		for ( const name of [ 'Type number', 'Search', 'Options', 'Done' ] ) {
			await page.getByRole( 'button', { name, exact: true } ).click();
			await page.locator( 'dialog[open]' ).waitFor();
			await look( name );
			await page.keyboard.press( 'Escape' );
			await page.locator( 'dialog[open]' ).waitFor( { state: 'detached' } );
		}
		await scan( page, 'NOBODY-KNOWS' );
		await page.getByRole( 'dialog', { name: 'Which item is this?' } ).waitFor();
		await look( 'unknown code' );
		await page.goto( `${ site.url }/?wig-count=1` );
		await page.getByRole( 'link', { name: 'Shelf B' } ).waitFor();
		await look( 'list' );
	} );
	await t.check( 'Who may not count gets neither screen nor list; who is signed out is asked to sign in', async () => {
		const reader = await visitors.visit( { user: 'reader' } );
		const refused = await reader.goto( `${ site.url }/?wig-count=1` );
		assert.equal( refused?.status(), 403 );
		await reader.context().clearCookies();
		await reader.goto( `${ site.url }/?wig-count=1` );
		await reader.waitForURL( /wp-login\.php/ );
		await reader.context().close();
	} );
	await phone.context().close();
	await t.check( 'The camera reads an EAN-13, a QR code and a DataMatrix', async () => {
		const seen = await begin( 'By camera' );
		const file = join( tmpdir(), `wig-codes-${ process.pid }.y4m` );
		film( file, [
			{ kind: 'ean13', text: '4006381333931', x: 60, y: 60, module: 4 },
			{ kind: 'qrcode', text: 'https://id.gs1.org/01/00036000291452', x: 560, y: 60, module: 8 },
			{ kind: 'gs1datamatrix', text: '(01)09501101530003(10)LOT-1', x: 960, y: 380, module: 10 },
		] );
		const films = await Visitors.arrive( site, findBrowser() ?? '', [ '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${ file }` ] );
		try {
			const page = await films.visit( { width: PHONE } );
			await page.goto( address( seen ) );
			await page.getByRole( 'button', { name: 'Camera' } ).click();
			// Fails when nothing more is found for a minute.
			for ( const deadline = Date.now() + 60_000; ; ) {
				const counts = await countsOf( seen );
				const found = new Set( counts.map( ( { item_id: item } ) => item ) );
				if ( found.size === 3 ) {
					assert.deepEqual( counts.map( ( { quantity } ) => Number( quantity ) ), [ 1, 1, 1 ] );
					assert.ok( found.has( ids[ 'CUP-W' ] ?? 0 ) && found.has( ids[ 'TRAY-O' ] ?? 0 ) );
					break;
				}
				assert.ok( Date.now() < deadline, `only ${ found.size } of 3 were read` );
				await page.waitForTimeout( 200 );
			}
			assert.deepEqual( films.complaints, [] );
		} finally {
			await films.leave();
		}
	} );
}
