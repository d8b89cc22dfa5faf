const LINKS = '#toplevel_page_woo-inventory-guard .wp-submenu a';
const START = '/dashboard';

/**
 * Marks the entry of wp-admin's menu whose screen is open, and its help: inside the app a link makes no new page that
 * would do it.
 * @param path
 */
export function markMenu( path: string ) {
	for ( const link of document.querySelectorAll( LINKS ) ) {
		const address = new URL(
			link.getAttribute( 'href' ) ?? '',
			window.location.href
		);
		// The counting screen has an entry, too, but is a page of its own.
		const isOpen =
			address.searchParams.has( 'page' ) &&
			( address.searchParams.get( 'path' ) ?? START ) === path;
		link.classList.toggle( 'current', isOpen );
		link.parentElement?.classList.toggle( 'current', isOpen );
		if ( isOpen ) {
			link.setAttribute( 'aria-current', 'page' );
		} else {
			link.removeAttribute( 'aria-current' );
		}
	}
	openHelp( path );
}

/** WordPress's own Help has a tab for each screen (Admin\HelpTabs); its script shows the one that is clicked. */
function openHelp( path: string ) {
	const tab = document.getElementById(
		`tab-link-wig-help-${ path.slice( 1 ) }`
	);
	if ( tab && ! tab.classList.contains( 'active' ) ) {
		tab.querySelector( 'a' )?.click();
	}
}
