import type { Settings } from '../../schema';
import { changesOf, draftOf } from './draft';

const kept: Settings = {
	low_stock_threshold: 2.5,
	hold_minutes: 60,
	show_numbers: 'low',
	delete_data_on_uninstall: false,
	stock_leaves: 'paid',
	method_holds: [ { method: 'bacs', minutes: 7200 } ],
	expiry_cancels: true,
	when_short: 'hold',
	answer_early: true,
	alert_recipients: [],
	alert_digest_minutes: 15,
};
const draft = draftOf( kept, 'de-DE' );

it( 'sends nothing where nothing was changed', () => {
	expect( draft.low_stock_threshold ).toBe( '2,5' );
	expect( changesOf( draft, kept, 'de-DE' ) ).toEqual( { changes: {} } );
} );

it( 'sends only what was changed', () => {
	expect(
		changesOf(
			{
				...draft,
				low_stock_threshold: '3',
				stock_leaves: 'placed',
				methods: { bacs: '', cod: '30' },
			},
			kept,
			'de-DE'
		)
	).toEqual( {
		changes: {
			low_stock_threshold: '3',
			stock_leaves: 'placed',
			method_holds: [ { method: 'cod', minutes: 30 } ],
		},
	} );
} );

it( 'says at each field what is wrong with it', () => {
	expect(
		changesOf(
			{
				...draft,
				low_stock_threshold: '-1',
				hold_minutes: 'soon',
				methods: { bacs: '0' },
			},
			kept,
			'de-DE'
		)
	).toEqual( {
		problems: {
			low_stock_threshold: 'negative',
			hold_minutes: 'minutes',
			'methods.bacs': 'minutes',
		},
	} );
} );
