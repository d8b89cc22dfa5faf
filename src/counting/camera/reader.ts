import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** Of our own server: zxing-wasm would fetch it from elsewhere. */
export const readerFile = new URL(
	'zxing-wasm/reader/zxing_reader.wasm',
	import.meta.url
).href;

prepareZXingModule( {
	overrides: {
		locateFile: ( path: string ) =>
			path.endsWith( '.wasm' ) ? readerFile : path,
	},
} );

/**
 * All codes in a picture. A GS1 symbol says so by the identifier that scanners put in front, so that its parts are read.
 *
 * @param picture
 */
export async function readPicture( picture: ImageData ): Promise< string[] > {
	const found = await readBarcodes( picture, {
		formats: [
			'EANUPC',
			'Code128',
			'Code39',
			'ITF',
			'DataBar',
			'QRCode',
			'DataMatrix',
			'Aztec',
		],
		tryHarder: true,
		maxNumberOfSymbols: 8,
		textMode: 'Plain',
	} );
	return found
		.filter( ( { isValid } ) => isValid )
		.map( ( { text, contentType, symbologyIdentifier } ) =>
			contentType === 'GS1' ? symbologyIdentifier + text : text
		);
}
