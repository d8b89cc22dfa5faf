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
		key: new Intl.DateTimeFormat( 'en-CA', { timeZone } ).format( date ),
	};
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

function formatter( locale: string, options: Intl.DateTimeFormatOptions ) {
	try {
		return new Intl.DateTimeFormat( locale, options );
	} catch {
		return new Intl.DateTimeFormat( 'en', options );
	}
}
