import { ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Draft } from '../logic/draft';
import { Choice } from './Choice';
import { Section } from './Section';

interface Props {
	draft: Draft;
	onChange: ( part: Partial< Draft > ) => void;
}

/** The life of an order, as far as stock goes. */
export const OrderSettings = ( { draft, onChange }: Props ) => (
	<Section title={ __( 'Orders', 'woo-inventory-guard' ) }>
		<Choice
			label={ __( 'Reduce stock', 'woo-inventory-guard' ) }
			value={ draft.stock_leaves }
			onChange={ ( value ) => onChange( { stock_leaves: value } ) }
			options={ [
				{
					value: 'placed',
					label: __(
						'When an order is placed',
						'woo-inventory-guard'
					),
					description: __(
						'Paid or not; cancelling puts it back.',
						'woo-inventory-guard'
					),
				},
				{
					value: 'paid',
					label: __( 'When it is paid', 'woo-inventory-guard' ),
					description: __(
						'Until then the units are reserved for it.',
						'woo-inventory-guard'
					),
				},
				{
					value: 'manual',
					label: __( 'When a person says so', 'woo-inventory-guard' ),
					description: __(
						'With “Commit stock” on the order.',
						'woo-inventory-guard'
					),
				},
			] }
		/>
		<Choice
			label={ __(
				'An order that is paid, but out of stock',
				'woo-inventory-guard'
			) }
			value={ draft.when_short }
			onChange={ ( value ) => onChange( { when_short: value } ) }
			options={ [
				{
					value: 'hold',
					label: __( 'Waits for a person', 'woo-inventory-guard' ),
					description: __(
						'It goes on hold with a note, and you are told.',
						'woo-inventory-guard'
					),
				},
				{
					value: 'backorder',
					label: __(
						'Is owed to the customer',
						'woo-inventory-guard'
					),
					description: __(
						'As if the item could be backordered.',
						'woo-inventory-guard'
					),
				},
			] }
		/>
		<ToggleControl
			__nextHasNoMarginBottom
			label={ __(
				'Cancel unpaid orders when their hold runs out',
				'woo-inventory-guard'
			) }
			help={ __(
				'Switched off, such an order stays, but its units may be sold to others.',
				'woo-inventory-guard'
			) }
			checked={ draft.expiry_cancels }
			onChange={ ( value ) => onChange( { expiry_cancels: value } ) }
		/>
	</Section>
);
