/** Hands a file to the browser, which puts it where the person wants it. */
export function saveFile( name: string, text: string ) {
	const url = URL.createObjectURL(
		new Blob( [ text ], { type: 'application/json' } )
	);
	const link = document.createElement( 'a' );
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL( url );
}

/** What is in a file that was picked; empty where the browser may not read it any more. */
export const readFile = ( file: File ): Promise< string > =>
	new Promise( ( done ) => {
		const reader = new FileReader();
		reader.onload = () => done( String( reader.result ) );
		reader.onerror = () => done( '' );
		reader.readAsText( file );
	} );
