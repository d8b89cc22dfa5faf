import { CheckboxControl, SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { Field } from '../../shared/form/Field';
import { number } from '../../shared/format/words';
import type { Kept } from '../logic/kept';
import {
	LAYOUTS,
	OWN_LEAST,
	OWN_MOST,
	perPage,
	readLength,
	type Layout,
	type Size,
} from '../logic/layout';
import { layoutWord } from './words';

interface Props {
	kept: Kept;
	onChange: ( change: Partial< Kept > ) => void;
	layout: Layout;
	used: string;
	onUsed: ( used: string ) => void;
}

/** On what is printed, and what. */
export function LayoutForm( { kept, onChange, layout, used, onUsed }: Props ) {
	const places = perPage( layout );
	const part = ( name: keyof Kept[ 'shown' ], label: string ) => (
		<CheckboxControl
			__nextHasNoMarginBottom
			label={ label }
			checked={ kept.shown[ name ] }
			onChange={ ( isOn ) =>
				onChange( { shown: { ...kept.shown, [ name ]: isOn } } )
			}
		/>
	);
	const length = ( side: keyof Size, label: string ) => (
		<Field
			label={ label }
			inputMode="decimal"
			value={ kept[ side ] }
			error={ lengthProblem( kept[ side ], side ) }
			onChange={ ( typed ) => onChange( { [ side ]: typed } ) }
		/>
	);
	return (
		<div className="wig-label-form">
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				className="is-wide"
				label={ __( 'Print on', 'woo-inventory-guard' ) }
				value={ kept.layout }
				options={ LAYOUTS.map( ( id ) => ( {
					value: id,
					label: layoutWord( id ),
				} ) ) }
				onChange={ ( chosen ) =>
					onChange( {
						layout:
							LAYOUTS.find( ( id ) => id === chosen ) ??
							kept.layout,
					} )
				}
			/>
			{ kept.layout === 'own' && (
				<>
					{ length(
						'width',
						__( 'Width in mm', 'woo-inventory-guard' )
					) }
					{ length(
						'height',
						__( 'Height in mm', 'woo-inventory-guard' )
					) }
				</>
			) }
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				className={ places > 1 ? '' : 'is-wide' }
				label={ __( 'Code', 'woo-inventory-guard' ) }
				value={ kept.qr ? 'qr' : 'bars' }
				options={ [
					{
						value: 'bars',
						label: __( 'Barcode', 'woo-inventory-guard' ),
					},
					{
						value: 'qr',
						label: __( 'QR code', 'woo-inventory-guard' ),
					},
				] }
				onChange={ ( chosen ) => onChange( { qr: chosen === 'qr' } ) }
			/>
			{ places > 1 && (
				<Field
					label={ __( 'Labels already used', 'woo-inventory-guard' ) }
					inputMode="numeric"
					value={ used }
					error={ usedProblem( used, places ) }
					onChange={ onUsed }
				/>
			) }
			<fieldset className="is-wide">
				<legend>{ __( 'On the label', 'woo-inventory-guard' ) }</legend>
				{ part( 'name', __( 'Name', 'woo-inventory-guard' ) ) }
				{ part( 'sku', __( 'SKU', 'woo-inventory-guard' ) ) }
				{ part( 'price', __( 'Price', 'woo-inventory-guard' ) ) }
			</fieldset>
		</div>
	);
}

const lengthProblem = ( text: string, side: keyof Size ): string | undefined =>
	readLength( text, side ) === null
		? sprintf(
				/* translators: 1: smallest, 2: largest length in millimetres. */
				__(
					'Type a length from %1$s to %2$s mm.',
					'woo-inventory-guard'
				),
				number( OWN_LEAST[ side ] ),
				number( OWN_MOST[ side ] )
			)
		: undefined;

const usedProblem = ( text: string, places: number ): string | undefined =>
	/^\d*$/.test( text.trim() ) && Number( text ) < places
		? undefined
		: sprintf(
				/* translators: %s: a number of labels. */
				__( 'Type a number from 0 to %s.', 'woo-inventory-guard' ),
				number( places - 1 )
			);
