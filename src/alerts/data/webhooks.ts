import type {
	Webhook,
	WebhookRequest,
	WebhookTest,
	WebhookUpdate,
} from '../../schema';
import { requestList, type Listed } from '../../shared/data/list';
import { request } from '../../shared/data/request';

const PATH = '/woo-inventory-guard/v1/webhooks';
/** More than any shop has; a list that is longer ends here. */
const MOST = 100;

export const fetchWebhooks = (
	signal?: AbortSignal
): Promise< Listed< Webhook > > =>
	requestList( PATH, { per_page: MOST }, signal );

export const postWebhook = async (
	data: WebhookRequest,
	key: string
): Promise< Webhook > =>
	( await request< Webhook >( { path: PATH, method: 'POST', data, key } ) )
		.body;

export const putWebhook = async (
	id: number,
	data: WebhookUpdate,
	key: string
): Promise< Webhook > =>
	(
		await request< Webhook >( {
			path: `${ PATH }/${ id }`,
			method: 'PUT',
			data,
			key,
		} )
	).body;

export async function deleteWebhook( id: number ): Promise< void > {
	await request( { path: `${ PATH }/${ id }`, method: 'DELETE' } );
}

export const testWebhook = async ( id: number ): Promise< WebhookTest > =>
	(
		await request< WebhookTest >( {
			path: `${ PATH }/${ id }/test`,
			method: 'POST',
			data: {},
		} )
	).body;
