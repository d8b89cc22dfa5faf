const STEPS: readonly [ Intl.RelativeTimeFormatUnit, number ][] = [
	[ 'day', 86_400 ],
	[ 'hour', 3_600 ],
	[ 'minute', 60 ],
];

/** How long ago something was, such as "2 minutes ago"; what a clock puts into the future was just now. */
export function agoWord( moment: string, now: number, locale: string ): string {
	const seconds = ( now - Date.parse( moment ) ) / 1000;
	const [ unit, size ] = STEPS.find( ( [ , step ] ) => seconds >= step ) ?? [
		'second',
		Infinity,
	];
	return formatter( locale ).format( -Math.floor( seconds / size ), unit );
}

function formatter( locale: string ) {
	try {
		return new Intl.RelativeTimeFormat( locale, { numeric: 'auto' } );
	} catch {
		return new Intl.RelativeTimeFormat( 'en', { numeric: 'auto' } );
	}
}
