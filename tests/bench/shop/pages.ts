import { join } from 'node:path';
import { send, type Shot } from '../../../tools/lib/http.ts';
import { startNative } from '../../../tools/lib/native.ts';
import { root } from '../../../tools/lib/paths.ts';
import type { Bench } from '../../../tools/lib/report.ts';
import { Shop } from '../../shop/shop.ts';

const PAIRS = 60;
const CHECKOUTS = 80;
const ROUNDS = 3;
const SECONDS = 4;
const AT_ONCE = 4;

const without = { 'X-Without': '1' };

function median( values: number[] ): number {
	const sorted = [ ...values ].sort( ( a, b ) => a - b );
	return sorted[ Math.floor( sorted.length / 2 ) ] ?? NaN;
}

const round = ( value: number ): number => Math.round( value * 100 ) / 100;

async function timed< T >( work: () => Promise< T >, right: ( result: T ) => boolean ): Promise< number > {
	const began = performance.now();
	const result = await work();
	const ms = performance.now() - began;
	if ( ! right( result ) ) {
		throw new Error( `The bench measured a failure: ${ JSON.stringify( result ).slice( 0, 500 ) }` );
	}
	return ms;
}

/** Both in turn, and who goes first changes, so that a busy moment of the machine hits both. */
async function inTurn( count: number, work: ( headers: Record< string, string > ) => Promise< number > ): Promise< { guard: number; core: number } > {
	const times = { guard: [] as number[], core: [] as number[] };
	for ( let n = 0; n < count; n++ ) {
		for ( const who of n % 2 === 0 ? ( [ 'guard', 'core' ] as const ) : ( [ 'core', 'guard' ] as const ) ) {
			times[ who ].push( await work( who === 'guard' ? {} : without ) );
		}
	}
	// The first are those that fill caches.
	return { guard: median( times.guard.slice( 4 ) ), core: median( times.core.slice( 4 ) ) };
}

async function perSecond( shot: Shot ): Promise< number > {
	const end = performance.now() + SECONDS * 1000;
	let answers = 0;
	await Promise.all(
		Array.from( { length: AT_ONCE }, async () => {
			while ( performance.now() < end ) {
				const { status } = await send( shot, 1 );
				if ( status !== 200 ) {
					throw new Error( `${ shot.url } answered ${ status }.` );
				}
				answers++;
			}
		} )
	);
	return answers / SECONDS;
}

/** What shoppers wait for, with the plugin and without, and what an answer about stock costs early and late. */
export const pages: Bench = async ( note ) => {
	const site = await startNative( { woocommerce: true, workers: AT_ONCE, muPlugins: [ join( root, 'tests/bench/shop/without.php' ) ], mariadb: [ '--innodb-flush-log-at-trx-commit=1' ] } );
	try {
		const ids: number[] = JSON.parse( await site.php( join( root, 'tests/bench/shop/window.php' ) ) );
		const [ ours = 0, theirs = 0 ] = ids.slice( 16 );
		const shop = new Shop( site );

		const early: number[] = [];
		const rest: number[] = [];
		const url = `${ site.url }/wp-json/woo-inventory-guard/v1/availability?products=${ ids.slice( 0, 16 ).join() }`;
		const proof = await send( { method: 'GET', url } );
		if ( proof.headers[ 'x-woo-inventory-guard' ] !== 'early' ) {
			throw new Error( 'No early answers: the comparison would be empty.' );
		}
		for ( let n = 0; n < ROUNDS; n++ ) {
			early.push( await perSecond( { method: 'GET', url } ) );
			rest.push( await perSecond( { method: 'GET', url: `${ url }&_locale=site` } ) );
		}
		note( `availability of 16 products: ${ Math.round( median( early ) ) } answers a second early, ${ Math.round( median( rest ) ) } by REST (${ ROUNDS } times ${ SECONDS } s each in turn, ${ AT_ONCE } at once)` );

		const list = await inTurn( PAIRS, ( headers ) => timed( () => send( { method: 'GET', url: `${ site.url }/?post_type=product`, headers } ), ( { status, text } ) => status === 200 && text.includes( 'Cup 1' ) ) );
		note( `a page of 16 products: ${ round( list.guard ) } ms with the plugin, ${ round( list.core ) } ms without (medians of ${ PAIRS }, taken in turn)` );

		const checkout = await inTurn( CHECKOUTS, async ( headers ) => {
			const product = 'X-Without' in headers ? theirs : ours;
			const cart = await shop.send( 'GET', '/wp-json/wc/store/v1/cart', undefined, headers );
			const token = cart.headers.get( 'cart-token' ) ?? '';
			await shop.send( 'POST', '/wp-json/wc/store/v1/cart/add-item', { id: product, quantity: 1 }, { 'Cart-Token': token, ...headers } );
			return timed( () => shop.placeOrder( { token }, 'cod', headers ), ( { status } ) => status === 200 );
		} );
		note( `a checkout: ${ round( checkout.guard ) } ms with the plugin, ${ round( checkout.core ) } ms without (medians of ${ CHECKOUTS }, taken in turn)` );
		return {
			availability_vs_rest: round( median( early ) / median( rest ) ),
			availability_per_second: Math.round( median( early ) ),
			product_list_vs_core: round( list.guard / list.core ),
			checkout_vs_core: round( checkout.guard / checkout.core ),
		};
	} finally {
		await site.stop();
	}
};
