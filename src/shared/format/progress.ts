/** A look at long work: when, and how much was done. */
export interface Sight {
	/** Milliseconds. */
	at: number;
	done: number;
}

/**
 * Minutes that are left, from the speed between two looks; null while nothing can be said.
 *
 * @param now
 * @param first
 * @param total
 */
export function minutesLeft(
	now: Sight,
	first: Sight,
	total: number
): number | null {
	const speed = ( now.done - first.done ) / ( now.at - first.at );
	return Number.isFinite( speed ) && speed > 0
		? Math.ceil( ( total - now.done ) / speed / 60_000 )
		: null;
}
