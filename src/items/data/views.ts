import type { View, ViewRequest, ViewUpdate } from '../../schema';
import { requestList } from '../../shared/data/list';
import { request } from '../../shared/data/request';

const PATH = '/woo-inventory-guard/v1/views';

/** Your own and the team's; more than a hundred nobody finds in a menu. */
export const fetchViews = async (): Promise< View[] > =>
	( await requestList< View >( PATH, { page: 1, per_page: 100 } ) ).rows;

export const postView = async (
	data: ViewRequest,
	key: string
): Promise< View > =>
	( await request< View >( { path: PATH, method: 'POST', data, key } ) ).body;

/** Writes over the version that was read, and no other (412). */
export const putView = async (
	{ id, version }: Pick< View, 'id' | 'version' >,
	data: ViewUpdate,
	key: string
): Promise< View > =>
	(
		await request< View >( {
			path: `${ PATH }/${ id }`,
			method: 'PUT',
			data,
			key,
			ifMatch: version,
		} )
	).body;

export async function deleteView( id: number, key: string ): Promise< void > {
	await request( { path: `${ PATH }/${ id }`, method: 'DELETE', key } );
}

export const restoreView = async ( id: number, key: string ): Promise< View > =>
	(
		await request< View >( {
			path: `${ PATH }/${ id }/restore`,
			method: 'POST',
			key,
		} )
	).body;
