import { join } from 'node:path';
import { startNative } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Bench } from '../../tools/lib/report.ts';
import { findWooCommerce } from '../../tools/lib/sources.ts';

interface Reserving {
	readonly ratio: number;
	readonly guard_ms: number;
	readonly woocommerce_ms: number;
	readonly rounds: number;
	readonly held_by_core: number;
}

/** What a shopper waits for: the guard's hold of one line beside WooCommerce's own, on the same orders. */
export const figures: Bench = async ( note ) => {
	if ( ! ( await findWooCommerce() ) ) {
		return { reserve_vs_woocommerce: null };
	}
	// Durable as it comes: a COMMIT is on the disk.
	const shop = await startNative( { woocommerce: true, workers: 1, mariadb: [ '--innodb-flush-log-at-trx-commit=1' ] } );
	try {
		const reserving: Reserving = JSON.parse( await shop.php( join( root, 'tests/bench/shop/reserve.php' ) ) );
		if ( reserving.held_by_core < reserving.rounds ) {
			throw new Error( 'WooCommerce held nothing: the comparison would be empty.' );
		}
		note( `one line held by the guard in ${ reserving.guard_ms } ms, by WooCommerce in ${ reserving.woocommerce_ms } ms (medians of ${ reserving.rounds }, taken in turn)` );
		return { reserve_vs_woocommerce: reserving.ratio, shop_reserve_ms: reserving.guard_ms, woocommerce_reserve_ms: reserving.woocommerce_ms };
	} finally {
		await shop.stop();
	}
};
