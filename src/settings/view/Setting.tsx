import { Button, ToggleControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { MouseEvent } from 'react';
import type { Settings } from '../../schema';
import { Field } from '../../shared/form/Field';
import {
	CHOICES,
	NUMBERS,
	SWITCHES,
	type ChoiceName,
	type Name,
} from '../logic/catalogue';
import type { Draft } from '../logic/draft';
import { Choice } from './Choice';
import { Methods } from './Methods';
import { optionsOf } from './options';
import { Recipients } from './Recipients';
import { defaultWord } from './value-words';
import { helpOf, labelOf } from './words';

export interface Form {
	defaults: Settings;
	draft: Draft;
	errors: Record< string, string >;
	change: < K extends Name >( name: K, value: Draft[ K ] ) => void;
	/** Settings that are not as they are at first. */
	chosen: readonly Name[];
	onReset: ( name: Name ) => void;
}

interface Props {
	name: Name;
	form: Form;
}

/** A setting: what it is, what it does, how it is unless changed, and the way back to that. */
export const Setting = ( { name, form }: Props ) => (
	<div className="wig-setting">
		<Control name={ name } form={ form } />
		{ form.chosen.includes( name ) && (
			<Button
				__next40pxDefaultSize
				className="wig-setting-reset"
				variant="link"
				aria-label={ sprintf(
					/* translators: %s: name of a setting. */
					__( 'Reset: %s', 'woo-inventory-guard' ),
					labelOf( name )
				) }
				onClick={ ( event: MouseEvent< HTMLElement > ) => {
					// This button goes away with what it does; focus stays with the setting.
					const control =
						event.currentTarget.parentElement?.querySelector(
							'input, textarea, .components-button'
						);
					if ( control instanceof HTMLElement ) {
						control.focus();
					}
					form.onReset( name );
				} }
			>
				{ __( 'Reset', 'woo-inventory-guard' ) }
			</Button>
		) }
	</div>
);

function Control( { name, form }: Props ) {
	const { defaults, draft, errors, change } = form;
	const said = {
		label: labelOf( name ),
		help: `${ helpOf( name ) } ${ defaultWord( name, defaults ) }`,
	};
	const choice = CHOICES.find( ( known ) => known === name );
	if ( choice ) {
		return <ChoiceOf name={ choice } form={ form } said={ said } />;
	}
	const isSwitch = SWITCHES.find( ( known ) => known === name );
	if ( isSwitch ) {
		return (
			<ToggleControl
				__nextHasNoMarginBottom
				{ ...said }
				checked={ draft[ isSwitch ] }
				onChange={ ( value ) => change( isSwitch, value ) }
			/>
		);
	}
	const number = NUMBERS.find( ( known ) => known === name );
	if ( number ) {
		return (
			<Field
				{ ...said }
				inputMode={
					number === 'low_stock_threshold' ? 'decimal' : 'numeric'
				}
				value={ draft[ number ] }
				error={ errors[ number ] }
				onChange={ ( value ) => change( number, value ) }
			/>
		);
	}
	return name === 'method_holds' ? (
		<Methods
			{ ...said }
			minutes={ draft.method_holds }
			errors={ errors }
			onChange={ ( value ) => change( 'method_holds', value ) }
		/>
	) : (
		<Recipients
			{ ...said }
			recipients={ draft.alert_recipients }
			errors={ errors }
			onChange={ ( value ) => change( 'alert_recipients', value ) }
		/>
	);
}

interface ChoiceProps< K extends ChoiceName > {
	name: K;
	form: Form;
	said: { label: string; help: string };
}

const ChoiceOf = < K extends ChoiceName >( {
	name,
	form: { draft, change },
	said,
}: ChoiceProps< K > ) => (
	<Choice
		{ ...said }
		value={ draft[ name ] }
		options={ optionsOf( name ) }
		onChange={ ( value: Draft[ K ] ) => change( name, value ) }
	/>
);
