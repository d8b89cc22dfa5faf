/** The part of the browser's own reader of codes (Shape Detection API) that is used here; TypeScript knows it not yet. */
export interface NativeReader {
	detect: (
		picture: HTMLVideoElement
	) => Promise< { rawValue: string; format: string }[] >;
}

interface NativeReaders {
	new ( options: { formats: string[] } ): NativeReader;
	getSupportedFormats: () => Promise< string[] >;
}

declare global {
	interface Window {
		BarcodeDetector?: NativeReaders;
	}
}

/** Without these it is of no use in a shop. */
const NEEDED = [ 'ean_13', 'qr_code', 'data_matrix', 'code_128' ];
const WANTED = [ ...NEEDED, 'ean_8', 'upc_a', 'upc_e', 'itf', 'code_39' ];

/** What the browser can read by itself, or null where that is too little. */
export async function nativeFormats(): Promise< string[] | null > {
	const none: string[] = [];
	const known = await window.BarcodeDetector?.getSupportedFormats().catch(
		() => none
	);
	return known && NEEDED.every( ( format ) => known.includes( format ) )
		? WANTED.filter( ( format ) => known.includes( format ) )
		: null;
}
