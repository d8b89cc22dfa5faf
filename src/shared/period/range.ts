/** The last so many days, or from one day to another. */
export type Range = { days: number } | { from: string; to: string };

export const USUAL_DAYS = 30;
export const OFFERED: readonly number[] = [ 7, 30, 90 ];
const MOST_DAYS = 800;

/** From an address; what makes no sense there is the usual. */
export function readRange( params: URLSearchParams ): Range {
	const from = params.get( 'from' ) ?? '';
	const to = params.get( 'to' ) ?? '';
	if ( isRange( from, to ) ) {
		return { from, to };
	}
	const days = Number( params.get( 'days' ) );
	return { days: OFFERED.includes( days ) ? days : USUAL_DAYS };
}

/** For an address: the usual needs no words. */
export function writeRange( range: Range ): Record< string, string > {
	if ( 'from' in range ) {
		return { from: range.from, to: range.to };
	}
	return range.days === USUAL_DAYS ? {} : { days: String( range.days ) };
}

/** For REST. */
export const queryOf = ( range: Range ): string =>
	'from' in range
		? `from=${ range.from }&to=${ range.to }`
		: `days=${ range.days }`;

export function isRange( from: string, to: string ): boolean {
	return (
		isDay( from ) &&
		isDay( to ) &&
		from <= to &&
		span( from, to ) <= MOST_DAYS
	);
}

export const lengthOf = ( range: Range ): number =>
	'from' in range ? span( range.from, range.to ) : range.days;

const DAY = 86_400_000;

const span = ( from: string, to: string ): number =>
	( Date.parse( to ) - Date.parse( from ) ) / DAY + 1;

function isDay( text: string ): boolean {
	const moment = Date.parse( `${ text }T00:00:00Z` );
	return (
		/^\d{4}-\d{2}-\d{2}$/.test( text ) &&
		! Number.isNaN( moment ) &&
		new Date( moment ).toISOString().slice( 0, 10 ) === text
	);
}

/** So many days up to a day, both counted: what "custom" begins with. */
export const daysUpTo = ( to: string, days: number ): Range => ( {
	from: new Date( Date.parse( to ) - ( days - 1 ) * DAY )
		.toISOString()
		.slice( 0, 10 ),
	to,
} );
