import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Native } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Report } from '../../tools/lib/report.ts';
import { Owner } from './owner.ts';
import type { Shop } from './shop.ts';

interface Case {
	readonly name: string;
	/** Ten units, of which three are sold between this writer's read and its write. */
	readonly write: ( place: Place ) => Promise< unknown >;
	readonly variation?: boolean;
	/** What WooCommerce alone is left with: the sale is lost. */
	readonly alone: number;
	readonly guarded: number;
	readonly note: RegExp;
}

interface Place {
	readonly shop: Shop;
	readonly owner: Owner;
	readonly id: number;
	readonly parent: number;
	/** Sells three just before the write. */
	readonly between: Record< string, string >;
}

const sold = ( { shop, id }: Place ): Promise< unknown > => shop.act( 'sell_elsewhere', { id, units: 3 } );

const cases: readonly Case[] = [
	{
		name: 'Quick edit of the price',
		write: async ( place ) => {
			await sold( place );
			await place.owner.quickEdit( place.id, { _regular_price: '12', _stock: '10', wig_stock_seen: '10' } );
		},
		alone: 10,
		guarded: 7,
		note: /^$/,
	},
	{
		name: 'Quick edit from 10 to 12',
		write: ( { owner, id, between } ) => owner.quickEdit( id, { _regular_price: '12', _stock: '12', wig_stock_seen: '10' }, between ),
		alone: 12,
		guarded: 9,
		note: /^Quick edit/,
	},
	{
		name: 'Bulk edit of the price',
		write: ( { owner, id, between } ) => owner.bulkEdit( id, { change_regular_price: '1', _regular_price: '12' }, between ),
		alone: 10,
		guarded: 7,
		note: /^$/,
	},
	{
		name: 'Bulk edit to 12',
		write: ( { owner, id, between } ) => owner.bulkEdit( id, { change_stock: '1', _stock: '12' }, between ),
		alone: 12,
		guarded: 9,
		note: /^Bulk edit/,
	},
	{
		name: 'Product screen from 10 to 12',
		write: ( { owner, id, between } ) => owner.productScreen( id, { _stock: '12', _original_stock: '10' }, between ),
		alone: 12,
		guarded: 9,
		note: /^Product screen/,
	},
	{
		name: 'Variations panel from 10 to 12',
		variation: true,
		write: ( { owner, id, parent, between } ) =>
			owner.variations(
				parent,
				'woocommerce_save_variations',
				{
					'variable_post_id[0]': String( id ),
					'variable_stock[0]': '12',
					'variable_original_stock[0]': '10',
					'variable_manage_stock[0]': 'on',
					'variable_is_virtual[0]': 'on',
					'variable_enabled[0]': 'on',
					'variable_regular_price[0]': '10',
					'variable_backorders[0]': 'no',
					'attribute_colour[0]': 'Blue',
					'variation_menu_order[0]': '0',
				},
				between
			),
		alone: 12,
		guarded: 9,
		note: /^Variations/,
	},
	{
		name: 'Bulk action on variations to 12',
		variation: true,
		write: ( { owner, parent, between } ) => owner.variations( parent, 'woocommerce_bulk_edit_variations', { bulk_action: 'variable_stock', 'data[value]': '12' }, between ),
		alone: 12,
		guarded: 9,
		note: /^Bulk action/,
	},
	{
		name: 'REST product, stock_quantity 12',
		write: ( { shop, id, between } ) => shop.rest( 'PUT', `/wc/v3/products/${ id }`, { stock_quantity: 12 }, between ),
		alone: 12,
		guarded: 9,
		note: /REST/,
	},
	{
		name: 'REST product, inventory_delta 2',
		write: ( { shop, id, between } ) => shop.rest( 'PUT', `/wc/v3/products/${ id }`, { inventory_delta: 2 }, between ),
		alone: 12,
		guarded: 9,
		note: /REST/,
	},
	{
		name: 'REST variation, inventory_delta 2',
		variation: true,
		write: ( { shop, id, parent, between } ) => shop.rest( 'PUT', `/wc/v3/products/${ parent }/variations/${ id }`, { inventory_delta: 2 }, between ),
		alone: 12,
		guarded: 9,
		note: /REST/,
	},
	{
		name: 'REST batch, stock_quantity 12',
		write: ( { shop, id, between } ) => shop.rest( 'POST', '/wc/v3/products/batch', { update: [ { id, stock_quantity: 12 } ] }, between ),
		alone: 12,
		guarded: 9,
		note: /REST/,
	},
	{
		name: 'REST variations batch, stock_quantity 12',
		variation: true,
		write: ( { shop, id, parent, between } ) => shop.rest( 'POST', `/wc/v3/products/${ parent }/variations/batch`, { update: [ { id, stock_quantity: 12 } ] }, between ),
		alone: 12,
		guarded: 9,
		note: /REST/,
	},
	{
		name: 'wc-admin home stock panel, wc-analytics product to 12',
		write: ( { shop, id, between } ) => shop.rest( 'PUT', `/wc-analytics/products/${ id }`, { stock_quantity: 12 }, between ),
		alone: 12,
		guarded: 9,
		note: /REST/,
	},
	{
		name: 'GraphQL updateProduct to 12',
		write: async ( { shop, id, between } ) => {
			const query = `mutation { updateProduct( input: { id: ${ id }, stock_quantity: 12 } ) { id } }`;
			const answer = await shop.rest( 'POST', '/wc/graphql', { query }, { 'X-Features': 'on', ...between } );
			assert.ok( answer.status === 200 && answer.body.errors === undefined, JSON.stringify( answer.body ).slice( 0, 600 ) );
		},
		alone: 12,
		guarded: 9,
		note: /./,
	},
	{
		name: 'CLI migrator, 12',
		write: ( { shop, id, between } ) => shop.act( 'change', { id, props: { sku: `MIGRATED-${ id }` } } ).then( () => shop.act( 'migrate', { id, stock: 12 }, between ) ),
		alone: 12,
		guarded: 9,
		note: /./,
	},
	{
		name: 'wp wc product update, 12',
		write: ( { shop, id, between } ) => shop.act( 'inner_rest', { path: `/wc/v3/products/${ id }`, body: { stock_quantity: 12 } }, between ),
		alone: 12,
		guarded: 9,
		note: /./,
	},
	{
		name: 'Ability product-update to 12',
		write: async ( { shop, id, between } ) => {
			assert.deepEqual( await shop.act( 'ability', { name: 'woocommerce/product-update', input: { id, product_type_alias: 'virtual', stock_quantity: 12 } }, between ), { error: '' } );
		},
		alone: 12,
		guarded: 9,
		note: /./,
	},
	{
		name: 'CSV importer, 12',
		write: ( { shop, id, between } ) => shop.act( 'csv', { id, name: 'From a file', stock: 12 }, between ),
		alone: 12,
		guarded: 9,
		note: /^CSV import/,
	},
	{
		name: 'wc_update_product_stock(), set 12',
		write: ( { shop, id, between } ) => shop.act( 'move', { id, by: 12, operation: 'set' }, between ),
		alone: 12,
		guarded: 9,
		note: /./,
	},
	{
		name: 'wc_update_product_stock(), increase 2',
		write: ( { shop, id, between } ) => shop.act( 'move', { id, by: 2, operation: 'increase' }, between ),
		alone: 9,
		guarded: 9,
		note: /./,
	},
	{
		name: 'wc_update_product_stock(), decrease 2',
		write: ( { shop, id, between } ) => shop.act( 'move', { id, by: 2, operation: 'decrease' }, between ),
		alone: 5,
		guarded: 5,
		note: /./,
	},
	{
		name: 'set_stock_quantity( 12 ) and save() on an old object (trap 7)',
		write: ( { shop, id } ) => shop.act( 'stale_save', { id, props: { stock_quantity: 12 }, sold: 3 } ),
		alone: 12,
		guarded: 9,
		note: /./,
	},
	{
		name: 'A price saved on an old object (trap 7)',
		write: ( { shop, id } ) => shop.act( 'stale_save', { id, props: { regular_price: '12' }, sold: 3 } ),
		alone: 7,
		guarded: 7,
		note: /^$/,
	},
	{
		name: 'Two old objects, 12 and 15',
		write: ( { shop, id } ) => shop.act( 'two_stale', { id, one: 12, two: 15, sold: 3 } ),
		alone: 15,
		guarded: 14,
		note: /./,
	},
	{
		name: 'Bare update_post_meta() of the number read plus 2',
		write: ( { shop, id } ) => shop.act( 'bare', { id, reads: true, stock: 2, sold: 3 } ),
		alone: 12,
		guarded: 9,
		note: /erp-bridge/,
	},
];

async function place( shop: Shop, owner: Owner, it: Case ): Promise< Place > {
	if ( ! it.variation ) {
		const id = await shop.counted( it.name, 10 );
		return { shop, owner, id, parent: 0, between: { 'X-Sale-Between': `${ id }:3` } };
	}
	const parent = await shop.product( { name: it.name, type: 'variable', attributes: { Colour: [ 'Blue' ] } } );
	const { id } = await shop.act< { id: number } >( 'variation', { parent, attributes: { colour: 'Blue' }, manage_stock: true, stock_quantity: 10 } );
	return { shop, owner, id, parent, between: { 'X-Sale-Between': `${ id }:3` } };
}

/** What WooCommerce makes of it by itself: without these figures the others would prove nothing. */
export async function writersAlone( t: Report, shop: Shop, native: Native ): Promise< void > {
	const owner = await new Owner( native ).signIn();
	for ( const it of cases ) {
		const lost = it.alone !== it.guarded;
		await t.check( `WooCommerce alone: ${ it.name }, three sold meanwhile: ${ lost ? 'the sale is lost' : 'right' }`, async () => {
			const where = await place( shop, owner, it );
			await it.write( where );
			assert.equal( ( await shop.stock( where.id ) ).stock, it.alone );
		} );
	}
}

interface Line {
	readonly reason: string;
	readonly delta: number;
	readonly note: string;
	readonly actor: unknown;
}

async function ledger( shop: Shop, product: number ): Promise< Line[] > {
	const items = await shop.rest( 'GET', `/woo-inventory-guard/v1/items?product_id=${ product }` );
	const id = ( items.body.list as { id: number }[] )[ 0 ]?.id ?? 0;
	return ( await shop.rest( 'GET', `/woo-inventory-guard/v1/items/${ id }/movements` ) ).body.list as Line[];
}

async function external( shop: Shop, product: number ): Promise< ( string | number )[][] > {
	return ( await ledger( shop, product ) ).filter( ( line ) => line.reason === 'external' ).map( ( line ) => [ line.delta, line.note ] );
}

async function inOwnProcess( native: Native, act: string, input: object ): Promise< Record< string, unknown > > {
	const child = spawn( 'php', [ join( root, 'tests/shop/php/shop.php' ), act, JSON.stringify( input ) ], { env: { ...process.env, WIG_WP_DIR: native.dir }, stdio: [ 'ignore', 'pipe', 'inherit' ] } );
	let said = '';
	child.stdout.on( 'data', ( text: Buffer ) => ( said += text.toString() ) );
	await new Promise( ( resolve ) => child.on( 'close', resolve ) );
	return JSON.parse( said ) as Record< string, unknown >;
}

/** Each writer of woocommerce.md 1.3 by name, with a sale between its read and its write. */
export async function writers( t: Report, shop: Shop, native: Native ): Promise< void > {
	const owner = await new Owner( native ).signIn();
	for ( const it of cases ) {
		await t.check( `${ it.name }, three sold meanwhile: ${ it.guarded } are left, and the ledger says who`, async () => {
			const where = await place( shop, owner, it );
			await it.write( where );
			const stock = await shop.stock( where.id );
			assert.deepEqual( [ stock.stock, stock.lookup, stock.status, stock.hidden ], [ it.guarded, it.guarded, 'instock', false ] );
			const lines = await external( shop, where.id );
			assert.equal( lines.reduce( ( sum, [ delta ] ) => sum + Number( delta ), 0 ), it.guarded - 7 );
			assert.match( String( lines[ 0 ]?.[ 1 ] ?? '' ), it.note );
			assert.equal( await shop.problems(), '' );
		} );
	}

	await t.check( 'Analytics stock report, read only: tells the number that is left, and moves nothing', async () => {
		const id = await shop.counted( 'Report', 10 );
		assert.equal( ( await shop.order( [ { product_id: id, quantity: 4 } ], { set_paid: true } ) ).status, 201 );
		const report = await shop.rest( 'GET', '/wc-analytics/reports/stock?per_page=100&orderby=id&order=desc' );
		const row = ( report.body.list as { id: number; stock_quantity: number }[] ).find( ( one ) => one.id === id );
		assert.equal( row?.stock_quantity, 6, JSON.stringify( report.body ).slice( 0, 300 ) );
		assert.deepEqual( [ await external( shop, id ), await shop.problems() ], [ [], '' ] );
	} );

	const editor = 'Automattic\\WooCommerce\\Admin\\Features\\ProductBlockEditor\\Init';
	if ( ( await shop.act< { has: boolean } >( 'has_class', { name: editor } ) ).has ) {
		await t.check( 'Block product editor: saves over REST, which is tested above', () => assert.fail( 'This WooCommerce has it again: test it.' ) );
	} else {
		t.skip( 'Block product editor', 'WooCommerce 11 has none (no class ProductBlockEditor\\Init); where it was, it saved over REST, which is tested above' );
	}

	await t.check( 'Quick edit of a number that is no longer right is not saved, and says both', async () => {
		const id = await shop.counted( 'Quick, stale', 10 );
		await shop.act( 'sell_elsewhere', { id, units: 3 } );
		const said = await owner.quickEdit( id, { _regular_price: '15', _stock: '12', wig_stock_seen: '10' } );
		assert.match( said, /showed 10.*entered 12.*there are 7 now/ );
		assert.equal( ( await shop.stock( id ) ).stock, 7 );
		const price = await shop.rest( 'GET', `/wc/v3/products/${ id }` );
		assert.equal( price.body.regular_price, '10' );
		const list = await owner.page( '/wp-admin/edit.php?post_type=product' );
		assert.match( list, /input type="hidden" name="wig_stock_seen"/ );
		assert.match( list, /woocommerce_quick-edit-js-after/ );
	} );

	await t.check( 'The product screen does not complain of a number that nobody changed, and does of one that was', async () => {
		const id = await shop.counted( 'Screen, stale', 10 );
		await shop.act( 'sell_elsewhere', { id, units: 3 } );
		assert.doesNotMatch( await owner.productScreen( id, { _stock: '10', _original_stock: '10', _regular_price: '12' } ), /has not been updated/ );
		assert.equal( ( await shop.stock( id ) ).stock, 7 );
		assert.match( await owner.productScreen( id, { _stock: '12', _original_stock: '10' } ), /has not been updated.*7 units/ );
		assert.deepEqual( [ ( await shop.stock( id ) ).stock, await external( shop, id ) ], [ 7, [] ] );
	} );

	await t.check( 'A pending number and a direct move on one object both count (trap 6)', async () => {
		const id = await shop.counted( 'Pending', 10 );
		await shop.act( 'pending_move', { id, set: 8, by: 3 } );
		assert.equal( ( await shop.stock( id ) ).stock, 5 );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'Two decrements at once to 0: out of stock everywhere (trap 2)', async () => {
		const id = await shop.counted( 'Both', 2 );
		await shop.act( 'two_decrements', { id } );
		assert.deepEqual( await shop.stock( id ), { stock: 0, status: 'outofstock', lookup: 0, lookup_status: 'outofstock', hidden: true, in_stock: false } );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'A bare number from a program that has read none is taken at its word', async () => {
		const id = await shop.counted( 'Bare', 10 );
		await shop.act( 'bare', { id, reads: false, stock: 0, sold: 3 } );
		assert.deepEqual( await shop.stock( id ), { stock: 0, status: 'outofstock', lookup: 0, lookup_status: 'outofstock', hidden: true, in_stock: false } );
		assert.deepEqual( await external( shop, id ), [ [ -7, 'Changed by the plugin erp-bridge.' ] ] );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'A number written twice as text is the same to the books (trap 9); one that is deleted says nothing and is written again', async () => {
		const id = await shop.counted( 'Text', 10 );
		await shop.act( 'bare_meta', { id, key: '_stock', value: '10.000000' } );
		assert.deepEqual( await external( shop, id ), [] );
		await shop.sql( `INSERT INTO {p}postmeta (post_id, meta_key, meta_value) VALUES (${ id }, '_stock', '10')` );
		assert.equal( ( await shop.order( [ { product_id: id, quantity: 4 } ], { set_paid: true } ) ).status, 201 );
		const rows = await shop.sql( `SELECT DISTINCT meta_value + 0 AS n FROM {p}postmeta WHERE post_id = ${ id } AND meta_key = '_stock'` );
		assert.deepEqual( rows.map( ( row ) => Number( row.n ) ), [ 6 ] );
		await shop.act( 'bare_meta', { id, key: '_stock', value: '' } );
		assert.deepEqual( [ ( await shop.stock( id ) ).stock, ( await external( shop, id ) ).map( ( [ delta ] ) => delta ) ], [ 6, [] ] );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'Counting, backorders and status written past WooCommerce are followed at once', async () => {
		const id = await shop.counted( 'Meta', 4 );
		const item = async (): Promise< Record< string, unknown > > => ( ( await shop.rest( 'GET', `/woo-inventory-guard/v1/items?product_id=${ id }` ) ).body.list as Record< string, unknown >[] )[ 0 ] ?? {};
		await shop.act( 'bare_meta', { id, key: '_backorders', value: 'notify' } );
		assert.equal( ( await item() ).backorders, 'notify' );
		await shop.act( 'bare_meta', { id, key: '_stock_status', value: 'outofstock' } );
		assert.equal( ( await shop.stock( id ) ).status, 'instock' );
		await shop.act( 'bare_meta', { id, key: '_manage_stock', value: 'no' } );
		assert.equal( ( await item() ).tracked, false );
		await shop.act( 'bare_meta', { id, key: '_manage_stock', value: 'yes' } );
		assert.deepEqual( [ ( await item() ).tracked, ( await item() ).on_hand ], [ true, 4 ] );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'A variation that shares its parent stock moves the parent (traps 10, 19)', async () => {
		const parent = await shop.product( { name: 'Shared', type: 'variable', attributes: { Colour: [ 'Blue' ] }, manage_stock: true, stock_quantity: 10 } );
		const { id } = await shop.act< { id: number } >( 'variation', { parent, attributes: { colour: 'Blue' } } );
		await shop.act( 'move', { id, by: 4, operation: 'decrease' } );
		await shop.act( 'move', { id, by: 8, operation: 'set' } );
		assert.equal( ( await shop.stock( parent ) ).stock, 8 );
		assert.deepEqual( ( await external( shop, parent ) ).map( ( [ delta ] ) => delta ), [ 2, -4 ] );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'The data store may be another plugin\'s (trap 20)', async () => {
		const id = await shop.counted( 'Own store', 10 );
		assert.deepEqual( await shop.act( 'own_store', { id, set: 12, sold: 3 } ), { store: true } );
		assert.equal( ( await shop.stock( id ) ).stock, 9 );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'Twelve deltas over REST, eight orders and four saves at once: every one of them counts', async () => {
		const id = await shop.counted( 'Busy', 20 );
		const answers = await Promise.all( [
			...Array.from( { length: 12 }, () => shop.rest( 'PUT', `/wc/v3/products/${ id }`, { inventory_delta: 1 } ) ),
			...Array.from( { length: 8 }, () => shop.order( [ { product_id: id, quantity: 1 } ], { set_paid: true } ) ),
			...Array.from( { length: 4 }, ( _, n ) => shop.rest( 'PUT', `/wc/v3/products/${ id }`, { regular_price: String( 20 + n ) } ) ),
		] );
		assert.deepEqual( answers.filter( ( answer ) => answer.status >= 300 ).map( ( answer ) => answer.body ), [] );
		assert.equal( ( await shop.stock( id ) ).stock, 24 );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'A product that becomes an external one is not counted any more, and again when it is simple', async () => {
		const id = await shop.counted( 'Type', 6 );
		assert.equal( ( await shop.rest( 'PUT', `/wc/v3/products/${ id }`, { type: 'external' } ) ).status, 200 );
		const tracked = async (): Promise< unknown > => ( await shop.sql( `SELECT tracked FROM {p}wig_items WHERE product_id = ${ id }` ) )[ 0 ]?.tracked;
		assert.deepEqual( [ await tracked(), await shop.problems() ], [ '0', '' ] );
		assert.equal( ( await shop.rest( 'PUT', `/wc/v3/products/${ id }`, { type: 'simple', manage_stock: true, stock_quantity: 5 } ) ).status, 200 );
		assert.deepEqual( [ await tracked(), ( await shop.stock( id ) ).stock, await shop.problems() ], [ '1', 5, '' ] );
	} );

	await t.check( 'SQL from outside is found by the regular comparison and becomes a line of the ledger', async () => {
		const id = await shop.counted( 'Bare SQL', 10 );
		const gone = await shop.counted( 'Deleted by SQL', 5 );
		await shop.sql( `UPDATE {p}postmeta SET meta_value = '15' WHERE post_id = ${ id } AND meta_key = '_stock'` );
		await shop.sql( `DELETE FROM {p}posts WHERE ID = ${ gone }` );
		await shop.act( 'sell_elsewhere', { id, units: 2 } );
		await shop.act( 'reconcile' );
		assert.match( String( ( await external( shop, id ) )[ 0 ] ), /^5,/ );
		assert.deepEqual( [ ( await shop.stock( id ) ).stock, await shop.problems() ], [ 13, '' ] );
		assert.deepEqual( ( await shop.sql( `SELECT id FROM {p}wig_items WHERE product_id = ${ gone }` ) ).length, 0 );
	} );

	await t.check( 'In a worker the parent of a sold-out variation says so before the process ends', async () => {
		const parent = await shop.product( { name: 'Worker', type: 'variable', attributes: { Colour: [ 'Blue' ] } } );
		const { id } = await shop.act< { id: number } >( 'variation', { parent, attributes: { colour: 'Blue' }, manage_stock: true, stock_quantity: 2 } );
		assert.equal( ( await shop.stock( parent ) ).status, 'instock' );
		assert.deepEqual( await inOwnProcess( native, 'parent_status', { parent, variation: id } ), { status: 'outofstock', lookup: 'outofstock' } );
	} );
}
