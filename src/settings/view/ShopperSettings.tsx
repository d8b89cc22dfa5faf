import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Field } from '../../shared/form/Field';
import type { Draft } from '../logic/draft';
import { Choice } from './Choice';
import { Section } from './Section';

interface Props {
	draft: Draft;
	errors: Record< string, string >;
	onChange: ( part: Partial< Draft > ) => void;
}

/** What is shown and kept. */
export const ShopperSettings = ( { draft, errors, onChange }: Props ) => (
	<>
		<Section title={ __( 'What shoppers read', 'woo-inventory-guard' ) }>
			<Choice
				label={ __( 'How many are left', 'woo-inventory-guard' ) }
				value={ draft.show_numbers }
				onChange={ ( value ) => onChange( { show_numbers: value } ) }
				options={ [
					{
						value: 'always',
						label: __( 'Always say it', 'woo-inventory-guard' ),
					},
					{
						value: 'low',
						label: __(
							'Only when stock is low',
							'woo-inventory-guard'
						),
					},
					{
						value: 'never',
						label: __( 'Never say it', 'woo-inventory-guard' ),
					},
				] }
			/>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __(
					'Keep cached product pages true at little cost',
					'woo-inventory-guard'
				) }
				help={ __(
					'A small file among the must-use plugins answers what is in stock before WordPress has loaded. Without it WordPress answers, which takes longer.',
					'woo-inventory-guard'
				) }
				checked={ draft.answer_early }
				onChange={ ( value ) => onChange( { answer_early: value } ) }
			/>
		</Section>
		<Section title={ __( 'Stock records', 'woo-inventory-guard' ) }>
			<Field
				label={ __( 'Low at', 'woo-inventory-guard' ) }
				inputMode="decimal"
				value={ draft.low_stock_threshold }
				error={ errors.low_stock_threshold }
				help={ __(
					'For items without a number of their own.',
					'woo-inventory-guard'
				) }
				onChange={ ( value ) =>
					onChange( { low_stock_threshold: value } )
				}
			/>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __(
					'Delete all stock records when the plugin is deleted',
					'woo-inventory-guard'
				) }
				help={ __(
					'The ledger too. This cannot be undone.',
					'woo-inventory-guard'
				) }
				checked={ draft.delete_data_on_uninstall }
				onChange={ ( value ) =>
					onChange( { delete_data_on_uninstall: value } )
				}
			/>
		</Section>
	</>
);
