/** How the buyers fared so far. */
export interface Fared {
	sold: number;
	refused: number;
	/** Got no answer, so they know nothing. */
	lost: number;
}

export const NOBODY: Fared = { sold: 0, refused: 0, lost: 0 };

/**
 * Sends all buyers at once (how many of them really come at a time, browser and server decide) and tells after each
 * answer how they fared. One whose answer is lost keeps nobody else from being served.
 *
 * @param buyers
 * @param buy    Asks for one unit; whether there was one.
 * @param tell
 */
export async function sendCrowd(
	buyers: number,
	buy: ( buyer: number ) => Promise< boolean >,
	tell: ( fared: Fared ) => void
): Promise< Fared > {
	let fared = NOBODY;
	const count = ( part: keyof Fared ) => {
		fared = { ...fared, [ part ]: fared[ part ] + 1 };
		tell( fared );
	};
	await Promise.all(
		Array.from( { length: buyers }, async ( _, n ) => {
			try {
				count( ( await buy( n + 1 ) ) ? 'sold' : 'refused' );
			} catch {
				count( 'lost' );
			}
		} )
	);
	return fared;
}
