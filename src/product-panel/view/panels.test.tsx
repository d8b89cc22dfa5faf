import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { arriveWith } from '../../../tests/js/boot';
import { Shop } from '../../../tests/js/shop';
import { registerItems } from '../../items';
import { watchPanels } from './panels';

const FIELDS = JSON.stringify( {
	stock: '_stock',
	original_stock: '_original_stock',
	backorders: '_backorders',
	low_stock_amount: '_low_stock_amount',
} );
const PLACE = `<div class="wig-panel" data-wig-item="1" data-wig-fields='${ FIELDS }'></div>`;

let visits = 0;
/** What the observers of the page were asked to watch, and how to tell them that a place has come into sight. */
let watched: Set< Element >;
let come: ( place: Element ) => void;

function visit() {
	arriveWith( {
		currency: { code: 'EUR', symbol: '€', position: 'right', decimals: 2 },
	} );
	document.body.innerHTML = `<form id="post"><div id="woocommerce-product-data"><input name="_stock" value="12"><input name="_original_stock" value="12"><div id="rows">${ PLACE }</div></div></form>`;
	watched = new Set();
	window.IntersectionObserver = class {
		constructor( told: IntersectionObserverCallback ) {
			come = ( target ) =>
				act( () =>
					told(
						[
							{
								isIntersecting: true,
								target,
							} as unknown as IntersectionObserverEntry,
						],
						this as unknown as IntersectionObserver
					)
				);
		}
		observe = ( place: Element ) => watched.add( place );
		unobserve = ( place: Element ) => watched.delete( place );
	} as unknown as typeof IntersectionObserver;
	// The store keeps the newest version of an item: each visit brings a newer one.
	const version = ( visits += 100 );
	const shop = Shop.open( {
		name: 'Kettle',
		on_hand: 10,
		available: 10,
		version,
	} );
	watchPanels( find( '#woocommerce-product-data' ) );
	return { shop, user: userEvent.setup() };
}

function find< T extends HTMLElement = HTMLElement >( selector: string ): T {
	const found = document.querySelector< T >( selector );
	if ( ! found ) {
		throw new Error( `There is no ${ selector }.` );
	}
	return found;
}

beforeAll( registerItems );

it( 'asks for nothing before its place is seen, and again for places that WooCommerce has loaded anew', async () => {
	const { shop } = visit();
	expect( shop.asked ).toEqual( [] );
	come( find( '.wig-panel' ) );
	await screen.findByText( 'Reserved for orders' );
	expect( shop.asked.length ).toBeGreaterThan( 0 );
	await act( async () => {
		find( '#rows' ).innerHTML = PLACE;
	} );
	expect( watched.has( find( '.wig-panel' ) ) ).toBe( true );
	come( find( '.wig-panel' ) );
	await screen.findByText( 'Reserved for orders' );
} );

it( 'keeps what happens in it to itself: no field of the form was changed, no form sent', async () => {
	const { user } = visit();
	const heard: string[] = [];
	for ( const event of [ 'input', 'change', 'submit', 'keypress' ] ) {
		find( '#post' ).addEventListener( event, () => heard.push( event ) );
	}
	come( find( '.wig-panel' ) );
	await user.type( await screen.findByLabelText( 'Change by' ), '2{Enter}' );
	await within( find( '.wig-numbers' ) ).findAllByText( '12' );
	expect( heard ).toEqual( [] );
	fireEvent.input( find( '[name="_stock"]' ) );
	expect( heard ).toEqual( [ 'input' ] );
} );

it( 'keeps the quantity field of WooCommerce in step, but not what was typed there', async () => {
	const { user } = visit();
	come( find( '.wig-panel' ) );
	const change = await screen.findByLabelText( 'Change by' );
	expect( find< HTMLInputElement >( '[name="_stock"]' ).value ).toBe( '10' );
	await user.clear( find( '[name="_stock"]' ) );
	await user.type( find( '[name="_stock"]' ), '30' );
	await user.type( change, '2{Enter}' );
	await within( find( '.wig-numbers' ) ).findAllByText( '12' );
	expect( find< HTMLInputElement >( '[name="_stock"]' ).value ).toBe( '30' );
	expect( find< HTMLInputElement >( '[name="_original_stock"]' ).value ).toBe(
		'10'
	);
} );

it( 'lets the page be left, unless a number was typed and not saved', async () => {
	const { user } = visit();
	come( find( '.wig-panel' ) );
	const change = await screen.findByLabelText( 'Change by' );
	const leave = () =>
		window.dispatchEvent(
			new Event( 'beforeunload', { cancelable: true } )
		);
	expect( leave() ).toBe( true );
	await user.type( change, '2' );
	expect( leave() ).toBe( false );
} );
