import type { Restore, RestoreLine } from '../../schema';
import { requestList, type Listed } from '../../shared/data/list';

const PATH = '/woo-inventory-guard/v1/restores';

/** Those that were applied, the newest first. */
export const fetchRestores = (
	page: number,
	perPage: number,
	signal?: AbortSignal
): Promise< Listed< Restore > > =>
	requestList( PATH, { page, per_page: perPage }, signal );

/** What one changes, the largest change first. */
export const fetchLines = async (
	id: number,
	page: number,
	perPage: number,
	signal?: AbortSignal
): Promise< Listed< RestoreLine & { id: number } > > => {
	const list = await requestList< RestoreLine >(
		`${ PATH }/${ id }/lines`,
		{ page, per_page: perPage },
		signal
	);
	return {
		...list,
		rows: list.rows.map( ( row ) => ( { ...row, id: row.item_id } ) ),
	};
};
