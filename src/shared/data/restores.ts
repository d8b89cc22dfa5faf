import type { Restore, RestoreRequest } from '../../schema';
import { newKey } from '../app/new-key';
import { request } from './request';

const PATH = '/woo-inventory-guard/v1/restores';

/** Looks what a restore would change; nothing happens yet. */
export const postRestore = async (
	data: RestoreRequest,
	key: string
): Promise< Restore > =>
	( await request< Restore >( { path: PATH, method: 'POST', data, key } ) )
		.body;

export const fetchRestore = async (
	id: number,
	signal?: AbortSignal
): Promise< Restore > =>
	( await request< Restore >( { path: `${ PATH }/${ id }`, signal } ) ).body;

export const postStep = async (
	id: number,
	step: 'start' | 'work' | 'undo',
	key: string
): Promise< Restore > =>
	(
		await request< Restore >( {
			path: `${ PATH }/${ id }/${ step }`,
			method: 'POST',
			data: {},
			key,
		} )
	).body;

/** Whether there is something to be done that the server does by itself, or with our help. */
export const isUnderWay = ( { state, reversal }: Restore ): boolean =>
	state === 'looking' ||
	state === 'running' ||
	( reversal !== null && reversal.finished_at === null );

/**
 * Lends the server a hand until nothing is left, and tells of each step. Where nobody looks any more it stops: what was
 * started goes on by itself.
 *
 * @param begun
 * @param onStep
 * @param isHere
 */
export async function finish(
	begun: Restore,
	onStep: ( restore: Restore ) => void,
	isHere: () => boolean
): Promise< Restore > {
	let now = begun;
	onStep( now );
	while ( isUnderWay( now ) && isHere() ) {
		now = await postStep( now.id, 'work', newKey() );
		onStep( now );
	}
	return now;
}
