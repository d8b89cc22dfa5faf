import { checkDigit, isChecked } from './check-digit';

/** GTIN-8, 12 (UPC-A), 13 (EAN) and 14 are one number, written with zeros in front. */
export type Gtin = string;

/** 14 digits, or NULL where this is none, or its check digit is wrong. */
export const gtinOf = ( code: string ): Gtin | null =>
	/^(\d{8}|\d{12,14})$/.test( code ) && isChecked( code )
		? code.padStart( 14, '0' )
		: null;

/** Whether it has the length of a GTIN, so that a wrong check digit means that it was misread. */
export const looksLikeGtin = ( code: string ): boolean =>
	/^(\d{8}|\d{12,14})$/.test( code );

/**
 * UPC-E is a UPC-A with its zeros left out. The sixth of the six digits says where they stood. The check digit is the
 * one of the long form.
 *
 * @param code Eight digits with number system (0 or 1) and check digit, or six without both (number system 0).
 * @return 14 digits, or NULL.
 */
export function gtinOfUpcE( code: string ): Gtin | null {
	const match = /^(?:([01])(\d{6})(\d)|(\d{6}))$/.exec( code );
	const [ , system = '0', eight, check, six ] = match ?? [];
	const short = eight ?? six;
	if ( short === undefined ) {
		return null;
	}
	const data = system + expand( short );
	const right = checkDigit( data );
	return check === undefined || check === right
		? ( data + right ).padStart( 14, '0' )
		: null;
}

/**
 * Ten digits: five of the maker, five of the item.
 * @param six
 */
function expand( six: string ): string {
	const last = Number( six[ 5 ] );
	const upTo = ( end: number ) => six.slice( 0, end );
	if ( last <= 2 ) {
		return `${ upTo( 2 ) }${ last }0000${ six.slice( 2, 5 ) }`;
	}
	if ( last === 3 ) {
		return `${ upTo( 3 ) }00000${ six.slice( 3, 5 ) }`;
	}
	return last === 4
		? `${ upTo( 4 ) }00000${ six[ 4 ] }`
		: `${ upTo( 5 ) }0000${ last }`;
}

/**
 * What a printed number can mean, the likeliest first. Eight digits that begin with 0 or 1 may be a GTIN-8 or a UPC-E;
 * where both check digits fit, both are offered, and whoever looks them up must ask if two items answer.
 */
export function gtinsOf( code: string ): Gtin[] {
	const all = [
		gtinOf( code ),
		/^\d{8}$/.test( code ) ? gtinOfUpcE( code ) : null,
	];
	return all.flatMap( ( gtin, at ) =>
		gtin !== null && all.indexOf( gtin ) === at ? [ gtin ] : []
	);
}
