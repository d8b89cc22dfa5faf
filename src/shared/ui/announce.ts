let region: HTMLElement | null = null;

/** Said by screen readers when they are done with what they are saying. */
export function announce( words: string ) {
	if ( ! region?.isConnected ) {
		region = document.createElement( 'div' );
		region.className = 'wig-hidden';
		region.setAttribute( 'role', 'status' );
		region.setAttribute( 'aria-live', 'polite' );
		document.body.append( region );
	}
	// The same words twice are said twice only if they differ.
	region.textContent =
		region.textContent === words ? `${ words }\u00a0` : words;
}
