import { Shop } from '../../../tests/js/shop';
import { fetchFacts, fetchStock } from './api';

const portion = ( ids: number[], next: string | null ) => ( {
	status: 200,
	body: ids.map( ( id ) => ( { item_id: id } ) ),
	headers: next === null ? undefined : { 'X-WIG-Next': next },
} );

it( 'reads all items portion by portion, and tells how many are there', async () => {
	const shop = Shop.open();
	shop.then( portion( [ 1, 2 ], '2' ), portion( [ 3 ], null ) );
	const told: number[] = [];
	const all = await fetchStock(
		'2026-03-03',
		( count ) => told.push( count ),
		new AbortController().signal
	);
	expect( all.items.map( ( { item_id: id } ) => id ) ).toEqual( [ 1, 2, 3 ] );
	expect( all.foldedBefore ).toBeNull();
	expect( told ).toEqual( [ 2, 3 ] );
	expect(
		shop.asked.map( ( { params } ) => params.get( 'from_item' ) )
	).toEqual( [ '0', '2' ] );
} );

it( 'says from when on every day is known, where the one asked for is not', async () => {
	const shop = Shop.open();
	const folded = { 'X-WIG-Folded-Before': '2021-04-01T10:00:01Z' };
	shop.then( { status: 200, body: [], headers: folded } );
	const { foldedBefore } = await fetchStock(
		'2021-02-15',
		() => undefined,
		new AbortController().signal
	);
	expect( foldedBefore ).toBe( '2021-04-01T10:00:01Z' );
} );

it( 'does not pass half of the items off as all of them', async () => {
	const shop = Shop.open();
	shop.then( portion( [ 1 ], '1' ), 'offline' );
	await expect(
		fetchFacts(
			'2026-03-01',
			'2026-03-31',
			() => undefined,
			new AbortController().signal
		)
	).rejects.toMatchObject( { kind: 'offline' } );
} );
