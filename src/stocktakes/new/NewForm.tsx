import { TextareaControl } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { Stocktake } from '../../schema';
import { visit } from '../../shared/app/route';
import { DateField } from '../../shared/form/DateField';
import { Field } from '../../shared/form/Field';
import { focusWrong } from '../../shared/form/focus-wrong';
import { FormButtons } from '../../shared/form/FormButtons';
import { useSending } from '../../shared/form/use-sending';
import { Failure } from '../../shared/ui/Failure';
import { postStocktake, type Offer } from '../data/api';
import { checkNew, NEW, type Draft, type Problems } from '../logic/new';
import { MOST } from '../logic/plan';
import { Part } from './Part';
import { PlanFields } from './PlanFields';
import { noName, wholeWord } from './words';

interface Props {
	offer: Offer;
	onMade: ( made: Stocktake ) => void;
}

const MOST_NOTE = 1000;

/** What was typed stays until it is made. */
export function NewForm( { offer, onMade }: Props ) {
	const [ draft, setDraft ] = useState< Draft >( NEW );
	const [ wrong, setWrong ] = useState< Problems >( {} );
	const { sending, problem, send } = useSending();
	const body = useRef< HTMLFormElement >( null );
	const change = ( part: Partial< Draft > ) => {
		setWrong( {} );
		setDraft( { ...draft, ...part } );
	};
	const save = async () => {
		const checked = checkNew( draft );
		if ( 'problems' in checked ) {
			setWrong( checked.problems );
			focusWrong( body.current );
			return;
		}
		const made = await send( checked.request, ( key ) =>
			postStocktake( checked.request, key )
		);
		if ( made ) {
			onMade( made );
		}
	};
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		void save();
	};
	const errors: Partial< Record< string, string > > = {
		...problem?.fields,
		...wordsOf( wrong ),
	};
	return (
		<form ref={ body } onSubmit={ submit } noValidate>
			<Part title={ __( 'Name and day', 'woo-inventory-guard' ) }>
				<Field
					label={ __( 'Name', 'woo-inventory-guard' ) }
					value={ draft.name }
					error={ errors.name }
					maxLength={ MOST.name }
					required
					onChange={ ( name ) => change( { name } ) }
				/>
				<DateField
					label={ __( 'To be done by', 'woo-inventory-guard' ) }
					value={ draft.due_on }
					onChange={ ( due ) => change( { due_on: due } ) }
				/>
				<TextareaControl
					__nextHasNoMarginBottom
					className="is-wide"
					rows={ 2 }
					label={ __(
						'Note for those who count',
						'woo-inventory-guard'
					) }
					maxLength={ MOST_NOTE }
					value={ draft.note }
					onChange={ ( note ) => change( { note } ) }
				/>
			</Part>
			<PlanFields
				plan={ draft }
				offer={ offer }
				errors={ errors }
				onChange={ change }
			/>
			{ problem && <Failure problem={ problem } onRetry={ save } /> }
			<FormButtons
				sending={ sending }
				onCancel={ () => visit( '/stocktakes' ) }
			>
				{ __( 'Make stocktake', 'woo-inventory-guard' ) }
			</FormButtons>
		</form>
	);
}

const wordsOf = ( wrong: Problems ): Partial< Record< string, string > > => ( {
	...( wrong.name ? { name: noName() } : {} ),
	...( wrong.not_counted_days
		? { not_counted_days: wholeWord( 'not_counted_days' ) }
		: {} ),
	...( wrong.sample ? { sample: wholeWord( 'sample' ) } : {} ),
} );
