import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Shop } from '../../../tests/js/shop';
import type { Balance, LedgerLine } from '../../schema';
import { LineCards, LineTable } from './LineTable';
import { WhatWasIt } from './WhatWasIt';

const sum: LedgerLine = {
	id: 9,
	item_id: 1,
	item_name: 'Gaiwan',
	item_sku: 'GAI-1',
	location_id: 1,
	location: 'Main',
	delta: -12,
	balance_after: 7,
	unit_cost: null,
	reason: 'sold',
	reference: { type: 'folded', id: '' },
	reference_label: '12 movements of May 2023, folded',
	reference_link: null,
	actor: 0,
	actor_name: '',
	note: '',
	stands_for: 12,
	created_at: '2023-05-30T10:00:00.000000Z',
};
const order: LedgerLine = {
	...sum,
	id: 10,
	reference: { type: 'order', id: '1042' },
	reference_label: 'Order #1042',
	stands_for: 1,
};

it.each( [ LineTable, LineCards ] )(
	'says what a sum is, and offers nothing to be opened',
	async ( Lines ) => {
		Shop.open();
		const onDocument = jest.fn();
		render(
			<Lines
				rows={ [ order, sum ] }
				isWaiting={ false }
				onItem={ jest.fn() }
				onDocument={ onDocument }
			/>
		);
		expect( screen.getByText( sum.reference_label ) ).toBeVisible();
		expect(
			screen.queryByRole( 'button', { name: sum.reference_label } )
		).toBeNull();
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Order #1042' } )
		);
		expect( onDocument ).toHaveBeenCalledWith( order.reference );
	}
);

it.each( [
	[ true, 0 ],
	[ false, 1 ],
] )(
	'says where it is not known exactly what it was',
	async ( exact, said ) => {
		const shop = Shop.open();
		const body: Balance = {
			item_id: 1,
			at: '2023-05-10T10:00:00.000000Z',
			on_hand: 19,
			exact,
			places: [ { location_id: 1, location: 'Main', on_hand: 19 } ],
			lines: [],
		};
		shop.then( { status: 200, body } );
		render( <WhatWasIt item={ 1 } /> );
		await userEvent.click(
			screen.getByRole( 'button', { name: 'Tell me' } )
		);
		await screen.findByText( /^It was 19/ );
		expect(
			screen.queryAllByText( /Movements of that month were folded/ )
		).toHaveLength( said );
	}
);
