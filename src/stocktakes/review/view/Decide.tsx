import { Button, SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Field } from '../../../shared/form/Field';
import { REASONS, type Why } from '../logic/decide';
import { ACTS, mayBe, type Act, type Row } from '../logic/line';
import type { Acts } from './use-acts';
import { actWord, reasonWord } from './words';

interface Props {
	lines: readonly Row[];
	acts: Acts;
	onDone?: () => void;
}

/** What is next in most cases. */
const AGREEING: readonly Act[] = [ 'accept', 'approve' ];

/** Deciding on one line or on many, with why. */
export function Decide( { lines, acts, onDone }: Props ) {
	const only = lines.length === 1 ? lines[ 0 ] : undefined;
	const [ why, setWhy ] = useState< Why >( {
		reason: only?.reason ?? 'unknown',
		note: only?.note ?? '',
	} );
	const able = ACTS.filter( ( act ) =>
		lines.some( ( line ) => mayBe( act, line ) )
	);
	return (
		<div className="wig-review-decide">
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Reason', 'woo-inventory-guard' ) }
				value={ why.reason }
				options={ REASONS.map( ( value ) => ( {
					value,
					label: reasonWord( value ),
				} ) ) }
				onChange={ ( value ) =>
					setWhy( {
						...why,
						reason:
							REASONS.find( ( reason ) => reason === value ) ??
							'unknown',
					} )
				}
			/>
			<Field
				label={ __( 'Note', 'woo-inventory-guard' ) }
				value={ why.note }
				maxLength={ 500 }
				onChange={ ( note ) => setWhy( { ...why, note } ) }
			/>
			<div className="wig-review-buttons">
				{ able.map( ( act ) => (
					<Button
						key={ act }
						__next40pxDefaultSize
						variant={
							AGREEING.includes( act ) ? 'primary' : 'secondary'
						}
						accessibleWhenDisabled
						disabled={ acts.sending }
						onClick={ async () => {
							if ( await acts.on( act, lines, why ) ) {
								onDone?.();
							}
						} }
					>
						{ actWord( act ) }
					</Button>
				) ) }
			</div>
		</div>
	);
}
