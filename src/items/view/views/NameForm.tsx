import { CheckboxControl, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { View } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { Field } from '../../../shared/form/Field';
import { FormButtons } from '../../../shared/form/FormButtons';
import { Failure } from '../../../shared/ui/Failure';
import type { ViewActs } from './use-view-acts';

interface Props {
	/** NULL for a new one. */
	view: View | null;
	acts: ViewActs;
	onClose: () => void;
}

/** What a view is called, and for a new one, who sees it. */
export function NameForm( { view, acts, onClose }: Props ) {
	const [ name, setName ] = useState( view?.name ?? '' );
	const [ shared, setShared ] = useState( false );
	const [ tried, setTried ] = useState( false );
	const isEmpty = name.trim() === '';
	const save = async () => {
		const isDone = view
			? await acts.change( { name: name.trim() } )
			: await acts.saveAs( name.trim(), shared );
		if ( isDone ) {
			onClose();
		}
	};
	const submit = async ( event: FormEvent ) => {
		event.preventDefault();
		setTried( true );
		if ( isEmpty ) {
			return;
		}
		await save();
	};
	return (
		<Modal
			title={
				view
					? __( 'Rename view', 'woo-inventory-guard' )
					: __( 'Save view', 'woo-inventory-guard' )
			}
			className="wig-modal"
			onRequestClose={ onClose }
			shouldCloseOnClickOutside={ false }
		>
			<form className="wig-form" onSubmit={ submit } noValidate>
				<Field
					label={ __( 'Name', 'woo-inventory-guard' ) }
					value={ name }
					maxLength={ 100 }
					error={
						tried && isEmpty
							? __(
									'Give the view a name.',
									'woo-inventory-guard'
								)
							: acts.problem?.fields.name
					}
					onChange={ setName }
				/>
				{ ! view && boot().can.adjust && (
					<CheckboxControl
						__nextHasNoMarginBottom
						label={ __(
							'Share with the team',
							'woo-inventory-guard'
						) }
						help={ __(
							'Filter, order and columns as they are now.',
							'woo-inventory-guard'
						) }
						checked={ shared }
						onChange={ setShared }
					/>
				) }
				{ acts.problem && (
					<Failure problem={ acts.problem } onRetry={ save } />
				) }
				<FormButtons sending={ acts.sending } onCancel={ onClose }>
					{ __( 'Save', 'woo-inventory-guard' ) }
				</FormButtons>
			</form>
		</Modal>
	);
}
