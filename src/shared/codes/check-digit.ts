/**
 * The check digit of GTIN, SSCC and GLN (GS1 General Specifications 7.9): from the right of the data, weights 3, 1, 3,
 * 1 ...; what is missing to the next ten.
 *
 * It finds every single wrong digit, and two neighbours that changed places unless they differ by 5. It cannot find
 * what leaves the sum as it was: 27 read as 72, or two wrong digits that cancel out.
 *
 * @param data Digits without the check digit.
 */
export function checkDigit( data: string ): string {
	let sum = 0;
	for ( let i = 0; i < data.length; i++ ) {
		sum += Number( data[ data.length - 1 - i ] ) * ( i % 2 ? 1 : 3 );
	}
	return String( ( 10 - ( sum % 10 ) ) % 10 );
}

/** Whether the last digit is the check digit of those before it. */
export const isChecked = ( digits: string ): boolean =>
	/^\d{2,}$/.test( digits ) &&
	checkDigit( digits.slice( 0, -1 ) ) === digits.slice( -1 );
