/** Reads bits from the left of a hexadecimal number. No more than 53 at once, which a number holds exactly. */
export class Bits {
	private at = 0;

	private constructor( private readonly digits: string ) {}

	static read( hex: string ): Bits | null {
		return /^[0-9a-fA-F]+$/.test( hex )
			? new Bits(
					Array.from( hex, ( digit ) =>
						parseInt( digit, 16 ).toString( 2 ).padStart( 4, '0' )
					).join( '' )
				)
			: null;
	}

	number( size: number ): number {
		const bits = this.digits.slice( this.at, this.at + size );
		this.at += size;
		// What is missing at the end counts as zeros, as readers leave them out.
		return parseInt( bits.padEnd( size, '0' ), 2 );
	}

	/** Characters of 7 bits, ended by zeros that fill the rest. NULL for a gap, for none, or for what GS1 has not. */
	text( length: number ): string | null {
		const codes = Array.from( { length }, () => this.number( 7 ) );
		const end = codes.indexOf( 0 );
		const used = end < 0 ? codes : codes.slice( 0, end );
		const text = String.fromCharCode( ...used );
		return codes.slice( used.length ).every( ( code ) => code === 0 ) &&
			/^[!"%-?A-Z_a-z]+$/.test( text )
			? text
			: null;
	}

	/** Whether nothing but zeros is left. */
	isEmpty(): boolean {
		return ! this.digits.slice( this.at ).includes( '1' );
	}
}
