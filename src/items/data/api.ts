import type {
	AdjustmentRequest,
	Item,
	ItemRequest,
	ItemsBatch,
	ItemsBatchRow,
	ItemsQuery,
	Movement,
	Use,
} from '../../schema';
import { request } from '../../shared/data/request';
import { readCounts, type Counts } from '../logic/counts';
import type { KeptLayout } from '../logic/layout';

const ROOT = '/woo-inventory-guard/v1';

export interface Page {
	items: Item[];
	total: number;
	counts: Counts | null;
}

export interface HistoryPage {
	movements: Movement[];
	total: number;
}

export const HISTORY_ROWS = 20;

export async function fetchPage(
	query: ItemsQuery,
	signal?: AbortSignal
): Promise< Page > {
	const { body, header } = await request< Item[] >( {
		path: `${ ROOT }/items?${ asParams( query ) }`,
		signal,
	} );
	return {
		items: body,
		total: Number( header( 'X-WP-Total' ) ?? body.length ),
		counts: readCounts( header( 'X-WIG-Counts' ) ),
	};
}

/** Only the numbers of the tabs. */
export async function fetchCounts(): Promise< Counts | null > {
	const { header } = await request< unknown >( {
		path: `${ ROOT }/items?page=1&per_page=1&_fields=id`,
	} );
	return readCounts( header( 'X-WIG-Counts' ) );
}

export async function fetchItem( id: number ): Promise< Item > {
	return ( await request< Item >( { path: `${ ROOT }/items/${ id }` } ) )
		.body;
}

/** What a search or a scanned code means, the exact one first. */
export const findItems = async (
	search: string,
	signal?: AbortSignal
): Promise< Item[] > =>
	(
		await request< Item[] >( {
			path: `${ ROOT }/items?${ asParams( { search, per_page: 8 } ) }`,
			signal,
		} )
	).body;

export async function fetchHistory(
	id: number,
	page: number
): Promise< HistoryPage > {
	const { body, header } = await request< Movement[] >( {
		path: `${ ROOT }/items/${ id }/movements?page=${ page }&per_page=${ HISTORY_ROWS }`,
	} );
	return {
		movements: body,
		total: Number( header( 'X-WP-Total' ) ?? body.length ),
	};
}

/** The bundles that have this item as a component. */
export async function fetchUses(
	id: number,
	page: number
): Promise< { uses: Use[]; total: number } > {
	const { body, header } = await request< Use[] >( {
		path: `${ ROOT }/items/${ id }/used-in?page=${ page }&per_page=20`,
	} );
	return {
		uses: body,
		total: Number( header( 'X-WP-Total' ) ?? body.length ),
	};
}

export async function postAdjustment(
	data: AdjustmentRequest,
	key: string
): Promise< void > {
	await request( {
		path: `${ ROOT }/adjustments`,
		method: 'POST',
		data,
		key,
	} );
}

export async function postItem(
	data: ItemRequest,
	key: string
): Promise< Item > {
	const { body } = await request< Item >( {
		path: `${ ROOT }/items`,
		method: 'POST',
		data,
		key,
	} );
	return body;
}

export async function postBatch(
	rows: ItemsBatchRow[],
	key: string
): Promise< ItemsBatch > {
	const { body } = await request< ItemsBatch >( {
		path: `${ ROOT }/items/batch`,
		method: 'POST',
		data: { rows },
		key,
	} );
	return body;
}

/** Kept with the user by WordPress's own route. */
export async function postLayout( layout: KeptLayout ): Promise< void > {
	await request( {
		path: '/wp/v2/users/me?_fields=id',
		method: 'POST',
		data: { meta: { woo_inventory_guard_view: layout } },
	} );
}

function asParams( query: ItemsQuery ): string {
	return new URLSearchParams(
		Object.entries( query ).map( ( [ name, value ] ) => [
			name,
			String( value ),
		] )
	).toString();
}
