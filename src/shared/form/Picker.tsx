import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Failure } from '../ui/Failure';
import { Field } from './Field';
import { useChoices, type Choice, type Find } from './use-choices';

interface Props {
	/** What is chosen. */
	label: string;
	find: Find;
	choice: Choice | null;
	error?: string;
	onPick: ( choice: Choice | null ) => void;
}

/** Choosing one thing of many by words of its name. Not ComboboxControl: while it is open, it is no list to a screen reader. */
export function Picker( { label, find, choice, error, onPick }: Props ) {
	const { choices, problem, words, setWords, isFound } = useChoices( find );
	const all =
		choice && ! choices.some( ( { id } ) => id === choice.id )
			? [ choice, ...choices ]
			: choices;
	return (
		<>
			<Field
				label={ __( 'Search by name', 'woo-inventory-guard' ) }
				value={ words }
				onChange={ setWords }
			/>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				className={ `wig-field ${ error ? 'is-wrong' : '' }` }
				label={ label }
				help={ error }
				aria-invalid={ error ? true : undefined }
				value={ choice ? String( choice.id ) : '' }
				options={ [
					{
						value: '',
						label: isFound
							? __( 'Choose', 'woo-inventory-guard' )
							: __( 'Nothing found', 'woo-inventory-guard' ),
					},
					...all.map( ( { id, name } ) => ( {
						value: String( id ),
						label: name,
					} ) ),
				] }
				onChange={ ( value ) =>
					onPick(
						all.find( ( { id } ) => String( id ) === value ) ?? null
					)
				}
			/>
			{ problem && <Failure problem={ problem } /> }
		</>
	);
}
