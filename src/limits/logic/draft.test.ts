/**
 * @jest-environment node
 */
import type { Limit } from '../../schema';
import { checkDraft, draftOf, EMPTY, says, type Terms } from './draft';

const limit: Limit = {
	id: 1,
	scope: 'item',
	scope_id: 3,
	scope_name: 'Gaiwan',
	most_per_order: null,
	most_per_customer: 2.5,
	window_days: 30,
	least: null,
	multiple_of: '0.5',
	version: 1,
};

it( 'reads what is kept as it is typed here, and sends all of it', () => {
	const draft = draftOf( limit, 'de-DE' );
	expect( draft.most_per_customer ).toBe( '2,5' );
	expect( checkDraft( draft, 'de-DE' ) ).toEqual( {
		terms: {
			most_per_customer: '2.5',
			most_per_order: null,
			window_days: 30,
			least: null,
			multiple_of: '0.5',
		},
	} );
} );

it( 'takes away what was emptied', () => {
	const draft = {
		...draftOf( limit, 'en-US' ),
		most_per_customer: '',
		window_days: '',
	};
	expect( checkDraft( draft, 'en-US' ) ).toMatchObject( {
		terms: { most_per_customer: null, window_days: null },
	} );
} );

it( 'wants something limited', () => {
	expect( checkDraft( EMPTY, 'en-US' ) ).toEqual( {
		problems: { most_per_customer: 'nothing' },
	} );
} );

it( 'says that days alone limit nothing', () => {
	expect(
		checkDraft( { ...EMPTY, window_days: '30', least: '6' }, 'en-US' )
	).toEqual( { problems: { most_per_customer: 'days-alone' } } );
} );

it( 'says at each field what is wrong with it', () => {
	expect(
		checkDraft(
			{
				most_per_customer: '0',
				most_per_order: 'two',
				least: '-1',
				multiple_of: '0.00001',
				window_days: '1.5',
			},
			'en-US'
		)
	).toEqual( {
		problems: {
			most_per_customer: 'not-positive',
			most_per_order: 'no-number',
			least: 'not-positive',
			multiple_of: 'too-fine',
			window_days: 'days',
		},
	} );
} );

it( 'knows what was typed again, however it is written', () => {
	const terms: Terms = {
		most_per_customer: '2.5',
		most_per_order: null,
		least: null,
		multiple_of: '0.5',
		window_days: 30,
	};
	expect( says( limit, terms, 'de-DE' ) ).toBe( true );
	for ( const other of [
		{ window_days: 31 },
		{ least: '1' },
		{ multiple_of: null },
	] ) {
		expect( says( limit, { ...terms, ...other }, 'en-US' ) ).toBe( false );
	}
} );
