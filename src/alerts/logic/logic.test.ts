/**
 * @jest-environment node
 */
import type { Alert, Webhook } from '../../schema';
import { isOpen, targetOf } from './target';
import { pickKind, pickShow, queryOf, readView, writeView } from './view';
import { changesOf, draftOf, healthOf, isAddress, toggled } from './webhook';

const alert = ( part: Partial< Alert > ): Alert => ( {
	id: 1,
	kind: 'out',
	item_id: null,
	order_id: null,
	text: 'Gaiwan is out of stock',
	data: {},
	link: null,
	needs_a_person: true,
	created_at: '2026-11-23T10:00:00Z',
	sent_at: null,
	handled_at: null,
	handled_by: 0,
	handled_by_name: '',
	...part,
} );

const webhook: Webhook = {
	id: 1,
	url: 'https://hook.test/in',
	kinds: [ 'low', 'out' ],
	active: true,
	secret: null,
	waiting: 0,
	given_up: 0,
	last_result: '',
	last_sent_at: null,
	created_at: '2026-11-23T10:00:00Z',
	updated_at: '2026-11-23T10:00:00Z',
};

describe( 'an alert leads', () => {
	it( 'to the list of short orders where something is paid and short', () => {
		expect(
			targetOf(
				alert( { kind: 'paid_short', order_id: 1043, item_id: 3 } )
			)
		).toEqual( { to: 'shortfalls', order: 1043 } );
	} );

	it( 'to its item, or where REST says, or nowhere', () => {
		expect( targetOf( alert( { item_id: 3 } ) ) ).toEqual( {
			to: 'item',
			item: 3,
		} );
		expect(
			targetOf(
				alert( {
					kind: 'backorder',
					item_id: 3,
					order_id: 7,
					link: '/o',
				} )
			)
		).toEqual( { to: 'link', link: '/o', isOrder: true } );
		expect( targetOf( alert( { kind: 'averted' } ) ) ).toBeNull();
	} );

	it( 'to nobody once it is handled', () => {
		expect( isOpen( alert( {} ) ) ).toBe( true );
		expect(
			isOpen( alert( { handled_at: '2026-11-23T11:00:00Z' } ) )
		).toBe( false );
		expect( isOpen( alert( { needs_a_person: false } ) ) ).toBe( false );
	} );
} );

describe( 'what is looked at', () => {
	const start = readView( new URLSearchParams( 'show=none&kind=x&paged=0' ) );

	it( 'starts with what is open, whatever the address says', () => {
		expect( start ).toEqual( { show: 'open', kind: null, page: 1 } );
		expect( writeView( start ) ).toEqual( {} );
	} );

	it( 'finds a kind that needs nobody among all', () => {
		const averted = pickKind( start, 'averted' );
		expect( queryOf( averted ) ).toEqual( {
			state: 'all',
			kind: 'averted',
			page: 1,
			per_page: 20,
		} );
		expect( pickShow( averted, 'open' ).kind ).toBeNull();
		expect( pickShow( pickKind( start, 'low' ), 'open' ).kind ).toBe(
			'low'
		);
	} );
} );

describe( 'a webhook', () => {
	it( 'sends only what was changed', () => {
		const draft = draftOf( webhook );
		expect( changesOf( draft, webhook ) ).toBeNull();
		expect(
			changesOf( { ...draft, kinds: [ 'out', 'low' ] }, webhook )
		).toBeNull();
		expect(
			changesOf(
				{
					...draft,
					kinds: toggled( draft.kinds, 'low', false ),
					newSecret: true,
				},
				webhook
			)
		).toEqual( { kinds: [ 'out' ], new_secret: true } );
	} );

	it( 'goes to a web address', () => {
		expect( isAddress( ' https://hook.test/in?a=1 ' ) ).toBe( true );
		for ( const typed of [
			'',
			'hook.test',
			'ftp://hook.test/',
			'https://',
		] ) {
			expect( isAddress( typed ) ).toBe( false );
		}
	} );

	it( 'says first what a person has to know', () => {
		expect( healthOf( webhook ) ).toBe( 'new' );
		expect( healthOf( { ...webhook, last_result: 'HTTP 500' } ) ).toBe(
			'failing'
		);
		const taken = {
			...webhook,
			last_result: 'HTTP 200',
			last_sent_at: '2026-11-23T10:00:00Z',
		};
		expect( healthOf( taken ) ).toBe( 'ok' );
		expect( healthOf( { ...taken, active: false } ) ).toBe( 'off' );
	} );
} );
