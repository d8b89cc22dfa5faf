import { join } from 'node:path';
import { startNative } from '../../../tools/lib/native.ts';
import { root } from '../../../tools/lib/paths.ts';
import type { Bench } from '../../../tools/lib/report.ts';

interface Measured {
	readonly worst: number;
	readonly by: Record< string, { readonly ms: number; readonly query: Record< string, string | number > } >;
	readonly median: Record< string, number >;
	readonly cases: number;
}

const script = ( name: string ): string => join( root, 'tests/bench/screens', `${ name }.php` );

/** Lists of 100,000 and of 1,000,000 items: what a page of 50 adds to an empty REST route, at its worst. */
export const lists: Bench = async ( note ) => {
	const shop = await startNative( {
		workers: 1,
		mariadb: [ '--innodb-buffer-pool-size=1G', '--innodb-log-file-size=512M', '--innodb-flush-log-at-trx-commit=2' ],
	} );
	try {
		const measure = async ( first: number, last: number ): Promise< Measured > => {
			const started = Date.now();
			await shop.php( script( 'seed' ), String( first ), String( last ) );
			note( `${ last.toLocaleString( 'en' ) } items, the last of them made in ${ Math.round( ( Date.now() - started ) / 1000 ) } s` );
			const measured: Measured = JSON.parse( await shop.php( script( 'measure' ) ) );
			for ( const [ group, { ms, query } ] of Object.entries( measured.by ) ) {
				note( `  ${ group }: median ${ measured.median[ group ] } ms, worst ${ ms } ms for ${ JSON.stringify( query ) }` );
			}
			return measured;
		};
		const small = await measure( 1, 100_000 );
		const large = await measure( 100_001, 1_000_000 );
		return {
			list_ms_100k: small.worst,
			list_ms_1m: large.worst,
			list_growth: Math.round( ( large.worst / small.worst ) * 100 ) / 100,
			list_cases: large.cases,
			list_median_ms_1m: large.median.list ?? null,
			search_ms_1m: large.by.search?.ms ?? null,
		};
	} finally {
		await shop.stop();
	}
};
