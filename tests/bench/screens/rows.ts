import { join } from 'node:path';
import type { Native } from '../../../tools/lib/native.ts';
import { root } from '../../../tools/lib/paths.ts';
import { round } from './numbers.ts';

type Name = 'empty' | 'low' | 'core_low' | 'stock' | 'core_stock';

/** The same lists without a browser: what the server takes for their rows, over an empty route. */
export async function rows( note: ( line: string ) => void, site: Native ): Promise< Record< string, number > > {
	const ms: Record< Name, number > = JSON.parse( await site.php( join( root, 'tests/bench/screens/rows.php' ) ) );
	const over = ( name: Name ): number => ms[ name ] - ms.empty;
	for ( const name of [ 'low', 'stock' ] as const ) {
		note( `  the server's part of the list "${ name }": ours ${ round( over( name ), 1 ) } ms, WooCommerce's ${ round( over( `core_${ name }` ), 1 ) } ms` );
	}
	return {
		low_list_server_vs_core: round( over( 'core_low' ) / over( 'low' ), 1 ),
		stock_list_server_vs_core: round( over( 'core_stock' ) / over( 'stock' ), 1 ),
	};
}
