/**
 * @jest-environment node
 */
import 'fake-indexeddb/auto';
import apiFetch from '@wordpress/api-fetch';
import type { Stocktake, StocktakeCountRequest } from '../../schema';
import { Channel } from './channel';
import { openDb, type Db, type KeptItem } from './db';
import { keepCount, keepTags, waitingIn, type Desk } from './outbox';
import { keepItems, keepStocktake, pullCounts } from './pull';
import { Replica } from './replica';
import { sendAll } from './send';
import { Sync } from './sync';

const ME = 1;
let made = 0;
const opened: { close: () => void }[] = [];

// Node has none; a browser without Web Locks is such a one too.
Object.defineProperty( globalThis, 'navigator', {
	value: {},
	configurable: true,
} );

afterEach( () => opened.splice( 0 ).forEach( ( thing ) => thing.close() ) );

/** A shop that counts every name once, and can lose answers, be away, or say no. */
class Counting {
	readonly counts: ( StocktakeCountRequest & { id: number } )[] = [];
	readonly asked: string[] = [];
	epcs = new Set< string >();
	next: ( 'lost' | 'away' | 'closed' )[] = [];

	static open(): Counting {
		const shop = new Counting();
		apiFetch.setFetchHandler( ( options ) =>
			shop.answer( options as never )
		);
		return shop;
	}

	private async answer( options: {
		path: string;
		method?: string;
		data?: { counts?: StocktakeCountRequest[]; epcs?: string[] };
	} ) {
		const [ path = '', query = '' ] = options.path.split( '?' );
		const what = path.split( '/' ).slice( 3 ).join( '/' );
		this.asked.push( `${ options.method ?? 'GET' } ${ what }` );
		const fate = this.next.shift();
		if ( fate === 'away' ) {
			throw { code: 'fetch_error' };
		}
		if ( fate === 'closed' ) {
			throw reply( 409, {
				code: 'wig_stocktake_state',
				message: 'Counting is over.',
				data: { state: 'applied' },
			} );
		}
		const body = this.serve( what, new URLSearchParams( query ), options );
		if ( fate === 'lost' ) {
			throw { code: 'fetch_error' };
		}
		return reply( 200, body );
	}

	private serve(
		what: string,
		params: URLSearchParams,
		{
			method,
			data,
		}: {
			method?: string;
			data?: { counts?: StocktakeCountRequest[]; epcs?: string[] };
		}
	): unknown {
		const time = new Date( Date.now() + 5_000 ).toISOString();
		if ( what.endsWith( '/counts' ) && method === 'POST' ) {
			const results = ( data?.counts ?? [] ).map( ( count ) =>
				this.take( count )
			);
			return { results, version: 2, server_time: time };
		}
		if ( what.endsWith( '/counts' ) ) {
			return this.counts
				.filter( ( { id } ) => id > Number( params.get( 'after' ) ) )
				.map( ( count ) => ( {
					...count,
					quantity: count.quantity ?? 0,
					undo: count.undo ?? null,
					counter_id: ME,
				} ) );
		}
		if ( what.endsWith( '/tags' ) ) {
			data?.epcs?.forEach( ( epc ) => this.epcs.add( epc ) );
			return {
				fresh: 1,
				known: 0,
				unknown: [],
				unreadable: [],
				items: [ { item_id: 3, tags: this.epcs.size } ],
				version: 2,
				server_time: time,
			};
		}
		return {
			server_time: time,
			id: 7,
			version: 1,
			recounts: 0,
			filling: true,
		};
	}

	private take( count: StocktakeCountRequest ) {
		const known = this.counts.some( ( { uuid } ) => uuid === count.uuid );
		const isWrong = count.item_id === 99;
		if ( ! known && ! isWrong ) {
			this.counts.push( { ...count, id: this.counts.length + 1 } );
		}
		const state = known ? 'repeated' : 'counted';
		return {
			uuid: count.uuid,
			state: isWrong ? 'refused' : state,
			code: isWrong ? 'wig_unknown_item' : '',
			message: isWrong ? 'Nobody knows this item.' : '',
		};
	}
}

const reply = ( status: number, body: unknown ) => ( {
	ok: status < 400,
	status,
	headers: { get: () => null },
	json: async () => body,
} );

async function desk(): Promise< Desk & { db: Db; name: string } > {
	const name = `test ${ ++made }`;
	const db = await openDb( name );
	await keepStocktake( db, { id: 7, version: 1 } as Stocktake );
	await keepItems( db, 7, [
		{
			item_id: 3,
			name: 'Cup',
			sku: 'CUP',
			barcode: '80614141123458',
			bin: '',
			codes: [],
			round: 1,
			tags: 0,
			listed: true,
			counter_id: 0,
		} as never,
	] );
	const channel = new Channel( name );
	opened.push( channel, db );
	return { db, channel, stocktake: 7, me: ME, name };
}

const one = { item_id: 3, mode: 'add', quantity: '1', round: 1 } as const;
const cup = ( replica: Replica ) => replica.items.get( 3 ) as KeptItem;

it( 'shows a count when it is kept, sends it in order, and keeps what was answered', async () => {
	const shop = Counting.open();
	const at = await desk();
	const replica = await Replica.open( at.db, at.channel, 7, ME );
	const first = await keepCount( at, one );
	await keepCount( at, { ...one, mode: 'set', quantity: '7.5' } );
	await keepCount( at, { ...one, mode: 'undo', undo: first.uuid } );
	expect( replica.waiting ).toBe( 3 );
	expect( replica.tallyOf( cup( replica ), '' ).units ).toBe( 75_000n );
	await sendAll( at.db, at.channel, 7 );
	expect( shop.counts.map( ( { mode } ) => mode ) ).toEqual( [
		'add',
		'set',
		'undo',
	] );
	expect( shop.counts[ 2 ] ).toMatchObject( { undo: first.uuid } );
	expect( replica.waiting ).toBe( 0 );
	expect( await at.db.count( 'outbox' ) ).toBe( 0 );
	const later = await Replica.open( at.db, at.channel, 7, ME );
	expect( later.tallyOf( cup( later ), '' ).units ).toBe( 75_000n );
} );

it( 'sends again what was not answered for, which counts once', async () => {
	const shop = Counting.open();
	const at = await desk();
	await keepCount( at, one );
	await keepCount( at, one );
	shop.next = [ 'away', 'lost' ];
	for ( let attempt = 0; attempt < 2; attempt++ ) {
		await expect( sendAll( at.db, at.channel, 7 ) ).rejects.toMatchObject( {
			kind: 'offline',
		} );
		expect( await waitingIn( at.db ) ).toEqual( [ 7 ] );
	}
	await sendAll( at.db, at.channel, 7 );
	expect( shop.counts ).toHaveLength( 2 );
	expect( await waitingIn( at.db ) ).toEqual( [] );
} );

it( 'counts once what two tabs send at a time', async () => {
	const shop = Counting.open();
	const at = await desk();
	await Promise.all( [
		keepCount( at, one ),
		keepCount( at, one ),
		keepCount( at, one ),
	] );
	await Promise.all( [
		sendAll( at.db, at.channel, 7 ),
		sendAll( at.db, at.channel, 7 ),
	] );
	expect( shop.counts ).toHaveLength( 3 );
	expect( await at.db.count( 'counts' ) ).toBe( 3 );
} );

it( 'keeps what the server refuses, says why, and counts it no more', async () => {
	Counting.open();
	const at = await desk();
	const replica = await Replica.open( at.db, at.channel, 7, ME );
	await keepCount( at, { ...one, item_id: 99 } );
	await sendAll( at.db, at.channel, 7 );
	expect( replica.waiting ).toBe( 0 );
	expect( replica.book.refused ).toMatchObject( [
		{ message: 'Nobody knows this item.' },
	] );
	await sendAll( at.db, at.channel, 7 );
	expect( await at.db.count( 'outbox' ) ).toBe( 1 );
} );

it( 'takes what another device counted, and knows its own counts again', async () => {
	const shop = Counting.open();
	const [ at, other ] = [ await desk(), await desk() ];
	const replica = await Replica.open( at.db, at.channel, 7, ME );
	await keepCount( at, one );
	await sendAll( at.db, at.channel, 7 );
	await keepCount( other, one );
	await sendAll( other.db, other.channel, 7 );
	await pullCounts( at.db, at.channel, 7 );
	expect( replica.tallyOf( cup( replica ), '' ).units ).toBe( 20_000n );
	shop.asked.length = 0;
	await pullCounts( at.db, at.channel, 7 );
	expect( await at.db.count( 'counts' ) ).toBe( 2 );
} );

it( 'keeps a tag once, counts it before it is sent, and takes the number of the server after', async () => {
	const shop = Counting.open();
	const at = await desk();
	const replica = await Replica.open( at.db, at.channel, 7, ME );
	const epc = '3074257BF7194E4000001A85';
	expect( await keepTags( at, [ epc, epc.toLowerCase() ], '' ) ).toHaveLength(
		1
	);
	expect( await keepTags( at, [ epc ], '' ) ).toHaveLength( 0 );
	expect( replica.tallyOf( cup( replica ), '' ).units ).toBe( 10_000n );
	await sendAll( at.db, at.channel, 7 );
	expect( shop.epcs.size ).toBe( 1 );
	// The news is read from the database again.
	while ( cup( replica ).tags === 0 ) {
		await new Promise( ( resolve ) => setTimeout( resolve ) );
	}
	expect( replica.tallyOf( cup( replica ), '' ).units ).toBe( 10_000n );
	expect( replica.waiting ).toBe( 0 );
} );

it( 'stops where counting is over, keeps the counts, and says so', async () => {
	const shop = Counting.open();
	const at = await desk();
	await keepCount( at, one );
	const sync = new Sync( at.db, at.channel, at.name, () => null );
	shop.next = [ undefined, undefined, undefined, 'closed' ] as never;
	const done = new Promise( ( resolve ) =>
		sync.listen( () => sync.link === 'well' && resolve( null ) )
	);
	sync.kick();
	await done;
	sync.stop();
	expect( sync.problems.get( 7 )?.message ).toBe( 'Counting is over.' );
	expect( await waitingIn( at.db ) ).toEqual( [ 7 ] );
} );

it( 'measures the clock before it sends, and is offline where nothing answers', async () => {
	const shop = Counting.open();
	const at = await desk();
	const sync = new Sync( at.db, at.channel, at.name, () => null );
	shop.next = [ 'away' ];
	const links: string[] = [];
	sync.listen( () => links.push( sync.link ) );
	const until = ( link: string ) =>
		new Promise( ( resolve ) =>
			sync.listen( () => sync.link === link && resolve( null ) )
		);
	const offline = until( 'offline' );
	sync.kick();
	await offline;
	const well = until( 'well' );
	sync.kick();
	await well;
	sync.stop();
	await keepCount( at, one );
	const [ waiting ] = await at.db.getAll( 'outbox' );
	expect( Math.round( ( waiting?.offset ?? 0 ) / 1_000 ) ).toBe( 5 );
} );
