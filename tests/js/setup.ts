import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

configure( { asyncUtilTimeout: 8_000 } );

// What browsers have and jsdom has not. Tests that need no page run without one.
if ( typeof window !== 'undefined' ) {
	let isPhone = false;
	window.matchMedia = ( query ) =>
		( {
			matches: isPhone && query.includes( 'max-width: 782px' ),
			media: query,
			addEventListener: () => {},
			removeEventListener: () => {},
			addListener: () => {},
			removeListener: () => {},
		} ) as unknown as MediaQueryList;
	Object.assign( window, {
		asPhone: ( value: boolean ) => {
			isPhone = value;
		},
		ResizeObserver: class {
			observe() {}
			unobserve() {}
			disconnect() {}
		},
	} );
	Element.prototype.scrollIntoView = () => {};
}
