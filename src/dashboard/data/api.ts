import type {
	Attention,
	Averted,
	Integrity,
	MovementsByDay,
	Overview,
	StocktakeAccuracy,
	StockValue,
} from '../../schema';
import { request } from '../../shared/data/request';

const ROOT = '/woo-inventory-guard/v1';

/** Which days: "days=30", or "from=2026-11-01&to=2026-11-25". */
export type Days = string;

const read = async < T >( path: string, signal?: AbortSignal ): Promise< T > =>
	( await request< T >( { path: ROOT + path, signal } ) ).body;

export const fetchAttention = ( signal?: AbortSignal ) =>
	read< Attention >( '/reports/attention', signal );

export const fetchOverview = ( days: Days, signal?: AbortSignal ) =>
	read< Overview >( `/reports/overview?${ days }`, signal );

export const fetchMovements = ( days: Days, signal?: AbortSignal ) =>
	read< MovementsByDay >( `/reports/movements-by-day?${ days }`, signal );

export const fetchValues = ( days: Days, signal?: AbortSignal ) =>
	read< StockValue >( `/reports/stock-value?${ days }`, signal );

/** Of the last 30 days: what the guard is there for is no matter of the period that is looked at. */
export const fetchAverted = ( signal?: AbortSignal ) =>
	read< Averted >( '/reports/averted?days=30', signal );

/** The last two years of a shop that counts each month, the newest first. */
export const fetchAccuracy = ( signal?: AbortSignal ) =>
	read< StocktakeAccuracy[] >( '/stocktakes/accuracy?per_page=24', signal );

export const fetchIntegrity = ( signal?: AbortSignal ) =>
	read< Integrity >( '/integrity', signal );

/** How the shop's cached pages stand, as Site Health says it: a test of WordPress's, so in its shape. */
export interface Pages {
	status: 'good' | 'recommended' | 'critical';
	label: string;
}

/** Fetches a page of the shop twice. */
export const fetchPages = () => read< Pages >( '/site-health/pages' );

const write = async ( path: string, data: unknown, key: string ) => {
	await request( { path: ROOT + path, method: 'POST', data, key } );
};

export const postSnooze = ( itemId: number, days: number, key: string ) =>
	write( '/reports/snoozes', { item_id: itemId, days }, key );

export const postExtend = ( id: number, seconds: number, key: string ) =>
	write( `/reservations/${ id }/extend`, { expires_in: seconds }, key );
