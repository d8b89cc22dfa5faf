// Keeps a page that came from a cache truthful: asks once what is in stock of all products on it, and says so where the
// page says something else. The server refuses what is gone anyway; this spares the shopper the detour.
import type { AvailabilityItem } from '../schema';

const TEXTS = '.stock,[class*=product-stock-indicator]:not([data-wp-text])';
const BUTTONS = '[class*=add_to_cart_button]';

/** By product number; undefined once it has been asked for and nothing is known of it. */
const told = new Map< number, AvailabilityItem | undefined >();

const places = (): NodeListOf< HTMLElement > =>
	document.querySelectorAll< HTMLElement >(
		`${ TEXTS },${ BUTTONS },form.cart .qty`
	);

/** The product that a place on the page speaks of: in a form of variations the chosen one. */
const productAt = ( place: HTMLElement ): number =>
	Number(
		place
			.closest( '.variations_form' )
			?.querySelector< HTMLInputElement >( '.variation_id' )?.value
	) ||
	Number(
		place.closest< HTMLElement >( '[data-product_id]' )?.dataset
			.product_id ??
			/\bpost-(\d+)/.exec(
				place.closest( '[class*=" post-"],[class^=post-]' )
					?.className ?? ''
			)?.[ 1 ]
	);

const show = (): void =>
	places().forEach( ( place ) => {
		const now = told.get( productAt( place ) );
		if ( place instanceof HTMLInputElement ) {
			// Where there is no maximum, backorders are taken.
			const most = Number( now?.available );
			if ( most && +place.max > most ) {
				place.max = `${ most }`;
				place.value = `${ Math.min( +place.value, most ) }`;
			}
		} else if ( ! place.matches( BUTTONS ) ) {
			if ( now && place.textContent?.trim() !== now.text ) {
				place.textContent = now.text;
				place.className = place.className.replace(
					/(in|out-of)-stock|available-on-backorder/,
					now.backorder
						? 'available-on-backorder'
						: `${ now.in_stock ? 'in' : 'out-of' }-stock`
				);
			}
		} else {
			const label = place.querySelector( 'span' ) ?? place;
			const was = place.dataset.wig ?? null;
			if ( now && ! now.in_stock && was === null ) {
				// It keeps the room that it had: nothing on the page moves.
				const box = place.getBoundingClientRect();
				place.style.cssText += `;box-sizing:border-box;width:${ box.width }px;height:${ box.height }px;padding-inline:0;white-space:nowrap;opacity:.5`;
				place.dataset.wig = label.textContent ?? '';
				place.ariaDisabled = 'true';
				label.textContent = now.text;
			} else if ( now?.in_stock && was !== null ) {
				delete place.dataset.wig;
				place.style.cssText = '';
				place.ariaDisabled = null;
				label.textContent = was;
			}
		}
	} );

/** Asks for products that were not asked for before. */
const look = async (): Promise< void > => {
	const fresh: number[] = [];
	places().forEach( ( place ) => {
		const id = productAt( place );
		if ( id && ! told.has( id ) ) {
			told.set( id, undefined );
			fresh.push( id );
		}
	} );
	while ( fresh.length ) {
		const answer = await fetch( wigShop + fresh.splice( 0, 100 ), {
			credentials: 'omit',
		} );
		const { items }: { items?: AvailabilityItem[] } = await answer.json();
		items?.forEach( ( item ) => told.set( item.product_id ?? 0, item ) );
	}
	show();
};

// What is said in these later is read out, once the reader has finished what it is at.
document
	.querySelectorAll( TEXTS )
	.forEach( ( place ) => place.setAttribute( 'role', 'status' ) );
document.addEventListener(
	'click',
	( event ) => {
		if (
			event.target instanceof Element &&
			event.target.closest( '[data-wig]' )
		) {
			event.preventDefault();
			event.stopPropagation();
		}
	},
	true
);
window.addEventListener( 'pageshow', ( event ) => {
	// Back by the browser's button: the page is as old as it was left.
	if ( event.persisted ) {
		told.clear();
		void look();
	}
} );
// A variation is asked for when it is chosen.
document.querySelectorAll( '.variations_form' ).forEach( ( form ) =>
	new MutationObserver( look ).observe( form, {
		childList: true,
		subtree: true,
	} )
);
void look();
