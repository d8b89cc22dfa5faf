/** Keys of the number pad; the decimal sign is the reader's own. */
export type PadKey =
	| '0'
	| '1'
	| '2'
	| '3'
	| '4'
	| '5'
	| '6'
	| '7'
	| '8'
	| '9'
	| 'decimal'
	| 'back';

const LONGEST = 12;

/** What stands there after a key. */
export function press( typed: string, key: PadKey, decimal: string ): string {
	if ( key === 'back' ) {
		return typed.slice( 0, -1 );
	}
	if ( typed.length >= LONGEST ) {
		return typed;
	}
	if ( key === 'decimal' ) {
		return typed.includes( decimal ) ? typed : ( typed || '0' ) + decimal;
	}
	return typed === '0' ? key : typed + key;
}
