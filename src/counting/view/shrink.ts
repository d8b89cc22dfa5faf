import { MOST_BYTES, tries } from '../logic/photo';

/**
 * A picture as it is sent: small, and drawn anew, so that nothing is in it but what is seen (not where it was taken, nor
 * by what).
 *
 * @return A JPEG in base64; NULL where the file is no picture that the browser can read.
 */
export async function shrink( file: File ): Promise< string | null > {
	const picture = await createImageBitmap( file ).catch( () => null );
	if ( ! picture ) {
		return null;
	}
	try {
		for ( const { width, height, quality } of tries(
			picture.width,
			picture.height
		) ) {
			const canvas = document.createElement( 'canvas' );
			canvas.width = width;
			canvas.height = height;
			const paper = canvas.getContext( '2d' );
			if ( ! paper ) {
				return null;
			}
			// What is transparent would become black.
			paper.fillStyle = '#fff';
			paper.fillRect( 0, 0, width, height );
			paper.drawImage( picture, 0, 0, width, height );
			const blob = await new Promise< Blob | null >( ( done ) =>
				canvas.toBlob( done, 'image/jpeg', quality )
			);
			if ( blob?.type === 'image/jpeg' && blob.size <= MOST_BYTES ) {
				return inBase64( blob );
			}
		}
		return null;
	} finally {
		picture.close();
	}
}

const inBase64 = ( blob: Blob ): Promise< string > =>
	new Promise( ( done, fail ) => {
		const reader = new FileReader();
		reader.onload = () =>
			done( String( reader.result ).replace( /^[^,]*,/, '' ) );
		reader.onerror = () => fail( reader.error );
		reader.readAsDataURL( blob );
	} );
