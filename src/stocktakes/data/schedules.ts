import type {
	Item,
	StocktakeLimit,
	StocktakeLimitRequest,
	StocktakeSchedule,
	StocktakeScheduleRequest,
} from '../../schema';
import { requestList, type Listed } from '../../shared/data/list';
import { request } from '../../shared/data/request';

const ROOT = '/woo-inventory-guard/v1';
const PATH = `${ ROOT }/stocktake-schedules`;
const LIMIT = `${ ROOT }/stocktakes/limit`;

export const fetchSchedules = (
	page: number,
	perPage: number,
	signal?: AbortSignal
): Promise< Listed< StocktakeSchedule > > =>
	requestList( PATH, { page, per_page: perPage }, signal );

export const postSchedule = async (
	data: StocktakeScheduleRequest,
	key: string
): Promise< StocktakeSchedule > =>
	(
		await request< StocktakeSchedule >( {
			path: PATH,
			method: 'POST',
			data,
			key,
		} )
	).body;

/** Refused (412) where it is another since that version was read: somebody changed it, or its day came. */
export const putSchedule = async (
	id: number,
	data: StocktakeScheduleRequest,
	version: number,
	key: string
): Promise< StocktakeSchedule > =>
	(
		await request< StocktakeSchedule >( {
			path: `${ PATH }/${ id }`,
			method: 'PUT',
			data,
			key,
			ifMatch: version,
		} )
	).body;

export async function deleteSchedule( id: number ): Promise< void > {
	await request( { path: `${ PATH }/${ id }`, method: 'DELETE' } );
}

export const fetchLimit = async (
	signal?: AbortSignal
): Promise< StocktakeLimit > =>
	( await request< StocktakeLimit >( { path: LIMIT, signal } ) ).body;

export const putLimit = async (
	data: StocktakeLimitRequest,
	key: string
): Promise< StocktakeLimit > =>
	(
		await request< StocktakeLimit >( {
			path: LIMIT,
			method: 'PUT',
			data,
			key,
		} )
	).body;

const NAMED = 30;

/** A schedule and the names of the items in it, the first of them; who is not among them has no name here. */
export interface Named {
	schedule: StocktakeSchedule;
	names: Map< number, string >;
}

export async function fetchSchedule(
	id: number,
	signal?: AbortSignal
): Promise< Named > {
	const { body: schedule } = await request< StocktakeSchedule >( {
		path: `${ PATH }/${ id }`,
		signal,
	} );
	// An item that is gone has no name; the schedule can be changed all the same.
	const found = await Promise.allSettled(
		schedule.scope.items.slice( 0, NAMED ).map( ( item ) =>
			request< Item >( {
				path: `${ ROOT }/items/${ item }`,
				signal,
			} )
		)
	);
	return {
		schedule,
		names: new Map(
			found.flatMap( ( one ) =>
				one.status === 'fulfilled'
					? [ [ one.value.body.id, one.value.body.name ] ]
					: []
			)
		),
	};
}
