import { join } from 'node:path';
import { startNative } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Bench } from '../../tools/lib/report.ts';

interface Reserving {
	readonly ratio: number;
	readonly reserve_ms: number;
	readonly bare_ms: number;
	readonly rounds: number;
}

interface Verifying {
	readonly seconds: number;
	readonly ok: boolean;
	readonly movements: number;
}

const script = ( name: string ): string => join( root, 'tests/bench/heart', `${ name }.php` );

/**
 * What a promise costs beside the least that any safe promise costs (one conditional UPDATE and one INSERT in a
 * transaction, through $wpdb, on the same durable database), and how long it takes to check a large ledger.
 */
export const figures: Bench = async ( note ) => {
	// Durable as it comes: a COMMIT is on the disk.
	const shop = await startNative( { workers: 1, mariadb: [ '--innodb-flush-log-at-trx-commit=1', '--innodb-buffer-pool-size=1G' ] } );
	try {
		const reserving: Reserving = JSON.parse( await shop.php( script( 'reserve' ) ) );
		note( `a reservation of one line ${ reserving.reserve_ms } ms, the bare transaction ${ reserving.bare_ms } ms (medians of ${ reserving.rounds }, taken in turn)` );
		const verifying: Verifying = JSON.parse( await shop.php( script( 'verify' ) ) );
		note( `verify: ${ verifying.movements.toLocaleString( 'en' ) } movements in ${ verifying.seconds } s` );
		if ( ! verifying.ok ) {
			throw new Error( 'The seeded ledger is not in order.' );
		}
		return {
			reserve_vs_bare_transaction: reserving.ratio,
			reserve_ms: reserving.reserve_ms,
			bare_transaction_ms: reserving.bare_ms,
			verify_s_1m: verifying.seconds,
		};
	} finally {
		await shop.stop();
	}
};
