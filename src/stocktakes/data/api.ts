import type {
	Stocktake,
	StocktakeAccuracy,
	StocktakeChoices,
	StocktakeCountersRequest,
	StocktakeLimitRequest,
	StocktakePerson,
	StocktakePreview,
	StocktakePreviewRequest,
	StocktakeRequest,
	StocktakesQuery,
	StocktakeUpdate,
} from '../../schema';
import { requestList, type Listed } from '../../shared/data/list';
import { request } from '../../shared/data/request';

const ROOT = '/woo-inventory-guard/v1';
const PATH = `${ ROOT }/stocktakes`;

export const fetchStocktakes = (
	{ state, page, per_page: perPage }: StocktakesQuery,
	signal?: AbortSignal
): Promise< Listed< Stocktake > > =>
	requestList( PATH, { state, page, per_page: perPage }, signal );

export const fetchStocktake = async (
	id: number,
	signal?: AbortSignal
): Promise< Stocktake > =>
	( await request< Stocktake >( { path: `${ PATH }/${ id }`, signal } ) )
		.body;

/** Also the change of state: each happens once, and who comes second is refused (409). */
export const putStocktake = async (
	id: number,
	data: StocktakeUpdate,
	key: string
): Promise< Stocktake > =>
	(
		await request< Stocktake >( {
			path: `${ PATH }/${ id }`,
			method: 'PUT',
			data,
			key,
		} )
	).body;

const ACCURACIES = 100;

/** How right the books were in the stocktakes that were applied last, by number of the stocktake. */
export async function fetchAccuracies(
	signal?: AbortSignal
): Promise< Map< number, StocktakeAccuracy > > {
	const { rows } = await requestList< StocktakeAccuracy >(
		`${ PATH }/accuracy`,
		{ page: 1, per_page: ACCURACIES },
		signal
	);
	return new Map( rows.map( ( row ) => [ row.id, row ] ) );
}

export const postStocktake = async (
	data: StocktakeRequest,
	key: string
): Promise< Stocktake > =>
	( await request< Stocktake >( { path: PATH, method: 'POST', data, key } ) )
		.body;

/** How many items a stocktake would have. */
export const previewStocktake = async (
	data: StocktakePreviewRequest,
	key: string,
	signal: AbortSignal
): Promise< StocktakePreview > =>
	(
		await request< StocktakePreview >( {
			path: `${ PATH }/preview`,
			method: 'POST',
			data,
			key,
			signal,
		} )
	).body;

/** What can be chosen for a stocktake. */
export interface Offer {
	choices: StocktakeChoices;
	people: StocktakePerson[];
}

/** Who can count or review. */
export const fetchPeople = async (
	signal?: AbortSignal
): Promise< StocktakePerson[] > =>
	(
		await request< StocktakePerson[] >( {
			path: `${ PATH }/people`,
			signal,
		} )
	).body;

export async function fetchOffer( signal?: AbortSignal ): Promise< Offer > {
	const [ choices, people ] = await Promise.all( [
		request< StocktakeChoices >( { path: `${ PATH }/choices`, signal } ),
		fetchPeople( signal ),
	] );
	return { choices: choices.body, people };
}

/** Replaces who counts in it; its items are shared out anew. */
export const putCounters = async (
	id: number,
	data: StocktakeCountersRequest,
	key: string
): Promise< Stocktake > =>
	(
		await request< Stocktake >( {
			path: `${ PATH }/${ id }/counters`,
			method: 'PUT',
			data,
			key,
		} )
	).body;

/** A stricter limit for a second person in this one; a looser one is refused. */
export const putOwnLimit = async (
	id: number,
	data: StocktakeLimitRequest,
	key: string
): Promise< Stocktake > =>
	(
		await request< Stocktake >( {
			path: `${ PATH }/${ id }/limit`,
			method: 'PUT',
			data,
			key,
		} )
	).body;
