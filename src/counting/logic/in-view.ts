/** A code that is out of view for so long is new when it comes back, in milliseconds. */
const AWAY = 900;

/**
 * A camera sees the same code thirty times a second. What it sees is one scan, until it has been away.
 */
export class InView {
	private readonly seen = new Map< string, number >();

	/**
	 * @param codes Everything in this picture.
	 * @param at    In milliseconds.
	 * @return What was not in view before.
	 */
	look( codes: readonly string[], at: number ): string[] {
		for ( const [ code, last ] of this.seen ) {
			if ( at - last > AWAY ) {
				this.seen.delete( code );
			}
		}
		const fresh = [ ...new Set( codes ) ].filter(
			( code ) => ! this.seen.has( code )
		);
		for ( const code of codes ) {
			this.seen.set( code, at );
		}
		return fresh;
	}
}
