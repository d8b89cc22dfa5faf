import { join } from 'node:path';
import { startNative } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Bench } from '../../tools/lib/report.ts';
import { findWooCommerce } from '../../tools/lib/sources.ts';
import { pages } from './shop/pages.ts';

interface Reserving {
	readonly ratio: number;
	readonly guard_ms: number;
	readonly woocommerce_ms: number;
	readonly rounds: number;
	readonly held_by_core: number;
}

/** What the plugin costs a shop. */
export const figures: Bench = async ( note ) => {
	if ( ! ( await findWooCommerce() ) ) {
		return { reserve_vs_woocommerce: null, checkout_vs_core: null, product_list_vs_core: null, availability_vs_rest: null };
	}
	return { ...( await reserving( note ) ), ...( await pages( note ) ) };
};

/** What a shopper waits for: the guard's hold of one line beside WooCommerce's own, on the same orders. */
const reserving: Bench = async ( note ) => {
	// Durable as it comes: a COMMIT is on the disk.
	const shop = await startNative( { woocommerce: true, workers: 1, mariadb: [ '--innodb-flush-log-at-trx-commit=1' ] } );
	try {
		const measured: Reserving = JSON.parse( await shop.php( join( root, 'tests/bench/shop/reserve.php' ) ) );
		if ( measured.held_by_core < measured.rounds ) {
			throw new Error( 'WooCommerce held nothing: the comparison would be empty.' );
		}
		note( `one line held by the guard in ${ measured.guard_ms } ms, by WooCommerce in ${ measured.woocommerce_ms } ms (medians of ${ measured.rounds }, taken in turn)` );
		return { reserve_vs_woocommerce: measured.ratio, shop_reserve_ms: measured.guard_ms, woocommerce_reserve_ms: measured.woocommerce_ms };
	} finally {
		await shop.stop();
	}
};
