import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Chart } from './Chart';

let mockIsThere = false;

jest.mock( './Canvas', () => {
	if ( ! mockIsThere ) {
		throw new Error( 'Loading chunk chart failed.' );
	}
	return {
		Canvas: ( { label }: { label: string } ) => (
			<p role="img" aria-label={ label } />
		),
	};
} );

const answer = { units: 7 };

const chart = (
	<>
		<input aria-label="Typed" />
		<Chart
			asked={ {
				answer,
				problem: null,
				waiting: false,
				again: () => undefined,
			} }
			title="What moved"
			empty="Nothing"
			draw={ ( { units } ) => ( {
				type: 'bar',
				labels: [ 'Monday' ],
				sets: [ { label: 'Sold', colour: '#000', values: [ units ] } ],
				format: String,
				summary: 'Sold: 7',
				rows: 'Day',
				columns: [ 'Sold' ],
				cells: [ { row: 'Monday', values: [ String( units ) ] } ],
			} ) }
		/>
	</>
);

it( 'shows the numbers where the picture cannot be had, keeps what is typed beside it, and tries again when asked', async () => {
	render( chart );
	await userEvent.type( screen.getByLabelText( 'Typed' ), '-1' );
	expect( await screen.findByRole( 'cell', { name: '7' } ) ).toBeVisible();
	expect( screen.getByLabelText( 'Typed' ) ).toHaveValue( '-1' );
	mockIsThere = true;
	await userEvent.click(
		screen.getByRole( 'button', { name: 'Show as picture' } )
	);
	expect(
		await screen.findByRole( 'img', { name: 'What moved. Sold: 7' } )
	).toBeVisible();
} );
