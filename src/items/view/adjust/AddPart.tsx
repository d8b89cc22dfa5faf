import { Modal } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { ItemRequest } from '../../../schema';
import { Field } from '../../../shared/form/Field';
import { FormButtons } from '../../../shared/form/FormButtons';
import { focusWrong } from '../../../shared/form/focus-wrong';
import { Failure } from '../../../shared/ui/Failure';
import { usePartForm } from './use-part-form';

interface Props {
	onAdd: (
		part: Omit< ItemRequest, 'kind' >,
		key: string
	) => Promise< number >;
	onAdded: ( id: number, name: string ) => void;
	onClose: () => void;
}

/** A new part: something the shop counts, but does not sell by itself. */
export function AddPart( { onAdd, onAdded, onClose }: Props ) {
	const form = usePartForm( onAdd, onAdded );
	const { part, errors, change } = form;
	const name = useRef< HTMLInputElement >( null );
	const body = useRef< HTMLFormElement >( null );
	useEffect( () => name.current?.focus(), [] );
	const { refused } = form;
	useEffect( () => {
		if ( refused ) {
			focusWrong( body.current );
		}
	}, [ refused ] );

	const submit = async ( event: FormEvent ) => {
		event.preventDefault();
		if ( ! ( await form.save() ) ) {
			focusWrong( body.current );
		}
	};

	return (
		<Modal
			title={ __( 'Add part', 'woo-inventory-guard' ) }
			className="wig-modal"
			focusOnMount={ false }
			onRequestClose={ onClose }
			shouldCloseOnClickOutside={ false }
		>
			<form
				ref={ body }
				className="wig-part"
				onSubmit={ submit }
				noValidate
			>
				<p className="wig-quiet">
					{ __(
						'A part is something you count but do not sell by itself, such as packaging or raw material.',
						'woo-inventory-guard'
					) }
				</p>
				<Field
					ref={ name }
					className="is-wide"
					required
					label={ __( 'Name', 'woo-inventory-guard' ) }
					maxLength={ 255 }
					value={ part.name }
					onChange={ change( 'name' ) }
					error={ errors.name }
				/>
				<Field
					label={ __( 'SKU', 'woo-inventory-guard' ) }
					maxLength={ 100 }
					value={ part.sku }
					onChange={ change( 'sku' ) }
					error={ errors.sku }
				/>
				<Field
					label={ __( 'Barcode', 'woo-inventory-guard' ) }
					maxLength={ 64 }
					value={ part.barcode }
					onChange={ change( 'barcode' ) }
					error={ errors.barcode }
				/>
				<Field
					label={ __( 'On hand now', 'woo-inventory-guard' ) }
					inputMode="decimal"
					value={ part.on_hand }
					onChange={ change( 'on_hand' ) }
					error={ errors.on_hand }
				/>
				<Field
					label={ __( 'Low at', 'woo-inventory-guard' ) }
					inputMode="decimal"
					value={ part.low_stock_threshold }
					onChange={ change( 'low_stock_threshold' ) }
					error={ errors.low_stock_threshold }
					help={ __(
						'Left empty, the default of the shop counts.',
						'woo-inventory-guard'
					) }
				/>
				<Field
					className="is-wide"
					label={ __( 'Category', 'woo-inventory-guard' ) }
					maxLength={ 100 }
					value={ part.category }
					onChange={ change( 'category' ) }
					error={ errors.category }
				/>
				{ form.problem && (
					<Failure problem={ form.problem } onRetry={ form.save } />
				) }
				<FormButtons sending={ form.sending } onCancel={ onClose }>
					{ __( 'Add part', 'woo-inventory-guard' ) }
				</FormButtons>
			</form>
		</Modal>
	);
}
