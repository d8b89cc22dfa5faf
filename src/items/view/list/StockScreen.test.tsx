import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRegistry, RegistryProvider } from '@wordpress/data';
import { arriveWith } from '../../../../tests/js/boot';
import { refusal, Shop } from '../../../../tests/js/shop';
import { store } from '../../data/store';
import { StockScreen } from './StockScreen';

const gaiwan = {
	name: 'Gaiwan, white',
	sku: 'GW-01',
	on_hand: 12,
	reserved: 3,
	status: 'low' as const,
};
const oolong = { name: 'Oolong', sku: 'OO-KG', on_hand: '18.75' };
const tin = {
	name: 'Tin, 500 g',
	sku: 'TIN-500',
	on_hand: 0,
	status: 'out' as const,
};

const asPhone = ( value: boolean ) =>
	( window as unknown as { asPhone: ( value: boolean ) => void } ).asPhone(
		value
	);

function visit( address = '', can: { adjust?: boolean } = { adjust: true } ) {
	window.history.replaceState(
		null,
		'',
		`/wp-admin/admin.php?page=woo-inventory-guard&path=/stock${ address }`
	);
	arriveWith( {
		can: {
			view: true,
			adjust: can.adjust ?? false,
			reserve: false,
			configure: false,
			count: false,
		},
		woocommerce: false,
	} );
	const registry = createRegistry();
	registry.register( store );
	render(
		<RegistryProvider value={ registry }>
			<StockScreen />
		</RegistryProvider>
	);
	return userEvent.setup();
}

const row = async ( name: string ) => {
	const link = await screen.findByRole( 'link', { name } );
	return within( link.closest( 'tr' )! );
};
const toAdjust = async (
	user: ReturnType< typeof visit >,
	name = 'Gaiwan, white'
) => {
	await user.click(
		( await row( name ) ).getByRole( 'button', { name: /Adjust/ } )
	);
	return within(
		await screen.findByRole( 'dialog', { name: `Adjust ${ name }` } )
	);
};

afterEach( () => asPhone( false ) );

describe( 'The inventory', () => {
	it( 'says of each item what is there, what is promised, and what it means', async () => {
		Shop.open( gaiwan, oolong, tin );
		visit();
		const cells = ( await row( 'Gaiwan, white' ) )
			.getAllByRole( 'cell' )
			.map( ( cell ) => cell.textContent );
		// The first picks the row.
		expect( cells ).toEqual( [ '', '12', '3', '9', '0', '2', 'Low' ] );
		expect(
			( await row( 'Oolong' ) ).getAllByText( '18.75' )
		).toHaveLength( 2 );
		expect(
			screen.getByRole( 'link', { name: 'Out 1' } )
		).toBeInTheDocument();
	} );

	it( 'searches once the fingers rest, and one search is one step for Back', async () => {
		const shop = Shop.open( gaiwan, oolong );
		const user = visit();
		await row( 'Oolong' );
		await user.type( screen.getByRole( 'searchbox' ), 'gaiwan' );
		expect( screen.getByRole( 'searchbox' ) ).toHaveValue( 'gaiwan' );
		await waitFor( () =>
			expect( screen.queryByText( 'Oolong' ) ).toBeNull()
		);
		expect(
			shop.lists().map( ( { params } ) => params.get( 'search' ) )
		).toEqual( [ null, 'gaiwan' ] );
		expect( window.location.search ).toContain( 'search=gaiwan' );
		act( () => window.history.back() );
		await row( 'Oolong' );
		expect( screen.getByRole( 'searchbox' ) ).toHaveValue( '' );
	} );

	it( 'drops the answer to a question that nobody asks any more', async () => {
		const shop = Shop.open( gaiwan, tin );
		const late: ( () => void )[] = [];
		const user = visit();
		await row( 'Tin, 500 g' );
		shop.hold( ( { params } ) =>
			params.get( 'status' ) === 'low'
				? new Promise( ( done ) => late.push( done ) )
				: Promise.resolve()
		);
		await user.click( screen.getByRole( 'link', { name: /^Low/ } ) );
		await user.click( screen.getByRole( 'link', { name: /^Out/ } ) );
		await waitFor( () =>
			expect( screen.queryByText( 'Gaiwan, white' ) ).toBeNull()
		);
		await act( async () => late.forEach( ( answer ) => answer() ) );
		expect( screen.queryByText( 'Gaiwan, white' ) ).toBeNull();
		expect( screen.getByText( 'Tin, 500 g' ) ).toBeInTheDocument();
	} );

	it( 'sorts by a header, and the header says so', async () => {
		const shop = Shop.open( gaiwan, oolong );
		const user = visit();
		await user.click(
			await screen.findByRole( 'button', { name: 'Available' } )
		);
		expect(
			screen.getByRole( 'columnheader', { name: 'Available' } )
		).toHaveAttribute( 'aria-sort', 'ascending' );
		await waitFor( () =>
			expect( shop.lists().at( -1 )?.params.get( 'orderby' ) ).toBe(
				'available'
			)
		);
		await user.click( screen.getByRole( 'button', { name: 'Available' } ) );
		await waitFor( () =>
			expect( shop.lists().at( -1 )?.params.get( 'order' ) ).toBe(
				'desc'
			)
		);
	} );

	it( 'leads to the same view from its address', async () => {
		const shop = Shop.open( gaiwan, tin );
		visit( '&status=out&search=tin&orderby=on_hand&order=desc' );
		await row( 'Tin, 500 g' );
		expect( Object.fromEntries( shop.lists()[ 0 ]!.params ) ).toEqual( {
			_locale: 'user',
			page: '1',
			per_page: '20',
			orderby: 'on_hand',
			order: 'desc',
			search: 'tin',
			status: 'out',
		} );
		expect( screen.getByRole( 'link', { name: /^Out/ } ) ).toHaveAttribute(
			'aria-current',
			'page'
		);
	} );

	it( 'goes to the last page where the address names one that is gone', async () => {
		Shop.open( ...Array.from( { length: 25 }, () => ( {} ) ) );
		visit( '&paged=9' );
		await row( 'Item 25' );
		expect( window.location.search ).toContain( 'paged=2' );
	} );

	it( 'shows a card for each item on a phone', async () => {
		asPhone( true );
		Shop.open( gaiwan );
		visit();
		const card = within(
			(
				await screen.findByRole( 'link', { name: 'Gaiwan, white' } )
			).closest( 'li' )!
		);
		expect( card.getByText( '9' ) ).toBeInTheDocument();
		expect( card.getByText( 'Low' ) ).toBeInTheDocument();
		expect(
			card.getByRole( 'button', { name: 'Adjust Gaiwan, white' } )
		).toBeInTheDocument();
		expect( screen.queryByRole( 'table' ) ).toBeNull();
	} );

	it( 'moves between rows with the arrow keys', async () => {
		Shop.open( gaiwan, oolong );
		const user = visit();
		await row( 'Oolong' );
		await user.click( screen.getByRole( 'searchbox' ) );
		await user.keyboard( '{ArrowDown}{ArrowDown}' );
		expect( screen.getByRole( 'link', { name: 'Oolong' } ) ).toHaveFocus();
	} );

	it( 'tells what is missing when nothing is there, nothing is found, or the shop does not answer', async () => {
		const shop = Shop.open();
		const user = visit();
		expect(
			await screen.findByText( 'Nothing is counted yet.' )
		).toBeInTheDocument();
		await user.type( screen.getByRole( 'searchbox' ), 'teapot' );
		expect(
			await screen.findByText(
				'No name, SKU or barcode matches “teapot”.'
			)
		).toBeInTheDocument();
		shop.then( 'offline' );
		await user.click(
			screen.getByRole( 'button', { name: 'Show all items' } )
		);
		expect( await screen.findByRole( 'alert' ) ).toHaveTextContent(
			'There is no connection to the shop'
		);
		shop.items = Shop.open( gaiwan ).items;
		await user.click( screen.getByRole( 'button', { name: 'Retry' } ) );
		await row( 'Gaiwan, white' );
	} );

	it( 'lets who may only look change nothing', async () => {
		Shop.open( gaiwan );
		visit( '', { adjust: false } );
		expect(
			( await row( 'Gaiwan, white' ) ).queryByRole( 'button', {
				name: /Adjust/,
			} )
		).toBeNull();
		expect(
			screen.queryByRole( 'button', { name: 'Add part' } )
		).toBeNull();
	} );
} );

describe( 'Adjusting', () => {
	it( 'takes away three damaged ones, and says where it was saved', async () => {
		const shop = Shop.open( gaiwan );
		const user = visit();
		const form = await toAdjust( user );
		expect(
			form.getByRole( 'textbox', { name: 'Change by' } )
		).toHaveFocus();
		await user.keyboard( '-3' );
		expect( form.getByText( '12 → 9' ) ).toBeInTheDocument();
		await user.selectOptions( form.getByLabelText( 'Reason' ), 'Damaged' );
		await user.type( form.getByLabelText( 'Note' ), 'fell down{Enter}' );
		await waitFor( async () =>
			expect(
				( await row( 'Gaiwan, white' ) ).getByRole( 'button', {
					name: /^9 on hand/,
				} )
			).toHaveFocus()
		);
		expect( shop.posts( '/adjustments' )[ 0 ]!.data ).toEqual( {
			item_id: 1,
			delta: '-3',
			reason: 'damaged',
			note: 'fell down',
		} );
		expect( screen.getByTestId( 'saved' ) ).toBeInTheDocument();
		expect(
			screen.getByText( 'Saved: Gaiwan, white' )
		).toBeInTheDocument();
	} );

	it( 'asks what units cost that were received, and of no others', async () => {
		const shop = Shop.open( gaiwan );
		const user = visit();
		const form = await toAdjust( user );
		const cost = () => form.queryByLabelText( 'Cost of each (optional)' );
		await user.keyboard( '-3' );
		expect( cost() ).toBeNull();
		await user.clear( form.getByLabelText( 'Change by' ) );
		await user.keyboard( '3' );
		await user.selectOptions( form.getByLabelText( 'Reason' ), 'Found' );
		expect( cost() ).toBeNull();
		await user.selectOptions( form.getByLabelText( 'Reason' ), 'Received' );
		await user.type( cost()!, 'dear{Enter}' );
		expect( form.getByText( /This is not a number/ ) ).toBeInTheDocument();
		expect( cost() ).toHaveFocus();
		expect( shop.posts( '/adjustments' ) ).toHaveLength( 0 );
		await user.clear( cost()! );
		await user.type( cost()!, '2.50{Enter}' );
		await waitFor( () =>
			expect( shop.posts( '/adjustments' )[ 0 ]?.data ).toEqual( {
				item_id: 1,
				delta: '3',
				unit_cost: '2.5',
				reason: 'received',
			} )
		);
	} );

	it( 'is done once, though its answer was lost and it was sent again', async () => {
		const shop = Shop.open( gaiwan );
		const user = visit();
		const form = await toAdjust( user );
		shop.then( 'lost' );
		await user.keyboard( '5{Enter}' );
		expect(
			await form.findByText( /no connection to the shop/ )
		).toBeInTheDocument();
		expect(
			form.getByRole( 'textbox', { name: 'Change by' } )
		).toHaveValue( '5' );
		await user.click( form.getByRole( 'button', { name: 'Retry' } ) );
		await waitFor( async () =>
			expect(
				( await row( 'Gaiwan, white' ) ).getByText( '17' )
			).toBeInTheDocument()
		);
		const [ first, second ] = shop.posts( '/adjustments' );
		expect( second!.key ).toBe( first!.key );
		expect( shop.items[ 0 ]!.on_hand ).toBe( 17 );
	} );

	it( 'asks which number is right when somebody else changed it while it was counted', async () => {
		const shop = Shop.open( gaiwan );
		const user = visit();
		const form = await toAdjust( user );
		await user.click( form.getByRole( 'radio', { name: 'I counted' } ) );
		await user.keyboard( '14' );
		shop.take( 1, 9 );
		await user.keyboard( '{Enter}' );
		expect(
			await form.findByText( /it was 12, now it is 9/ )
		).toBeInTheDocument();
		await user.click(
			form.getByRole( 'button', { name: '14, as I counted' } )
		);
		await waitFor( async () =>
			expect(
				( await row( 'Gaiwan, white' ) ).getByText( '14' )
			).toBeInTheDocument()
		);
		const [ first, second ] = shop.posts( '/adjustments' );
		expect( [ first!.data.expected, second!.data.expected ] ).toEqual( [
			'12',
			'9',
		] );
		expect( second!.key ).not.toBe( first!.key );
	} );

	it( 'leaves the other number where that is right', async () => {
		const shop = Shop.open( gaiwan );
		const user = visit();
		const form = await toAdjust( user );
		await user.click( form.getByRole( 'radio', { name: 'I counted' } ) );
		await user.keyboard( '14' );
		shop.take( 1, 9 );
		await user.keyboard( '{Enter}' );
		await user.click(
			await form.findByRole( 'button', { name: '9, leave it' } )
		);
		expect( shop.posts( '/adjustments' ) ).toHaveLength( 1 );
		await waitFor( async () =>
			expect(
				( await row( 'Gaiwan, white' ) ).getByText( '9' )
			).toBeInTheDocument()
		);
	} );

	it( 'says what is wrong with a number before anything is sent', async () => {
		const shop = Shop.open( gaiwan );
		const user = visit();
		const form = await toAdjust( user );
		await user.keyboard( 'a dozen{Enter}' );
		expect( form.getByText( /This is not a number/ ) ).toBeInTheDocument();
		expect(
			form.getByRole( 'textbox', { name: 'Change by' } )
		).toHaveFocus();
		expect( shop.posts( '/adjustments' ) ).toHaveLength( 0 );
	} );

	it( 'says how many can be taken away where the rest is promised to orders', async () => {
		const shop = Shop.open( gaiwan );
		const user = visit();
		const form = await toAdjust( user );
		shop.then(
			refusal( 409, 'wig_not_enough_stock', {
				lines: [
					{ item_id: 1, sku: 'GW-01', requested: 11, available: 9 },
				],
			} )
		);
		await user.keyboard( '-11{Enter}' );
		expect(
			await form.findByText( /only 9 can be taken away/ )
		).toBeInTheDocument();
	} );

	it( 'tries again by itself when the shop is busy', async () => {
		const shop = Shop.open( gaiwan );
		const user = visit();
		await toAdjust( user );
		shop.then( refusal( 503, 'wig_busy', {}, { 'Retry-After': '0.01' } ) );
		await user.keyboard( '1{Enter}' );
		await waitFor( async () =>
			expect(
				( await row( 'Gaiwan, white' ) ).getByText( '13' )
			).toBeInTheDocument()
		);
		const [ first, second ] = shop.posts( '/adjustments' );
		expect( second!.key ).toBe( first!.key );
	} );
} );

describe( 'Adding a part', () => {
	it( 'lists the part with its opening stock', async () => {
		const shop = Shop.open( gaiwan );
		const user = visit();
		await row( 'Gaiwan, white' );
		await user.click( screen.getByRole( 'button', { name: 'Add part' } ) );
		const form = within(
			screen.getByRole( 'dialog', { name: 'Add part' } )
		);
		await user.type( form.getByLabelText( 'Name' ), 'Ribbon, gold' );
		await user.type( form.getByLabelText( 'On hand now' ), '12.5' );
		await user.click( form.getByRole( 'button', { name: 'Add part' } ) );
		await row( 'Ribbon, gold' );
		expect( shop.posts( '/items' )[ 0 ]!.data ).toEqual( {
			kind: 'part',
			name: 'Ribbon, gold',
			on_hand: '12.5',
		} );
		expect(
			screen.getAllByText( 'Added “Ribbon, gold”.' )[ 0 ]
		).toBeInTheDocument();
	} );

	it( 'says at the field that another item has this SKU', async () => {
		Shop.open( gaiwan );
		const user = visit();
		await row( 'Gaiwan, white' );
		await user.click( screen.getByRole( 'button', { name: 'Add part' } ) );
		const form = within(
			screen.getByRole( 'dialog', { name: 'Add part' } )
		);
		await user.type( form.getByLabelText( 'Name' ), 'Another gaiwan' );
		await user.type( form.getByLabelText( 'SKU' ), 'GW-01{Enter}' );
		await waitFor( () =>
			expect( form.getByLabelText( 'SKU' ) ).toHaveAccessibleDescription(
				'Gaiwan, white has this SKU.'
			)
		);
		await waitFor( () =>
			expect( form.getByLabelText( 'SKU' ) ).toHaveFocus()
		);
		expect( form.getByLabelText( 'Name' ) ).toHaveValue( 'Another gaiwan' );
	} );
} );

describe( 'An item at the side', () => {
	it( 'tells who changed it, when and why, and Escape leads back to its row', async () => {
		Shop.open( gaiwan );
		const user = visit();
		await toAdjust( user );
		await user.keyboard( '24{Enter}' );
		await waitFor( () =>
			expect( screen.getByTestId( 'saved' ) ).toBeInTheDocument()
		);
		await user.click(
			screen.getByRole( 'link', { name: 'Gaiwan, white' } )
		);
		const side = within(
			await screen.findByRole( 'dialog', { name: 'Gaiwan, white' } )
		);
		expect( window.location.search ).toContain( 'item=1' );
		const line = within(
			( await side.findByText( '+24' ) ).closest( 'li' )!
		);
		expect( line.getByText( 'Mei' ) ).toBeInTheDocument();
		expect( line.getByText( 'Received' ) ).toBeInTheDocument();
		expect( line.getByText( '→ 36' ) ).toBeInTheDocument();
		await user.click(
			side.getByRole( 'button', { name: 'Why? Available' } )
		);
		expect(
			side.getByText( '33 available = 36 on hand less 3 reserved.' )
		).toBeInTheDocument();
		await user.keyboard( '{Escape}' );
		await waitFor( () =>
			expect(
				screen.getByRole( 'link', { name: 'Gaiwan, white' } )
			).toHaveFocus()
		);
		expect( window.location.search ).not.toContain( 'item=' );
	} );

	it( 'says so when the item is gone', async () => {
		Shop.open( gaiwan );
		visit( '&item=77' );
		expect(
			await screen.findByText( 'This item is no longer there.' )
		).toBeInTheDocument();
	} );
} );
