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
	backup_every: 'weekly',
	backup_keep: 4,
	fold_after: 'never',
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
				method_holds: { bacs: '', cod: '30' },
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

it( 'sends all recipients where one was changed, and the minutes of the digest', () => {
	const two = {
		...kept,
		alert_recipients: [
			{
				email: 'a@wig.test',
				kinds: [ 'out' ],
				categories: [ 'Tea, black' ],
			},
			{ email: 'b@wig.test', kinds: [], categories: [] },
		],
	};
	const typed = draftOf( two, 'de-DE' );
	expect( changesOf( typed, two, 'de-DE' ) ).toEqual( { changes: {} } );
	const [ first, second ] = typed.alert_recipients;
	expect(
		first &&
			second &&
			changesOf(
				{
					...typed,
					alert_digest_minutes: '0',
					alert_recipients: [
						{ ...first, categories: ' Tea, black \n\nCups' },
						second,
					],
				},
				two,
				'de-DE'
			)
	).toEqual( {
		changes: {
			alert_digest_minutes: 0,
			alert_recipients: [
				{
					email: 'a@wig.test',
					kinds: [ 'out' ],
					categories: [ 'Tea, black', 'Cups' ],
				},
				{ email: 'b@wig.test', kinds: [], categories: [] },
			],
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
				method_holds: { bacs: '0' },
				alert_digest_minutes: '1441',
				backup_keep: '0',
				alert_recipients: [
					{ email: 'me', kinds: [], categories: '' },
				],
			},
			kept,
			'de-DE'
		)
	).toEqual( {
		problems: {
			low_stock_threshold: 'negative',
			hold_minutes: 'minutes',
			'methods.bacs': 'minutes',
			alert_digest_minutes: 'digest',
			backup_keep: 'keep',
			'alert_recipients[0].email': 'email',
		},
	} );
} );
