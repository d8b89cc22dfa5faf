import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { arriveWith } from '../../../tests/js/boot';
import { refusal, Shop } from '../../../tests/js/shop';
import type { Shortfall } from '../../schema';
import { ShortfallsScreen } from './ShortfallsScreen';

const row = ( id: number ): Shortfall => ( {
	id,
	order_id: 1000 + id,
	order_label: `Order #${ 1000 + id }`,
	order_link: null,
	line_id: id,
	item_id: 3,
	item_name: 'Gaiwan',
	item_sku: 'GW-1',
	missing: 2,
	can_be_had: 0,
	owed: false,
	open: true,
	outcome: 'wait',
	created_at: '2026-11-23T10:00:00Z',
	closed_at: null,
} );

const list = ( ...rows: Shortfall[] ) => ( {
	status: 200,
	body: rows,
	headers: { 'X-WP-Total': String( rows.length ) },
} );

function visit( ...replies: Parameters< Shop[ 'then' ] > ) {
	window.history.replaceState( null, '', '/?page=x&path=/shortfalls' );
	arriveWith();
	const shop = Shop.open();
	shop.then( ...replies );
	render( <ShortfallsScreen /> );
	return { shop, user: userEvent.setup() };
}

const refund = ( order: number ) =>
	screen.findByRole( 'button', {
		name: `Money back: Gaiwan, Order #${ order }`,
	} );
const resolved = ( shop: Shop ) =>
	shop.asked
		.filter( ( { method } ) => method === 'POST' )
		.map( ( { path, data } ) => [
			path.split( '/' ).at( -2 ),
			data.outcome,
		] );

it( 'lets a row go before the server has answered, and takes the decision back on Undo', async () => {
	const { shop, user } = visit( list( row( 1 ), row( 2 ) ) );
	let answer = () => {};
	const button = await refund( 1001 );
	shop.hold( ( { method } ) =>
		method === 'POST'
			? new Promise( ( done ) => {
					answer = done;
				} )
			: Promise.resolve()
	);
	shop.then(
		{ status: 200, body: { ...row( 1 ), open: false, outcome: 'refund' } },
		list( row( 2 ) ),
		{ status: 200, body: row( 1 ) },
		list( row( 1 ), row( 2 ) )
	);
	await user.click( button );
	expect( screen.queryByText( 'Order #1001' ) ).toBeNull();
	expect( screen.queryByRole( 'button', { name: 'Undo' } ) ).toBeNull();
	answer();
	await user.click( await screen.findByRole( 'button', { name: 'Undo' } ) );
	answer();
	await screen.findByText( 'Order #1001' );
	expect( resolved( shop ) ).toEqual( [
		[ '1', 'refund' ],
		[ '1', 'wait' ],
	] );
} );

it( 'brings a row back with the reason when the decision could not be saved', async () => {
	const { user } = visit(
		list( row( 1 ) ),
		refusal( 409, 'wig_still_short' )
	);
	await user.click(
		await screen.findByRole( 'button', {
			name: 'Take now: Gaiwan, Order #1001',
		} )
	);
	await waitFor( () =>
		expect( screen.getByText( 'Order #1001' ) ).toBeVisible()
	);
	expect(
		screen.getAllByText( 'Refused: wig_still_short' )[ 0 ]
	).toBeVisible();
	expect( screen.queryByRole( 'button', { name: 'Undo' } ) ).toBeNull();
} );

it( 'says that a decision stands where the order has ended meanwhile', async () => {
	const closed = { ...row( 1 ), open: false, outcome: 'refund' as const };
	const { user } = visit(
		list( closed ),
		{ status: 200, body: closed },
		list( closed )
	);
	await user.click(
		await screen.findByRole( 'button', { name: /^Let the customer wait/ } )
	);
	expect(
		await screen.findByText( /no longer wants these units/ )
	).toBeVisible();
} );

it( 'stays where somebody went while a decision was on its way', async () => {
	const { shop, user } = visit( list( row( 1 ) ) );
	let answer = () => {};
	const button = await refund( 1001 );
	shop.hold( ( { method } ) =>
		method === 'POST'
			? new Promise( ( done ) => {
					answer = done;
				} )
			: Promise.resolve()
	);
	await user.click( button );
	shop.then(
		list( row( 9 ) ),
		{ status: 200, body: { ...row( 1 ), open: false } },
		list( row( 9 ) )
	);
	await user.click( screen.getByRole( 'link', { name: 'Settled' } ) );
	await screen.findByText( 'Order #1009' );
	answer();
	await screen.findByRole( 'button', { name: 'Undo' } );
	expect( shop.asked.map( ( { params } ) => params.get( 'state' ) ) ).toEqual(
		[ 'open', null, 'closed', 'closed' ]
	);
} );

it( 'loads again what could not be loaded', async () => {
	const { user } = visit( 'offline', list( row( 1 ) ) );
	await user.click( await screen.findByRole( 'button', { name: 'Retry' } ) );
	expect( await screen.findByText( 'Order #1001' ) ).toBeVisible();
} );
