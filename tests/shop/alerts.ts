import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Native } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Report } from '../../tools/lib/report.ts';
import type { Shop } from './shop.ts';

interface Mail {
	readonly to: string;
	readonly subject: string;
	readonly text: string;
	readonly html: boolean;
}

interface Received {
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/** A program of somebody else that listens for webhooks. */
class Receiver {
	readonly got: Received[] = [];
	answer = 200;
	private readonly server: Server;

	private constructor() {
		this.server = createServer( ( request, response ) => {
			let body = '';
			request.on( 'data', ( part: Buffer ) => ( body += part.toString( 'utf8' ) ) );
			request.on( 'end', () => {
				this.got.push( { headers: request.headers, body } );
				response.writeHead( this.answer ).end( 'ok' );
			} );
		} );
	}

	static async listen(): Promise< Receiver > {
		const receiver = new Receiver();
		await new Promise< void >( ( done ) => receiver.server.listen( 0, '127.0.0.1', done ) );
		return receiver;
	}

	get url(): string {
		return `http://127.0.0.1:${ ( this.server.address() as AddressInfo ).port }/in`;
	}

	async close(): Promise< void > {
		await new Promise( ( done ) => this.server.close( done ) );
	}
}

/** Somebody signed in to wp-admin, with a browser's cookies. */
class Person {
	private cookies = '';
	private readonly native: Native;

	constructor( native: Native ) {
		this.native = native;
	}

	async signIn( user: string, password: string ): Promise< void > {
		const form = new URLSearchParams( { log: user, pwd: password, testcookie: '1' } );
		const answer = await fetch( `${ this.native.url }/wp-login.php`, { method: 'POST', body: form, redirect: 'manual', headers: { Cookie: 'wordpress_test_cookie=WP%20Cookie%20check' } } );
		await answer.text();
		this.cookies = answer.headers.getSetCookie().map( ( line ) => line.split( ';' )[ 0 ] ).join( '; ' );
	}

	async page( path: string ): Promise< { status: number; html: string } > {
		const answer = await fetch( new URL( path, this.native.url ), { redirect: 'manual', headers: { Cookie: this.cookies } } );
		return { status: answer.status, html: await answer.text() };
	}
}

/** Who is told of what, how often, and in which dress. */
export async function alerts( t: Report, shop: Shop, native: Native ): Promise< void > {
	const round = (): Promise< Mail[] > => shop.act< Mail[] >( 'alert_round' );
	const settings = async ( changes: object ): Promise< void > => {
		assert.equal( ( await shop.rest( 'PUT', '/woo-inventory-guard/v1/settings', changes ) ).status, 200 );
	};
	const digests = ( mails: Mail[] ): Mail[] => mails.filter( ( mail ) => ! mail.subject.includes( 'is paid, but' ) );
	const sent = (): string => {
		const file = join( dirname( native.dir ), 'mail.log' );
		return existsSync( file ) ? readFileSync( file, 'utf8' ) : '';
	};
	const item = async ( product: number ): Promise< number > =>
		( ( await shop.rest( 'GET', `/woo-inventory-guard/v1/items?product_id=${ product }` ) ).body.list as { id: number }[] )[ 0 ]?.id ?? 0;
	const adjust = async ( product: number, delta: number ): Promise< void > => {
		const said = await shop.rest( 'POST', '/woo-inventory-guard/v1/adjustments', { item_id: await item( product ), delta, reason: 'counted' } );
		assert.equal( said.status, 201, JSON.stringify( said.body ) );
	};
	const buy = async ( product: number, quantity: number ): Promise< number > => {
		const made = await shop.order( [ { product_id: product, quantity } ], { set_paid: true } );
		assert.equal( made.status, 201, JSON.stringify( made.body ) );
		return made.body.id as number;
	};

	// What the parts before this one have left to tell.
	await round();
	await shop.act( 'alerts_anew' );
	for ( const name of [ 'low', 'no' ] ) {
		await shop.act( 'option', { name: `woocommerce_notify_${ name }_stock`, value: 'yes' } );
	}
	await settings( { alert_digest_minutes: 0 } );

	await t.check( 'Fifty products that run low in one import are one mail, in WooCommerce’s dress', async () => {
		await settings( { alert_digest_minutes: 15 } );
		const ids: number[] = [];
		for ( let n = 0; n < 50; n++ ) {
			ids.push( await shop.counted( `Cup ${ n }`, 20, { low_stock_amount: 5 } ) );
		}
		assert.deepEqual( await round(), [], 'that they were made is no news' );
		assert.equal( ( await shop.act< { updated: number } >( 'csv_stock', { ids, stock: 3 } ) ).updated, 50 );
		const early = await round();
		await settings( { alert_digest_minutes: 0 } );
		assert.deepEqual( early, [], 'they are gathered first' );
		const mails = await round();
		assert.equal( mails.length, 1 );
		assert.ok( mails[ 0 ]?.html );
		assert.match( String( mails[ 0 ]?.subject ), /Low in stock: 50/ );
		assert.equal( mails[ 0 ]?.text.match( /is low: 3 left/g )?.length, 50 );
		assert.match( String( mails[ 0 ]?.text ), /Open the inventory/ );
		assert.match( String( mails[ 0 ]?.text ), /id="template_footer"|class="email-footer|template_footer/ );
		assert.deepEqual( await round(), [], 'once' );
		assert.equal( await shop.problems(), '' );
	} );

	await t.check( 'Each crossing is told once, and WooCommerce does not tell it a second time', async () => {
		const product = await shop.counted( 'Jug', 9, { low_stock_amount: 5 } );
		const before = sent().length;
		await buy( product, 5 );
		await buy( product, 1 );
		const low = await round();
		assert.deepEqual( digests( low ).map( ( mail ) => /Jug is low/.test( mail.subject ) ), [ true ] );
		await buy( product, 3 );
		const out = await round();
		assert.deepEqual( digests( out ).map( ( mail ) => /Jug is out of stock/.test( mail.subject ) ), [ true ] );
		assert.deepEqual( await round(), [] );
		assert.doesNotMatch( sent().slice( before ), /Product (low in|out of) stock/ );
	} );

	await t.check( 'Twenty buyers at once empty a product: one alert for low at most, one for out', async () => {
		const product = await shop.counted( 'Lamp', 7, { low_stock_amount: 3 } );
		const before = sent().length;
		const answers = await Promise.all( Array.from( { length: 20 }, () => shop.order( [ { product_id: product, quantity: 1 } ], { set_paid: true } ) ) );
		assert.equal( answers.filter( ( answer ) => answer.status === 201 ).length, 7 );
		const list = ( await shop.rest( 'GET', `/woo-inventory-guard/v1/alerts?state=all&item_id=${ await item( product ) }` ) ).body.list as { kind: string }[];
		const kinds = list.map( ( alert ) => alert.kind );
		assert.equal( kinds[ 0 ], 'out' );
		assert.ok( kinds.filter( ( kind ) => kind === 'out' ).length === 1 && kinds.filter( ( kind ) => kind === 'low' ).length <= 1, kinds.join() );
		const mails = await round();
		// On a slow machine a request of the shop comes round first.
		const earlier = sent().slice( before ).match( /^Subject:.*Lamp is out of stock/gm ) ?? [];
		assert.equal( mails.length + earlier.length, 1, sent().slice( before ) );
		assert.match( String( mails[ 0 ]?.subject ?? earlier[ 0 ] ), /Lamp is out of stock/ );
	} );

	await t.check( 'Switched off, our digest is silent and WooCommerce speaks as before', async () => {
		await shop.act( 'mail_settings', { id: 'wig_stock_digest', settings: { enabled: 'no' } } );
		const product = await shop.counted( 'Bucket', 9, { low_stock_amount: 5 } );
		const before = sent().length;
		await buy( product, 5 );
		assert.match( sent().slice( before ), /Product low in stock/ );
		assert.deepEqual( await round(), [] );
		await shop.act( 'mail_settings', { id: 'wig_stock_digest', settings: { enabled: 'yes' } } );
	} );

	await t.check( 'Who wants only out of stock leaves low stock to WooCommerce', async () => {
		await settings( { alert_recipients: [ { email: 'out@example.com', kinds: [ 'out' ] } ] } );
		const product = await shop.counted( 'Kettle, red', 9, { low_stock_amount: 5 } );
		const before = sent().length;
		await buy( product, 5 );
		assert.match( sent().slice( before ), /Product low in stock/ );
		await buy( product, 4 );
		assert.doesNotMatch( sent().slice( before ), /Product out of stock/ );
		assert.deepEqual( ( await round() ).map( ( mail ) => mail.to ), [ 'out@example.com' ] );
		await settings( { alert_recipients: [] } );
	} );

	await t.check( 'The address of the mail’s own settings counts where the guard names nobody, and text is text', async () => {
		await shop.act( 'mail_settings', { id: 'wig_stock_digest', settings: { enabled: 'yes', recipient: 'store@example.com, second@example.com', email_type: 'plain', subject: 'Stock: {summary}' } } );
		const product = await shop.counted( 'Tea & “milk”', 9, { low_stock_amount: 5 } );
		await buy( product, 9 );
		const mails = await round();
		assert.deepEqual( mails.map( ( mail ) => mail.to ).sort(), [ 'second@example.com', 'store@example.com' ] );
		assert.equal( mails[ 0 ]?.subject, 'Stock: Tea & “milk” is out of stock' );
		assert.equal( mails[ 0 ]?.html, false );
		assert.match( String( mails[ 0 ]?.text ), /- Tea & “milk” is out of stock/ );
		await shop.act( 'mail_settings', { id: 'wig_stock_digest', settings: { enabled: 'yes' } } );
	} );

	await t.check( 'A theme’s template takes the place of ours', async () => {
		await shop.act( 'theme_file', { name: 'emails/wig-stock-digest.php', text: '<?php foreach ( $sections as $section ) { foreach ( $section["lines"] as $line ) { echo "Theme says: " . esc_html( $line["text"] ); } }' } );
		await buy( await shop.counted( 'Sieve', 9 ), 9 );
		const mails = await round();
		await shop.act( 'theme_file', { name: 'emails/wig-stock-digest.php', text: null } );
		assert.match( String( mails[ 0 ]?.text ), /Theme says: Sieve is out of stock/ );
		assert.doesNotMatch( String( mails[ 0 ]?.text ), /Open the inventory/ );
	} );

	await t.check( 'A shopper who waits for a product hears once that it is back', async () => {
		const product = await shop.counted( 'Rare pot', 2 );
		await buy( product, 2 );
		await shop.act( 'subscribe', { product, email: 'waiting@example.com' } );
		await adjust( product, 3 );
		await adjust( product, 2 );
		const mails = await shop.act< Mail[] >( 'wishes_due', { product } );
		assert.deepEqual( mails.map( ( mail ) => mail.to ), [ 'waiting@example.com' ] );
		await adjust( product, 1 );
		assert.deepEqual( await shop.act( 'wishes_due', { product } ), [] );
		const back = await round();
		assert.equal( back.length, 0, 'out and back within one digest is no news for the owner' );
	} );

	await t.check( 'A cancelled order that brings a variation back tells its shoppers once, too', async () => {
		const parent = await shop.product( { name: 'Cloth', type: 'variable', attributes: { Colour: [ 'Blue' ] } } );
		const blue = ( await shop.act< { id: number } >( 'variation', { parent, attributes: { colour: 'Blue' }, manage_stock: true, stock_quantity: 1 } ) ).id;
		const made = await shop.order( [ { product_id: parent, variation_id: blue, quantity: 1 } ], { set_paid: true } );
		assert.equal( made.status, 201 );
		await shop.act( 'subscribe', { product: blue, email: 'blue@example.com' } );
		await shop.act( 'status', { order: made.body.id, status: 'cancelled' } );
		const mails = await shop.act< Mail[] >( 'wishes_due', { product: blue } );
		assert.deepEqual( mails.map( ( mail ) => mail.to ), [ 'blue@example.com' ] );
	} );

	await t.check( 'A paid order that cannot be had is a mail of its own, at once, with a link to the order', async () => {
		const product = await shop.counted( 'Single vase', 9 );
		const order = await buy( product, 1 );
		await settings( { alert_digest_minutes: 60 } );
		await shop.act( 'say', { action: 'woo_inventory_guard_paid_short', args: [ order, [ { item_id: await item( product ), line_id: 1, missing: '1' } ] ] } );
		const mails = await round();
		await settings( { alert_digest_minutes: 0 } );
		assert.equal( mails.length, 1 );
		assert.match( String( mails[ 0 ]?.subject ), /is paid, but out of stock: 1 × Single vase/ );
		assert.match( String( mails[ 0 ]?.text ), new RegExp( `(post|id)=${ order }\\b` ) );
	} );

	await t.check( 'A backorder is told in the digest with its order, and not by WooCommerce again', async () => {
		const product = await shop.counted( 'Hand-made bowl', 1, { backorders: 'notify' } );
		const before = sent().length;
		const order = await buy( product, 3 );
		const mails = await round();
		assert.equal( mails.length, 1 );
		assert.match( String( mails[ 0 ]?.text ), new RegExp( `Hand-made bowl: 2 on backorder in Order #${ order }` ) );
		assert.doesNotMatch( sent().slice( before ), /Product backorder/ );
	} );

	await t.check( 'A webhook comes signed, and again after an error', async () => {
		const receiver = await Receiver.listen();
		try {
			const made = await shop.rest( 'POST', '/woo-inventory-guard/v1/webhooks', { url: receiver.url, kinds: [ 'out', 'back' ] } );
			assert.equal( made.status, 201, JSON.stringify( made.body ) );
			const product = await shop.counted( 'Wok', 4 );
			receiver.answer = 500;
			await buy( product, 4 );
			await round();
			assert.equal( receiver.got.length, 1 );
			await round();
			assert.equal( receiver.got.length, 1, 'not before its pause is over' );
			receiver.answer = 200;
			await shop.sql( "UPDATE {p}wig_outbox SET next_at = '2020-01-01'" );
			await round();
			await round();
			assert.equal( receiver.got.length, 2 );
			const [ first, second ] = receiver.got as [ Received, Received ];
			assert.equal( first.body, second.body );
			assert.equal( first.headers[ 'x-wig-delivery' ], second.headers[ 'x-wig-delivery' ] );
			assert.equal( second.headers[ 'x-wig-attempt' ], '2' );
			assert.equal( second.headers[ 'x-wig-signature' ], 'sha256=' + createHmac( 'sha256', String( made.body.secret ) ).update( second.body ).digest( 'hex' ) );
			const event = JSON.parse( second.body ) as { event: string; data: { name: string; product_id: number; to: string } };
			assert.deepEqual( [ event.event, event.data.name, event.data.product_id, event.data.to ], [ 'out', 'Wok', product, 'out' ] );
			const shown = await shop.rest( 'GET', `/woo-inventory-guard/v1/webhooks/${ made.body.id }` );
			assert.deepEqual( [ shown.body.secret, shown.body.waiting, shown.body.last_result ], [ null, 0, 'HTTP 200' ] );
			assert.equal( ( await shop.rest( 'DELETE', `/woo-inventory-guard/v1/webhooks/${ made.body.id }` ) ).status, 200 );
		} finally {
			await receiver.close();
		}
	} );

	await t.check( 'A receiver on the shop’s own network is not called unless the owner allows it', async () => {
		const receiver = await Receiver.listen();
		try {
			assert.equal( ( await shop.rest( 'POST', '/woo-inventory-guard/v1/webhooks', { url: receiver.url } ) ).status, 201 );
			await buy( await shop.counted( 'Ladle', 1 ), 1 );
			await native.php( join( root, 'tests/shop/php/job.php' ) );
			assert.equal( receiver.got.length, 0 );
		} finally {
			await receiver.close();
			await shop.act( 'alerts_anew' );
		}
	} );

	await t.check( 'People of the shop see what is open where they work, until they have seen it', async () => {
		await shop.act( 'alerts_anew' );
		await shop.act( 'person', { login: 'clerk', role: 'wig_stock_clerk' } );
		await shop.act( 'person', { login: 'shopper', role: 'customer' } );
		await buy( await shop.counted( 'Grater', 1 ), 1 );
		const seen = async ( user: string, screen: string ): Promise< string > => ( await shop.act< { html: string } >( 'notices', { user, screen } ) ).html;
		assert.match( await seen( 'clerk', 'edit-product' ), /1 item ran out<\/a>.*Dismiss/ );
		assert.match( await seen( 'clerk', 'edit-product' ), /path=\/stock&#038;status=out|path=\/stock&amp;status=out/ );
		assert.equal( await seen( 'clerk', 'plugins' ), '' );
		assert.equal( await seen( 'shopper', 'dashboard' ), '' );
	} );

	await t.check( 'A notice that was dismissed stays away for that person until something new happens', async () => {
		const person = new Person( native );
		await person.signIn( native.admin.user, native.admin.password );
		const first = ( await person.page( '/wp-admin/index.php' ) ).html;
		assert.match( first, /id="wig-alerts"/ );
		const away = /id="wig-alerts".*?href="([^"]*admin-post\.php[^"]*)"/.exec( first )?.[ 1 ]?.replaceAll( '&#038;', '&' ).replaceAll( '&amp;', '&' ) ?? '';
		assert.equal( ( await person.page( away.replace( /_wpnonce=\w+/, '_wpnonce=wrong' ) ) ).status, 403 );
		assert.equal( ( await person.page( away ) ).status, 302 );
		assert.doesNotMatch( ( await person.page( '/wp-admin/index.php' ) ).html, /id="wig-alerts"/ );
		assert.match( ( await shop.act< { html: string } >( 'notices', { user: 'clerk', screen: 'dashboard' } ) ).html, /ran out/, 'others still see it' );
		await buy( await shop.counted( 'Peeler', 1 ), 1 );
		assert.match( ( await person.page( '/wp-admin/index.php' ) ).html, /1 item ran out/ );
	} );

	await t.check( 'Both mails have their page under WooCommerce’s settings, and a preview', async () => {
		const person = new Person( native );
		await person.signIn( native.admin.user, native.admin.password );
		const list = ( await person.page( '/wp-admin/admin.php?page=wc-settings&tab=email' ) ).html;
		for ( const [ name, title, preview ] of [
			[ 'WIG_Stock_Digest', 'Stock alerts', 'Sample product is low: 2 left' ],
			[ 'WIG_Paid_Short', 'Paid order out of stock', 'Order #1 is paid, but out of stock: 1 × Sample product' ],
		] as const ) {
			assert.ok( list.includes( title ), title );
			const page = ( await person.page( `/wp-admin/admin.php?page=wc-settings&tab=email&section=${ name.toLowerCase() }` ) ).html;
			assert.ok( page.includes( 'Recipients' ), `${ title } has no field for recipients` );
			const shown = ( await shop.act< { html: string } >( 'preview', { id: name } ) ).html;
			assert.ok( shown.includes( preview ), shown.slice( 0, 3000 ) );
		}
	} );

	await t.check( 'Oversells averted are counted by door and reported', async () => {
		const report = async (): Promise< { times: number; units: number } > => ( await shop.rest( 'GET', '/woo-inventory-guard/v1/reports/averted?days=1' ) ).body as never;
		const before = await report();
		await shop.act( 'sell_twice', { door: 'checkout', lines: [ { item_id: 1, product_id: 1, requested: '3', available: '1' } ] } );
		const after = await report();
		assert.deepEqual( [ after.times - before.times, after.units - before.units ], [ 1, 2 ] );
	} );

	for ( const name of [ 'low', 'no' ] ) {
		await shop.act( 'option', { name: `woocommerce_notify_${ name }_stock`, value: 'no' } );
	}
	await settings( { alert_digest_minutes: 15 } );
	await shop.act( 'alerts_anew' );
}
