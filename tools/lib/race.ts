import { randomUUID } from 'node:crypto';
import { basic, send, type Answer, type Shot } from './http.ts';
import type { Native } from './native.ts';
import { Trouble } from './say.ts';
import { volley } from './volley.ts';

export interface RaceOptions {
	readonly units: number;
	readonly buyers: number;
	readonly processes: number;
	readonly items: number;
	/** The items are bundles that share one component. */
	readonly bundles?: boolean;
	/** Each bundle takes either of two components, and all of them the same two. */
	readonly alternatives?: boolean;
	/** What is one unit otherwise is a tenth of one here, a number no binary fraction is equal to. */
	readonly fractions?: boolean;
	/** The REST route that takes the reservations; a test points it at one that is known to be wrong. */
	readonly route?: string;
}

export interface RaceResult {
	units: number;
	buyers: number;
	processes: number;
	items: number;
	accepted: number;
	refused: number;
	errors: number;
	retries: number;
	oversold: number;
	seconds: number;
	invariants: string;
}

const namespace = 'woo-inventory-guard/v1';

/**
 * Buyers fight over items: every buyer sends one reservation with one unit of each item, its lines in random order.
 * All numbers are read from answers that a client would get.
 */
export async function race( site: Native, options: RaceOptions, note: ( line: string ) => void = () => {} ): Promise< RaceResult > {
	const run = randomUUID().slice( 0, 8 );
	const want = options.fractions ? 0.1 : 1;
	const stocked = await stock( site, options, run, want );
	const shots = Array.from( { length: options.buyers }, ( _, buyer ): Shot => ( {
		method: 'POST',
		url: `${ site.url }/wp-json/${ options.route ?? namespace }/reservations`,
		headers: { ...auth( site ), 'Idempotency-Key': `race-${ run }-${ buyer }` },
		body: {
			reference: { type: 'race', id: `${ run }-${ buyer }` },
			lines: shuffled( stocked.wanted ).map( ( item_id ) => ( { item_id, quantity: want } ) ),
			expires_in: 3600,
		},
	} ) );
	const { answers, seconds } = await volley( shots, options.processes );
	const accepted = answers.filter( ( { status } ) => status === 200 || status === 201 ).length;
	const refused = answers.filter( isRefusal ).length;
	const strange = answers.filter( ( answer ) => ! [ 200, 201 ].includes( answer.status ) && ! isRefusal( answer ) );
	for ( const text of new Set( strange.map( ( { status, text: said } ) => `HTTP ${ status }: ${ said.slice( 0, 300 ) }` ) ) ) {
		note( text );
	}
	let oversold = 0;
	for ( const { ids, perBuyer } of stocked.counted ) {
		let there = 0;
		for ( const id of ids ) {
			there += Number( ( await get< { on_hand: number | string } >( site, `items/${ id }` ) ).on_hand );
		}
		oversold = Math.max( oversold, Math.round( ( accepted * perBuyer - there ) / perBuyer ) );
	}
	const integrity = await get< { ok: boolean; problems: unknown[] } >( site, 'integrity' );
	if ( ! integrity.ok ) {
		note( JSON.stringify( integrity.problems.slice( 0, 5 ) ) );
	}
	return {
		units: options.units,
		buyers: options.buyers,
		processes: options.processes,
		items: options.items,
		accepted,
		refused,
		errors: strange.length,
		retries: answers.reduce( ( sum, { retries } ) => sum + retries, 0 ),
		oversold: Math.max( 0, oversold ),
		seconds: Math.round( seconds * 100 ) / 100,
		invariants: integrity.ok ? 'ok' : `${ integrity.problems.length } broken`,
	};
}

/** What is wrong with a result; nothing when the race went as it must. */
export function verdict( result: RaceResult ): string[] {
	const { units, buyers, accepted, refused, errors, oversold, invariants } = result;
	const due = Math.min( units, buyers );
	return [
		...( accepted === due ? [] : [ `${ accepted } accepted instead of ${ due }` ] ),
		...( accepted + refused + errors === buyers ? [] : [ `${ buyers } buyers, but ${ accepted + refused + errors } answers` ] ),
		...( errors === 0 ? [] : [ `${ errors } answers that are neither accepted nor sold out` ] ),
		...( oversold === 0 ? [] : [ `${ oversold } units oversold` ] ),
		...( invariants === 'ok' ? [] : [ `invariants: ${ invariants }` ] ),
	];
}

interface Stocked {
	/** What every buyer asks for. */
	readonly wanted: number[];
	/** What must suffice, all of these together, and how much of them one buyer takes. */
	readonly counted: { readonly ids: readonly number[]; readonly perBuyer: number }[];
}

async function stock( site: Native, { units, items, bundles, alternatives }: RaceOptions, run: string, want: number ): Promise< Stocked > {
	const tenths = Math.round( want * 10 );
	const make = ( name: string, onHandTenths: number ): Promise< number > => create( site, run, { kind: 'part', name, sku: `RACE-${ run }-${ name }`, on_hand: String( onHandTenths / 10 ) } );
	if ( ! bundles ) {
		const wanted: number[] = [];
		for ( let i = 0; i < items; i++ ) {
			wanted.push( await make( `item-${ i }`, units * tenths ) );
		}
		return { wanted, counted: wanted.map( ( id ) => ( { ids: [ id ], perBuyer: want } ) ) };
	}
	// Each bundle has a part of its own in plenty; what decides is the part that all of them need.
	const few = alternatives ? Math.floor( ( units * items ) / 3 ) : 0;
	const shared = [ await make( 'shared', ( units * items - few ) * tenths ), ...( alternatives ? [ await make( 'other', few * tenths ) ] : [] ) ];
	const wanted: number[] = [];
	for ( let i = 0; i < items; i++ ) {
		// Not everybody likes the same one best.
		const [ first, ...others ] = i % 2 ? [ ...shared ].reverse() : shared;
		const own = await make( `own-${ i }`, units * tenths * 2 );
		const bundle = await create( site, run, { kind: 'bundle', name: `bundle-${ i }`, sku: `RACE-${ run }-bundle-${ i }` } );
		await must( site, { method: 'PUT', path: `items/${ bundle }/components`, run, body: { components: [ { item_id: own, quantity: 1 }, { item_id: first, quantity: 1, alternatives: others.map( ( item_id ) => ( { item_id } ) ) } ] } } );
		wanted.push( bundle );
	}
	return { wanted, counted: [ { ids: shared, perBuyer: want * items } ] };
}

async function create( site: Native, run: string, body: Record< string, unknown > ): Promise< number > {
	const { id } = await must< { id: number } >( site, { method: 'POST', path: 'items', run, body } );
	return id;
}

interface Call {
	readonly method: string;
	readonly path: string;
	readonly run?: string;
	readonly body?: unknown;
}

/** A call of the plugin's REST routes as administrator that has to succeed. */
export async function must< T >( site: Native, { method, path, run, body }: Call ): Promise< T > {
	const answer = await send( { method, url: `${ site.url }/wp-json/${ namespace }/${ path }`, headers: { ...auth( site ), ...( run ? { 'Idempotency-Key': `${ run }-${ randomUUID() }` } : {} ) }, body } );
	if ( answer.status < 200 || answer.status > 299 ) {
		throw new Trouble( `${ method } ${ path } answered HTTP ${ answer.status }: ${ answer.text.slice( 0, 500 ) }` );
	}
	return JSON.parse( answer.text );
}

export function get< T >( site: Native, path: string ): Promise< T > {
	return must< T >( site, { method: 'GET', path } );
}

export function auth( site: Native ): Record< string, string > {
	return basic( site.admin.user, site.admin.appPassword );
}

export function isRefusal( answer: Answer ): boolean {
	return answer.status === 409 && answer.text.includes( '"wig_not_enough_stock"' );
}

function shuffled< T >( list: readonly T[] ): T[] {
	const mixed = [ ...list ];
	for ( let i = mixed.length - 1; i > 0; i-- ) {
		const k = Math.floor( Math.random() * ( i + 1 ) );
		const [ a, b ] = [ mixed[ i ], mixed[ k ] ];
		if ( a !== undefined && b !== undefined ) {
			mixed[ i ] = b;
			mixed[ k ] = a;
		}
	}
	return mixed;
}
