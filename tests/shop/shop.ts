import type { Native } from '../../tools/lib/native.ts';

export interface Answer {
	readonly status: number;
	readonly body: Record< string, unknown >;
	readonly headers: Headers;
}

export interface Stock {
	readonly stock: number;
	readonly status: string;
	readonly lookup: number;
	readonly lookup_status: string;
	readonly hidden: boolean;
	readonly in_stock: boolean;
}

export interface Buyer {
	readonly token: string;
}

/** A shopper with a cookie, as a browser is. */
export interface Visitor {
	readonly cookie: string;
	/** Nonces of the forms. */
	readonly checkout: string;
	readonly pay: string;
	/** What the cart complains about. */
	readonly notices: string[];
}

/** A member of staff at the order screen. */
export interface Staff {
	readonly cookie: string;
	readonly nonce: string;
}

/** An order that nobody has reserved for. */
export interface BareOrder {
	readonly id: number;
	readonly key: string;
	readonly lines: number[];
}

/** How a door answered, whichever door it was. */
export interface Said {
	readonly sold: boolean;
	readonly status: number;
	readonly text: string;
}

export const address = {
	first_name: 'Mei',
	last_name: 'Lin',
	company: '',
	address_1: 'Hafenstrasse 1',
	address_2: '',
	city: 'Hamburg',
	state: '',
	postcode: '20457',
	country: 'DE',
	email: 'mei@example.com',
	phone: '040123456',
};

function cookies( response: Response ): string {
	return response.headers
		.getSetCookie()
		.map( ( line ) => line.split( ';' )[ 0 ] ?? '' )
		.join( '; ' );
}

/** Text of a piece of HTML, as a shopper reads it. */
function plain( html: string ): string {
	const letters: Record< string, string > = { amp: '&', lt: '<', gt: '>', quot: '"', ldquo: '“', rdquo: '”' };
	return html
		.replace( /<(script|style)[\s\S]*?<\/\1>|<[^>]*>/g, ' ' )
		.replace( /&#(\d+);/g, ( _, code: string ) => String.fromCodePoint( Number( code ) ) )
		.replace( /&(\w+);/g, ( all, name: string ) => letters[ name ] ?? all )
		.replace( /\s+/g, ' ' )
		.trim();
}

/** A real shop, as its owner, its shoppers and its other programs reach it. */
export class Shop {
	private readonly native: Native;
	private readonly basic: string;
	private page: Promise< string > | undefined;

	constructor( native: Native ) {
		this.native = native;
		this.basic = 'Basic ' + Buffer.from( `${ native.admin.user }:${ native.admin.appPassword }` ).toString( 'base64' );
	}

	/** An act of the owner (see php/acts.php). */
	async act< T = Record< string, unknown > >( name: string, input: object = {}, headers: Record< string, string > = {} ): Promise< T > {
		const said = await this.rest( 'POST', '/wig-test/v1/act', { name, input }, headers );
		if ( said.status !== 200 ) {
			throw new Error( `${ name } answered ${ said.status }: ${ JSON.stringify( said.body ).slice( 0, 1000 ) }` );
		}
		return said.body.answer as T;
	}

	async product( props: object ): Promise< number > {
		return ( await this.act< { id: number } >( 'product', props ) ).id;
	}

	/** A product that counts its units. */
	async counted( name: string, units: number, more: object = {} ): Promise< number > {
		return this.product( { name, manage_stock: true, stock_quantity: units, ...more } );
	}

	async stock( id: number ): Promise< Stock > {
		return this.act< Stock >( 'stock', { id } );
	}

	async sql( sql: string ): Promise< Record< string, string | null >[] > {
		return this.act( 'sql', { sql } );
	}

	async rest( method: string, path: string, body?: object, headers: Record< string, string > = {} ): Promise< Answer > {
		return this.send( method, `/wp-json${ path }`, body, { Authorization: this.basic, ...headers } );
	}

	async order( lines: object[], more: object = {}, headers: Record< string, string > = {} ): Promise< Answer > {
		return this.rest( 'POST', '/wc/v3/orders', { line_items: lines, billing: address, payment_method: 'cod', ...more }, headers );
	}

	/** One unit, paid, through one of the versions of the interface. */
	async restOrder( version: string, product: number, quantity = 1 ): Promise< Answer > {
		return this.rest( 'POST', `/wc/${ version }/orders`, { line_items: [ { product_id: product, quantity } ], billing: address, payment_method: 'cod', set_paid: true } );
	}

	/** A shopper with a full cart who has come to the last click of the block checkout. */
	async buyer( lines: { id: number; quantity: number }[], headers: Record< string, string > = {} ): Promise< Buyer > {
		const cart = await this.send( 'GET', '/wp-json/wc/store/v1/cart', undefined, headers );
		const token = cart.headers.get( 'cart-token' ) ?? '';
		for ( const line of lines ) {
			const added = await this.send( 'POST', '/wp-json/wc/store/v1/cart/add-item', line, { 'Cart-Token': token, ...headers } );
			if ( added.status !== 201 ) {
				throw new Error( `add-item answered ${ added.status }: ${ JSON.stringify( added.body ).slice( 0, 500 ) }` );
			}
		}
		return { token };
	}

	async placeOrder( buyer: Buyer, method = 'cod', headers: Record< string, string > = {}, who: object = {} ): Promise< Answer > {
		return this.send(
			'POST',
			'/wp-json/wc/store/v1/checkout',
			{ billing_address: { ...address, ...who }, shipping_address: address, payment_method: method },
			{ 'Cart-Token': buyer.token, ...headers }
		);
	}

	async cart( buyer: Buyer ): Promise< Answer > {
		return this.send( 'GET', '/wp-json/wc/store/v1/cart', undefined, { 'Cart-Token': buyer.token } );
	}

	/** A shopper with a full cart who has filled in the classic checkout. */
	async visitor( lines: { id: number; quantity: number }[], before?: Visitor, draft = 0 ): Promise< Visitor > {
		const wanted = lines.map( ( { id, quantity } ) => `${ id }:${ quantity }` ).join( ',' );
		const response = await fetch( `${ this.native.url }/?wig-ready=${ wanted }${ draft ? `&draft=${ draft }` : '' }`, { headers: { Cookie: before?.cookie ?? '' } } );
		const text = await response.text();
		const said = ( text.startsWith( '{' ) ? JSON.parse( text ) : {} ) as { checkout?: string; pay?: string; lines?: number; notices?: string[] };
		if ( ( said.lines ?? 0 ) < lines.length ) {
			throw new Error( `The cart is not full: ${ text.slice( 0, 500 ) }` );
		}
		return { cookie: before?.cookie ?? cookies( response ), checkout: said.checkout ?? '', pay: said.pay ?? '', notices: ( said.notices ?? [] ).map( plain ) };
	}

	async placeClassic( visitor: Visitor, method = 'cod', headers: Record< string, string > = {} ): Promise< Said > {
		const billing = Object.entries( address ).map( ( [ key, value ] ) => [ `billing_${ key }`, value ] as const );
		const answer = await this.form( '/?wc-ajax=checkout', { ...Object.fromEntries( billing ), payment_method: method, 'woocommerce-process-checkout-nonce': visitor.checkout }, visitor.cookie, headers );
		const said = ( answer.text.startsWith( '{' ) ? JSON.parse( answer.text ) : {} ) as { result?: string; messages?: string };
		return { sold: said.result === 'success', status: answer.status, text: plain( said.messages ?? answer.text ) };
	}

	/** Pays an order on its own page, without blocks. */
	async payClassic( order: BareOrder, visitor: Visitor, method = 'cod', headers: Record< string, string > = {} ): Promise< Said > {
		const fields = { woocommerce_pay: '1', payment_method: method, 'woocommerce-pay-nonce': visitor.pay };
		const answer = await this.form( `/?page_id=${ await this.checkoutPage() }&order-pay=${ order.id }&pay_for_order=true&key=${ order.key }`, fields, visitor.cookie, headers );
		return { sold: answer.status === 302 && answer.location.includes( 'order-received' ), status: answer.status, text: plain( answer.text ) };
	}

	/** The same with blocks. */
	async payBlock( order: BareOrder, buyer: Buyer, headers: Record< string, string > = {}, method = 'cod' ): Promise< Answer > {
		return this.send(
			'POST',
			`/wp-json/wc/store/v1/checkout/${ order.id }?key=${ order.key }&billing_email=${ encodeURIComponent( address.email ) }`,
			{ key: order.key, billing_email: address.email, billing_address: address, shipping_address: address, payment_method: method },
			{ 'Cart-Token': buyer.token, ...headers }
		);
	}

	async bareOrders( count: number, lines: { id: number; quantity: number }[], status = 'pending' ): Promise< BareOrder[] > {
		return this.act( 'bare_orders', { count, lines, status } );
	}

	async staff(): Promise< Staff > {
		return this.act( 'staff' );
	}

	/** "Add product" of the order screen, and then its "Save". */
	async addLine( staff: Staff, order: number, product: number, quantity: number ): Promise< Said > {
		const added = await this.ajax( staff, 'woocommerce_add_order_item', { order_id: String( order ), 'data[0][id]': String( product ), 'data[0][qty]': String( quantity ) } );
		const line = /data-order_item_id=\\?"(\d+)/.exec( added.html )?.[ 1 ];
		return added.sold && line ? this.saveLine( staff, order, Number( line ), quantity ) : added;
	}

	async saveLine( staff: Staff, order: number, line: number, quantity: number ): Promise< Said > {
		const items = new URLSearchParams( [
			[ 'order_item_id[]', String( line ) ],
			[ `order_item_qty[${ line }]`, String( quantity ) ],
			[ `line_total[${ line }]`, '10' ],
			[ `line_subtotal[${ line }]`, '10' ],
		] );
		return this.ajax( staff, 'woocommerce_save_order_items', { order_id: String( order ), items: items.toString() } );
	}

	async ajax( staff: Staff, action: string, fields: Record< string, string > ): Promise< Said & { html: string } > {
		const answer = await this.form( '/wp-admin/admin-ajax.php', { action, security: staff.nonce, ...fields }, staff.cookie );
		const said = ( answer.text.startsWith( '{' ) ? JSON.parse( answer.text ) : {} ) as { success?: boolean; data?: { error?: string; html?: string } };
		return { sold: said.success === true, status: answer.status, text: plain( said.data?.error ?? ( said.success ? '' : answer.text ) ), html: said.data?.html ?? '' };
	}

	private async checkoutPage(): Promise< string > {
		this.page ??= this.sql( `SELECT option_value FROM {p}options WHERE option_name = 'woocommerce_checkout_page_id'` ).then( ( rows ) => rows[ 0 ]?.option_value ?? '' );
		return this.page;
	}

	private async form( path: string, fields: Record< string, string >, cookie: string, headers: Record< string, string > = {} ): Promise< { status: number; text: string; location: string } > {
		const response = await fetch( this.native.url + path, { method: 'POST', body: new URLSearchParams( fields ), headers: { Cookie: cookie, ...headers }, redirect: 'manual' } );
		return { status: response.status, text: await response.text(), location: response.headers.get( 'location' ) ?? '' };
	}

	/** What is wrong with the books: '' when nothing is. */
	async problems(): Promise< string > {
		const report = await this.rest( 'GET', '/woo-inventory-guard/v1/integrity' );
		return report.status === 200 && report.body.ok === true ? '' : JSON.stringify( report.body.problems ?? report.body );
	}

	async send( method: string, path: string, body?: object, headers: Record< string, string > = {} ): Promise< Answer > {
		const init: RequestInit = { method, headers: { 'Content-Type': 'application/json', ...headers } };
		if ( body ) {
			init.body = JSON.stringify( body );
		}
		const response = await fetch( this.native.url + path, init );
		const text = await response.text();
		let parsed: unknown;
		try {
			parsed = JSON.parse( text );
		} catch {
			throw new Error( `${ method } ${ path } answered ${ response.status }: ${ text.slice( 0, 1000 ) }` );
		}
		const answer = Array.isArray( parsed ) ? { list: parsed } : parsed;
		return { status: response.status, body: answer as Record< string, unknown >, headers: response.headers };
	}
}
