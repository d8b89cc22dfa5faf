import { RadioControl } from '@wordpress/components';

interface Option< T extends string > {
	value: T;
	label: string;
	description?: string;
}

interface Props< T extends string > {
	label: string;
	value: T;
	options: readonly Option< T >[];
	onChange: ( value: T ) => void;
}

/** One of a few ways, each with what it means. */
export const Choice = < T extends string >( {
	label,
	value,
	options,
	onChange,
}: Props< T > ) => (
	<RadioControl
		className="wig-choice"
		label={ label }
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
