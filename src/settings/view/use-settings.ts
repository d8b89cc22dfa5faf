import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Settings } from '../../schema';
import { boot } from '../../shared/app/boot';
import { newKey } from '../../shared/app/new-key';
import { Problem } from '../../shared/data/problem';
import { announce } from '../../shared/ui/announce';
import { fetchSettings, putSettings } from '../data/api';
import {
	changesOf,
	draftOf,
	isEmpty,
	type Draft,
	type DraftProblems,
} from '../logic/draft';
import { problemWord } from './words';

const asProblem = ( thrown: unknown ): Problem =>
	thrown instanceof Problem ? thrown : new Problem( 'unknown', '', '' );

/** The state of the settings form: what the server keeps, what is typed, and what came of saving it. */
export function useSettings() {
	const { locale } = boot();
	const [ kept, setKept ] = useState< Settings | null >( null );
	const [ draft, setDraft ] = useState< Draft | null >( null );
	const [ errors, setErrors ] = useState< Record< string, string > >( {} );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ saving, setSaving ] = useState( false );
	const [ saved, setSaved ] = useState( false );
	const sent = useRef( { body: '', key: '' } );

	const take = useCallback(
		( settings: Settings ) => {
			setKept( settings );
			setDraft( draftOf( settings, locale ) );
		},
		[ locale ]
	);
	const load = useCallback( async () => {
		setProblem( null );
		try {
			take( await fetchSettings() );
		} catch ( thrown ) {
			setProblem( asProblem( thrown ) );
		}
	}, [ take ] );
	useEffect( () => {
		void load();
	}, [ load ] );

	const change = ( part: Partial< Draft > ) => {
		setSaved( false );
		setErrors( {} );
		setDraft( ( before ) => before && { ...before, ...part } );
	};

	const save = async () => {
		const checked = kept && draft ? changesOf( draft, kept, locale ) : null;
		if ( ! checked || saving ) {
			return;
		}
		if ( 'problems' in checked ) {
			setErrors( inWords( checked.problems ) );
			return;
		}
		if ( isEmpty( checked.changes ) ) {
			setSaved( true );
			return;
		}
		const body = JSON.stringify( checked.changes );
		if ( sent.current.body !== body ) {
			sent.current = { body, key: newKey() };
		}
		setSaving( true );
		setProblem( null );
		try {
			take( await putSettings( checked.changes, sent.current.key ) );
			setSaved( true );
			announce( __( 'Settings saved.', 'woo-inventory-guard' ) );
			// Sent again after another change these are a new act.
			sent.current = { body: '', key: '' };
		} catch ( thrown ) {
			const failed = asProblem( thrown );
			setErrors( failed.fields );
			setProblem( failed );
		} finally {
			setSaving( false );
		}
	};

	return { kept, draft, errors, problem, saving, saved, change, save, load };
}

const inWords = ( problems: DraftProblems ): Record< string, string > =>
	Object.fromEntries(
		Object.entries( problems ).map( ( [ field, why ] ) => [
			field,
			problemWord( why ),
		] )
	);
