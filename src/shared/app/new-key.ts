/**
 * An Idempotency-Key for one act. Not crypto.randomUUID(): browsers keep that from shops on plain http.
 */
export function newKey(): string {
	const bytes = crypto.getRandomValues( new Uint8Array( 16 ) );
	return `screen-${ Array.from( bytes, ( byte ) => byte.toString( 16 ).padStart( 2, '0' ) ).join( '' ) }`;
}
