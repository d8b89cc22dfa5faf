import { createRoot } from '@wordpress/element';
import { ErrorBoundary } from '../../shared/ui/ErrorBoundary';
import { readFields } from '../logic/fields';
import { ItemPanel } from './ItemPanel';
import { openTab } from './lead';

const PLACE = '.wig-panel[data-wig-item]';
const TAB = '#wig_product_data';

/**
 * WooCommerce takes every change of a field inside a variation for a change of the variation, and WordPress every form
 * that is sent inside its own for its own. What happens in a panel is neither.
 */
const OWN_EVENTS = [ 'change', 'input', 'submit', 'keypress' ];

/** How far beyond the edge of the window a panel is asked for already. */
const AHEAD = '400px';

/**
 * Fills the places for panels, each when it is first seen: a tab or a variation that nobody opens costs nothing.
 * Variations come and go as WooCommerce loads, adds and pages them.
 */
export function watchPanels( screen: HTMLElement ) {
	const open = new Map< HTMLElement, () => void >();
	const sight = new IntersectionObserver(
		( seen ) => {
			for ( const { isIntersecting, target } of seen ) {
				if ( isIntersecting && target instanceof HTMLElement ) {
					sight.unobserve( target );
					open.set( target, fill( target ) );
				}
			}
		},
		{ rootMargin: AHEAD }
	);
	const look = () => {
		for ( const [ place, empty ] of open ) {
			if ( ! place.isConnected ) {
				empty();
				open.delete( place );
			}
		}
		for ( const place of screen.querySelectorAll< HTMLElement >( PLACE ) ) {
			if ( ! open.has( place ) ) {
				sight.observe( place );
			}
		}
	};
	new MutationObserver( look ).observe( screen, {
		childList: true,
		subtree: true,
	} );
	look();
	screen.addEventListener( 'click', leadToTab );
	window.addEventListener( 'beforeunload', ( event ) => {
		if ( Array.from( open.keys() ).some( isTyped ) ) {
			event.preventDefault();
		}
	} );
}

function fill( place: HTMLElement ): () => void {
	const inner = document.createElement( 'div' );
	place.append( inner );
	for ( const event of OWN_EVENTS ) {
		place.addEventListener( event, ( happened ) =>
			happened.stopPropagation()
		);
	}
	const root = createRoot( inner );
	root.render(
		<ErrorBoundary>
			<ItemPanel
				id={ Number( place.dataset.wigItem ) }
				fields={ readFields( place.dataset.wigFields ) }
			/>
		</ErrorBoundary>
	);
	return () => root.unmount();
}

/** A number that was typed and not saved would be gone with the page. */
const isTyped = ( place: HTMLElement ): boolean =>
	Array.from(
		place.querySelectorAll< HTMLInputElement >(
			'.wig-adjust input[type="text"]'
		)
	).some( ( { value } ) => value !== '' );

/** The link beside WooCommerce's quantity field. */
function leadToTab( event: Event ) {
	const link =
		event.target instanceof Element
			? event.target.closest( `.wig-recorded a[href="${ TAB }"]` )
			: null;
	if ( link ) {
		event.preventDefault();
		openTab( TAB );
	}
}
