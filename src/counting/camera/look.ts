import { nativeFormats } from './native';

/** Reads what a video shows now. */
export type Look = ( video: HTMLVideoElement ) => Promise< string[] >;

/** Larger pictures say no more, and take longer. */
const WIDEST = 1_280;

/** The browser's own reader where it has one that is good enough, else the library's, which is fetched only then. */
export async function makeLook(): Promise< Look > {
	const formats = await nativeFormats();
	if ( formats && window.BarcodeDetector ) {
		const reader = new window.BarcodeDetector( { formats } );
		return async ( video ) =>
			( await reader.detect( video ) ).map(
				( { rawValue } ) => rawValue
			);
	}
	const { readPicture } = await import(
		/* webpackChunkName: "counting-reader" */ './reader'
	);
	const canvas = document.createElement( 'canvas' );
	const brush = canvas.getContext( '2d', { willReadFrequently: true } );
	return async ( video ) => {
		const scale = Math.min( 1, WIDEST / video.videoWidth );
		canvas.width = Math.round( video.videoWidth * scale );
		canvas.height = Math.round( video.videoHeight * scale );
		if ( ! brush || ! canvas.width || ! canvas.height ) {
			return [];
		}
		brush.drawImage( video, 0, 0, canvas.width, canvas.height );
		return readPicture(
			brush.getImageData( 0, 0, canvas.width, canvas.height )
		);
	};
}
