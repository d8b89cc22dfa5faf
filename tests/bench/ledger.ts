import { join } from 'node:path';
import { startNative } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Bench } from '../../tools/lib/report.ts';

interface Measured {
	readonly ledger: { readonly ms: number; readonly query: Record< string, string | number > };
	readonly median: number;
	readonly why: { readonly ms: number; readonly query: Record< string, string | number > };
	readonly documents_ms: number;
	readonly first_s: number;
	readonly stock_on_date_s: number;
	readonly shrinkage_s: number;
	readonly shrinkage_first: number;
	readonly cases: number;
}

const MOVEMENTS = 5_000_000;

const script = ( name: string ): string => join( root, 'tests/bench/ledger', `${ name }.php` );

/** A ledger of 5,000,000 movements of 100,000 items: filters, "why is it 7?", and what there was on a date. */
export const figures: Bench = async ( note ) => {
	const shop = await startNative( {
		workers: 1,
		mariadb: [ '--innodb-buffer-pool-size=1G', '--innodb-log-file-size=512M', '--innodb-flush-log-at-trx-commit=2' ],
	} );
	try {
		const started = Date.now();
		await shop.php( script( 'seed' ), String( MOVEMENTS ) );
		note( `${ MOVEMENTS.toLocaleString( 'en' ) } movements made in ${ Math.round( ( Date.now() - started ) / 1000 ) } s` );
		const measured: Measured = JSON.parse( await shop.php( script( 'measure' ) ) );
		note( `ledger: median ${ measured.median } ms, worst ${ measured.ledger.ms } ms for ${ JSON.stringify( measured.ledger.query ) }` );
		note( `why: worst ${ measured.why.ms } ms for ${ JSON.stringify( measured.why.query ) }` );
		return {
			ledger_ms: measured.ledger.ms,
			ledger_median_ms: measured.median,
			ledger_cases: measured.cases,
			documents_ms: measured.documents_ms,
			why_ms: measured.why.ms,
			stock_on_date_s: measured.stock_on_date_s,
			stock_on_date_first_s: measured.first_s,
			shrinkage_s: measured.shrinkage_s,
			shrinkage_first_s: measured.shrinkage_first,
		};
	} finally {
		await shop.stop();
	}
};
