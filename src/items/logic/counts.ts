import { FILTERS, type Filter } from './view-state';

export type Counts = Partial< Record< Filter, number > >;

/** From the header X-WIG-Counts; a filter that it does not name has no count. */
export function readCounts( header: string | null ): Counts | null {
	if ( ! header ) {
		return null;
	}
	try {
		const found: unknown = JSON.parse( header );
		if ( typeof found !== 'object' || found === null ) {
			return null;
		}
		const entries = new Map< string, unknown >( Object.entries( found ) );
		return FILTERS.reduce< Counts >( ( counts, filter ) => {
			const count = entries.get( filter );
			return typeof count === 'number'
				? { ...counts, [ filter ]: count }
				: counts;
		}, {} );
	} catch {
		return null;
	}
}
