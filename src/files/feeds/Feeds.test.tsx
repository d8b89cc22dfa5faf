import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal, Shop } from '../../../tests/js/shop';
import type { ImportFeed } from '../../schema';
import { someFeed } from '../logic/some-feed';
import { Feeds } from './Feeds';

const feed = someFeed( {
	next_at: '2999-11-29T10:30:00.000000Z',
	last_rows: { changed: 3, same: 2, problems: 1, conflicts: 0 },
} );

const ROOT = '/woo-inventory-guard/v1/import-feeds';

afterEach( () => {
	jest.useRealTimers();
} );

const list = ( ...body: ImportFeed[] ) => ( { status: 200, body } );
const one = ( part: Partial< ImportFeed > = {} ) => ( {
	status: 200,
	body: { ...feed, ...part },
} );
const columns = {
	status: 200,
	body: {
		mappings: [
			{
				name: 'Supplier Mei',
				columns: [ { heading: 'Qty', field: 'on_hand' } ],
				options: { quantity: 'difference' },
			},
		],
		version: 1,
	},
};

function visit( ...replies: Parameters< Shop[ 'then' ] > ) {
	const shop = Shop.open();
	shop.then( ...replies );
	const onRead = jest.fn();
	render( <Feeds onRead={ onRead } /> );
	return { shop, user: userEvent.setup(), onRead };
}

const press = async (
	user: ReturnType< typeof userEvent.setup >,
	name: string
) => user.click( await screen.findByRole( 'button', { name } ) );

const sent = ( shop: Shop ) =>
	shop.asked.filter( ( { method } ) => method === 'POST' );

it( 'says how the last reading went, with its report, and when the next one is', async () => {
	visit( list( feed ) );
	const card = await screen.findByRole( 'listitem', {
		name: ( _, element ) => element.classList.contains( 'wig-card' ),
	} );
	expect( card ).toHaveTextContent( 'Every hour' );
	expect( card ).toHaveTextContent(
		'3 rows changed, 2 were so already, 1 has a problem.'
	);
	expect(
		within( card ).getByRole( 'link', { name: 'Report' } )
	).toHaveAttribute( 'href', expect.stringContaining( 'import=7' ) );
	expect( card ).toHaveTextContent( 'Next time:' );
} );

it( 'says that the same file was not added twice, and why one could not be read', async () => {
	visit(
		list(
			{ ...feed, unchanged: true },
			{
				...feed,
				id: 4,
				active: false,
				last_error: {
					code: 'wig_feed_empty',
					message: 'The file has no rows.',
				},
			}
		)
	);
	await screen.findByText( /the same file as before, nothing to add\./ );
	expect( screen.getByText( /: The file has no rows\.$/ ) ).toBeVisible();
	expect(
		screen.getByRole( 'link', { name: 'Report of the one before' } )
	).toBeVisible();
	expect( screen.getByText( /Switched off/ ) ).toBeVisible();
} );

it( 'makes one feed, however often it is sent, and keeps what was typed', async () => {
	const { shop, user } = visit(
		list(),
		columns,
		'offline',
		one(),
		list( feed )
	);
	await press( user, 'Add feed' );
	await user.type( await screen.findByLabelText( 'Name' ), ' Mei ' );
	await user.type(
		screen.getByLabelText( 'Path of the file' ),
		'feeds/mei.csv'
	);
	await user.selectOptions(
		screen.getByLabelText( 'Columns as saved under' ),
		await screen.findByRole( 'option', { name: 'Supplier Mei' } )
	);
	expect( screen.getByText( /what came or went/ ) ).toBeVisible();
	await user.selectOptions( screen.getByLabelText( 'How often' ), '60' );
	await press( user, 'Save feed' );
	await screen.findByRole( 'button', { name: 'Retry' } );
	expect( screen.getByLabelText( 'Path of the file' ) ).toHaveValue(
		'feeds/mei.csv'
	);
	await press( user, 'Retry' );
	await screen.findByRole( 'button', { name: 'Edit feed Mei' } );
	const posts = sent( shop );
	expect( posts.map( ( { data } ) => data.name ) ).toEqual( [
		'Mei',
		'Mei',
	] );
	expect( new Set( posts.map( ( { key } ) => key ) ).size ).toBe( 1 );
} );

it( 'says at the field what is wrong, by itself and as the server says it', async () => {
	const { shop, user } = visit(
		list( { ...feed, mapping: 'Gone' } ),
		columns,
		refusal( 400, 'rest_invalid_param', {
			params: { mapping: 'mapping: choose one that is there.' },
		} )
	);
	await press( user, 'Edit feed Mei' );
	const path = await screen.findByLabelText( 'Path of the file' );
	await user.clear( path );
	await user.type( path, 'mei.pdf' );
	await press( user, 'Save feed' );
	expect( path ).toHaveAttribute( 'aria-invalid', 'true' );
	expect( sent( shop ) ).toEqual( [] );
	await user.type( path, '.csv' );
	await press( user, 'Save feed' );
	expect(
		await screen.findByText( 'choose one that is there.' )
	).toBeVisible();
	expect(
		screen.getByRole( 'option', { name: 'Gone (no longer saved)' } )
	).toBeInTheDocument();
	expect( screen.queryByRole( 'button', { name: 'Retry' } ) ).toBeNull();
} );

it( 'shows both where somebody else was faster, and saves mine over theirs', async () => {
	const { shop, user } = visit(
		list( feed ),
		columns,
		refusal( 412, 'wig_stale_version' ),
		one( { every_minutes: 10_080, version: 5 } ),
		one( { every_minutes: 15, version: 6 } ),
		list( { ...feed, every_minutes: 15 } )
	);
	await press( user, 'Edit feed Mei' );
	await user.selectOptions(
		await screen.findByLabelText( 'How often' ),
		'15'
	);
	await press( user, 'Save feed' );
	const both = await screen.findByRole( 'alertdialog' );
	expect( both ).toHaveTextContent( 'Every 15 minutes' );
	expect( both ).toHaveTextContent( 'Every 7 days' );
	await press( user, 'Save mine' );
	await screen.findByText( 'Every 15 minutes' );
	expect( sent( shop ).map( ( { ifMatch } ) => ifMatch ) ).toEqual( [
		'"2"',
		'"5"',
	] );
} );

it( 'is read by the job: looks until that is done, and says so', async () => {
	jest.useFakeTimers();
	const shop = Shop.open();
	shop.then(
		list( feed ),
		one( { asked: true } ),
		one( { running: 8 } ),
		'offline',
		one( { last_import: 8 } )
	);
	const onRead = jest.fn();
	const user = userEvent.setup( {
		advanceTimers: ( by ) => jest.advanceTimersByTime( by ),
	} );
	render( <Feeds onRead={ onRead } /> );
	await press( user, 'Read now: Mei' );
	await screen.findByText( 'Waits for its turn' );
	expect(
		screen.getByRole( 'button', { name: 'Read now: Mei' } )
	).toHaveAttribute( 'aria-disabled', 'true' );
	await screen.findByText( 'Being read', {}, { timeout: 10_000 } );
	expect( onRead ).not.toHaveBeenCalled();
	// A look that fails in between is no matter.
	await screen.findByText( 'On', {}, { timeout: 20_000 } );
	expect( onRead ).toHaveBeenCalledTimes( 1 );
	await act( () => jest.advanceTimersByTimeAsync( 60_000 ) );
	expect(
		shop.asked.map( ( { path } ) => path.slice( ROOT.length ) )
	).toEqual( [ '', '/3/run', '/3', '/3', '/3' ] );
} );

it( 'is switched off whatever else was changed, tries again, and is deleted after a question', async () => {
	const { shop, user } = visit(
		list( feed ),
		'offline',
		one( { active: false } ),
		{ status: 200, body: feed },
		list()
	);
	await press( user, 'Switch off Mei' );
	await press( user, 'Retry' );
	await screen.findByRole( 'button', { name: 'Switch on Mei' } );
	expect(
		sent( shop ).map( ( { data, ifMatch } ) => [ data, ifMatch ] )
	).toEqual( [
		[ { active: false }, undefined ],
		[ { active: false }, undefined ],
	] );
	await press( user, 'Delete feed Mei' );
	await press( user, 'Delete feed' );
	await screen.findByText( 'The server reads no file by itself.' );
} );
