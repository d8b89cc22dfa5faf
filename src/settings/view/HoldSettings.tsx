import { __ } from '@wordpress/i18n';
import type { PaymentMethod } from '../../shared/app/boot';
import { Field } from '../../shared/form/Field';
import type { Draft } from '../logic/draft';
import { Section } from './Section';

interface Props {
	draft: Draft;
	errors: Record< string, string >;
	/** As the shop has them now; a method that is gone keeps its number. */
	methods: readonly PaymentMethod[];
	onChange: ( part: Partial< Draft > ) => void;
}

/** How long units wait for a payment. */
export const HoldSettings = ( { draft, errors, methods, onChange }: Props ) => (
	<Section title={ __( 'Holds', 'woo-inventory-guard' ) }>
		<Field
			label={ __( 'Minutes that units are held', 'woo-inventory-guard' ) }
			inputMode="numeric"
			value={ draft.hold_minutes }
			error={ errors.hold_minutes }
			help={ __(
				'For an order that waits for its payment.',
				'woo-inventory-guard'
			) }
			onChange={ ( value ) => onChange( { hold_minutes: value } ) }
		/>
		{ methods.length > 0 && (
			<fieldset className="wig-methods">
				<legend>
					{ __(
						'Other minutes for some payment methods',
						'woo-inventory-guard'
					) }
				</legend>
				<p className="wig-quiet">
					{ __(
						'A bank transfer needs days, a card minutes. Left empty, the number above counts.',
						'woo-inventory-guard'
					) }
				</p>
				{ methods.map( ( { id, title } ) => (
					<Field
						key={ id }
						label={ title }
						inputMode="numeric"
						value={ draft.methods[ id ] ?? '' }
						error={ errors[ `methods.${ id }` ] }
						onChange={ ( value ) =>
							onChange( {
								methods: { ...draft.methods, [ id ]: value },
							} )
						}
					/>
				) ) }
			</fieldset>
		) }
	</Section>
);
