import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ItemRequest } from '../../schema';
import { boot } from '../../shared/app/boot';
import { newKey } from '../../shared/app/new-key';
import { Problem } from '../../shared/data/problem';
import {
	checkPart,
	EMPTY_PART,
	type Part,
	type PartErrors,
} from '../logic/part';
import { draftProblemWord } from './words';

type Add = (
	part: Omit< ItemRequest, 'kind' >,
	key: string
) => Promise< number >;

/** The state of the form for a new part. */
export function usePartForm(
	onAdd: Add,
	onAdded: ( id: number, name: string ) => void
) {
	const [ part, setPart ] = useState( EMPTY_PART );
	const [ errors, setErrors ] = useState<
		Partial< Record< keyof Part, string > >
	>( {} );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const [ sending, setSending ] = useState( false );
	const sent = useRef( { body: '', key: '' } );

	const change = ( field: keyof Part ) => ( value: string ) => {
		setPart( { ...part, [ field ]: value } );
		setErrors( { ...errors, [ field ]: undefined } );
	};

	const save = async () => {
		const checked = checkPart( part, boot().locale );
		if ( 'errors' in checked ) {
			setErrors( inWords( checked.errors ) );
			return false;
		}
		if ( sending ) {
			return true;
		}
		const text = JSON.stringify( checked.request );
		if ( sent.current.body !== text ) {
			sent.current = { body: text, key: newKey() };
		}
		setSending( true );
		setProblem( null );
		try {
			onAdded(
				await onAdd( checked.request, sent.current.key ),
				part.name.trim()
			);
			return true;
		} catch ( thrown ) {
			const failed =
				thrown instanceof Problem
					? thrown
					: new Problem( 'unknown', '', '' );
			const atFields = Object.entries( failed.fields ).filter(
				( [ field ] ) => field in EMPTY_PART
			);
			setErrors( Object.fromEntries( atFields ) );
			setProblem( atFields.length ? null : failed );
			return atFields.length === 0;
		} finally {
			setSending( false );
		}
	};

	return { part, errors, problem, sending, change, save };
}

const inWords = ( errors: PartErrors ) =>
	Object.fromEntries(
		Object.entries( errors ).map( ( [ field, why ] ) => [
			field,
			why === 'no-name'
				? __( 'Give the part a name.', 'woo-inventory-guard' )
				: draftProblemWord( why ),
		] )
	);
