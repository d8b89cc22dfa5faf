import { nativeFormats } from './native';

/**
 * What the camera needs, fetched while there is a network, so that it works without one. The reader of pictures only
 * where the browser has none of its own.
 *
 * @return Addresses that no script tag names.
 */
export async function cameraFiles(): Promise< string[] > {
	if ( ! navigator.mediaDevices ) {
		return [];
	}
	await import( /* webpackChunkName: "counting-camera" */ './Camera' );
	if ( await nativeFormats() ) {
		return [];
	}
	const { readerFile } = await import(
		/* webpackChunkName: "counting-reader" */ './reader'
	);
	return [ readerFile ];
}
