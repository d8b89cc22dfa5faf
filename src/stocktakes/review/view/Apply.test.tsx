import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal, Shop } from '../../../../tests/js/shop';
import type { Stocktake, StocktakeSums } from '../../../schema';
import { Apply } from './Apply';

const stocktake = ( part: object = {} ) =>
	( { id: 3, state: 'review', progress: null, ...part } ) as Stocktake;

const sums = ( undecided: number ) =>
	( {
		lines: { undecided, waiting_second: 0, uncounted: 1 },
		apply: { items: 2, units: -3, money: -9 },
		approvers: [],
	} ) as unknown as StocktakeSums;

const drawn = ( undecided = 0 ) => {
	const props = {
		stocktake: stocktake(),
		show: jest.fn(),
		onChanged: jest.fn(),
		onStocktake: jest.fn(),
	};
	const shown = render( <Apply { ...props } sums={ sums( undecided ) } /> );
	return {
		...props,
		decided: () =>
			shown.rerender( <Apply { ...props } sums={ sums( 0 ) } /> ),
	};
};

const apply = async () => {
	await userEvent.click( screen.getByRole( 'button', { name: 'Apply …' } ) );
	await userEvent.click(
		screen.getByRole( 'button', { name: 'Yes, apply' } )
	);
};

it( 'says what it will do, and goes on with the same key until it is done', async () => {
	const shop = Shop.open();
	const { onStocktake, onChanged } = drawn();
	expect( screen.getByText( /changes 2 items by −3 units/ ) ).toBeVisible();
	expect( screen.getByText( /1 item was not counted/ ) ).toBeVisible();
	shop.then(
		{ status: 200, body: stocktake( { state: 'applying' } ) },
		{ status: 200, body: stocktake( { state: 'applied' } ) }
	);
	await apply();
	await waitFor( () => expect( onChanged ).toHaveBeenCalledTimes( 1 ) );
	const asked = shop.posts( '/stocktakes/3/apply' );
	expect( asked ).toHaveLength( 2 );
	expect( asked[ 1 ]?.key ).toBe( asked[ 0 ]?.key );
	expect( onStocktake ).toHaveBeenLastCalledWith(
		expect.objectContaining( { state: 'applied' } )
	);
} );

it( 'leads to what stands in the way, and no longer says it once that was decided', async () => {
	const shop = Shop.open();
	const { show, decided } = drawn( 4 );
	shop.then( refusal( 409, 'wig_undecided', { waiting: 4 } ) );
	await apply();
	await userEvent.click(
		await screen.findByRole( 'button', { name: 'Show them' } )
	);
	expect( show ).toHaveBeenCalledWith( { show: 'undecided', search: '' } );
	decided();
	expect( screen.queryByRole( 'button', { name: 'Show them' } ) ).toBeNull();
} );

it( 'can be tried again where the answer was lost, as the same act', async () => {
	const shop = Shop.open();
	drawn();
	shop.then( 'offline', {
		status: 200,
		body: stocktake( { state: 'applied' } ),
	} );
	await apply();
	await userEvent.click(
		await screen.findByRole( 'button', { name: 'Retry' } )
	);
	await waitFor( () =>
		expect( shop.posts( '/stocktakes/3/apply' ) ).toHaveLength( 2 )
	);
	const [ first, second ] = shop.posts( '/stocktakes/3/apply' );
	expect( second?.key ).toBe( first?.key );
} );
