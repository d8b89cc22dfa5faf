import type { MassEvent, Restore, Reversal } from '../../schema';
import { request } from '../../shared/data/request';
import { finish, postRestore, postStep } from '../../shared/data/restores';

const ROOT = '/woo-inventory-guard/v1';

type Event = NonNullable< MassEvent >;

/** What has an Undo of its own: where, and by which step it is gone on with. */
const OWN_UNDO: Partial< Record< string, { at: string; on: string } > > = {
	bulk_change: { at: 'bulk-changes', on: 'work' },
	import: { at: 'imports', on: 'undo' },
};

/**
 * Takes a mass event back as one act, in the way of whatever made it: a bulk change or an import by its own Undo, another
 * document as a whole, and what has no document by a restore. It is gone on with until it is done.
 *
 * @param event
 * @param key   The same for every try of this one act.
 */
export async function takeBack(
	event: Event,
	key: string
): Promise< Restore | null > {
	const { mark, reference } = event;
	if ( reference.type === '' ) {
		const look = await finish(
			await postRestore( { event: mark }, key ),
			nobody,
			always
		);
		return finish(
			await postStep( look.id, 'start', `${ key }-start` ),
			nobody,
			always
		);
	}
	const own = OWN_UNDO[ reference.type ];
	if ( own ) {
		const path = `${ ROOT }/${ own.at }/${ reference.id }`;
		let change = await post< { state: string } >(
			`${ path }/undo`,
			{},
			key
		);
		while ( change.state === 'undoing' ) {
			change = await post( `${ path }/${ own.on }`, {} );
		}
		return null;
	}
	let reversal: Reversal;
	do {
		reversal = await post< Reversal >(
			`${ ROOT }/documents/reverse`,
			{ reference },
			key
		);
	} while ( reversal && ! reversal.finished_at );
	return null;
}

/** Puts back what was taken back by a restore. */
export const undoRestore = async ( id: number, key: string ) =>
	finish( await postStep( id, 'undo', key ), nobody, always );

/** Nobody is reminded of it any more. */
export const postMeant = async ( mark: string, key: string ) => {
	await post( `${ ROOT }/mass-events/meant`, { mark }, key );
};

const nobody = () => {};
const always = () => true;

const post = async < T >(
	path: string,
	data: unknown,
	key?: string
): Promise< T > =>
	(
		await request< T >( {
			path,
			method: 'POST',
			data,
			...( key ? { key } : {} ),
		} )
	).body;
