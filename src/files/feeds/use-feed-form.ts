import { useState } from '@wordpress/element';
import type { ImportFeed } from '../../schema';
import { asProblem } from '../../shared/data/problem';
import { useSending } from '../../shared/form/use-sending';
import { fetchFeed, postFeed, putFeed } from '../data/feeds';
import {
	checkFeed,
	feedDraft,
	newFeed,
	saysFeed,
	type FeedDraft,
	type FeedField,
} from '../logic/feed';
import { problemWord } from './form-words';

type Errors = Partial< Record< FeedField, string > >;

const FIELDS: readonly FeedField[] = [ 'name', 'address', 'mapping' ];

/** The form for a new one, or for one that is there. What was typed stays until it is saved. */
export function useFeedForm(
	feed: ImportFeed | null,
	onSaved: ( feed: ImportFeed ) => void
) {
	const [ draft, setDraft ] = useState( () =>
		feed ? feedDraft( feed ) : newFeed( '' )
	);
	const [ errors, setErrors ] = useState< Errors >( {} );
	/** What somebody else made of it meanwhile, and what was typed here. */
	const [ stale, setStale ] = useState< {
		theirs: ImportFeed;
		mine: FeedDraft;
	} | null >( null );
	const { sending, problem, send, forget } = useSending();
	const refused = problem ? fieldsOf( problem.fields ) : {};

	const put = async (
		request: FeedDraft,
		over: ImportFeed | null
	): Promise< void > => {
		setStale( null );
		const after = await send(
			{ request, version: over?.version ?? 0 },
			( key ) =>
				over
					? putOrRead( over, request, key )
					: postFeed( request, key )
		);
		if ( after && over && ! saysFeed( after, request ) ) {
			setStale( { theirs: after, mine: request } );
		} else if ( after ) {
			onSaved( after );
		}
	};

	/** @return Whether everything that was typed could be read. */
	const save = async (): Promise< boolean > => {
		const checked = checkFeed( draft );
		if ( 'problems' in checked ) {
			setErrors(
				Object.fromEntries(
					Object.entries( checked.problems ).map(
						( [ field, why ] ) => [ field, problemWord( why ) ]
					)
				)
			);
			return false;
		}
		await put( checked.request, feed );
		return true;
	};

	return {
		draft,
		change: ( part: Partial< FeedDraft > ) => {
			setErrors( {} );
			forget();
			setDraft( ( before ) => ( { ...before, ...part } ) );
		},
		errors: { ...refused, ...errors },
		/** Said at the field where it is about one. */
		problem: Object.keys( refused ).length ? null : problem,
		sending,
		stale,
		save,
		/** After a conflict: mine over theirs, or theirs. */
		insist: () => stale && put( stale.mine, stale.theirs ),
		giveIn: () => stale && onSaved( stale.theirs ),
	};
}

export type FeedFormState = ReturnType< typeof useFeedForm >;

/** What the server says of fields that are on the form; it begins with what the field is called in REST. */
const fieldsOf = ( fields: Record< string, string > ): Errors =>
	Object.fromEntries(
		FIELDS.flatMap( ( field ) => {
			const why = fields[ field ];
			return why === undefined
				? []
				: [ [ field, why.replace( /^[a-z_]+\s*[:：]\s*/, '' ) ] ];
		} )
	);

/** What was saved; or, where it is another since it was read, what it is now. */
async function putOrRead(
	{ id, version }: ImportFeed,
	request: FeedDraft,
	key: string
): Promise< ImportFeed > {
	try {
		return await putFeed( id, request, version, key );
	} catch ( thrown ) {
		if ( asProblem( thrown ).code !== 'wig_stale_version' ) {
			throw thrown;
		}
		return fetchFeed( id );
	}
}
