import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Shop } from '../../../tests/js/shop';
import type { Webhook } from '../../schema';
import { WebhookList } from './WebhookList';

const hook: Webhook = {
	id: 4,
	url: 'https://hook.test/in',
	kinds: [],
	active: true,
	secret: null,
	waiting: 0,
	given_up: 0,
	last_result: '',
	last_sent_at: null,
	created_at: '2026-11-23T10:00:00Z',
	updated_at: '2026-11-23T10:00:00Z',
};

const list = ( ...body: Webhook[] ) => ( { status: 200, body } );

function visit( ...replies: Parameters< Shop[ 'then' ] > ) {
	const shop = Shop.open();
	shop.then( ...replies );
	render( <WebhookList /> );
	return { shop, user: userEvent.setup() };
}

it( 'makes one webhook, however often it is sent, and shows its secret', async () => {
	const { shop, user } = visit(
		list(),
		'offline',
		{ status: 201, body: { ...hook, secret: 'abc123' } },
		list( hook )
	);
	await user.click(
		await screen.findByRole( 'button', { name: 'Add webhook' } )
	);
	await user.type( screen.getByLabelText( 'Address' ), hook.url );
	await user.click( screen.getByRole( 'button', { name: 'Save webhook' } ) );
	await user.click( await screen.findByRole( 'button', { name: 'Retry' } ) );
	expect( await screen.findByText( 'abc123' ) ).toBeVisible();
	const posts = shop.asked.filter( ( { method } ) => method === 'POST' );
	expect( posts.map( ( { data } ) => data ) ).toEqual( [
		{ url: hook.url, kinds: [], active: true },
		{ url: hook.url, kinds: [], active: true },
	] );
	expect( new Set( posts.map( ( { key } ) => key ) ).size ).toBe( 1 );
} );

it( 'says what to do where the secret was lost on its way', async () => {
	const { user } = visit( list(), { status: 200, body: hook }, list( hook ) );
	await user.click(
		await screen.findByRole( 'button', { name: 'Add webhook' } )
	);
	await user.type( screen.getByLabelText( 'Address' ), hook.url );
	await user.click( screen.getByRole( 'button', { name: 'Save webhook' } ) );
	expect( await screen.findByText( /make a new one/ ) ).toBeVisible();
} );

it( 'sends nothing where nothing was changed', async () => {
	const { shop, user } = visit( list( hook ) );
	await user.click( await screen.findByRole( 'button', { name: /^Edit/ } ) );
	await user.click( screen.getByRole( 'button', { name: 'Save webhook' } ) );
	expect( screen.queryByRole( 'dialog' ) ).toBeNull();
	expect( shop.asked ).toHaveLength( 1 );
} );

it( 'tells what came of a test', async () => {
	const { user } = visit( list( hook ), {
		status: 200,
		body: { taken: false, result: 'HTTP 500' },
	} );
	await user.click( await screen.findByRole( 'button', { name: /^Send/ } ) );
	expect(
		await screen.findByText( 'The test did not arrive: HTTP 500' )
	).toBeVisible();
} );
