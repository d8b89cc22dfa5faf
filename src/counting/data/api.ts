import type {
	Stocktake,
	StocktakeCount,
	StocktakeCountsResult,
	StocktakeItem,
	StocktakePhotoResult,
	StocktakeTagsResult,
} from '../../schema';
import { newKey } from '../../shared/app/new-key';
import { requestList } from '../../shared/data/list';
import { request } from '../../shared/data/request';
import type { Look } from '../logic/clock';
import type { Count, Photo, Tag } from './db';

const ROOT = '/woo-inventory-guard/v1/stocktakes';

export const PER_PAGE = 1_000;

/** Those that somebody may count now or soon. */
export async function fetchStocktakes(): Promise< Stocktake[] > {
	return (
		await requestList< Stocktake >( ROOT, {
			state: 'active',
			per_page: 100,
		} )
	).rows;
}

export interface Looked {
	stocktake: Stocktake;
	look: Look;
}

/** A stocktake, and on the way the server's clock. */
export async function fetchStocktake( id: number ): Promise< Looked > {
	const asked = Date.now();
	const { body } = await request< Stocktake >( {
		path: `${ ROOT }/${ id }`,
	} );
	return {
		stocktake: body,
		look: {
			asked,
			answered: Date.now(),
			server: Date.parse( body.server_time ),
		},
	};
}

export async function lookAtClock(): Promise< Look > {
	const asked = Date.now();
	const { body } = await request< { server_time: string } >( {
		path: `${ ROOT }/clock`,
	} );
	return {
		asked,
		answered: Date.now(),
		server: Date.parse( body.server_time ),
	};
}

export async function fetchItems(
	id: number,
	after: number,
	recount = false
): Promise< StocktakeItem[] > {
	return (
		await requestList< StocktakeItem >( `${ ROOT }/${ id }/items`, {
			after,
			per_page: PER_PAGE,
			recount: recount ? 'true' : undefined,
		} )
	).rows;
}

export async function fetchCounts(
	id: number,
	after: number
): Promise< StocktakeCount[] > {
	return (
		await requestList< StocktakeCount >( `${ ROOT }/${ id }/counts`, {
			after,
			per_page: PER_PAGE,
		} )
	).rows;
}

/** Among everything that can be counted, also what is not on the list. */
export async function findItems(
	id: number,
	wanted: { search?: string; code?: string }
): Promise< StocktakeItem[] > {
	return (
		await requestList< StocktakeItem >( `${ ROOT }/${ id }/find`, wanted )
	).rows;
}

export async function tieCode(
	id: number,
	code: string,
	itemId: number
): Promise< StocktakeItem > {
	return (
		await request< StocktakeItem >( {
			path: `${ ROOT }/${ id }/codes`,
			method: 'POST',
			data: { code, item_id: itemId },
			key: newKey(),
		} )
	).body;
}

/** No Idempotency-Key: each count has a name of its own, which does the same for any mixture of counts. */
export async function sendCounts(
	id: number,
	device: string,
	counts: readonly Count[]
): Promise< StocktakeCountsResult > {
	return (
		await request< StocktakeCountsResult >( {
			path: `${ ROOT }/${ id }/counts`,
			method: 'POST',
			data: {
				sent_at: new Date().toISOString(),
				device,
				counts: counts.map( asSent ),
			},
		} )
	).body;
}

const asSent = ( count: Count ) => ( {
	uuid: count.uuid,
	mode: count.mode,
	item_id: count.item_id,
	code: count.code,
	place: count.place,
	round: count.item_id === null ? null : count.round,
	at: count.at,
	note: count.note,
	...( count.mode === 'undo'
		? { undo: count.undo }
		: { quantity: String( count.quantity ) } ),
	...( count.offset === null ? {} : { offset_ms: count.offset } ),
} );

/** No Idempotency-Key: its own name does the same. */
export async function sendPhoto( photo: Photo ): Promise< void > {
	await request< StocktakePhotoResult >( {
		path: `${ ROOT }/${ photo.stocktake }/photos`,
		method: 'POST',
		data: {
			uuid: photo.uuid,
			item_id: photo.item_id,
			at: photo.at,
			data: photo.data,
			...( photo.offset === null ? {} : { offset_ms: photo.offset } ),
		},
	} );
}

export async function sendTags(
	id: number,
	device: string,
	tags: readonly Tag[]
): Promise< StocktakeTagsResult > {
	const [ first ] = tags;
	return (
		await request< StocktakeTagsResult >( {
			path: `${ ROOT }/${ id }/tags`,
			method: 'POST',
			data: {
				device,
				place: first?.place ?? '',
				at: first?.at,
				...( first?.offset === null
					? {}
					: { offset_ms: first?.offset } ),
				epcs: tags.map( ( { epc } ) => epc ),
			},
		} )
	).body;
}
