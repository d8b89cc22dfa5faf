import { Button, SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Field } from '../../shared/form/Field';
import { announce } from '../../shared/ui/announce';
import { Failure } from '../../shared/ui/Failure';
import { fieldsOf, withMapping, withoutMapping } from '../logic/mappings';
import { useMappings } from './use-mappings';
import type { WishForm } from './use-wish';

interface Props {
	form: WishForm;
	headings: readonly string[];
}

/** What columns are, kept under a name: a supplier's list looks the same each month. */
export function Mappings( { form, headings }: Props ) {
	const { kept, problem, sending, save, again } = useMappings();
	const [ chosen, setChosen ] = useState( '' );
	const [ name, setName ] = useState( '' );
	const names = kept?.mappings.map( ( mapping ) => mapping.name ) ?? [];
	const use = ( wanted: string ) => {
		setChosen( wanted );
		const mapping = kept?.mappings.find( ( one ) => one.name === wanted );
		if ( mapping ) {
			form.setFields( fieldsOf( mapping, headings ) );
			form.setOptions( { ...mapping.options, counted_at: null } );
			setName( wanted );
		}
	};
	const store = async () => {
		const wanted = name.trim();
		if (
			kept &&
			wanted &&
			( await save(
				withMapping(
					kept.mappings,
					wanted,
					headings,
					form.fields,
					form.options
				)
			) )
		) {
			setChosen( wanted );
			announce( __( 'Saved', 'woo-inventory-guard' ) );
		}
	};
	const remove = async () => {
		if (
			kept &&
			( await save( withoutMapping( kept.mappings, chosen ) ) )
		) {
			setChosen( '' );
			setName( '' );
		}
	};
	return (
		<details className="wig-files-mappings">
			<summary>
				{ __( 'Saved choices of columns', 'woo-inventory-guard' ) }
			</summary>
			<div className="wig-files-ways">
				{ names.length > 0 && (
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Use', 'woo-inventory-guard' ) }
						value={ chosen }
						options={ [
							{
								value: '',
								label: __(
									'As guessed',
									'woo-inventory-guard'
								),
							},
							...names.map( ( value ) => ( {
								value,
								label: value,
							} ) ),
						] }
						onChange={ use }
					/>
				) }
				<Field
					label={ __( 'Save under the name', 'woo-inventory-guard' ) }
					value={ name }
					maxLength={ 100 }
					onChange={ setName }
				/>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					accessibleWhenDisabled
					disabled={ sending || ! kept || name.trim() === '' }
					onClick={ () => void store() }
				>
					{ __( 'Save columns', 'woo-inventory-guard' ) }
				</Button>
				{ chosen !== '' && (
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						isDestructive
						accessibleWhenDisabled
						disabled={ sending }
						onClick={ () => void remove() }
					>
						{ __( 'Delete saved columns', 'woo-inventory-guard' ) }
					</Button>
				) }
			</div>
			{ problem && <Failure problem={ problem } onRetry={ again } /> }
		</details>
	);
}
