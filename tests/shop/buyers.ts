import type { Answer, Said, Shop } from './shop.ts';

/** Somebody who has come to the last click; calling it is the click. */
export type Buyer = () => Promise< Said >;

/** A door of the shop: makes so many buyers of one product, all ready. */
export type Door = ( shop: Shop, product: number, count: number ) => Promise< Buyer[] >;

export async function inTens< T >( count: number, work: ( n: number ) => Promise< T > ): Promise< T[] > {
	const done: T[] = [];
	for ( let n = 0; n < count; n += 10 ) {
		done.push( ...( await Promise.all( Array.from( { length: Math.min( 10, count - n ) }, ( _, i ) => work( n + i ) ) ) ) );
	}
	return done;
}

function said( answer: Answer ): Said {
	return { sold: answer.status === 200 || answer.status === 201, status: answer.status, text: String( answer.body.message ?? '' ) };
}

const rest =
	( version: string ): Door =>
	async ( shop, product, count ) =>
		Array.from( { length: count }, () => async () => said( await shop.restOrder( version, product ) ) );

/** As WooCommerce names them in its interface, and a program or a person knows them. */
export const doors: Readonly< Record< string, Door > > = {
	'block checkout': async ( shop, product, count ) => {
		const ready = await inTens( count, () => shop.buyer( [ { id: product, quantity: 1 } ] ) );
		return ready.map( ( buyer ) => async () => said( await shop.placeOrder( buyer ) ) );
	},
	'classic checkout': async ( shop, product, count ) => {
		const ready = await inTens( count, () => shop.visitor( [ { id: product, quantity: 1 } ] ) );
		return ready.map( ( visitor ) => () => shop.placeClassic( visitor ) );
	},
	'pay for order, classic': async ( shop, product, count ) => {
		const orders = await shop.bareOrders( count, [ { id: product, quantity: 1 } ] );
		const visitors = await inTens( count, () => shop.visitor( [] ) );
		return orders.map( ( order, i ) => () => shop.payClassic( order, visitors[ i ] ?? { cookie: '', checkout: '', pay: '', notices: [] } ) );
	},
	'pay for order, block': async ( shop, product, count ) => {
		const orders = await shop.bareOrders( count, [ { id: product, quantity: 1 } ] );
		const ready = await inTens( count, () => shop.buyer( [] ) );
		return orders.map( ( order, i ) => async () => said( await shop.payBlock( order, ready[ i ] ?? { token: '' } ) ) );
	},
	'REST v3': rest( 'v3' ),
	'REST v2': rest( 'v2' ),
	'REST v1': rest( 'v1' ),
	'REST update': async ( shop, product, count ) => {
		const orders = await shop.bareOrders( count, [], 'processing' );
		return orders.map( ( order ) => async () => said( await shop.rest( 'PUT', `/wc/v3/orders/${ order.id }`, { line_items: [ { product_id: product, quantity: 1 } ] } ) ) );
	},
	'wp-admin': async ( shop, product, count ) => {
		const staff = await shop.staff();
		const orders = await shop.bareOrders( count, [], 'processing' );
		return orders.map( ( order ) => () => shop.addLine( staff, order.id, product, 1 ) );
	},
	code: async ( shop, product, count ) =>
		Array.from( { length: count }, () => async () => {
			const made = await shop.act< { taken: number } >( 'bare_and_paid', { id: product, quantity: 1 } );
			return { sold: made.taken > 0, status: 200, text: '' };
		} ),
};
