import { Button, SelectControl } from '@wordpress/components';
import { useEffect, useId, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { Item } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { formatQuantity, formatUnits } from '../../../shared/format/quantity';
import { Field } from '../../../shared/form/Field';
import { FormButtons } from '../../../shared/form/FormButtons';
import { Failure } from '../../../shared/ui/Failure';
import { Icon } from '../../../shared/ui/icons';
import { step } from '../../logic/adjustment';
import type { ItemActions } from '../actions';
import { ModeChoice } from './ModeChoice';
import { StaleChoice } from './StaleChoice';
import { useAdjust } from './use-adjust';
import { draftProblemWord, REASONS, reasonWord } from '../words';

interface Props {
	item: Item;
	onSave: ItemActions[ 'adjust' ];
	onSaved?: () => void;
	onCancel?: () => void;
	/** Opened to type a number at once. */
	takesFocus?: boolean;
}

/** Changes the number on hand, with a reason. */
export function AdjustForm( props: Props ) {
	const { item, onSave, onSaved, onCancel, takesFocus } = props;
	const { locale } = boot();
	const input = useRef< HTMLInputElement >( null );
	const cost = useRef< HTMLInputElement >( null );
	const form = useAdjust( item, onSave, onSaved ?? ( () => {} ) );
	const { draft, checked, problem, sending } = form;
	const id = useId();
	useEffect( () => {
		if ( takesFocus ) {
			input.current?.focus( { preventScroll: true } );
		}
	}, [ takesFocus ] );

	const wrong = form.tried && 'problem' in checked ? checked.problem : null;
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		if ( 'problem' in checked ) {
			input.current?.focus();
		} else if ( form.costProblem ) {
			cost.current?.focus();
		}
		form.save();
	};
	const stepBy = ( by: 1 | -1 ) =>
		form.change( {
			text: formatUnits( step( draft.text, by, locale ), locale ),
		} );

	if ( problem?.kind === 'stale' && problem.onHand !== null ) {
		return (
			<StaleChoice
				seen={ formatQuantity( form.base, locale ) }
				now={ formatQuantity( problem.onHand, locale ) }
				counted={ draft.text }
				sending={ sending }
				onCounted={ () => form.insist( problem.onHand ?? 0 ) }
				onNow={ () => {
					form.giveIn();
					onCancel?.();
				} }
			/>
		);
	}
	const isDelta = draft.mode === 'delta';
	return (
		<form className="wig-adjust" onSubmit={ submit } noValidate>
			<ModeChoice
				name={ id }
				mode={ draft.mode }
				onChange={ ( mode ) => {
					form.change( { mode } );
					input.current?.focus();
				} }
			/>
			<div className="wig-adjust-number">
				<Button
					__next40pxDefaultSize
					variant="secondary"
					icon={ <Icon name="minus" /> }
					label={ __( 'One less', 'woo-inventory-guard' ) }
					showTooltip={ false }
					onClick={ () => stepBy( -1 ) }
				/>
				<Field
					ref={ input }
					label={
						isDelta
							? __( 'Change by', 'woo-inventory-guard' )
							: __( 'Counted number', 'woo-inventory-guard' )
					}
					hideLabelFromVision
					inputMode="decimal"
					value={ draft.text }
					onChange={ ( text ) => form.change( { text } ) }
					error={ wrong ? draftProblemWord( wrong ) : undefined }
				/>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					icon={ <Icon name="plus" /> }
					label={ __( 'One more', 'woo-inventory-guard' ) }
					showTooltip={ false }
					onClick={ () => stepBy( 1 ) }
				/>
				<output className="wig-adjust-after">
					{ 'after' in checked &&
						sprintf(
							/* translators: 1: number of units on hand now, 2: number after the change. */
							__( '%1$s → %2$s', 'woo-inventory-guard' ),
							formatQuantity( form.base, locale ),
							form.format( checked.after )
						) }
				</output>
			</div>
			{ form.hasCost && (
				<Field
					ref={ cost }
					className="wig-adjust-cost"
					label={ __(
						'Cost of each (optional)',
						'woo-inventory-guard'
					) }
					inputMode="decimal"
					value={ draft.cost }
					onChange={ ( text ) => form.change( { cost: text } ) }
					error={
						form.tried && form.costProblem
							? draftProblemWord( form.costProblem )
							: undefined
					}
				/>
			) }
			<div className="wig-adjust-why">
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Reason', 'woo-inventory-guard' ) }
					value={ form.reason }
					options={ REASONS.map( ( value ) => ( {
						value,
						label: reasonWord( value ),
					} ) ) }
					onChange={ ( reason ) => form.change( { reason } ) }
				/>
				<Field
					label={ __( 'Note', 'woo-inventory-guard' ) }
					value={ draft.note }
					maxLength={ 500 }
					onChange={ ( note ) => form.change( { note } ) }
				/>
			</div>
			{ problem && <Failure problem={ problem } onRetry={ form.save } /> }
			<FormButtons sending={ sending } onCancel={ onCancel }>
				{ __( 'Save', 'woo-inventory-guard' ) }
			</FormButtons>
		</form>
	);
}
