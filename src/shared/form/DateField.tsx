import { useId } from '@wordpress/element';

interface Props {
	label: string;
	type?: 'date' | 'time';
	value: string;
	max?: string;
	required?: boolean;
	/** Where it is said what is wrong with it: the id of those words. */
	wrongBy?: string;
	onChange: ( value: string ) => void;
}

/** A day or a time, as the browser lets people choose it. */
export function DateField( {
	label,
	type = 'date',
	wrongBy,
	onChange,
	...props
}: Props ) {
	const id = useId();
	return (
		<div className="wig-date">
			<label htmlFor={ id }>{ label }</label>
			<input
				id={ id }
				type={ type }
				{ ...props }
				aria-invalid={ wrongBy ? true : undefined }
				aria-describedby={ wrongBy }
				onChange={ ( event ) => onChange( event.target.value ) }
			/>
		</div>
	);
}
