/** Photos of one item by one person; the server asks the same. */
export const MOST_OF_ITEM = 5;

/** Most of a photo that is sent, in pixels and bytes. */
const MOST_PIXELS = 1280;
export const MOST_BYTES = 300_000;

/** A photo as this device keeps it. */
export interface Photo {
	uuid: string;
	stocktake: number;
	item_id: number;
	/** By the device's own clock, RFC 3339. */
	at: string;
	/** Server minus device as it was known then, in milliseconds. */
	offset: number | null;
	/** A JPEG in base64; empty once the server has it. */
	data: string;
	/** waiting: not sent yet. refused: the server will never take it; message says why. */
	state: 'waiting' | 'kept' | 'refused';
	message: string;
}

export interface Try {
	width: number;
	height: number;
	/** Of the JPEG, from 0 to 1. */
	quality: number;
}

const QUALITIES = [ 0.8, 0.6, 0.4 ];
const SHARES = [ 1, 0.75, 0.5 ];

/** How a picture is made small, the best first: whoever tries takes the first that is light enough. */
export function tries( width: number, height: number ): Try[] {
	const fit = Math.min( 1, MOST_PIXELS / Math.max( width, height ) );
	const pixels = ( side: number, share: number ) =>
		Math.max( 1, Math.round( side * fit * share ) );
	return SHARES.flatMap( ( share ) =>
		QUALITIES.map( ( quality ) => ( {
			width: pixels( width, share ),
			height: pixels( height, share ),
			quality,
		} ) )
	);
}
