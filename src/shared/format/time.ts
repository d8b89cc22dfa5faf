const OFFSET = /^([+-])(\d{2}):(\d{2})$/;

/**
 * Day and time of a moment on the shop's clock. WordPress may say "+05:30" where Intl wants a name: then the moment is
 * moved and read as UTC.
 */
export function shopTime( moment: string, locale: string, timezone: string ) {
	const { date, timeZone } = onClock( new Date( moment ), timezone );
	const format = ( options: Intl.DateTimeFormatOptions ) =>
		formatter( locale, { ...options, timeZone } ).format( date );
	return {
		day: format( { year: 'numeric', month: 'long', day: 'numeric' } ),
		time: format( { hour: '2-digit', minute: '2-digit' } ),
		full: format( { dateStyle: 'long', timeStyle: 'medium' } ),
		/** Sortable and comparable: 2026-11-23. */
		key: formatter( 'en-CA', { timeZone } ).format( date ),
	};
}

/** The clocks of a day go at most so often another way. */
const TRIES = 3;

/**
 * The moment at which the shop's clock shows a day and a time, such as 2026-03-03 and 14:02: the other way round. A time
 * that is left out by the change to summer time is taken for the one an hour later.
 */
export function momentOf( day: string, time: string, timezone: string ): Date {
	const wanted = Date.parse( `${ day }T${ time }Z` );
	let guess = wanted;
	for ( let n = 0; n < TRIES; n++ ) {
		const off = wanted - shownAt( new Date( guess ), timezone );
		if ( off === 0 ) {
			break;
		}
		guess += off;
	}
	return new Date( guess );
}

/**
 * What the shop's clock shows, as if it were UTC.
 * @param moment
 * @param timezone
 */
function shownAt( moment: Date, timezone: string ): number {
	const { date, timeZone } = onClock( moment, timezone );
	const parts = new Intl.DateTimeFormat( 'en-CA', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
	} ).formatToParts( date );
	const part = ( type: string ) =>
		parts.find( ( found ) => found.type === type )?.value ?? '00';
	return (
		Date.parse(
			`${ part( 'year' ) }-${ part( 'month' ) }-${ part( 'day' ) }T${ part( 'hour' ) }:${ part( 'minute' ) }:${ part( 'second' ) }Z`
		) + moment.getMilliseconds()
	);
}

function onClock( date: Date, timezone: string ) {
	const offset = OFFSET.exec( timezone );
	if ( ! offset ) {
		return { date, timeZone: timezone || 'UTC' };
	}
	const minutes = Number( offset[ 2 ] ) * 60 + Number( offset[ 3 ] );
	const shift = ( offset[ 1 ] === '-' ? -minutes : minutes ) * 60_000;
	return { date: new Date( date.getTime() + shift ), timeZone: 'UTC' };
}

/** Making one takes a good part of a millisecond, and a list has four a row. */
const kept = new Map< string, Intl.DateTimeFormat >();

function formatter( locale: string, options: Intl.DateTimeFormatOptions ) {
	const name = `${ locale } ${ JSON.stringify( options ) }`;
	const found = kept.get( name ) ?? newFormatter( locale, options );
	kept.set( name, found );
	return found;
}

function newFormatter( locale: string, options: Intl.DateTimeFormatOptions ) {
	try {
		return new Intl.DateTimeFormat( locale, options );
	} catch {
		return new Intl.DateTimeFormat( 'en', options );
	}
}
