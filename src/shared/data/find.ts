import type { Item } from '../../schema';
import { requestList } from './list';

const CHOICES = 20;

/** Found by words of its name: something to choose. */
interface Found {
	id: number;
	name: string;
}

/** Items; of a certain kind, or any. */
export async function findItems(
	search: string,
	signal?: AbortSignal,
	kind?: Item[ 'kind' ]
): Promise< Found[] > {
	const { rows } = await requestList< Item >(
		'/woo-inventory-guard/v1/items',
		{ search, per_page: CHOICES, ...( kind ? { kind } : {} ) },
		signal
	);
	return rows.map( ( { id, name, sku } ) => ( {
		id,
		name: sku ? `${ name } (${ sku })` : name,
	} ) );
}

/** WooCommerce's product categories. */
export async function findCategories(
	search: string,
	signal?: AbortSignal
): Promise< Found[] > {
	const { rows } = await requestList< Found >(
		'/wp/v2/product_cat',
		{ search, per_page: CHOICES, _fields: 'id,name' },
		signal
	);
	return rows.map( ( { id, name } ) => ( { id, name: plain( name ) } ) );
}

// WordPress hands out names as they go into a page.
const plain = ( html: string ): string =>
	new DOMParser().parseFromString( html, 'text/html' ).body.textContent ?? '';
