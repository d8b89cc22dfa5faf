import { useRef } from '@wordpress/element';
import { ChosenList } from './ManyOf';
import { Picker } from './Picker';
import type { Choice, Find } from './use-choices';

interface Props {
	/** What is chosen in all. */
	label: string;
	/** Choosing one more. */
	add: string;
	find: Find;
	chosen: readonly Choice[];
	most: number;
	error?: string;
	onChange: ( chosen: Choice[] ) => void;
}

/** A list of things, each chosen by its name. */
export function PickSome( props: Props ) {
	const { label, add, find, chosen, most, error, onChange } = props;
	const place = useRef< HTMLFieldSetElement >( null );
	return (
		<fieldset className="wig-many is-wide" ref={ place }>
			<legend>{ label }</legend>
			<div className="wig-many-finder">
				<Picker
					label={ add }
					find={ find }
					choice={ null }
					error={ error }
					onPick={ ( choice ) => {
						if (
							choice &&
							chosen.length < most &&
							! chosen.some( ( { id } ) => id === choice.id )
						) {
							onChange( [ ...chosen, choice ] );
						}
					} }
				/>
			</div>
			<ChosenList
				label={ label }
				chosen={ chosen.map( ( { id, name } ) => ( {
					value: id,
					label: name,
				} ) ) }
				onRemove={ ( id ) => {
					onChange( chosen.filter( ( known ) => known.id !== id ) );
					place.current?.querySelector( 'input' )?.focus();
				} }
			/>
		</fieldset>
	);
}
