import { TextControl } from '@wordpress/components';
import { forwardRef } from '@wordpress/element';

interface Props {
	label: string;
	value: string;
	onChange: ( value: string ) => void;
	error?: string;
	help?: string;
	inputMode?: 'decimal' | 'text' | 'numeric';
	required?: boolean;
	hideLabelFromVision?: boolean;
	className?: string;
	maxLength?: number;
	autoComplete?: string;
	disabled?: boolean;
}

/** A line of text; what is wrong with it stands below it and is read out with it. */
export const Field = forwardRef< HTMLInputElement, Props >(
	( { error, help, className = '', ...props }, ref ) => (
		<TextControl
			__next40pxDefaultSize
			__nextHasNoMarginBottom
			autoComplete="off"
			{ ...props }
			ref={ ref }
			className={ `wig-field ${ error ? 'is-wrong' : '' } ${ className }` }
			help={ error ?? help }
			aria-invalid={ error ? true : undefined }
		/>
	)
);
