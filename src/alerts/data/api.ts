import type { Alert, AlertsQuery, Averted } from '../../schema';
import { requestList, type Listed } from '../../shared/data/list';
import { request } from '../../shared/data/request';

const ROOT = '/woo-inventory-guard/v1';

export const fetchAlerts = (
	query: AlertsQuery,
	signal?: AbortSignal
): Promise< Listed< Alert > > =>
	requestList( `${ ROOT }/alerts`, { ...query }, signal );

/** Said twice it is as once: the first who said it stays named. */
export const postHandled = async ( id: number ): Promise< Alert > =>
	(
		await request< Alert >( {
			path: `${ ROOT }/alerts/${ id }/handle`,
			method: 'POST',
			data: {},
		} )
	).body;

export const fetchAverted = async ( days: number ): Promise< Averted > =>
	(
		await request< Averted >( {
			path: `${ ROOT }/reports/averted?days=${ days }`,
		} )
	).body;
