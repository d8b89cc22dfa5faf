/**
 * @jest-environment node
 */
import type { ImportMapping } from '../../schema';
import {
	checkFeed,
	everyOf,
	feedDraft,
	feedState,
	isUnderWay,
	meaningOf,
	newFeed,
	saysFeed,
} from './feed';
import { someFeed } from './some-feed';

const NOW = Date.parse( '2026-11-29T10:00:00Z' );

const feed = someFeed();

const problemsOf = ( part: Partial< typeof feed > ) => {
	const checked = checkFeed( feedDraft( { ...feed, ...part } ) );
	return 'problems' in checked ? checked.problems : null;
};

it( 'sends what was typed, without the blanks around it', () => {
	expect(
		checkFeed( {
			...feedDraft( feed ),
			name: ' Mei ',
			address: ' feeds/mei.csv ',
		} )
	).toEqual( { request: feedDraft( feed ) } );
} );

it( 'wants a name, a place and columns', () => {
	const checked = checkFeed( newFeed( '' ) );
	expect( checked ).toEqual( {
		problems: {
			name: 'no-name',
			address: 'no-address',
			mapping: 'no-mapping',
		},
	} );
} );

it.each( [
	[ 'file', 'feeds/mei.xlsx', 'ending' ],
	[ 'file', '../mei.csv', 'outside' ],
	[ 'file', 'feeds\\..\\mei.csv', 'outside' ],
	[ 'url', '', 'no-address' ],
	[ 'url', 'feeds/mei.csv', 'no-url' ],
	[ 'url', 'ftp://supplier.test/a.csv', 'no-url' ],
	[ 'url', 'https://mei:secret@supplier.test/a.csv', 'password' ],
] as const )(
	'says what is wrong with a %s at “%s”',
	( source, address, why ) => {
		expect( problemsOf( { source, address } ) ).toEqual( { address: why } );
	}
);

it.each( [
	[ 'file', 'stock..old/Mei.CSV' ],
	[ 'file', '供应商/库存.tsv' ],
	[ 'url', 'HTTPS://supplier.test/stock?format=csv&to=a@b.test' ],
] as const )( 'takes a %s at “%s”', ( source, address ) => {
	expect( problemsOf( { source, address } ) ).toBeNull();
} );

it( 'offers an interval that was set elsewhere beside its own', () => {
	expect( everyOf( 60 ) ).toHaveLength( 8 );
	expect( everyOf( 45 ).slice( 0, 3 ) ).toEqual( [ 15, 30, 45 ] );
} );

it( 'knows what was typed again, whatever became of the feed meanwhile', () => {
	const draft = feedDraft( feed );
	expect( saysFeed( { ...feed, version: 9, last_at: null }, draft ) ).toBe(
		true
	);
	for ( const other of [
		{ active: false },
		{ every_minutes: 15 },
		{ encoding: 'BIG5' },
		{ decimal: ',' },
		{ mapping: 'Other' },
	] as const ) {
		expect( saysFeed( { ...feed, ...other }, draft ) ).toBe( false );
	}
} );

it.each( [
	[ 'running', { running: 8, last_error: { code: 'a', message: 'b' } } ],
	[ 'waiting', { asked: true, active: false } ],
	[ 'waiting', { next_at: '2026-11-29T09:59:00Z' } ],
	[ 'failed', { last_error: { code: 'a', message: 'b' }, active: false } ],
	[ 'off', { active: false, next_at: '2026-11-29T09:59:00Z' } ],
	[ 'on', {} ],
] as const )( 'is %s', ( state, part ) => {
	const now = { ...feed, ...part };
	expect( feedState( now, NOW ) ).toBe( state );
	expect( isUnderWay( now, NOW ) ).toBe(
		state === 'running' || state === 'waiting'
	);
} );

it.each( [
	[ [ 'sku', 'on_hand' ], 'absolute', 'absolute' ],
	[ [ 'sku', 'on_hand' ], 'difference', 'difference' ],
	[ [ 'sku', 'delta' ], 'absolute', 'difference' ],
	[ [ 'sku', 'counted' ], 'absolute', 'counted' ],
	[ [ 'sku', 'unit_cost' ], 'difference', null ],
] as const )( 'knows what %j as %s mean', ( fields, quantity, meaning ) => {
	const mapping = {
		name: 'Mei',
		columns: fields.map( ( field ) => ( { heading: field, field } ) ),
		options: { quantity },
	} as unknown as ImportMapping;
	expect( meaningOf( mapping ) ).toBe( meaning );
} );
