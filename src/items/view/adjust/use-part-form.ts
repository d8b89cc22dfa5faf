import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ItemRequest } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { useSending } from '../../../shared/form/use-sending';
import {
	checkPart,
	EMPTY_PART,
	type Part,
	type PartErrors,
} from '../../logic/part';
import { draftProblemWord } from '../words';

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
	const { sending, problem, send, forget } = useSending();

	const change = ( field: keyof Part ) => ( value: string ) => {
		setPart( { ...part, [ field ]: value } );
		setErrors( {} );
		forget();
	};

	/** @return Whether everything that was typed could be read. */
	const save = async (): Promise< boolean > => {
		const checked = checkPart( part, boot().locale );
		if ( 'errors' in checked ) {
			setErrors( inWords( checked.errors ) );
			return false;
		}
		const id = await send( checked.request, ( key ) =>
			onAdd( checked.request, key )
		);
		if ( id !== null ) {
			onAdded( id, part.name.trim() );
		}
		return true;
	};

	const atFields = Object.entries( problem?.fields ?? {} ).filter(
		( [ field ] ) => field in EMPTY_PART
	);
	return {
		part,
		errors: { ...Object.fromEntries( atFields ), ...errors },
		/** What the shop refused a field for is said there. */
		problem: atFields.length ? null : problem,
		refused: atFields.length ? problem : null,
		sending,
		change,
		save,
	};
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
