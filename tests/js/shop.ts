import apiFetch from '@wordpress/api-fetch';
import type {
	AdjustmentRequest,
	Item,
	ItemRequest,
	Movement,
} from '../../src/schema';

interface Asked {
	method: string;
	path: string;
	params: URLSearchParams;
	data: Record< string, unknown >;
	key: string | undefined;
	ifMatch: string | undefined;
}

interface Reply {
	status: number;
	body: unknown;
	headers?: Record< string, string >;
}

const ROOT = '/woo-inventory-guard/v1';

/** A shop that answers as REST does, from memory; what is asked of it can be looked at, held back or refused. */
export class Shop {
	readonly asked: Asked[] = [];
	items: Item[] = [];
	movements: Movement[] = [];
	/** Answers that stand in for the next ones. */
	private readonly next: ( Reply | 'lost' | 'offline' )[] = [];
	private readonly answered = new Map< string, Reply >();
	private gate: ( ( asked: Asked ) => Promise< void > ) | null = null;

	static open( ...items: Partial< Item >[] ): Shop {
		const shop = new Shop();
		shop.items = items.map( ( part, index ) => newItem( index + 1, part ) );
		apiFetch.setFetchHandler( ( options ) =>
			shop.answer( options as never )
		);
		return shop;
	}

	/**
	 * The next request gets this instead; 'lost' means it is done, but its answer never arrives.
	 * @param {...any} replies
	 */
	then( ...replies: ( Reply | 'lost' | 'offline' )[] ) {
		this.next.push( ...replies );
	}

	/**
	 * Lets answers wait until the test says so.
	 * @param gate
	 */
	hold( gate: ( asked: Asked ) => Promise< void > ) {
		this.gate = gate;
	}

	/**
	 * What was asked, one after the other: method, path, what was sent, and its key. api-fetch sends PUT and DELETE as POST,
	 * and says so in a header.
	 * @param from Leaves out what came before.
	 */
	acts( from = 0 ): [ string, string, object, string | undefined ][] {
		return this.asked
			.slice( from )
			.map( ( { method, path, data, key } ) => [
				method,
				path,
				data,
				key,
			] );
	}

	posts( path: string ): Asked[] {
		return this.asked.filter(
			( asked ) => asked.method === 'POST' && asked.path === ROOT + path
		);
	}

	lists(): Asked[] {
		return this.asked.filter(
			( { method, path, params } ) =>
				method === 'GET' &&
				path === `${ ROOT }/items` &&
				! params.has( '_fields' )
		);
	}

	private async answer( options: {
		path: string;
		method?: string;
		data?: Record< string, unknown >;
		headers?: Record< string, string >;
	} ) {
		const [ path = '', query = '' ] = options.path.split( '?' );
		const asked: Asked = {
			method: options.method ?? 'GET',
			path,
			params: new URLSearchParams( query ),
			data: options.data ?? {},
			key: options.headers?.[ 'Idempotency-Key' ],
			ifMatch: options.headers?.[ 'If-Match' ],
		};
		if ( path === `${ ROOT }/views` && asked.method === 'GET' ) {
			// Asked beside every list; nobody has saved any, and no test's next answer is meant for it.
			return {
				ok: true,
				status: 200,
				headers: { get: () => null },
				json: async () => [],
			};
		}
		this.asked.push( asked );
		await this.gate?.( asked );
		const instead = this.next.shift();
		if ( instead === 'offline' ) {
			throw { code: 'fetch_error' };
		}
		const reply =
			instead && instead !== 'lost' ? instead : this.serve( asked );
		if ( instead === 'lost' ) {
			throw { code: 'fetch_error' };
		}
		const response = {
			ok: reply.status < 400,
			status: reply.status,
			headers: {
				get: ( name: string ) => reply.headers?.[ name ] ?? null,
			},
			json: async () => structured( reply.body ),
		};
		if ( ! response.ok ) {
			throw response;
		}
		return response;
	}

	private serve( asked: Asked ): Reply {
		const { method, path, key } = asked;
		const known = key ? this.answered.get( key ) : undefined;
		if ( known ) {
			return known;
		}
		const item = /\/items\/(\d+)$/.exec( path );
		const history = /\/items\/(\d+)\/movements$/.exec( path );
		let reply: Reply = { status: 200, body: {} };
		if ( path === `${ ROOT }/items` ) {
			reply =
				method === 'POST'
					? this.add( asked )
					: this.list( asked.params );
		} else if ( path === `${ ROOT }/adjustments` ) {
			reply = this.adjust( asked.data as never );
		} else if ( item ) {
			reply = this.one( Number( item[ 1 ] ) );
		} else if ( path.endsWith( '/used-in' ) ) {
			reply = { status: 200, body: [] };
		} else if ( /\/items\/\d+\/(rules|demand)$/.test( path ) ) {
			reply = { status: 200, body: NOTHING_SAID };
		} else if ( history ) {
			const id = Number( history[ 1 ] );
			const lines = this.movements.filter(
				( line ) => line.item_id === id
			);
			reply = {
				status: 200,
				body: lines,
				headers: { 'X-WP-Total': String( lines.length ) },
			};
		}
		if ( key && reply.status < 400 ) {
			this.answered.set( key, reply );
		}
		return reply;
	}

	private list( params: URLSearchParams ): Reply {
		const words = ( params.get( 'search' ) ?? '' ).toLowerCase();
		const status = params.get( 'status' );
		const found = this.items.filter(
			( item ) =>
				( ! status || item.status === status ) &&
				`${ item.name } ${ item.sku } ${ item.barcode }`
					.toLowerCase()
					.includes( words )
		);
		const perPage = Number( params.get( 'per_page' ) );
		const start = ( Number( params.get( 'page' ) ) - 1 ) * perPage;
		const count = ( wanted: string ) =>
			this.items.filter( ( item ) => item.status === wanted ).length;
		return {
			status: 200,
			body: found.slice( start, start + perPage ),
			headers: {
				'X-WP-Total': String( found.length ),
				'X-WIG-Counts': JSON.stringify( {
					all: this.items.length,
					low: count( 'low' ),
					out: count( 'out' ),
					backorder: count( 'backorder' ),
					untracked: count( 'untracked' ),
				} ),
			},
		};
	}

	private one( id: number ): Reply {
		const item = this.items.find( ( known ) => known.id === id );
		return item
			? { status: 200, body: { levels: [], reservations: [], ...item } }
			: refusal( 404, 'wig_not_found' );
	}

	private add( { data }: Asked ): Reply {
		const part = data as unknown as ItemRequest;
		if ( part.sku && this.items.some( ( { sku } ) => sku === part.sku ) ) {
			return refusal( 400, 'wig_duplicate_sku', {
				params: { sku: 'Gaiwan, white has this SKU.' },
			} );
		}
		const item = newItem( this.items.length + 1, {
			...( part as Partial< Item > ),
		} );
		this.items.push( item );
		return { status: 201, body: item };
	}

	private adjust( change: AdjustmentRequest ): Reply {
		const item = this.items.find( ( { id } ) => id === change.item_id );
		if ( ! item ) {
			return refusal( 404, 'wig_not_found' );
		}
		if (
			change.set !== undefined &&
			Number( change.expected ) !== Number( item.on_hand )
		) {
			return refusal( 409, 'wig_stale_level', { on_hand: item.on_hand } );
		}
		const after = Number(
			change.set ?? Number( item.on_hand ) + Number( change.delta )
		);
		const delta = after - Number( item.on_hand );
		this.take( item.id, after );
		this.movements.unshift( {
			id: this.movements.length + 1,
			item_id: item.id,
			location_id: 1,
			delta,
			balance_after: after,
			unit_cost: change.unit_cost ?? null,
			reason: change.reason,
			reference: { type: '', id: '' },
			reference_label: '',
			reference_link: null,
			actor: 1,
			actor_name: 'Mei',
			note: change.note ?? '',
			stands_for: 1,
			created_at: '2026-11-23T14:02:00.000000Z',
		} );
		return { status: 201, body: { id: 1 } };
	}

	/**
	 * Somebody else changes what is on hand.
	 * @param id
	 * @param onHand
	 */
	take( id: number, onHand: number ) {
		this.items = this.items.map( ( item ) =>
			item.id === id
				? {
						...item,
						on_hand: onHand,
						available: onHand - Number( item.reserved ),
						version: item.version + 1,
					}
				: item
		);
	}
}

export const refusal = (
	status: number,
	code: string,
	data: Record< string, unknown > = {},
	headers: Record< string, string > = {}
): Reply => ( {
	status,
	body: { code, message: `Refused: ${ code }`, data: { status, ...data } },
	headers,
} );

// What comes over the wire is a copy.
const structured = ( body: unknown ): unknown =>
	JSON.parse( JSON.stringify( body ) );

/** Of an item for which there are no rules, and that has not sold. */
const NOTHING_SAID = {
	low_stock_threshold: [],
	backorders: [],
	backorder_limit: [],
	backorder_text: [],
	from: '2026-11-23',
	to: '2026-11-23',
	days: [],
};

/** Where a value comes from that nobody says. */
export const SHOP = { level: 'shop', name: '', rule_id: null } as const;

export function newItem( id: number, part: Partial< Item > ): Item {
	const onHand = part.on_hand ?? 0;
	return {
		id,
		product_id: null,
		parent_id: null,
		kind: 'part',
		sku: `SKU-${ id }`,
		barcode: '',
		name: `Item ${ id }`,
		category: '',
		tracked: true,
		on_hand: onHand,
		reserved: 0,
		available: Number( onHand ) - Number( part.reserved ?? 0 ),
		incoming: 0,
		low_stock_threshold: null,
		threshold_effective: 2,
		backorders: 'no',
		backorder_limit: null,
		safety_stock: 0,
		available_from: null,
		preorder_limit: null,
		expected_at: null,
		backorder_text: '',
		unit_cost: null,
		average_cost: null,
		price: null,
		supplier: '',
		bin: '',
		lead_time_days: null,
		own: { backorders: null, backorder_limit: null, backorder_text: '' },
		from: {
			low_stock_threshold: SHOP,
			backorders: SHOP,
			backorder_limit: SHOP,
			backorder_text: SHOP,
		},
		status: 'ok',
		version: 1,
		updated_at: '2026-11-23T10:00:00Z',
		edit_link: null,
		...part,
	};
}
