import type { Limit, LimitRequest, LimitUpdate } from '../../schema';
import { findCategories, findItems } from '../../shared/data/find';
import { requestList, type Listed } from '../../shared/data/list';
import { request } from '../../shared/data/request';

const PATH = '/woo-inventory-guard/v1/limits';

export const fetchLimits = (
	page: number,
	perPage: number,
	signal?: AbortSignal
): Promise< Listed< Limit > > =>
	requestList( PATH, { page, per_page: perPage }, signal );

export const postLimit = async (
	data: LimitRequest,
	key: string
): Promise< Limit > =>
	( await request< Limit >( { path: PATH, method: 'POST', data, key } ) )
		.body;

export const fetchLimit = async ( id: number ): Promise< Limit > =>
	( await request< Limit >( { path: `${ PATH }/${ id }` } ) ).body;

/** Refused (412) where somebody else changed it since that version was read. */
export const putLimit = async (
	id: number,
	data: LimitUpdate,
	version: number,
	key: string
): Promise< Limit > =>
	(
		await request< Limit >( {
			path: `${ PATH }/${ id }`,
			method: 'PUT',
			data,
			key,
			ifMatch: version,
		} )
	).body;

export async function deleteLimit( id: number ): Promise< void > {
	await request( { path: `${ PATH }/${ id }`, method: 'DELETE' } );
}

/** What can be limited, by words of its name. */
export const FIND = { item: findItems, category: findCategories };
