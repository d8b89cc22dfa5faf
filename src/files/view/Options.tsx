import {
	CheckboxControl,
	RadioControl,
	SelectControl,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { DateField } from '../../shared/form/DateField';
import { Field } from '../../shared/form/Field';
import { momentOf } from '../../shared/format/time';
import { todayInShop } from '../../shared/format/words';
import { NUMBERS } from '../logic/fields';
import type { WishForm } from './use-wish';

const QUANTITIES = [ 'absolute', 'difference', 'counted' ] as const;

/** What the numbers mean, and what is done with what is not there yet. */
export function Options( { form }: { form: WishForm } ) {
	const { fields, options, plan, setOptions } = form;
	const counts =
		options.quantity === 'counted' || fields.includes( 'counted' );
	return (
		<div className="wig-files-options">
			{ fields.includes( 'on_hand' ) && (
				<RadioControl
					label={ __( 'The quantity is', 'woo-inventory-guard' ) }
					selected={ options.quantity }
					options={ [
						{
							value: 'absolute',
							label: __(
								'what is there now',
								'woo-inventory-guard'
							),
						},
						{
							value: 'difference',
							label: __(
								'what came (or, below zero, went)',
								'woo-inventory-guard'
							),
						},
						{
							value: 'counted',
							label: __(
								'what was counted at a certain time: sales since then are taken off',
								'woo-inventory-guard'
							),
						},
					] }
					onChange={ ( chosen ) =>
						setOptions( {
							quantity: QUANTITIES.find(
								( one ) => one === chosen
							),
						} )
					}
				/>
			) }
			{ counts && ! fields.includes( 'counted_at' ) && (
				<CountedAt
					onMoment={ ( counted ) =>
						setOptions( { counted_at: counted } )
					}
				/>
			) }
			<div className="wig-files-ways">
				{ fields.some( ( field ) => NUMBERS.has( field ) ) && (
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Decimal mark', 'woo-inventory-guard' ) }
						value={ form.mark ?? plan?.mark ?? '.' }
						options={ [
							{
								value: '.',
								label: __(
									'Point: 1.5',
									'woo-inventory-guard'
								),
							},
							{
								value: ',',
								label: __(
									'Comma: 1,5',
									'woo-inventory-guard'
								),
							},
						] }
						onChange={ form.setMark }
					/>
				) }
				{ fields.includes( 'counted_at' ) && (
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __(
							'Days are written',
							'woo-inventory-guard'
						) }
						value={ form.dayFirst ? 'day' : 'month' }
						options={ [
							{
								value: 'month',
								label: __(
									'Month first: 12/31/2026',
									'woo-inventory-guard'
								),
							},
							{
								value: 'day',
								label: __(
									'Day first: 31/12/2026',
									'woo-inventory-guard'
								),
							},
						] }
						onChange={ ( chosen ) =>
							form.setDayFirst( chosen === 'day' )
						}
					/>
				) }
				<Field
					label={ __( 'Note in the ledger', 'woo-inventory-guard' ) }
					value={ options.note }
					maxLength={ 500 }
					onChange={ ( note ) => setOptions( { note } ) }
				/>
			</div>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __(
					'Make new parts and bundles of what is not there yet',
					'woo-inventory-guard'
				) }
				help={ __(
					'Else a row whose SKU nobody knows is shown as a problem. Products are made in WooCommerce.',
					'woo-inventory-guard'
				) }
				checked={ options.create }
				onChange={ ( create ) => setOptions( { create } ) }
			/>
		</div>
	);
}

/** Day and time on the shop's clock; without them, the numbers were counted when they are applied. */
function CountedAt( {
	onMoment,
}: {
	onMoment: ( moment: string | null ) => void;
} ) {
	const [ day, setDay ] = useState( '' );
	const [ time, setTime ] = useState( '00:00' );
	const tell = ( onDay: string, atTime: string ) => {
		setDay( onDay );
		setTime( atTime );
		onMoment(
			onDay && atTime
				? momentOf( onDay, atTime, boot().timezone ).toISOString()
				: null
		);
	};
	return (
		<div className="wig-files-ways">
			<DateField
				label={ __( 'Counted on', 'woo-inventory-guard' ) }
				value={ day }
				max={ todayInShop() }
				onChange={ ( chosen ) => tell( chosen, time ) }
			/>
			<DateField
				type="time"
				label={ __( 'At', 'woo-inventory-guard' ) }
				value={ time }
				onChange={ ( chosen ) => tell( day, chosen ) }
			/>
		</div>
	);
}
