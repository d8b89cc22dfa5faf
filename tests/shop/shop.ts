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

const address = {
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

/** A real shop, as its owner, its shoppers and its other programs reach it. */
export class Shop {
	private readonly native: Native;
	private readonly basic: string;

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

	/** A shopper with a full cart who has come to the last click of the block checkout. */
	async buyer( lines: { id: number; quantity: number }[] ): Promise< Buyer > {
		const cart = await this.send( 'GET', '/wp-json/wc/store/v1/cart' );
		const token = cart.headers.get( 'cart-token' ) ?? '';
		for ( const line of lines ) {
			const added = await this.send( 'POST', '/wp-json/wc/store/v1/cart/add-item', line, { 'Cart-Token': token } );
			if ( added.status !== 201 ) {
				throw new Error( `add-item answered ${ added.status }: ${ JSON.stringify( added.body ).slice( 0, 500 ) }` );
			}
		}
		return { token };
	}

	async placeOrder( buyer: Buyer, method = 'cod', headers: Record< string, string > = {} ): Promise< Answer > {
		return this.send(
			'POST',
			'/wp-json/wc/store/v1/checkout',
			{ billing_address: address, shipping_address: address, payment_method: method },
			{ 'Cart-Token': buyer.token, ...headers }
		);
	}

	async cart( buyer: Buyer ): Promise< Answer > {
		return this.send( 'GET', '/wp-json/wc/store/v1/cart', undefined, { 'Cart-Token': buyer.token } );
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
