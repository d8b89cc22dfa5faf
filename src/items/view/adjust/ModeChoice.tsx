import { __ } from '@wordpress/i18n';
import type { Mode } from '../../logic/adjustment';

interface Props {
	name: string;
	mode: Mode;
	onChange: ( mode: Mode ) => void;
}

/** Two ways to say it: by how much, or what is there now. */
export function ModeChoice( { name, mode, onChange }: Props ) {
	const words: [ Mode, string ][] = [
		[ 'delta', __( 'Add or take away', 'woo-inventory-guard' ) ],
		[ 'set', __( 'I counted', 'woo-inventory-guard' ) ],
	];
	return (
		<fieldset className="wig-mode">
			<legend className="wig-hidden">
				{ __(
					'How to change the number on hand',
					'woo-inventory-guard'
				) }
			</legend>
			{ words.map( ( [ value, label ] ) => (
				<label
					key={ value }
					htmlFor={ `${ name }-${ value }` }
					className={ value === mode ? 'is-chosen' : '' }
				>
					<input
						type="radio"
						className="wig-hidden"
						id={ `${ name }-${ value }` }
						name={ name }
						checked={ value === mode }
						onChange={ () => onChange( value ) }
					/>
					{ label }
				</label>
			) ) }
		</fieldset>
	);
}
