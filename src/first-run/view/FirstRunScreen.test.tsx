import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { arriveWith } from '../../../tests/js/boot';
import { refusal, Shop } from '../../../tests/js/shop';
import type { FirstRun } from '../../schema';
import { FirstRunScreen } from './FirstRunScreen';

const found = ( part: Partial< FirstRun > = {} ) => ( {
	status: 200,
	body: {
		done: false,
		woocommerce: true,
		counted: 1204,
		held_orders: 12,
		held_units: 31,
		object_cache: false,
		page_caches: [ 'WP Rocket' ],
		import: { state: 'done', done: 1204, total: 1204 },
		...part,
	},
} );

function visit( ...replies: Parameters< Shop[ 'then' ] > ) {
	arriveWith();
	const shop = Shop.open();
	shop.then( ...replies );
	render( <FirstRunScreen /> );
	return { shop, user: userEvent.setup() };
}

it( 'says what was found, and leaves out what is not there', async () => {
	visit( found() );
	const list = await screen.findByText( /1,204 items/ );
	expect( list.parentElement ).toHaveTextContent( 'WP Rocket' );
	expect( list.parentElement ).toHaveTextContent( '12 open orders' );
	expect( list.parentElement ).not.toHaveTextContent( 'object cache' );
} );

it( 'lends the taking over a hand until it is done, and goes on after an error', async () => {
	const { shop, user } = visit(
		found( { import: { state: 'running', done: 400, total: 1204 } } ),
		found( { import: { state: 'running', done: 800, total: 1204 } } ),
		refusal( 500, 'wig_error', {} ),
		found( { import: { state: 'running', done: 800, total: 1204 } } ),
		found()
	);
	await user.click( await screen.findByRole( 'button', { name: 'Retry' } ) );
	await screen.findByText( 'All 1,204 products are taken over.' );
	expect( shop.asked.map( ( { method } ) => method ) ).toEqual( [
		'GET',
		'POST',
		'POST',
		'GET',
		'POST',
	] );
} );

it( 'shows what came of 40 buyers by the books', async () => {
	const { shop, user } = visit(
		found(),
		{ status: 201, body: { id: 7, units: 5, buyers: 40 } },
		...Array.from( { length: 40 }, ( _, n ) => ( {
			status: 200,
			body: { sold: n < 5 },
		} ) ),
		{ status: 200, body: { sold: 5, oversold: 0, agrees: true } }
	);
	await user.click(
		await screen.findByRole( 'button', { name: 'Test the guard' } )
	);
	const step = (
		await screen.findByText( '5 sold, 35 told kindly no, 0 oversold.', {
			selector: '.wig-proof',
		} )
	).parentElement as HTMLElement;
	expect( within( step ).queryByText( /no answer/ ) ).toBeNull();
	expect(
		new Set(
			shop.asked
				.filter( ( { path } ) => path.endsWith( '/buyers' ) )
				.map( ( { data } ) => JSON.stringify( data ) )
		).size
	).toBe( 40 );
} );
