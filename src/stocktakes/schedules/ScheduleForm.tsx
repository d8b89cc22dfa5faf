import { ToggleControl } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { Field } from '../../shared/form/Field';
import { focusWrong } from '../../shared/form/focus-wrong';
import { FormButtons } from '../../shared/form/FormButtons';
import { Failure } from '../../shared/ui/Failure';
import type { Offer } from '../data/api';
import type { Named } from '../data/schedules';
import { MOST } from '../logic/plan';
import { Part } from '../new/Part';
import { PlanFields } from '../new/PlanFields';
import { StaleSchedule } from './StaleSchedule';
import { draftOf, leave, useScheduleForm } from './use-schedule-form';
import { WhenFields } from './WhenFields';

interface Props {
	/** NULL for a new one. */
	named: Named | null;
	offer: Offer;
}

/** What was typed stays until it is saved. */
export function ScheduleForm( { named, offer }: Props ) {
	const form = useScheduleForm( named );
	const { draft, change, errors, problem, theirs } = form;
	const body = useRef< HTMLFormElement >( null );
	const act = ( saving: () => Promise< boolean > ) => async () => {
		if ( ! ( await saving() ) ) {
			focusWrong( body.current );
		}
	};
	const save = act( form.save );
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		void save();
	};
	return (
		<form ref={ body } onSubmit={ submit } noValidate>
			<Part title={ __( 'Name and days', 'woo-inventory-guard' ) }>
				<Field
					className="is-wide"
					label={ __( 'Name', 'woo-inventory-guard' ) }
					value={ draft.name }
					error={ errors.name }
					maxLength={ MOST.name }
					required
					onChange={ ( name ) => change( { name } ) }
				/>
				<WhenFields
					draft={ draft }
					errors={ errors }
					onChange={ change }
				/>
				<ToggleControl
					__nextHasNoMarginBottom
					className="is-wide"
					label={ __( 'On', 'woo-inventory-guard' ) }
					help={ __(
						'While it is off, it makes nothing and keeps what is set here.',
						'woo-inventory-guard'
					) }
					checked={ draft.active }
					onChange={ ( active ) => change( { active } ) }
				/>
			</Part>
			<PlanFields
				plan={ draft }
				offer={ offer }
				errors={ errors }
				onChange={ change }
			/>
			{ theirs && (
				<StaleSchedule
					mine={ draft }
					theirs={ draftOf( theirs ) }
					offer={ offer }
					onMine={ act( form.insist ) }
					onTheirs={ leave }
				/>
			) }
			{ problem && <Failure problem={ problem } onRetry={ save } /> }
			<FormButtons sending={ form.sending } onCancel={ leave }>
				{ __( 'Save schedule', 'woo-inventory-guard' ) }
			</FormButtons>
		</form>
	);
}
