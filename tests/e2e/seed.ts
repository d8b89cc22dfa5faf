import type { Native } from '../../tools/lib/native.ts';

interface Part {
	name: string;
	sku: string;
	barcode?: string;
	on_hand?: number | string;
	low_stock_threshold?: number;
	category: string;
}

const PARTS: Part[] = [
	{ name: 'Gaiwan, white', sku: 'GW-01', barcode: '4006381333931', on_hand: 12, low_stock_threshold: 20, category: 'Tea ware' },
	{ name: 'Gaiwan, celadon', sku: 'GW-02', on_hand: 34, low_stock_threshold: 10, category: 'Tea ware' },
	{ name: 'Oolong, loose', sku: 'OO-KG', on_hand: '18.75', low_stock_threshold: 5, category: 'Tea' },
	{ name: 'Jasmine, loose', sku: 'JA-KG', on_hand: '2.25', low_stock_threshold: 4, category: 'Tea' },
	{ name: 'Tin, 250 g', sku: 'TIN-250', on_hand: 430, low_stock_threshold: 100, category: 'Packaging' },
	{ name: 'Tin, 500 g', sku: 'TIN-500', on_hand: 0, low_stock_threshold: 50, category: 'Packaging' },
	{ name: 'Ribbon, gold', sku: 'RIB-G', on_hand: 1250, low_stock_threshold: 200, category: 'Packaging' },
	{ name: '茶壶 红色', sku: 'CH-01', on_hand: 7, low_stock_threshold: 2, category: '茶具' },
];

export interface Seeded {
	/** Ids by SKU. */
	ids: Record< string, number >;
}

/** Talks to REST as an integration would. */
export function rest( site: Native ) {
	const authorization = `Basic ${ Buffer.from( `admin:${ site.admin.appPassword }` ).toString( 'base64' ) }`;
	return async ( method: string, path: string, body?: unknown, key = crypto.randomUUID() ) => {
		const response = await fetch( `${ site.url }/wp-json${ path }`, {
			method,
			headers: { authorization, 'content-type': 'application/json', 'idempotency-key': key },
			...( body === undefined ? {} : { body: JSON.stringify( body ) } ),
		} );
		const answer: unknown = await response.json();
		if ( ! response.ok ) {
			throw new Error( `${ method } ${ path }: ${ response.status } ${ JSON.stringify( answer ) }` );
		}
		return answer;
	};
}

const idOf = ( answer: unknown ): number => {
	if ( typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'number' ) {
		return answer.id;
	}
	throw new Error( `No id in ${ JSON.stringify( answer ) }` );
};

/** A small shop: eight parts by name, forty more for a second page, a bundle, and units promised to orders. */
export async function seed( site: Native ): Promise< Seeded > {
	const send = rest( site );
	const items = '/woo-inventory-guard/v1/items';
	const ids: Record< string, number > = {};
	for ( const part of PARTS ) {
		ids[ part.sku ] = idOf( await send( 'POST', items, { kind: 'part', ...part } ) );
	}
	for ( let box = 1; box <= 40; box++ ) {
		const sku = `BOX-${ String( box ).padStart( 2, '0' ) }`;
		ids[ sku ] = idOf( await send( 'POST', items, { kind: 'part', name: `Shipping box ${ box }`, sku, on_hand: 100 + box, low_stock_threshold: 5, category: 'Packaging' } ) );
	}
	ids[ 'TS-9' ] = idOf( await send( 'POST', items, { kind: 'bundle', name: 'Tea set', sku: 'TS-9', category: 'Sets' } ) );
	await send( 'PUT', `${ items }/${ ids[ 'TS-9' ] }/components`, {
		components: [ { item_id: ids[ 'GW-01' ], quantity: 1 }, { item_id: ids[ 'TIN-250' ], quantity: 2 } ],
	} );
	for ( const [ order, quantity ] of [ [ 1042, 2 ], [ 1043, 1 ] ] as const ) {
		await send( 'POST', '/woo-inventory-guard/v1/reservations', {
			reference: { type: 'order', id: String( order ) },
			lines: [ { item_id: ids[ 'GW-01' ], quantity } ],
			expires_in: 3600,
		} );
	}
	for ( const [ delta, reason, note ] of [ [ 24, 'received', 'box 2' ], [ -3, 'damaged', '' ], [ -21, 'correction', 'counted twice' ] ] as const ) {
		await send( 'POST', '/woo-inventory-guard/v1/adjustments', { item_id: ids[ 'GW-01' ], delta, reason, note } );
	}
	return { ids };
}
