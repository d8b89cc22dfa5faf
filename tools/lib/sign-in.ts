/**
 * Opens a page of wp-admin as a browser would: follows redirects and keeps cookies. Playground signs the visitor in on
 * the way. Throws unless the page comes in the end.
 */
export async function signIn( page: string ): Promise< string > {
	const cookies = new Map< string, string >();
	let url = page;
	for ( let hop = 0; hop < 10; hop++ ) {
		const answer = await fetch( url, { redirect: 'manual', headers: { Cookie: [ ...cookies ].map( ( [ name, value ] ) => `${ name }=${ value }` ).join( '; ' ) } } );
		for ( const line of answer.headers.getSetCookie() ) {
			const [ , name, value ] = /^([^=]+)=([^;]*)/.exec( line ) ?? [];
			if ( name !== undefined && value !== undefined ) {
				cookies.set( name, value );
			}
		}
		const next = answer.headers.get( 'location' );
		const text = await answer.text();
		if ( next === null ) {
			if ( answer.ok && ! url.includes( 'wp-login.php' ) ) {
				return text;
			}
			throw new Error( `${ page } ended at ${ url } with HTTP ${ answer.status }.` );
		}
		url = new URL( next, url ).href;
	}
	throw new Error( `${ page } redirects for ever.` );
}
