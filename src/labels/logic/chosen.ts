import type { Quantity } from '../../schema';

/** Of an item, what goes on paper. */
export interface PaperItem {
	id: number;
	name: string;
	sku: string;
	barcode: string;
	/** Where it lies; empty where nobody has said. */
	bin: string;
	/** NULL for what is not sold, and where nobody asked for it. */
	price: Quantity | null;
	/** What a stocktake expects; NULL where it may not be seen. */
	expected: Quantity | null;
}

/** An item, and how many labels of it, as typed. */
export interface Chosen {
	item: PaperItem;
	text: string;
}

export type Show = 'labels' | 'sheet';

export interface Asked {
	show: Show;
	stocktake: number | null;
	items: { id: number; text: string }[];
}

/** Items of a stocktake, and labels, that a browser lays out at once without a long wait. */
export const MOST_ITEMS = 2_000;
export const MOST_LABELS = 2_000;

/** Items in the address: each is asked for by itself. */
export const MOST_ASKED = 200;

const MOST_OF_ONE = 999;

/** From the address: `items=12,15:3` is one label of item 12 and three of item 15. */
export function readAsked( params: URLSearchParams ): Asked {
	const parts = ( params.get( 'items' ) ?? '' ).split( ',' );
	const items = parts.flatMap( ( part ) => {
		const match = /^([1-9]\d{0,17})(?::(\d{1,3}))?$/.exec( part.trim() );
		return match
			? [ { id: Number( match[ 1 ] ), text: match[ 2 ] ?? '1' } ]
			: [];
	} );
	const stocktake = /^[1-9]\d{0,17}$/.exec( params.get( 'stocktake' ) ?? '' );
	return {
		show: params.get( 'show' ) === 'sheet' ? 'sheet' : 'labels',
		stocktake: stocktake ? Number( stocktake[ 0 ] ) : null,
		items: items
			.filter(
				( { id }, at ) =>
					items.findIndex( ( other ) => other.id === id ) === at
			)
			.slice( 0, MOST_ASKED ),
	};
}

/** For the address, without what there is no room for. */
export const writeItems = ( rows: readonly Chosen[] ): string =>
	rows
		.slice( 0, MOST_ASKED )
		.map( ( { item, text } ) => {
			const count = readCount( text ) ?? 1;
			return count === 1 ? item.id : `${ item.id }:${ count }`;
		} )
		.join( ',' );

/** How many labels were typed: a whole number up to 999, or NULL. */
export function readCount( text: string ): number | null {
	const typed = text.normalize( 'NFKC' ).trim();
	return /^\d{1,3}$/.test( typed ) && Number( typed ) <= MOST_OF_ONE
		? Number( typed )
		: null;
}

/** Chosen or scanned once more is one label more. */
export function addOne( rows: readonly Chosen[], item: PaperItem ): Chosen[] {
	if ( ! rows.some( ( row ) => row.item.id === item.id ) ) {
		return [ ...rows, { item, text: '1' } ];
	}
	return rows.map( ( row ) =>
		row.item.id === item.id
			? {
					item,
					text: String(
						Math.min(
							( readCount( row.text ) ?? 0 ) + 1,
							MOST_OF_ONE
						)
					),
				}
			: row
	);
}

/**
 * One entry a label, in the order of the items.
 * @param rows
 */
export function labelsOf( rows: readonly Chosen[] ): {
	labels: PaperItem[];
	/** How many there would be without the bound. */
	wanted: number;
} {
	const labels: PaperItem[] = [];
	let wanted = 0;
	for ( const { item, text } of rows ) {
		const count = readCount( text ) ?? 0;
		wanted += count;
		for ( let n = 0; n < count && labels.length < MOST_LABELS; n++ ) {
			labels.push( item );
		}
	}
	return { labels, wanted };
}
