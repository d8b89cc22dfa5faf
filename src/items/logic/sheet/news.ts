import type { Item } from '../../../schema';

/**
 * Of the items that changed last, newest first, those that are on screen in an older version. Where the last of them is
 * still news, there may be more behind it.
 */
export function news(
	known: Record< number, Item >,
	newest: Item[]
): { items: Item[]; goOn: boolean } {
	const isNews = ( item: Item ) =>
		( known[ item.id ]?.version ?? item.version ) < item.version;
	const last = newest.at( -1 );
	return {
		items: newest.filter( isNews ),
		goOn: last !== undefined && isNews( last ),
	};
}
