import type { Item, Stocktake, StocktakeItem } from '../../schema';
import { requestList } from '../../shared/data/list';
import { Problem } from '../../shared/data/problem';
import { request } from '../../shared/data/request';
import { MOST_ITEMS, type PaperItem } from '../logic/chosen';

const ROOT = '/woo-inventory-guard/v1';
const PER_PAGE = 1_000;
/** Asked for side by side. */
const AT_ONCE = 4;

export const paperOf = ( item: Item ): PaperItem => ( {
	id: item.id,
	name: item.name,
	sku: item.sku,
	barcode: item.barcode,
	bin: item.bin,
	price: item.price,
	expected: null,
} );

/** Items by their numbers, in that order; those that are no longer there are left out. */
export async function fetchItems(
	ids: readonly number[],
	signal: AbortSignal
): Promise< PaperItem[] > {
	const found: PaperItem[] = [];
	for ( let at = 0; at < ids.length; at += AT_ONCE ) {
		const some = await Promise.all(
			ids
				.slice( at, at + AT_ONCE )
				.map( ( id ) => fetchItem( id, signal ) )
		);
		found.push( ...some.flatMap( ( item ) => item ?? [] ) );
	}
	return found;
}

async function fetchItem(
	id: number,
	signal: AbortSignal
): Promise< PaperItem | null > {
	try {
		const path = `${ ROOT }/items/${ id }`;
		return paperOf( ( await request< Item >( { path, signal } ) ).body );
	} catch ( thrown ) {
		if ( thrown instanceof Problem && thrown.kind === 'gone' ) {
			return null;
		}
		throw thrown;
	}
}

export interface ToCount {
	stocktake: Stocktake;
	/** At most MOST_ITEMS of them. */
	items: PaperItem[];
}

/**
 * A stocktake with its items, portion by portion. Where it is blind, what is expected is left out for everybody: the
 * sheet goes into the hands of who counts.
 */
export async function fetchToCount(
	id: number,
	signal: AbortSignal
): Promise< ToCount > {
	const root = `${ ROOT }/stocktakes/${ id }`;
	const stocktake = ( await request< Stocktake >( { path: root, signal } ) )
		.body;
	const items: PaperItem[] = [];
	let after: number | null = 0;
	while ( after !== null && items.length < MOST_ITEMS ) {
		const { rows }: { rows: StocktakeItem[] } =
			await requestList< StocktakeItem >(
				`${ root }/items`,
				{ after, per_page: PER_PAGE },
				signal
			);
		items.push(
			...rows
				.filter( ( { listed } ) => listed )
				.map( ( row ) => ( {
					id: row.item_id,
					name: row.name,
					sku: row.sku,
					barcode: row.barcode,
					bin: row.bin,
					price: null,
					expected: stocktake.blind ? null : row.expected,
				} ) )
		);
		after =
			rows.length < PER_PAGE ? null : ( rows.at( -1 )?.item_id ?? null );
	}
	return { stocktake, items: items.slice( 0, MOST_ITEMS ) };
}
