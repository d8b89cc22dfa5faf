import { isRecord } from '../format/record';
import { request } from './request';

/** One page of a collection, with what its headers say. */
export interface Listed< T > {
	rows: T[];
	total: number;
	/** By name of a filter; empty where REST counts none. */
	counts: Record< string, number >;
}

export async function requestList< T >(
	path: string,
	params: Record< string, string | number | undefined >,
	signal?: AbortSignal
): Promise< Listed< T > > {
	const asked = Object.entries( params ).flatMap( ( [ name, value ] ) =>
		value === undefined ? [] : [ [ name, String( value ) ] ]
	);
	const { body, header } = await request< T[] >( {
		path: `${ path }?${ new URLSearchParams( asked ).toString() }`,
		signal,
	} );
	return {
		rows: body,
		total: Number( header( 'X-WP-Total' ) ?? body.length ),
		counts: countsOf( header( 'X-WIG-Counts' ) ),
	};
}

/** What cannot be read has no count; the list is there all the same. */
export function countsOf( header: string | null ): Record< string, number > {
	try {
		const found: unknown = JSON.parse( header ?? '' );
		return Object.fromEntries(
			Object.entries( isRecord( found ) ? found : {} ).flatMap(
				( [ name, count ] ) =>
					typeof count === 'number' ? [ [ name, count ] ] : []
			)
		);
	} catch {
		return {};
	}
}
