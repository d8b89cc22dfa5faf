import { __ } from '@wordpress/i18n';
import type { ChoiceName } from '../logic/catalogue';
import type { Draft } from '../logic/draft';

export interface Option< T extends string > {
	value: T;
	label: string;
	description?: string;
}

export const optionsOf = < K extends ChoiceName >(
	name: K
): readonly Option< Draft[ K ] >[] => options()[ name ];

const options = (): {
	[ K in ChoiceName ]: readonly Option< Draft[ K ] >[];
} => ( {
	stock_leaves: [
		{
			value: 'placed',
			label: __( 'When an order is placed', 'woo-inventory-guard' ),
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
	],
	when_short: [
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
			label: __( 'Is owed to the customer', 'woo-inventory-guard' ),
			description: __(
				'As if the item could be backordered.',
				'woo-inventory-guard'
			),
		},
	],
	show_numbers: [
		{
			value: 'always',
			label: __( 'Always say it', 'woo-inventory-guard' ),
		},
		{
			value: 'low',
			label: __( 'Only when stock is low', 'woo-inventory-guard' ),
		},
		{
			value: 'never',
			label: __( 'Never say it', 'woo-inventory-guard' ),
		},
	],
	backup_every: [
		{ value: 'daily', label: __( 'Every day', 'woo-inventory-guard' ) },
		{ value: 'weekly', label: __( 'Every week', 'woo-inventory-guard' ) },
		{
			value: 'monthly',
			label: __( 'Every 30 days', 'woo-inventory-guard' ),
		},
		{
			value: 'never',
			label: __( 'Only when I say so', 'woo-inventory-guard' ),
		},
	],
	fold_after: [
		{ value: 'never', label: __( 'Never', 'woo-inventory-guard' ) },
		{
			value: '27_months',
			label: __( 'After 27 months', 'woo-inventory-guard' ),
			description: __(
				'Sooner is not possible: reports look back for more than two years.',
				'woo-inventory-guard'
			),
		},
		{
			value: '3_years',
			label: __( 'After 3 years', 'woo-inventory-guard' ),
		},
		{
			value: '5_years',
			label: __( 'After 5 years', 'woo-inventory-guard' ),
		},
		{
			value: '7_years',
			label: __( 'After 7 years', 'woo-inventory-guard' ),
		},
		{
			value: '10_years',
			label: __( 'After 10 years', 'woo-inventory-guard' ),
		},
	],
} );
