import type { ResolveRequest, Shortfall, ShortfallsQuery } from '../../schema';
import { requestList, type Listed } from '../../shared/data/list';
import { request } from '../../shared/data/request';

const PATH = '/woo-inventory-guard/v1/shortfalls';

export const fetchShortfalls = (
	query: ShortfallsQuery,
	signal?: AbortSignal
): Promise< Listed< Shortfall > > => requestList( PATH, { ...query }, signal );

/** Said twice it is done once: the server decides by what is open. */
export const postOutcome = async (
	id: number,
	outcome: ResolveRequest[ 'outcome' ]
): Promise< Shortfall > =>
	(
		await request< Shortfall >( {
			path: `${ PATH }/${ id }/resolve`,
			method: 'POST',
			data: { outcome },
		} )
	).body;
