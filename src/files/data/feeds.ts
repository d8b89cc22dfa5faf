import type {
	ImportFeed,
	ImportFeedRequest,
	ImportFeedUpdate,
} from '../../schema';
import { requestList, type Listed } from '../../shared/data/list';
import { request } from '../../shared/data/request';

const PATH = '/woo-inventory-guard/v1/import-feeds';

export const fetchFeeds = (
	page: number,
	perPage: number,
	signal?: AbortSignal
): Promise< Listed< ImportFeed > > =>
	requestList( PATH, { page, per_page: perPage }, signal );

export const fetchFeed = async (
	id: number,
	signal?: AbortSignal
): Promise< ImportFeed > =>
	( await request< ImportFeed >( { path: `${ PATH }/${ id }`, signal } ) )
		.body;

export const postFeed = async (
	data: ImportFeedRequest,
	key: string
): Promise< ImportFeed > =>
	( await request< ImportFeed >( { path: PATH, method: 'POST', data, key } ) )
		.body;

/** With a version it is refused (412) where somebody else changed it since that one was read. */
export const putFeed = async (
	id: number,
	data: ImportFeedUpdate,
	version: number | undefined,
	key: string
): Promise< ImportFeed > =>
	(
		await request< ImportFeed >( {
			path: `${ PATH }/${ id }`,
			method: 'PUT',
			data,
			key,
			...( version === undefined ? {} : { ifMatch: version } ),
		} )
	).body;

/** The job reads it; the answer only says that it has been asked. */
export const runFeed = async (
	id: number,
	key: string
): Promise< ImportFeed > =>
	(
		await request< ImportFeed >( {
			path: `${ PATH }/${ id }/run`,
			method: 'POST',
			data: {},
			key,
		} )
	).body;

export async function deleteFeed( id: number ): Promise< void > {
	await request( { path: `${ PATH }/${ id }`, method: 'DELETE', data: {} } );
}
