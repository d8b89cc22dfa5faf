export type Place =
	{ at: 'list' | 'new' | 'schedules' } | { at: 'one'; id: number };

/** Which of these screens is at a path; what makes no sense is the list. */
export function placeOf( path: string ): Place {
	const [ , rest = '' ] = /^\/stocktakes\/([^/]+)$/.exec( path ) ?? [];
	if ( rest === 'new' || rest === 'schedules' ) {
		return { at: rest };
	}
	return /^[1-9]\d{0,14}$/.test( rest )
		? { at: 'one', id: Number( rest ) }
		: { at: 'list' };
}
