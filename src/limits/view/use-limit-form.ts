import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Limit } from '../../schema';
import { boot } from '../../shared/app/boot';
import { asProblem } from '../../shared/data/problem';
import type { Choice } from '../../shared/form/use-choices';
import { useSending } from '../../shared/form/use-sending';
import { fetchLimit, postLimit, putLimit } from '../data/api';
import {
	checkDraft,
	draftOf,
	EMPTY,
	says,
	type Draft,
	type Terms,
} from '../logic/draft';
import { problemWord } from './words';

/** The form for a new limit, or for one that is there: what it is for stays then. */
export function useLimitForm(
	limit: Limit | null,
	onSaved: ( limit: Limit ) => void
) {
	const { locale } = boot();
	const [ scope, setScope ] = useState< Limit[ 'scope' ] >( 'item' );
	const [ choice, setChoice ] = useState< Choice | null >( null );
	const [ draft, setDraft ] = useState< Draft >(
		limit ? draftOf( limit, locale ) : EMPTY
	);
	const [ errors, setErrors ] = useState<
		Partial< Record< string, string > >
	>( {} );
	const { sending, problem, send } = useSending();
	/** What somebody else made of it meanwhile, and what was typed here. */
	const [ stale, setStale ] = useState< {
		theirs: Limit;
		mine: Terms;
	} | null >( null );

	const change = ( field: keyof Draft ) => ( value: string ) => {
		setErrors( {} );
		setDraft( { ...draft, [ field ]: value } );
	};

	/** @return Whether everything that was typed could be read. */
	const save = async (): Promise< boolean > => {
		const checked = checkDraft( draft, locale );
		const wrong: Partial< Record< string, string > > =
			'problems' in checked
				? Object.fromEntries(
						Object.entries( checked.problems ).map(
							( [ field, why ] ) => [ field, problemWord( why ) ]
						)
					)
				: {};
		if ( ! limit && ! choice ) {
			wrong.scope_id = __(
				'Choose what is to be limited.',
				'woo-inventory-guard'
			);
		}
		setErrors( wrong );
		if ( 'problems' in checked || Object.keys( wrong ).length ) {
			return false;
		}
		await put( checked.terms, limit?.version ?? 0 );
		return true;
	};

	const put = async ( terms: Terms, version: number ): Promise< void > => {
		setStale( null );
		const saved = await send( { scope, choice, terms, version }, ( key ) =>
			limit
				? putOrRead( limit.id, terms, version, key )
				: postLimit(
						{ scope, scope_id: choice?.id ?? 0, ...terms },
						key
					)
		);
		if ( saved && says( saved, terms, locale ) ) {
			onSaved( saved );
		} else if ( saved ) {
			setStale( { theirs: saved, mine: terms } );
		}
	};

	return {
		scope,
		choice,
		draft,
		errors: { ...problem?.fields, ...errors },
		problem,
		sending,
		stale,
		/** After a conflict: mine over theirs, or theirs. */
		insist: () => stale && put( stale.mine, stale.theirs.version ),
		giveIn: () => stale && onSaved( stale.theirs ),
		change,
		pickScope: ( next: Limit[ 'scope' ] ) => {
			setScope( next );
			setChoice( null );
			setErrors( {} );
		},
		pick: ( next: Choice | null ) => {
			setChoice( next );
			setErrors( {} );
		},
		save,
	};
}

/**
 * What the limit says afterwards: what was sent, or, where somebody else was faster, theirs. (Or ours, where the answer
 * to the first try was lost.)
 */
async function putOrRead(
	id: number,
	terms: Terms,
	version: number,
	key: string
): Promise< Limit > {
	try {
		return await putLimit( id, terms, version, key );
	} catch ( thrown ) {
		if ( asProblem( thrown ).code !== 'wig_stale_version' ) {
			throw thrown;
		}
		return fetchLimit( id );
	}
}
