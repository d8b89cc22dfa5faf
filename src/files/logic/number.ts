/** What stands for the decimal point in a file. */
export type Mark = '.' | ',';

const SPACES = /[\s\u00a0\u202f\u2009'’]/g;
const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Digits as any program writes them, without spaces, signs of currency and other ways to say "minus". */
function bare( text: string ): string {
	const number = text
		.normalize( 'NFKC' )
		.replace( SPACES, '' )
		.replace( /[\u2212\u2013]/g, '-' )
		.replace( /^\p{Sc}|\p{Sc}$|(?<=^-)\p{Sc}/gu, '' );
	const inBrackets = /^\((.*)\)$/.exec( number )?.[ 1 ];
	const behind = /^([\d.,]+)-$/.exec( number )?.[ 1 ];
	return inBrackets === undefined && behind === undefined
		? number
		: `-${ inBrackets ?? behind }`;
}

/**
 * A number as the server takes it, exact; what is none stays as it is, so that the server says what is wrong with it.
 *
 * @param text
 * @param mark The file's decimal mark.
 */
export function numberOf( text: string, mark: Mark ): string {
	const number = bare( text );
	const own = ownMark( number ) ?? mark;
	const thousands = own === '.' ? ',' : '.';
	const isGrouped = number.includes( thousands );
	if (
		isGrouped &&
		! new RegExp(
			`^[+-]?\\d{1,3}(\\${ thousands }\\d{2,3})*\\${ thousands }\\d{3}(\\${ own }\\d*)?$`
		).test( number )
	) {
		return text.trim();
	}
	const pointed = number.replaceAll( thousands, '' ).replace( own, '.' );
	return expanded( pointed ) ?? text.trim();
}

/** The decimal mark of a number that leaves no doubt: 1.234,5 has a comma, 1,50 too; 1,500 says nothing. */
export function ownMark( number: string ): Mark | null {
	const comma = number.lastIndexOf( ',' );
	const point = number.lastIndexOf( '.' );
	if ( comma >= 0 && point >= 0 ) {
		return comma > point ? ',' : '.';
	}
	const at = Math.max( comma, point );
	const sign = comma >= 0 ? ',' : '.';
	if ( at < 0 ) {
		return null;
	}
	if ( number.indexOf( sign ) !== at ) {
		// More than once: it parts thousands.
		return sign === ',' ? '.' : ',';
	}
	const isSure =
		! /^\d{3}$/.test( number.slice( at + 1 ) ) ||
		/^[+-]?0?$/.test( number.slice( 0, at ) ) ||
		/^[+-]?\d{4,}$/.test( number.slice( 0, at ) );
	return isSure ? sign : null;
}

/** The decimal mark of a file: what its unmistakable numbers say, else what goes with its separator. */
export function markOf( texts: Iterable< string >, separator: string ): Mark {
	let commas = 0;
	let points = 0;
	for ( const text of texts ) {
		const own = ownMark( bare( text ) );
		commas += own === ',' ? 1 : 0;
		points += own === '.' ? 1 : 0;
	}
	if ( commas !== points ) {
		return commas > points ? ',' : '.';
	}
	return separator === ';' ? ',' : '.';
}

/** 1.5E+3 is 1500, digit by digit; null where it is no number. */
export function expanded( number: string ): string | null {
	const [ found, sign = '', whole = '', fraction = '', power = '0' ] =
		PLAIN.exec( number ) ?? [];
	if ( found === undefined || whole + fraction === '' ) {
		return null;
	}
	const digits = whole + fraction;
	const point = whole.length + Number( power );
	const before =
		point > 0 ? digits.slice( 0, point ).padEnd( point, '0' ) : '';
	const after =
		point < 0 ? '0'.repeat( -point ) + digits : digits.slice( point );
	const plain = `${ before.replace( /^0+(?=\d)/, '' ) || '0' }${ /[1-9]/.test( after ) ? `.${ after.replace( /0+$/, '' ) }` : '' }`;
	return sign === '-' && plain !== '0' ? `-${ plain }` : plain;
}

/** How a spreadsheet shows a number that is too long for a cell: the digits are gone for good. */
export const hasLostDigits = ( text: string ): boolean =>
	/^\d([.,]\d+)?[eE]\+\d+$/.test( text.trim() );
