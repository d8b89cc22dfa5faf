import type { ReportMail, ReportMailRequest } from '../../schema';
import { requestList, type Listed } from '../../shared/data/list';
import { request } from '../../shared/data/request';

const PATH = '/woo-inventory-guard/v1/report-mails';

export const fetchMails = (
	page: number,
	perPage: number,
	signal?: AbortSignal
): Promise< Listed< ReportMail > > =>
	requestList( PATH, { page, per_page: perPage }, signal );

export const fetchMail = async ( id: number ): Promise< ReportMail > =>
	( await request< ReportMail >( { path: `${ PATH }/${ id }` } ) ).body;

export const postMail = async (
	data: ReportMailRequest,
	key: string
): Promise< ReportMail > =>
	( await request< ReportMail >( { path: PATH, method: 'POST', data, key } ) )
		.body;

/** Refused (412) where somebody else changed it since that version was read. */
export const putMail = async (
	id: number,
	data: ReportMailRequest,
	version: number,
	key: string
): Promise< ReportMail > =>
	(
		await request< ReportMail >( {
			path: `${ PATH }/${ id }`,
			method: 'PUT',
			data,
			key,
			ifMatch: version,
		} )
	).body;

/** One now: the answer says what became of it. The same key sends it once. */
export const sendMail = async (
	id: number,
	key: string
): Promise< ReportMail > =>
	(
		await request< ReportMail >( {
			path: `${ PATH }/${ id }/send`,
			method: 'POST',
			data: {},
			key,
		} )
	).body;

export async function deleteMail( id: number ): Promise< void > {
	await request( { path: `${ PATH }/${ id }`, method: 'DELETE' } );
}
