import { join } from 'node:path';
import { startNative } from '../../../tools/lib/native.ts';
import { root } from '../../../tools/lib/paths.ts';
import type { Bench } from '../../../tools/lib/report.ts';
import { findWooCommerce } from '../../../tools/lib/sources.ts';

interface Measured {
	readonly woocommerce: boolean;
	readonly look: number;
	readonly change: number;
	readonly undo: number;
	readonly changed: number;
	readonly memory_mb: number;
}

/** The threshold of 100,000 items that a filter matches, changed as one act and undone; with the meta of their products where there is a shop. */
export const bulkFigures: Bench = async ( note ) => {
	const shop = await startNative( { workers: 1, woocommerce: ( await findWooCommerce() ) !== null, mariadb: [ '--innodb-buffer-pool-size=1G', '--innodb-flush-log-at-trx-commit=2' ] } );
	try {
		const measured: Measured = JSON.parse( await shop.php( join( root, 'tests/bench/screens/bulk.php' ) ) );
		note( `  ${ measured.changed } thresholds: look ${ measured.look } s, change ${ measured.change } s, undo ${ measured.undo } s, ${ measured.memory_mb } MB${ measured.woocommerce ? '' : ', without WooCommerce' }` );
		return { bulk_look_s_100k: measured.look, bulk_change_s_100k: measured.change, bulk_undo_s_100k: measured.undo };
	} finally {
		await shop.stop();
	}
};
