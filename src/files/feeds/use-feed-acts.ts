import { useRef } from '@wordpress/element';
import type { ImportFeed } from '../../schema';
import { useSending } from '../../shared/form/use-sending';
import { announce } from '../../shared/ui/announce';
import { putFeed, runFeed } from '../data/feeds';
import { feedState } from '../logic/feed';
import { stateOfFeed } from './words';

/** What can be done with a feed at once; what failed can be tried again. */
export function useFeedActs(
	{ id, active }: ImportFeed,
	onFeed: ( feed: ImportFeed ) => void
) {
	const { sending, problem, send } = useSending();
	const last = useRef< () => void >( () => undefined );
	const act = async (
		name: string,
		ask: ( key: string ) => Promise< ImportFeed >
	) => {
		last.current = () => void act( name, ask );
		const after = await send( { name, id }, ask );
		if ( after ) {
			onFeed( after );
			announce( stateOfFeed( feedState( after, Date.now() ) ) );
		}
	};
	return {
		sending,
		problem,
		again: () => last.current(),
		read: () => void act( 'read', ( key ) => runFeed( id, key ) ),
		turn: () =>
			void act( active ? 'off' : 'on', ( key ) =>
				// Whatever else somebody has changed meanwhile stays theirs.
				putFeed( id, { active: ! active }, undefined, key )
			),
	};
}
