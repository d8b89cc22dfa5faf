import assert from 'node:assert/strict';
import type { Report } from '../../tools/lib/report.ts';
import type { Answer, Shop } from './shop.ts';

const API = '/woo-inventory-guard/v1';

interface Item {
	readonly id: number;
	readonly on_hand: number;
	readonly sku: string;
}

interface Work {
	readonly id: number;
	readonly state: string;
	readonly problem: string;
	readonly written?: number;
	readonly lines?: number;
	readonly unmatched?: number;
}

interface Finding {
	readonly act: string;
	readonly count: number;
}

async function item( shop: Shop, product: number ): Promise< Item > {
	const found = ( ( await shop.rest( 'GET', `${ API }/items?product_id=${ product }` ) ).body.list as Item[] )[ 0 ];
	assert.ok( found, `Product ${ product } has no item` );
	return found;
}

async function history( shop: Shop, product: number ): Promise< string[] > {
	const lines = ( await shop.rest( 'GET', `${ API }/items/${ ( await item( shop, product ) ).id }/movements?per_page=50` ) ).body.list as { delta: number; balance_after: number; reason: string }[];
	return lines.map( ( line ) => `${ line.delta } -> ${ line.balance_after } ${ line.reason }` ).reverse();
}

/** Lends a hand until it is finished, as the screen does. */
async function worked( shop: Shop, path: string, begun: Answer ): Promise< Work > {
	let now = begun.body as unknown as Work;
	for ( let turn = 0; turn < 100 && [ 'making', 'checking', 'running' ].includes( now.state ); turn++ ) {
		now = ( await shop.rest( 'POST', `${ API }/${ path }/${ now.id }/work`, {} ) ).body as unknown as Work;
	}
	return now;
}

async function backup( shop: Shop ): Promise< Work > {
	const made = await worked( shop, 'backups', await shop.rest( 'POST', `${ API }/backups`, {} ) );
	assert.deepEqual( [ made.state, made.problem ], [ 'ready', '' ] );
	return made;
}

async function broughtBack( shop: Shop, id: number, numbers: 'present' | 'backup' ): Promise< Work > {
	const looked = await worked( shop, 'backup-returns', await shop.rest( 'POST', `${ API }/backups/${ id }/returns`, { numbers } ) );
	assert.deepEqual( [ looked.state, looked.problem ], [ 'checked', '' ] );
	const done = await worked( shop, 'backup-returns', await shop.rest( 'POST', `${ API }/backup-returns/${ looked.id }/start`, {} ) );
	assert.deepEqual( [ done.state, done.problem ], [ 'done', '' ] );
	return done;
}

const findings = async ( shop: Shop ): Promise< Finding[] > => ( await shop.rest( 'GET', `${ API }/repair` ) ).body.findings as Finding[];

/** A shop of thousands takes more than one portion: who presses again sees how many are left. */
async function mend( shop: Shop, act: string ): Promise< void > {
	const left = async (): Promise< number > => ( await findings( shop ) ).find( ( one ) => one.act === act )?.count ?? 0;
	let before = Infinity;
	for ( let now = act === 'shop' ? await left() : 1; now > 0 && now < before; now = act === 'shop' ? await left() : 0 ) {
		before = now;
		await shop.rest( 'POST', `${ API }/repair`, { act } );
	}
}

async function sell( shop: Shop, product: number, quantity: number ): Promise< void > {
	const sold = await shop.rest( 'POST', '/wc/v3/orders', { line_items: [ { product_id: product, quantity } ], payment_method: 'cod', set_paid: true } );
	assert.equal( sold.status, 201 );
}

/** What an owner fears, each with its way back. See docs/when-stock-data-is-lost.md. */
export async function disasters( t: Report, shop: Shop ): Promise< void > {
	const kettle = await shop.counted( 'Disaster kettle', 10, { sku: 'DIS-1' } );
	const pot = await shop.counted( 'Disaster pot', 6, { sku: 'DIS-2' } );
	const bare = await shop.counted( 'Disaster bowl', 3 );
	await sell( shop, kettle, 2 );
	await sell( shop, kettle, 1 );
	const saved = await backup( shop );
	const before = await history( shop, kettle );

	await t.check( 'Every _stock deleted by SQL: a sale meanwhile is right, and the numbers of the books are written there again', async () => {
		const left = [ ( await item( shop, kettle ) ).on_hand, ( await item( shop, pot ) ).on_hand, ( await item( shop, bare ) ).on_hand ];
		await shop.sql( "DELETE FROM {p}postmeta WHERE meta_key = '_stock'" );
		await sell( shop, kettle, 1 );
		assert.ok( ( await findings( shop ) ).some( ( one ) => one.act === 'shop' && one.count > 1 ) );
		await mend( shop, 'shop' );
		const now = [ ( await shop.stock( kettle ) ).stock, ( await shop.stock( pot ) ).stock, ( await shop.stock( bare ) ).stock ];
		assert.deepEqual( [ left, now ], [ [ 7, 6, 3 ], [ 6, 6, 3 ] ] );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'Half of the movements deleted: with a backup the lines are back, without one the gaps say so; numbers stay', async () => {
		await shop.sql( 'DELETE FROM {p}wig_movements WHERE MOD( id, 2 ) = 0' );
		assert.notEqual( await shop.problems(), '' );
		await broughtBack( shop, saved.id, 'present' );
		assert.deepEqual( ( await history( shop, kettle ) ).slice( 0, before.length ), before );
		await mend( shop, 'records' );
		assert.equal( await shop.problems(), '' );
		await shop.sql( 'DELETE FROM {p}wig_movements WHERE MOD( id, 2 ) = 1' );
		await mend( shop, 'records' );
		assert.deepEqual( [ await shop.problems(), ( await shop.stock( kettle ) ).stock, ( await item( shop, kettle ) ).on_hand ], [ '', 6, 6 ] );
	} );

	await t.check( 'A product in the trash and back, and one deleted and made again: its ledger goes on by SKU', async () => {
		const { id } = await item( shop, pot );
		await shop.rest( 'DELETE', `/wc/v3/products/${ pot }` );
		await shop.act( 'untrash', { id: pot } );
		assert.deepEqual( [ ( await item( shop, pot ) ).id, ( await item( shop, pot ) ).on_hand ], [ id, 6 ] );
		await shop.rest( 'DELETE', `/wc/v3/products/${ pot }?force=true` );
		const again = await shop.counted( 'Disaster pot, new', 4, { sku: 'DIS-2' } );
		assert.deepEqual( [ ( await item( shop, again ) ).id, ( await item( shop, again ) ).sku, ( await history( shop, again ) ).slice( -2 ) ], [ id, 'DIS-2', [ '-6 -> 0 external', '4 -> 4 external' ] ] );
		assert.equal( ( await shop.stock( again ) ).stock, 4 );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'A backup file with one byte changed is refused, and nothing is written', async () => {
		const { file } = ( await shop.act( 'backup_file', { id: saved.id } ) ) as { file: string };
		const bytes = Buffer.from( file, 'base64' );
		const at = Math.floor( bytes.length / 2 );
		bytes[ at ] = ( bytes[ at ] ?? 0 ) ^ 1;
		const movements = async (): Promise< unknown > => ( await shop.sql( 'SELECT COUNT(*) AS n, SUM( delta ) AS sum FROM {p}wig_movements' ) )[ 0 ];
		const was = await movements();
		const { id } = ( await shop.rest( 'POST', `${ API }/backups/uploads`, { bytes: bytes.length } ) ).body as { id: number };
		let sent: Answer | undefined;
		for ( let from = 0; from < bytes.length; from += 500_000 ) {
			sent = await shop.rest( 'POST', `${ API }/backups/${ id }/pieces`, { from, data: bytes.subarray( from, from + 500_000 ).toString( 'base64' ) } );
		}
		assert.ok( sent );
		const end = await worked( shop, 'backups', sent );
		assert.equal( end.state, 'broken' );
		assert.match( end.problem, /changed or damaged/ );
		const look = await worked( shop, 'backup-returns', await shop.rest( 'POST', `${ API }/backups/${ id }/returns`, { numbers: 'backup' } ) );
		assert.deepEqual( [ look.state, await movements() ], [ 'failed', was ] );
	} );

	await t.check( 'Our tables dropped: it says so, makes them again with the numbers of WooCommerce, and brings the history back from the file that is still there', async () => {
		const tables = ( await shop.sql( "SHOW TABLES LIKE '{p}wig\\_%'" ) ).map( ( row ) => String( Object.values( row )[ 0 ] ) );
		await shop.sql( `DROP TABLE ${ tables.join( ', ' ) }` );
		assert.deepEqual( await findings( shop ).then( ( all ) => all.map( ( one ) => [ one.act, one.count ] ) ), [ [ 'tables', tables.length ] ] );
		for ( let turn = 0; turn < 10 && ( turn === 0 || ( await shop.act< { done: boolean } >( 'import_done' ) ).done === false ); turn++ ) {
			await mend( shop, 'tables' );
		}
		assert.equal( await shop.problems(), '' );
		assert.deepEqual( await history( shop, kettle ), [ '6 -> 6 opening' ] );
		await sell( shop, kettle, 1 );
		for ( const one of ( await shop.rest( 'GET', `${ API }/backups` ) ).body.backups as Work[] ) {
			await worked( shop, 'backups', { body: one as unknown as Record< string, unknown >, status: 200, headers: new Headers() } );
		}
		const whole = ( ( await shop.rest( 'GET', `${ API }/backups` ) ).body.backups as Work[] ).filter( ( one ) => one.state === 'ready' )[ 0 ];
		assert.ok( whole );
		const back = await broughtBack( shop, whole.id, 'present' );
		t.note( `${ back.written ?? 0 } lines brought back` );
		assert.deepEqual( await history( shop, kettle ), [ ...before, '-7 -> 0 backup', '6 -> 6 opening', '-1 -> 5 sold' ] );
		assert.deepEqual( [ ( await shop.stock( kettle ) ).stock, ( await shop.stock( bare ) ).stock, ( await item( shop, bare ) ).on_hand ], [ 5, 3, 3 ] );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'A number that nobody knows any more is estimated from old orders, offered, and written only when somebody says so', async () => {
		const lamp = await shop.counted( 'Disaster lamp', 0, { sku: 'DIS-9' } );
		await shop.act( 'old_note', { text: 'Stock levels reduced: Disaster lamp (DIS-9) 9&rarr;8' } );
		const offered = ( await shop.rest( 'GET', `${ API }/repair` ) ).body.estimates as { item_id: number; estimate: number; on_hand: number }[];
		const { id } = await item( shop, lamp );
		assert.deepEqual( offered.filter( ( one ) => one.item_id === id ).map( ( one ) => [ one.estimate, one.on_hand ] ), [ [ 8, 0 ] ] );
		assert.equal( ( await shop.stock( lamp ) ).stock, 0 );
		await shop.rest( 'POST', `${ API }/repair/estimates`, { item_id: id, estimate: 8, on_hand: 0 } );
		assert.deepEqual( [ ( await shop.stock( lamp ) ).stock, await shop.problems() ], [ 8, '' ] );
	} );
}
