import { useId } from '@wordpress/element';
import type { ReactNode } from 'react';

interface ChoiceProps {
	name: string;
	isChosen: boolean;
	onChoose: () => void;
	children: ReactNode;
}

/** One of several. */
export function Choice( { name, isChosen, onChoose, children }: ChoiceProps ) {
	const id = useId();
	return (
		<label htmlFor={ id }>
			<input
				id={ id }
				type="radio"
				name={ name }
				checked={ isChosen }
				onChange={ onChoose }
			/>
			{ children }
		</label>
	);
}

interface SwitchProps {
	isOn: boolean;
	onSwitch: ( isOn: boolean ) => void;
	children: ReactNode;
}

export function Switch( { isOn, onSwitch, children }: SwitchProps ) {
	const id = useId();
	return (
		<label htmlFor={ id }>
			<input
				id={ id }
				type="checkbox"
				checked={ isOn }
				onChange={ ( event ) =>
					onSwitch( event.currentTarget.checked )
				}
			/>
			{ children }
		</label>
	);
}

interface LineProps {
	label: string;
	help?: string;
	value: string;
	most: number;
	inputMode?: 'text' | 'decimal';
	isWrong?: boolean;
	onType: ( value: string ) => void;
}

/** A line of text below its name. */
export function Line( props: LineProps ) {
	const { label, help, value, most, inputMode, isWrong, onType } = props;
	const id = useId();
	return (
		<div className="wig-c-line">
			<label htmlFor={ id }>{ label }</label>
			<input
				id={ id }
				type="text"
				autoComplete="off"
				inputMode={ inputMode }
				maxLength={ most }
				value={ value }
				aria-invalid={ isWrong || undefined }
				aria-describedby={ help ? `${ id }-help` : undefined }
				onChange={ ( event ) => onType( event.currentTarget.value ) }
			/>
			{ help && <small id={ `${ id }-help` }>{ help }</small> }
		</div>
	);
}
