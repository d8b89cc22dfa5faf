import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal, Shop } from '../../../tests/js/shop';
import type { Settings } from '../../schema';
import { SettingsScreen } from './SettingsScreen';

const kept: Settings = {
	low_stock_threshold: 2,
	hold_minutes: 60,
	show_numbers: 'low',
	delete_data_on_uninstall: false,
	stock_leaves: 'paid',
	method_holds: [],
	expiry_cancels: true,
	when_short: 'hold',
	answer_early: true,
	alert_recipients: [],
	alert_digest_minutes: 15,
};
const answer = ( part: Partial< Settings > = {} ) => ( {
	status: 200,
	body: { ...kept, ...part },
} );

function visit( ...replies: Parameters< Shop[ 'then' ] > ) {
	window.wooInventoryGuard = {
		can: { view: true, adjust: true, reserve: true, configure: true },
		woocommerce: true,
		locale: 'en-US',
		timezone: 'UTC',
		payment_methods: [ { id: 'bacs', title: 'Direct bank transfer' } ],
		view: {},
	};
	const shop = Shop.open();
	shop.then( ...replies );
	render( <SettingsScreen /> );
	return { shop, user: userEvent.setup() };
}

const save = () => screen.getByRole( 'button', { name: 'Save settings' } );
const puts = ( shop: Shop ) =>
	shop.asked.filter( ( { method } ) => method !== 'GET' );

it( 'saves only what was changed, and says so', async () => {
	const { shop, user } = visit(
		answer(),
		answer( { method_holds: [ { method: 'bacs', minutes: 7200 } ] } )
	);
	await user.type(
		await screen.findByLabelText( 'Direct bank transfer' ),
		'7200'
	);
	await user.click( save() );
	await screen.findByText( 'Saved' );
	expect( puts( shop ).map( ( { data } ) => data ) ).toEqual( [
		{ method_holds: [ { method: 'bacs', minutes: 7200 } ] },
	] );
} );

it( 'keeps what was typed when saving fails, and tries again with the same key', async () => {
	const { shop, user } = visit(
		answer(),
		'offline',
		answer( { stock_leaves: 'placed' } )
	);
	await user.click(
		await screen.findByLabelText( 'When an order is placed' )
	);
	await user.click( save() );
	await user.click( await screen.findByRole( 'button', { name: 'Retry' } ) );
	await screen.findByText( 'Saved' );
	const keys = puts( shop ).map( ( { key } ) => key );
	expect( keys ).toHaveLength( 2 );
	expect( new Set( keys ).size ).toBe( 1 );
} );

it( 'says at the field what is wrong, and sends nothing', async () => {
	const { shop, user } = visit( answer() );
	const minutes = await screen.findByLabelText(
		'Minutes that units are held'
	);
	await user.clear( minutes );
	await user.type( minutes, 'soon' );
	await user.click( save() );
	expect( minutes ).toHaveAccessibleDescription( /whole minutes/ );
	expect( puts( shop ) ).toEqual( [] );
} );

it( 'shows what the server says of a field', async () => {
	const { user } = visit(
		answer(),
		refusal( 400, 'rest_invalid_param', {
			params: {
				hold_minutes: 'hold_minutes must be between 1 and 525,600.',
			},
		} )
	);
	const minutes = await screen.findByLabelText(
		'Minutes that units are held'
	);
	await user.clear( minutes );
	await user.type( minutes, '90' );
	await user.click( save() );
	await screen.findByRole( 'button', { name: 'Retry' } );
	expect( minutes ).toHaveAccessibleDescription( /between 1 and 525,600/ );
	expect( minutes ).toHaveValue( '90' );
} );

it( 'says who can help where the right is missing', () => {
	window.wooInventoryGuard = undefined;
	render( <SettingsScreen /> );
	expect( screen.getByText( /may not change these settings/ ) ).toBeVisible();
} );
