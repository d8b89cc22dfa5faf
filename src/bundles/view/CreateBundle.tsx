import { Modal } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { boot } from '../../shared/app/boot';
import { Field } from '../../shared/form/Field';
import { FormButtons } from '../../shared/form/FormButtons';
import { useSending } from '../../shared/form/use-sending';
import { Failure } from '../../shared/ui/Failure';
import { postBundle } from '../data/api';
import { Finder } from '../../items';

interface Props {
	onClose: () => void;
	onOpen: ( id: number ) => void;
}

/** A bundle of its own, or a product of the shop that becomes one. */
export function CreateBundle( { onClose, onOpen }: Props ) {
	const [ name, setName ] = useState( '' );
	const [ sku, setSku ] = useState( '' );
	const [ tried, setTried ] = useState( false );
	const { sending, problem, send } = useSending();
	const field = useRef< HTMLInputElement >( null );
	useEffect( () => field.current?.focus(), [] );

	const save = async () => {
		setTried( true );
		if ( name.trim() === '' ) {
			field.current?.focus();
			return;
		}
		const body = {
			name: name.trim(),
			...( sku.trim() ? { sku: sku.trim() } : {} ),
		};
		const made = await send( body, ( key ) => postBundle( body, key ) );
		if ( made ) {
			onOpen( made.id );
		}
	};
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		void save();
	};
	const atField = problem && ( problem.fields.name || problem.fields.sku );

	return (
		<Modal
			title={ __( 'New bundle', 'woo-inventory-guard' ) }
			className="wig-modal"
			focusOnMount={ false }
			onRequestClose={ onClose }
			shouldCloseOnClickOutside={ false }
		>
			<form className="wig-part" onSubmit={ submit } noValidate>
				<Field
					ref={ field }
					className="is-wide"
					required
					label={ __( 'Name', 'woo-inventory-guard' ) }
					maxLength={ 255 }
					value={ name }
					onChange={ setName }
					error={
						tried && name.trim() === ''
							? __(
									'Give the bundle a name.',
									'woo-inventory-guard'
								)
							: problem?.fields.name
					}
				/>
				<Field
					className="is-wide"
					label={ __( 'SKU', 'woo-inventory-guard' ) }
					maxLength={ 100 }
					value={ sku }
					onChange={ setSku }
					error={ problem?.fields.sku }
				/>
				{ problem && ! atField && (
					<Failure problem={ problem } onRetry={ save } />
				) }
				<FormButtons sending={ sending } onCancel={ onClose }>
					{ __( 'Choose components', 'woo-inventory-guard' ) }
				</FormButtons>
			</form>
			{ boot().woocommerce && (
				<div className="wig-or-product">
					<Finder
						label={ __(
							'Or make a product of the shop a bundle',
							'woo-inventory-guard'
						) }
						accepts={ ( item ) =>
							item.kind === 'simple' && item.product_id !== null
						}
						onPick={ ( item ) => onOpen( item.id ) }
					/>
				</div>
			) }
		</Modal>
	);
}
