import { Modal } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { Limit } from '../../schema';
import { Field } from '../../shared/form/Field';
import { FormButtons } from '../../shared/form/FormButtons';
import { focusWrong } from '../../shared/form/focus-wrong';
import { Failure } from '../../shared/ui/Failure';
import { StaleLimit } from './StaleLimit';
import { Target } from './Target';
import { useLimitForm } from './use-limit-form';
import { nameOf } from './words';

interface Props {
	/** NULL for a new one. */
	limit: Limit | null;
	onSaved: ( limit: Limit ) => void;
	onClose: () => void;
}

/** A limit, new or changed. */
export function LimitForm( { limit, onSaved, onClose }: Props ) {
	const form = useLimitForm( limit, onSaved );
	const { draft, errors, change } = form;
	const body = useRef< HTMLFormElement >( null );
	const submit = async ( event: FormEvent ) => {
		event.preventDefault();
		if ( ! ( await form.save() ) ) {
			focusWrong( body.current );
		}
	};
	return (
		<Modal
			title={
				limit
					? sprintf(
							/* translators: %s: name of an item or a category. */
							__( 'Limit for %s', 'woo-inventory-guard' ),
							nameOf( limit )
						)
					: __( 'Add limit', 'woo-inventory-guard' )
			}
			className="wig-modal"
			onRequestClose={ onClose }
			shouldCloseOnClickOutside={ false }
		>
			<form
				ref={ body }
				className="wig-part"
				onSubmit={ submit }
				noValidate
			>
				{ ! limit && (
					<Target
						scope={ form.scope }
						choice={ form.choice }
						error={ errors.scope_id }
						onScope={ form.pickScope }
						onPick={ form.pick }
					/>
				) }
				<Field
					label={ __(
						'Most for one customer',
						'woo-inventory-guard'
					) }
					inputMode="decimal"
					value={ draft.most_per_customer }
					error={ errors.most_per_customer }
					onChange={ change( 'most_per_customer' ) }
				/>
				<Field
					label={ __( 'In how many days', 'woo-inventory-guard' ) }
					inputMode="numeric"
					value={ draft.window_days }
					error={ errors.window_days }
					help={ __(
						'Left empty, all purchases ever count.',
						'woo-inventory-guard'
					) }
					onChange={ change( 'window_days' ) }
				/>
				<Field
					className="is-wide"
					label={ __( 'Most in one order', 'woo-inventory-guard' ) }
					inputMode="decimal"
					value={ draft.most_per_order }
					error={ errors.most_per_order }
					onChange={ change( 'most_per_order' ) }
				/>
				<Field
					label={ __( 'Least in one order', 'woo-inventory-guard' ) }
					inputMode="decimal"
					value={ draft.least }
					error={ errors.least }
					onChange={ change( 'least' ) }
				/>
				<Field
					label={ __(
						'Only in multiples of',
						'woo-inventory-guard'
					) }
					inputMode="decimal"
					value={ draft.multiple_of }
					error={ errors.multiple_of }
					onChange={ change( 'multiple_of' ) }
				/>
				{ form.problem && (
					<Failure problem={ form.problem } onRetry={ form.save } />
				) }
				{ form.stale ? (
					<StaleLimit
						{ ...form.stale }
						onMine={ form.insist }
						onTheirs={ form.giveIn }
					/>
				) : (
					<FormButtons sending={ form.sending } onCancel={ onClose }>
						{ __( 'Save limit', 'woo-inventory-guard' ) }
					</FormButtons>
				) }
			</form>
		</Modal>
	);
}
