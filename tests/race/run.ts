// Many processes at once against the REST routes, on MariaDB.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { send, type Shot } from '../../tools/lib/http.ts';
import { startNative, type Native } from '../../tools/lib/native.ts';
import { root } from '../../tools/lib/paths.ts';
import { auth, get, must, race, verdict, type RaceOptions, type RaceResult } from '../../tools/lib/race.ts';
import type { Part } from '../../tools/lib/report.ts';
import { volley } from '../../tools/lib/volley.ts';

const rounds = 200;

export const run: Part = async ( t ) => {
	const site = await startNative( { muPlugins: [ 'naive.php', 'future.php' ].map( ( name ) => join( root, 'tests/race', name ) ) } );
	try {
		const fought = async ( title: string, options: Partial< RaceOptions > ): Promise< void > =>
			t.check( title, async () => {
				const result = await race( site, { units: 20, buyers: 120, processes: 8, items: 1, ...options }, t.note );
				t.note( JSON.stringify( result ) );
				assert.deepEqual( verdict( result ), [] );
			} );
		await fought( 'Twenty units go to twenty of 120 buyers', {} );
		await fought( 'Three items at once, in any order, go to twenty buyers and nobody waits for ever', { items: 3 } );
		await fought( 'Bundles that share a component never promise it twice', { items: 2, bundles: true } );
		await fought( 'Bundles that share alternatives go to as many buyers as there are combinations, and to no more', { items: 2, bundles: true, alternatives: true } );
		await fought( 'Tenths of a unit add up exactly', { fractions: true } );
		await fought( 'When there is enough for everybody, nobody is turned away', { units: 100, buyers: 80 } );

		await t.check( 'The same race oversells where the stock is read first and written then', async () => {
			try {
				let result = await naive( site );
				// A slow machine may happen to serve the buyers one after the other.
				for ( let again = 0; again < 2 && result.oversold === 0; again++ ) {
					result = await naive( site );
				}
				t.note( `read, then write: ${ result.accepted } of 20 units sold` );
				assert.ok( result.oversold > 0, 'The naive version sold exactly what it had: then this race shows nothing.' );
				assert.notDeepEqual( verdict( result ), [] );
				assert.notEqual( result.invariants, 'ok', 'GET integrity did not notice.' );
			} finally {
				// What the naive version broke must not be blamed on what follows.
				await site.php( join( root, 'tests/race/mend.php' ) );
			}
		} );
		await t.check( 'One key sent fifty times at once is one reservation with fifty equal answers', () => oneKey( site ) );
		await t.check( `Commit, release and expiry of one reservation at once, ${ rounds } rounds: exactly one wins`, async () => t.note( await endings( site ) ) );
		await t.check( 'After all of it every invariant holds and PHP has nothing to complain about', async () => {
			assert.equal( site.complaints(), '' );
			const { ok, problems } = await get< { ok: boolean; problems: unknown[] } >( site, 'integrity' );
			assert.deepEqual( problems, [] );
			assert.equal( ok, true );
		} );
	} finally {
		await site.stop();
	}
};

const naive = ( site: Native ): Promise< RaceResult > => race( site, { units: 20, buyers: 120, processes: 8, items: 1, route: 'wig-naive/v1' } );

async function oneKey( site: Native ): Promise< void > {
	const item = await part( site, 'One key', 50 );
	const shot: Shot = { method: 'POST', url: route( site, 'reservations' ), headers: { ...auth( site ), 'Idempotency-Key': 'fifty-times' }, body: { reference: { type: 'race', id: 'fifty' }, lines: [ { item_id: item, quantity: 3 } ], expires_in: 3600 } };
	const { answers } = await volley( Array.from( { length: 50 }, () => shot ), 5 );
	assert.equal( answers.filter( ( { status } ) => status === 201 ).length, 1, 'Exactly one answer says "made just now".' );
	assert.equal( answers.filter( ( { status } ) => status === 200 ).length, 49, 'All others say "made before".' );
	assert.equal( new Set( answers.map( ( { text } ) => text ) ).size, 1, 'All say the same.' );
	const { reserved } = await get< { reserved: number } >( site, `items/${ item }` );
	assert.equal( reserved, 3 );
}

/** Each round: one reservation, and three who want to end it. Returns who won how often. */
async function endings( site: Native ): Promise< string > {
	const item = await part( site, 'Endings', rounds );
	const won = { committed: 0, released: 0, expired: 0 };
	for ( let round = 0; round < rounds; round++ ) {
		const { id } = await must< { id: number } >( site, { method: 'POST', path: 'reservations', run: 'ending', body: { reference: { type: 'race', id: `ending-${ round }` }, lines: [ { item_id: item, quantity: 1 } ], expires_in: 600 } } );
		const end = ( url: string, what: string ) => send( { method: 'POST', url, headers: { ...auth( site ), 'Idempotency-Key': `ending-${ round }-${ what }` } } );
		const doors = [
			{ what: 0, open: () => end( route( site, `reservations/${ id }/commit` ), 'commit' ) },
			{ what: 1, open: () => end( route( site, `reservations/${ id }/release` ), 'release' ) },
			{ what: 2, open: () => end( `${ site.url }/wp-json/wig-race/v1/expire`, 'expire' ) },
		];
		// Whoever is sent first has a head start, so that changes from round to round.
		const turned = [ ...doors.slice( round % 3 ), ...doors.slice( 0, round % 3 ) ];
		const answers = await Promise.all( turned.map( async ( { what, open } ) => ( { what, answer: await open() } ) ) );
		const [ commit, release, expire ] = answers.sort( ( a, b ) => a.what - b.what ).map( ( { answer } ) => answer );
		assert.ok( commit && release && expire );
		for ( const loser of [ commit, release ] ) {
			assert.ok( loser.status === 200 || ( loser.status === 409 && loser.text.includes( 'wig_not_active' ) ), `HTTP ${ loser.status }: ${ loser.text }` );
		}
		const { expired } = JSON.parse( expire.text );
		const winners = [ ...( commit.status === 200 ? [ 'committed' as const ] : [] ), ...( release.status === 200 ? [ 'released' as const ] : [] ), ...( expired === 1 ? [ 'expired' as const ] : [] ) ];
		assert.equal( winners.length, 1, `Round ${ round }: ${ winners.join( ' and ' ) || 'nobody' } won.` );
		const { state } = await get< { state: string } >( site, `reservations/${ id }` );
		assert.equal( state, winners[ 0 ] );
		won[ winners[ 0 ] ?? 'expired' ]++;
	}
	const { on_hand: onHand, reserved } = await get< { on_hand: number; reserved: number } >( site, `items/${ item }` );
	assert.deepEqual( { onHand, reserved }, { onHand: rounds - won.committed, reserved: 0 } );
	return `${ won.committed } committed, ${ won.released } released, ${ won.expired } expired`;
}

const route = ( site: Native, path: string ): string => `${ site.url }/wp-json/woo-inventory-guard/v1/${ path }`;

async function part( site: Native, name: string, units: number ): Promise< number > {
	const { id } = await must< { id: number } >( site, { method: 'POST', path: 'items', run: 'race', body: { kind: 'part', name, sku: name.toUpperCase().replace( ' ', '-' ), on_hand: units } } );
	return id;
}
