import type { BulkChange, BulkChangeRequest } from '../../schema';
import { requestList } from '../../shared/data/list';
import { request } from '../../shared/data/request';

const PATH = '/woo-inventory-guard/v1/bulk-changes';

/** The newest ones. */
export const fetchRecent = async (): Promise< BulkChange[] > =>
	( await requestList< BulkChange >( PATH, { page: 1, per_page: 5 } ) ).rows;

/** Looks what a change would do; nothing happens yet. */
export const postLook = async (
	data: BulkChangeRequest,
	key: string
): Promise< BulkChange > =>
	( await request< BulkChange >( { path: PATH, method: 'POST', data, key } ) )
		.body;

/** One step of a change: start it, lend it a hand for a moment, undo it. */
export const postStep = async (
	id: number,
	step: 'start' | 'work' | 'undo',
	key: string
): Promise< BulkChange > =>
	(
		await request< BulkChange >( {
			path: `${ PATH }/${ id }/${ step }`,
			method: 'POST',
			data: {},
			key,
		} )
	).body;
