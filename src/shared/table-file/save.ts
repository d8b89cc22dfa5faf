/** Hands a file to the browser, under a name. */
export function saveFile( file: Blob, name: string ) {
	const address = URL.createObjectURL( file );
	const link = document.createElement( 'a' );
	link.href = address;
	link.download = name;
	document.body.append( link );
	link.click();
	link.remove();
	// The browser has taken hold of it by then.
	setTimeout( () => URL.revokeObjectURL( address ), 60_000 );
}
