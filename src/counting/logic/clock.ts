/** One look at the server's clock; all in milliseconds. */
export interface Look {
	/** By the device's clock. */
	asked: number;
	answered: number;
	/** By the server's. */
	server: number;
}

/** What is known of the difference: server minus device. */
export interface Offset {
	ms: number;
	/** How far off it may be, either way: half of the way there and back. */
	error: number;
	/** When it was measured, by the device. */
	at: number;
}

/** A clock drifts: a good look counts for so long. */
const GOOD_FOR = 600_000;

export const offsetOf = ( { asked, answered, server }: Look ): Offset => ( {
	ms: Math.round( server - ( asked + answered ) / 2 ),
	error: Math.max( 0, answered - asked ) / 2,
	at: answered,
} );

/**
 * The better of two: the one with the shorter way, unless it is old, or the two cannot both be right: then somebody has
 * set the device's clock meanwhile, and only the newer one knows.
 */
export function better( known: Offset | null, fresh: Offset ): Offset {
	if (
		known === null ||
		fresh.error <= known.error ||
		Math.abs( fresh.at - known.at ) > GOOD_FOR ||
		Math.abs( fresh.ms - known.ms ) > fresh.error + known.error
	) {
		return fresh;
	}
	return known;
}
