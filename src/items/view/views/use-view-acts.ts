import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { View, ViewUpdate } from '../../../schema';
import { asProblem } from '../../../shared/data/problem';
import { useSending } from '../../../shared/form/use-sending';
import {
	deleteView,
	fetchViews,
	postView,
	putView,
	restoreView,
} from '../../data/views';
import { contentOf, saysAlready } from '../../logic/saved-view';
import type { StockView } from '../../logic/view-state';
import type { SavedViews } from './use-saved-views';

export interface Said {
	words: string;
	onUndo?: () => void;
}

/** What can be done with a saved view. */
export function useViewActs( saved: SavedViews, view: StockView ) {
	const { current, layout, receive, show } = saved;
	const { sending, problem, send, forget } = useSending();
	const [ said, setSaid ] = useState< Said | null >( null );
	/** What is to be done again where it failed. */
	const [ again, setAgain ] = useState< ( () => void ) | null >( null );
	/** What was to be saved over a version that is not the newest any more, and that version. */
	const [ stale, setStale ] = useState< {
		theirs: View;
		mine: ViewUpdate;
	} | null >( null );

	/** Does it, and keeps how to do it again. */
	const attempt = async < T >(
		content: unknown,
		act: ( key: string ) => Promise< T >,
		retry: () => void
	): Promise< T | null > => {
		setSaid( null );
		setAgain( () => retry );
		return send( content, act );
	};

	const kept = ( next: View ) => {
		setStale( null );
		receive( next.id, next );
		setSaid( {
			words: sprintf(
				/* translators: %s: name of a view. */
				__( 'Saved “%s”.', 'woo-inventory-guard' ),
				next.name
			),
		} );
	};

	/**
	 * Saves over the version that was seen. Where somebody was quicker, theirs is fetched to be shown beside it; where it
	 * is what was to be saved, only the answer to the first try was lost.
	 *
	 * @return Whether it came to an end: saved, or for a person to decide.
	 */
	const put = async ( at: View, mine: ViewUpdate ): Promise< boolean > => {
		const write = async ( key: string ) => {
			try {
				return { saved: true, view: await putView( at, mine, key ) };
			} catch ( thrown ) {
				const why = asProblem( thrown );
				const theirs =
					why.code === 'wig_stale_version'
						? ( await fetchViews() ).find(
								( { id } ) => id === at.id
							)
						: undefined;
				if ( ! theirs ) {
					throw why;
				}
				return { saved: saysAlready( theirs, mine ), view: theirs };
			}
		};
		const answer = await attempt(
			[ at.id, at.version, mine ],
			write,
			() => void put( at, mine )
		);
		if ( answer?.saved ) {
			kept( answer.view );
		} else if ( answer ) {
			setStale( { theirs: answer.view, mine } );
		}
		return answer !== null;
	};

	const restore = async ( gone: View ): Promise< void > => {
		const back = await attempt(
			[ 'restore', gone.id ],
			( key ) => restoreView( gone.id, key ),
			() => void restore( gone )
		);
		if ( back ) {
			receive( back.id, back );
			show( back );
		}
	};

	const remove = async ( gone: View ): Promise< void > => {
		const done = await attempt(
			[ 'delete', gone.id ],
			async ( key ) => {
				await deleteView( gone.id, key );
				return gone;
			},
			() => void remove( gone )
		);
		if ( done ) {
			receive( gone.id, null );
			show( null );
			setSaid( {
				words: sprintf(
					/* translators: %s: name of a view. */
					__( 'Deleted “%s”.', 'woo-inventory-guard' ),
					gone.name
				),
				onUndo: () => void restore( gone ),
			} );
		}
	};

	return {
		sending,
		problem,
		said,
		stale,
		retry: () => again?.(),
		forget,
		quiet: () => setSaid( null ),
		/** @return Whether it came to an end (see put()). */
		change: async ( mine: ViewUpdate ): Promise< boolean > =>
			current !== null && put( current, mine ),
		save: () =>
			current &&
			void put( current, { content: contentOf( view, layout ) } ),
		/** @return Whether it is kept. */
		saveAs: async ( name: string, shared: boolean ): Promise< boolean > => {
			const made = await send( { name, shared, view, layout }, ( key ) =>
				postView(
					{ name, shared, content: contentOf( view, layout ) },
					key
				)
			);
			if ( made ) {
				receive( made.id, made );
				show( made );
			}
			return made !== null;
		},
		remove: () => current && void remove( current ),
		takeTheirs: () => {
			if ( stale ) {
				receive( stale.theirs.id, stale.theirs );
				show( stale.theirs );
				setStale( null );
			}
		},
		insist: () => stale && void put( stale.theirs, stale.mine ),
		leaveIt: () => {
			setStale( null );
			forget();
		},
	};
}

export type ViewActs = ReturnType< typeof useViewActs >;
