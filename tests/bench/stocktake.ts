import { join } from 'node:path';
import { startNative } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import type { Bench } from '../../tools/lib/report.ts';

interface Counted {
	readonly count_send_s: number;
	readonly compare_s: number;
	readonly count_review_ms: number;
	readonly count_apply_s: number;
	readonly written: number;
	readonly ok: boolean;
	readonly memory_mb: number;
	readonly error: string;
}

/** 50,000 counts in one stocktake: coming in, read in review, applied, in one process with 128 MB. */
export const figures: Bench = async ( note ) => {
	const shop = await startNative( { workers: 1 } );
	try {
		const counted: Counted = JSON.parse( await shop.php( join( root, 'tests/bench/stocktake/stocktake.php' ) ) );
		note( `50,000 counts taken in ${ counted.count_send_s } s, compared with the ledger in ${ counted.compare_s } s, a page and the sums of the review ${ counted.count_review_ms } ms, ${ counted.written.toLocaleString( 'en' ) } lines applied in ${ counted.count_apply_s } s, at most ${ counted.memory_mb } MB` );
		if ( ! counted.ok || counted.written !== 50_000 || counted.memory_mb > 128 ) {
			throw new Error( `The stocktake did not go as it should: ${ JSON.stringify( counted ) }` );
		}
		return { count_send_s: counted.count_send_s, count_compare_s: counted.compare_s, count_review_ms: counted.count_review_ms, count_apply_s: counted.count_apply_s };
	} finally {
		await shop.stop();
	}
};
