import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { arriveWith } from '../../../tests/js/boot';
import { refusal, Shop } from '../../../tests/js/shop';
import type { Settings } from '../../schema';
import { copyOf } from '../logic/transfer';
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
	backup_every: 'weekly',
	backup_keep: 4,
	fold_after: 'never',
};
const answer = ( part: Partial< Settings > = {} ) => ( {
	status: 200,
	body: { ...kept, ...part },
} );

type Replies = Parameters< Shop[ 'then' ] >;

/** What is kept is asked for first, then the defaults, which are those of `answer()`. */
function visit( first: Replies[ 0 ], ...replies: Replies ) {
	window.history.replaceState( null, '', '/' );
	arriveWith( {
		payment_methods: [ { id: 'bacs', title: 'Direct bank transfer' } ],
	} );
	const shop = Shop.open();
	shop.then( first, answer(), ...replies );
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

it( 'folds nothing unless somebody chooses an age', async () => {
	const { shop, user } = visit(
		answer(),
		answer( { fold_after: '3_years' } )
	);
	expect( await screen.findByLabelText( 'Never' ) ).toBeChecked();
	await user.click( screen.getByLabelText( 'After 3 years' ) );
	await user.click( save() );
	await screen.findByText( 'Saved' );
	expect( puts( shop ).map( ( { data } ) => data ) ).toEqual( [
		{ fold_after: '3_years' },
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

it( 'keeps who gets which alerts', async () => {
	const tea = {
		email: 'tea@wig.test',
		kinds: [ 'out' ],
		categories: [ 'Tea' ],
	};
	const { shop, user } = visit(
		answer(),
		answer( { alert_recipients: [ tea ], alert_digest_minutes: 60 } ),
		answer( { alert_digest_minutes: 60 } )
	);
	const minutes = await screen.findByLabelText(
		'Minutes to gather alerts into one email'
	);
	expect( minutes ).toHaveValue( '15' );
	expect( minutes ).toHaveAccessibleDescription( /Default: 15 minutes/ );
	await user.clear( minutes );
	await user.type( minutes, '60' );
	await user.click(
		screen.getByRole( 'button', { name: 'Add a recipient' } )
	);
	await user.type( screen.getByLabelText( 'Email address' ), 'tea@wig.test' );
	await user.click( screen.getByLabelText( 'Out of stock' ) );
	await user.type( screen.getByLabelText( 'Only these categories' ), 'Tea' );
	await user.click( save() );
	await screen.findByText( 'Saved' );
	await user.click(
		screen.getByRole( 'button', { name: 'Remove recipient 1' } )
	);
	await user.click( save() );
	await screen.findByText( 'Saved' );
	expect( puts( shop ).map( ( { data } ) => data ) ).toEqual( [
		{ alert_digest_minutes: 60, alert_recipients: [ tea ] },
		{ alert_recipients: [] },
	] );
} );

it( 'says at the recipient what is wrong, before it is sent and after', async () => {
	const { shop, user } = visit(
		answer(),
		refusal( 400, 'rest_invalid_param', {
			params: {
				'alert_recipients[0].email': 'This must be an email address.',
				'alert_recipients[0].categories[1]': 'This must be plain text.',
			},
		} )
	);
	await user.click(
		await screen.findByRole( 'button', { name: 'Add a recipient' } )
	);
	const email = screen.getByLabelText( 'Email address' );
	const categories = screen.getByLabelText( 'Only these categories' );
	await user.click( save() );
	expect( email ).toHaveAccessibleDescription( /Type an email address/ );
	expect( puts( shop ) ).toEqual( [] );
	await user.type( email, 'tea@wig' );
	await user.type( categories, 'Tea{enter}<b>' );
	await user.click( save() );
	await screen.findByRole( 'button', { name: 'Retry' } );
	expect( email ).toHaveAccessibleDescription( /must be an email address/ );
	expect( categories ).toHaveAccessibleDescription( /must be plain text/ );
	expect( categories ).toHaveValue( 'Tea\n<b>' );
} );

it( 'says who can help where the right is missing', () => {
	window.wooInventoryGuard = undefined;
	render( <SettingsScreen /> );
	expect( screen.getByText( /may not change these settings/ ) ).toBeVisible();
} );

const tell = ( text: string ) => screen.findByText( text );

it( 'resets one setting at once, keeps what is typed elsewhere, and takes it back', async () => {
	const chosen = { hold_minutes: 90, stock_leaves: 'placed' as const };
	const { shop, user } = visit(
		answer( chosen ),
		answer( { ...chosen, hold_minutes: 60 } ),
		answer( chosen )
	);
	const low = await screen.findByLabelText( 'Low at' );
	await user.clear( low );
	await user.type( low, '7' );
	const minutes = screen.getByLabelText( 'Minutes that units are held' );
	expect( minutes ).toHaveAccessibleDescription( /Default: 60 minutes/ );
	await user.click(
		screen.getByRole( 'button', {
			name: 'Reset: Minutes that units are held',
		} )
	);
	await tell( '“Minutes that units are held” is at its default again.' );
	expect( minutes ).toHaveValue( '60' );
	expect( minutes ).toHaveFocus();
	expect( low ).toHaveValue( '7' );
	await user.click( screen.getByRole( 'button', { name: 'Undo' } ) );
	await tell( 'The settings are as they were.' );
	expect( minutes ).toHaveValue( '90' );
	expect( puts( shop ).map( ( { path, data } ) => [ path, data ] ) ).toEqual(
		[
			[
				expect.stringMatching( /settings\/reset$/ ),
				{ fields: [ 'hold_minutes' ] },
			],
			[ expect.stringMatching( /settings$/ ), { hold_minutes: 90 } ],
		]
	);
} );

it( 'resets all that were chosen, and tries again with the same key', async () => {
	const { shop, user } = visit(
		answer( { hold_minutes: 90, show_numbers: 'never' } ),
		'offline',
		answer()
	);
	await user.click(
		await screen.findByRole( 'button', { name: 'Reset all settings' } )
	);
	await user.click( await screen.findByRole( 'button', { name: 'Retry' } ) );
	await tell( 'All settings are at their defaults.' );
	expect( puts( shop ).map( ( { data } ) => data ) ).toEqual( [
		{ fields: [ 'hold_minutes', 'show_numbers' ] },
		{ fields: [ 'hold_minutes', 'show_numbers' ] },
	] );
	expect( new Set( puts( shop ).map( ( { key } ) => key ) ).size ).toBe( 1 );
	expect(
		screen.getByRole( 'button', { name: 'Reset all settings' } )
	).toHaveAttribute( 'aria-disabled', 'true' );
} );

it( 'finds settings by what they do, and shows what is wrong in the others', async () => {
	const { user } = visit( answer() );
	const minutes = await screen.findByLabelText(
		'Minutes that units are held'
	);
	await user.clear( minutes );
	const search = screen.getByRole( 'searchbox' );
	await user.type( search, 'must-use' );
	expect( screen.queryByLabelText( 'Minutes that units are held' ) ).toBe(
		null
	);
	expect( screen.getByText( '1 setting found' ) ).toBeInTheDocument();
	await user.click( save() );
	expect(
		await screen.findByLabelText( 'Minutes that units are held' )
	).toHaveAccessibleDescription( /whole minutes/ );
	await user.type( screen.getByRole( 'searchbox' ), 'colour' );
	await tell( 'No setting is about “colour”.' );
	await user.click(
		screen.getByRole( 'button', { name: 'Show all settings' } )
	);
	expect( screen.getAllByRole( 'heading', { level: 2 } ) ).toHaveLength( 6 );
} );

const drop = ( text: string ) =>
	userEvent.upload(
		screen.getByTestId( 'form-file-upload-input' ),
		new File( [ text ], 'shop.json', { type: 'application/json' } )
	);

it( 'shows what a file would change before it does, and takes it back', async () => {
	const { shop, user } = visit(
		answer(),
		answer( { hold_minutes: 90, expiry_cancels: false } ),
		answer()
	);
	await screen.findByLabelText( 'Low at' );
	await drop(
		copyOf(
			{ ...kept, hold_minutes: 90, expiry_cancels: false },
			new Date()
		)
	);
	const dialog = await screen.findByRole( 'dialog', {
		name: 'Import shop.json',
	} );
	expect(
		within( dialog )
			.getAllByRole( 'row' )
			.map( ( { textContent } ) => textContent )
	).toEqual( [
		'SettingNowIn the file',
		'Cancel unpaid orders when their hold runs outOnOff',
		'Minutes that units are held60 minutes90 minutes',
	] );
	expect( puts( shop ) ).toEqual( [] );
	await user.click(
		within( dialog ).getByRole( 'button', { name: 'Change 2 settings' } )
	);
	await tell( '2 settings were imported.' );
	await user.click( screen.getByRole( 'button', { name: 'Undo' } ) );
	await tell( 'The settings are as they were.' );
	expect( puts( shop ).map( ( { data } ) => data ) ).toEqual( [
		{ expiry_cancels: false, hold_minutes: 90 },
		{ expiry_cancels: true, hold_minutes: 60 },
	] );
} );

it( 'names what is wrong in a file, and changes nothing', async () => {
	const { shop, user } = visit( answer() );
	await screen.findByLabelText( 'Low at' );
	await drop(
		copyOf( { ...kept, hold_minutes: 0 }, new Date() ).replace(
			'answer_early',
			'answer_late'
		)
	);
	const dialog = await screen.findByRole( 'dialog' );
	expect( dialog ).toHaveTextContent( /answer_late this version/ );
	expect( dialog ).toHaveTextContent(
		/hold_minutes must be a whole number from 1 to 525,600/
	);
	await user.click(
		within( dialog ).getAllByRole( 'button', { name: 'Close' } ).at( -1 ) ??
			dialog
	);
	expect( puts( shop ) ).toEqual( [] );
} );
