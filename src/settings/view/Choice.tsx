import { RadioControl } from '@wordpress/components';
import type { Option } from './options';

interface Props< T extends string > {
	label: string;
	help: string;
	value: T;
	options: readonly Option< T >[];
	onChange: ( value: T ) => void;
}

/** One of a few ways, each with what it means. */
export const Choice = < T extends string >( {
	label,
	help,
	value,
	options,
	onChange,
}: Props< T > ) => (
	<RadioControl
		className="wig-choice"
		label={ label }
		help={ help }
		selected={ value }
		options={ [ ...options ] }
		onChange={ ( chosen ) => {
			const found = options.find( ( option ) => option.value === chosen );
			if ( found ) {
				onChange( found.value );
			}
		} }
	/>
);
