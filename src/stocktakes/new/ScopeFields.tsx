import { CheckboxControl, SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { StocktakeChoices } from '../../schema';
import { findItems } from '../../shared/data/find';
import { Field } from '../../shared/form/Field';
import { ManyOf } from '../../shared/form/ManyOf';
import { PickSome } from '../../shared/form/PickSome';
import { number } from '../../shared/format/words';
import {
	CLASSES,
	MOST,
	without,
	withOne,
	type AbcClass,
	type Plan,
} from '../logic/plan';

export interface PlanProps {
	plan: Plan;
	choices: StocktakeChoices;
	errors: Partial< Record< string, string > >;
	onChange: ( part: Partial< Plan > ) => void;
}

const find = ( words: string, signal: AbortSignal ) =>
	findItems( words, signal );

const gone = () => __( 'Something that is gone', 'woo-inventory-guard' );

/** What is counted: what fits all of it. */
export function ScopeFields( { plan, choices, errors, onChange }: PlanProps ) {
	const texts = ( values: string[] ) =>
		values.map( ( value ) => ( { value, label: value } ) );
	return (
		<>
			{ choices.locations.length > 1 && (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					className="is-wide"
					label={ __( 'Location', 'woo-inventory-guard' ) }
					value={ String( plan.location ) }
					options={ choices.locations.map( ( { id, name } ) => ( {
						value: String( id ),
						label: name,
					} ) ) }
					onChange={ ( id ) =>
						onChange( { location: Number( id ) } )
					}
				/>
			) }
			{ choices.categories.length > 0 && (
				<ManyOf
					label={ __( 'Categories', 'woo-inventory-guard' ) }
					all={ __( 'All categories', 'woo-inventory-guard' ) }
					help={ __(
						'With those below them.',
						'woo-inventory-guard'
					) }
					options={ choices.categories.map( ( { id, name } ) => ( {
						value: id,
						label: name,
					} ) ) }
					chosen={ plan.categories }
					gone={ gone }
					onAdd={ ( id ) =>
						onChange( {
							categories: withOne( plan.categories, id ),
						} )
					}
					onRemove={ ( id ) =>
						onChange( {
							categories: without( plan.categories, id ),
						} )
					}
				/>
			) }
			{ choices.suppliers.length > 0 && (
				<ManyOf
					label={ __( 'Suppliers', 'woo-inventory-guard' ) }
					all={ __( 'All suppliers', 'woo-inventory-guard' ) }
					options={ texts( choices.suppliers ) }
					chosen={ plan.suppliers }
					gone={ ( name ) => name }
					onAdd={ ( name ) =>
						onChange( {
							suppliers: withOne( plan.suppliers, name ),
						} )
					}
					onRemove={ ( name ) =>
						onChange( {
							suppliers: without( plan.suppliers, name ),
						} )
					}
				/>
			) }
			{ choices.bins.length > 0 && (
				<ManyOf
					label={ __( 'Bins and shelves', 'woo-inventory-guard' ) }
					all={ __( 'All bins', 'woo-inventory-guard' ) }
					help={ __(
						'Each stands for all that begin with it.',
						'woo-inventory-guard'
					) }
					options={ texts( choices.bins ) }
					chosen={ plan.bins }
					gone={ ( name ) => name }
					onAdd={ ( name ) =>
						onChange( { bins: withOne( plan.bins, name ) } )
					}
					onRemove={ ( name ) =>
						onChange( { bins: without( plan.bins, name ) } )
					}
				/>
			) }
			<Classes { ...{ plan, choices, onChange } } />
			<Field
				label={ __(
					'Not counted for so many days',
					'woo-inventory-guard'
				) }
				inputMode="numeric"
				value={ plan.not_counted_days }
				error={ errors.not_counted_days }
				help={ __(
					'Left empty, it does not matter when.',
					'woo-inventory-guard'
				) }
				onChange={ ( typed ) =>
					onChange( { not_counted_days: typed } )
				}
			/>
			<Field
				label={ __( 'Random sample', 'woo-inventory-guard' ) }
				inputMode="numeric"
				value={ plan.sample }
				error={ errors.sample }
				help={ __(
					'Only so many of them, chosen at random. Left empty, all.',
					'woo-inventory-guard'
				) }
				onChange={ ( sample ) => onChange( { sample } ) }
			/>
			<PickSome
				label={ __( 'Only these items', 'woo-inventory-guard' ) }
				add={ __( 'Add an item', 'woo-inventory-guard' ) }
				find={ find }
				chosen={ plan.items }
				most={ MOST.items }
				onChange={ ( items ) => onChange( { items } ) }
			/>
		</>
	);
}

const Classes = ( {
	plan,
	choices,
	onChange,
}: Pick< PlanProps, 'plan' | 'choices' | 'onChange' > ) => (
	<fieldset className="wig-many is-wide">
		<legend>
			{ __( 'Classes by value of sales', 'woo-inventory-guard' ) }
		</legend>
		{ CLASSES.map( ( name ) => (
			<CheckboxControl
				key={ name }
				__nextHasNoMarginBottom
				label={ classWord( name, choices.classes[ name ] ) }
				checked={ plan.classes.includes( name ) }
				onChange={ ( isIn ) =>
					onChange( {
						classes: isIn
							? withOne( plan.classes, name )
							: without( plan.classes, name ),
					} )
				}
			/>
		) ) }
	</fieldset>
);

function classWord( name: AbcClass, items: number ): string {
	const words = {
		/* translators: %s: a number of items. */
		A: __( 'A, the first 80 %% of sales (%s)', 'woo-inventory-guard' ),
		/* translators: %s: a number of items. */
		B: __( 'B, the next 15 %% (%s)', 'woo-inventory-guard' ),
		/* translators: %s: a number of items. */
		C: __( 'C, the rest (%s)', 'woo-inventory-guard' ),
	}[ name ];
	return sprintf( words, number( items ) );
}
