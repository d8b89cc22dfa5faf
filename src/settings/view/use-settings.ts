import { useCallback, useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Settings } from '../../schema';
import { boot } from '../../shared/app/boot';
import { asProblem, type Problem } from '../../shared/data/problem';
import { useSending } from '../../shared/form/use-sending';
import { announce } from '../../shared/ui/announce';
import { fetchDefaults, fetchSettings, putSettings } from '../data/api';
import { NAMES, type Name } from '../logic/catalogue';
import {
	changesOf,
	draftOf,
	isEmpty,
	type Draft,
	type DraftProblems,
} from '../logic/draft';
import { problemWord } from './words';

/** The state of the settings form: what the server keeps, what is typed, and what came of saving it. */
export function useSettings() {
	const { locale } = boot();
	const [ defaults, setDefaults ] = useState< Settings | null >( null );
	const [ kept, setKept ] = useState< Settings | null >( null );
	const [ draft, setDraft ] = useState< Draft | null >( null );
	const [ errors, setErrors ] = useState< Record< string, string > >( {} );
	const [ unread, setUnread ] = useState< Problem | null >( null );
	const [ saved, setSaved ] = useState( false );
	const { sending, problem, send, forget } = useSending();

	/** What the server keeps now. Of what is typed only these fields follow: the others may not be saved yet. */
	const take = useCallback(
		( settings: Settings, names: readonly Name[] = NAMES ) => {
			const next = draftOf( settings, locale );
			setKept( settings );
			setErrors( {} );
			setDraft( ( before ) =>
				before
					? {
							...before,
							...Object.fromEntries(
								names.map( ( name ) => [ name, next[ name ] ] )
							),
						}
					: next
			);
		},
		[ locale ]
	);
	const load = useCallback( async () => {
		setUnread( null );
		try {
			const [ settings, usual ] = await Promise.all( [
				fetchSettings(),
				fetchDefaults(),
			] );
			setDefaults( usual );
			take( settings );
		} catch ( thrown ) {
			setUnread( asProblem( thrown ) );
		}
	}, [ take ] );
	useEffect( () => {
		void load();
	}, [ load ] );

	const change = < K extends Name >( name: K, value: Draft[ K ] ) => {
		setSaved( false );
		setErrors( {} );
		forget();
		setDraft( ( before ) => before && { ...before, [ name ]: value } );
	};

	/** @return Whether everything that was typed could be read. */
	const save = async (): Promise< boolean > => {
		const checked = kept && draft ? changesOf( draft, kept, locale ) : null;
		if ( ! checked ) {
			return true;
		}
		if ( 'problems' in checked ) {
			setErrors( inWords( checked.problems ) );
			return false;
		}
		const { changes } = checked;
		const now = isEmpty( changes )
			? kept
			: await send( changes, ( key ) => putSettings( changes, key ) );
		if ( now ) {
			take( now );
			setSaved( true );
			announce( __( 'Settings saved.', 'woo-inventory-guard' ) );
		}
		return true;
	};

	return {
		defaults,
		kept,
		draft,
		errors: { ...problem?.fields, ...errors },
		/** Why there is nothing to show. */
		unread,
		/** Why it could not be saved. */
		problem,
		sending,
		saved,
		take: ( settings: Settings, names: readonly Name[] ) => {
			setSaved( false );
			take( settings, names );
		},
		change,
		save,
		load,
	};
}

const inWords = ( problems: DraftProblems ): Record< string, string > =>
	Object.fromEntries(
		Object.entries( problems ).map( ( [ field, why ] ) => [
			field,
			problemWord( why ),
		] )
	);
