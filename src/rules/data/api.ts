import type {
	Demand,
	Item,
	ItemRules,
	ItemUpdate,
	Rule,
	RuleExample,
	RulePreview,
	RuleRequest,
	RulesState,
	RuleUpdate,
} from '../../schema';
import { findCategories, findItems } from '../../shared/data/find';
import { requestList, type Listed } from '../../shared/data/list';
import { request } from '../../shared/data/request';
import type { Find } from '../../shared/form/use-choices';

const ROOT = '/woo-inventory-guard/v1';
const PATH = `${ ROOT }/rules`;

export const fetchRules = (
	page: number,
	perPage: number,
	signal?: AbortSignal
): Promise< Listed< Rule > > =>
	requestList( PATH, { page, per_page: perPage }, signal );

const send = async < T >(
	method: 'POST' | 'PUT',
	path: string,
	data: unknown,
	key: string,
	signal?: AbortSignal
): Promise< T > =>
	(
		await request< T >( {
			path,
			method,
			data,
			key,
			...( signal ? { signal } : {} ),
		} )
	).body;

export const postRule = ( data: RuleRequest, key: string ): Promise< Rule > =>
	send( 'POST', PATH, data, key );

export const putRule = (
	id: number,
	data: RuleUpdate,
	key: string
): Promise< Rule > => send( 'PUT', `${ PATH }/${ id }`, data, key );

export async function deleteRule( id: number ): Promise< void > {
	await request( { path: `${ PATH }/${ id }`, method: 'DELETE' } );
}

export const postOrder = ( ids: number[], key: string ): Promise< Rule[] > =>
	send( 'POST', `${ PATH }/order`, { ids }, key );

export const previewRule = (
	data: RuleRequest,
	key: string,
	signal: AbortSignal
): Promise< RulePreview > =>
	send( 'POST', `${ PATH }/preview`, data, key, signal );

export const fetchTouched = (
	id: number,
	page: number,
	perPage: number,
	signal?: AbortSignal
): Promise< Listed< RuleExample > > =>
	requestList(
		`${ PATH }/${ id }/items`,
		{ page, per_page: perPage },
		signal
	);

export const fetchState = async (): Promise< RulesState > =>
	( await request< RulesState >( { path: `${ PATH }/state` } ) ).body;

/** Lets the items go on following for a moment. */
export const goOn = async (): Promise< RulesState > =>
	(
		await request< RulesState >( {
			path: `${ PATH }/state`,
			method: 'POST',
		} )
	).body;

export const fetchItemRules = async (
	id: number,
	signal?: AbortSignal
): Promise< ItemRules > =>
	(
		await request< ItemRules >( {
			path: `${ ROOT }/items/${ id }/rules`,
			...( signal ? { signal } : {} ),
		} )
	).body;

export const fetchDemand = async (
	id: number,
	signal?: AbortSignal
): Promise< Demand > =>
	(
		await request< Demand >( {
			path: `${ ROOT }/items/${ id }/demand`,
			...( signal ? { signal } : {} ),
		} )
	).body;

export const putItem = (
	id: number,
	data: ItemUpdate,
	key: string
): Promise< Item > => send( 'PUT', `${ ROOT }/items/${ id }`, data, key );

/** What a rule can be for, by words of its name. */
export const FIND: Record< 'product' | 'category', Find > = {
	product: ( search, signal ) => findItems( search, signal, 'variable' ),
	category: findCategories,
};
