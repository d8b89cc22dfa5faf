/**
 * @jest-environment node
 */
import type { Shortfall } from '../../schema';
import { decisionsFor, isThere, shown } from './outcome';
import { queryOf, readView, writeView } from './view';

const row = ( part: Partial< Shortfall > = {} ): Shortfall => ( {
	id: 1,
	order_id: 7,
	order_label: 'Order #7',
	order_link: null,
	line_id: 70,
	item_id: 3,
	item_name: 'Gaiwan',
	item_sku: '',
	missing: 2,
	can_be_had: 0,
	owed: false,
	open: true,
	outcome: 'wait',
	created_at: '2026-11-23T10:00:00Z',
	closed_at: null,
	...part,
} );

describe( 'what can be decided', () => {
	it( 'is everything while it waits, and nothing is taken that is owed', () => {
		expect( decisionsFor( row() ) ).toEqual( [
			'taken',
			'substitute',
			'refund',
		] );
		expect( decisionsFor( row( { owed: true } ) ) ).toEqual( [
			'substitute',
			'refund',
		] );
	} );

	it( 'is only to wait again once it is settled, and not after units were taken', () => {
		const closed = { open: false, closed_at: '2026-11-23T11:00:00Z' };
		expect(
			decisionsFor( row( { ...closed, outcome: 'refund' } ) )
		).toEqual( [ 'wait' ] );
		expect(
			decisionsFor( row( { ...closed, outcome: 'taken' } ) )
		).toEqual( [] );
	} );

	it( 'looks good when all of it is there, to the last fraction', () => {
		expect( isThere( row( { can_be_had: '1.9999' } ) ) ).toBe( false );
		expect( isThere( row( { can_be_had: 2 } ) ) ).toBe( true );
		expect( isThere( row( { can_be_had: 2, owed: true } ) ) ).toBe( false );
	} );
} );

it( 'shows no row that is just being settled', () => {
	expect(
		shown( [ row(), row( { id: 2 } ) ], new Set( [ 1 ] ) ).map(
			( { id } ) => id
		)
	).toEqual( [ 2 ] );
} );

describe( 'the address', () => {
	it( 'is read back as it was written', () => {
		const view = { state: 'closed', order: 1043, page: 3 } as const;
		expect( readView( new URLSearchParams( writeView( view ) ) ) ).toEqual(
			view
		);
		expect( queryOf( view ) ).toEqual( {
			state: 'closed',
			order_id: 1043,
			page: 3,
			per_page: 20,
		} );
	} );

	it( 'may hold nonsense', () => {
		const view = readView(
			new URLSearchParams( 'state=all&order=-1&paged=1e9' )
		);
		expect( view ).toEqual( { state: 'open', order: null, page: 1 } );
		expect( writeView( view ) ).toEqual( {} );
	} );
} );
