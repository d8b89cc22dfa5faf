import { SelectControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { reasonWord, REASONS } from '../../items';
import type { Variations } from '../../schema';
import type { Axes } from '../logic/pivot';

interface Props {
	attributes: Variations[ 'attributes' ];
	axes: Axes;
	reason: string;
	mayAdjust: boolean;
	onTurn: ( side: 'rows' | 'columns', attribute: number ) => void;
	onReason: ( reason: string ) => void;
}

/** Which attribute lies along which side, and why numbers change. */
export function MatrixBar( props: Props ) {
	const { attributes, axes, reason, mayAdjust, onTurn, onReason } = props;
	const options = attributes.map( ( { name }, index ) => ( {
		value: String( index ),
		label: name,
	} ) );
	return (
		<div className="wig-toolbar wig-matrix-bar">
			{ axes.columns !== null && (
				<>
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Down', 'woo-inventory-guard' ) }
						value={ String( axes.rows ) }
						options={ options }
						onChange={ ( value ) =>
							onTurn( 'rows', Number( value ) )
						}
					/>
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Across', 'woo-inventory-guard' ) }
						value={ String( axes.columns ) }
						options={ options }
						onChange={ ( value ) =>
							onTurn( 'columns', Number( value ) )
						}
					/>
				</>
			) }
			{ mayAdjust && (
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Changed because', 'woo-inventory-guard' ) }
					value={ reason }
					options={ [
						{
							value: '',
							label: __(
								'12 counted, +3 received, -3 corrected',
								'woo-inventory-guard'
							),
						},
						...REASONS.map( ( value ) => ( {
							value,
							label: reasonWord( value ),
						} ) ),
					] }
					onChange={ onReason }
				/>
			) }
		</div>
	);
}
