import { CheckboxControl, Modal, ToggleControl } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { Webhook } from '../../schema';
import { Field } from '../../shared/form/Field';
import { FormButtons } from '../../shared/form/FormButtons';
import { focusWrong } from '../../shared/form/focus-wrong';
import { useSending } from '../../shared/form/use-sending';
import { Failure } from '../../shared/ui/Failure';
import { postWebhook, putWebhook } from '../data/webhooks';
import { KINDS } from '../logic/view';
import {
	changesOf,
	draftOf,
	EMPTY,
	isAddress,
	toggled,
	type Draft,
} from '../logic/webhook';
import { kindWord } from './words';

interface Props {
	/** NULL for a new one. */
	webhook: Webhook | null;
	/** With a new secret, which is shown once. */
	onSaved: ( webhook: Webhook, wantsSecret: boolean ) => void;
	onClose: () => void;
}

/** Where alerts are sent, and which. */
export function WebhookForm( { webhook, onSaved, onClose }: Props ) {
	const [ draft, setDraft ] = useState< Draft >(
		webhook ? draftOf( webhook ) : EMPTY
	);
	const [ wrong, setWrong ] = useState( '' );
	const { sending, problem, send } = useSending();
	const body = useRef< HTMLFormElement >( null );
	const change = ( part: Partial< Draft > ) => {
		setWrong( '' );
		setDraft( { ...draft, ...part } );
	};

	const save = async () => {
		if ( ! isAddress( draft.url ) ) {
			setWrong(
				__(
					'Type a whole web address, such as https://example.com/hook.',
					'woo-inventory-guard'
				)
			);
			focusWrong( body.current );
			return;
		}
		const changes = webhook ? changesOf( draft, webhook ) : null;
		if ( webhook && ! changes ) {
			onClose();
			return;
		}
		const saved = await send( draft, ( key ) =>
			webhook && changes
				? putWebhook( webhook.id, changes, key )
				: postWebhook(
						{
							url: draft.url.trim(),
							kinds: [ ...draft.kinds ],
							active: draft.active,
						},
						key
					)
		);
		if ( saved ) {
			onSaved( saved, ! webhook || draft.newSecret );
		}
	};

	return (
		<Modal
			title={
				webhook
					? __( 'Edit webhook', 'woo-inventory-guard' )
					: __( 'Add webhook', 'woo-inventory-guard' )
			}
			className="wig-modal"
			onRequestClose={ onClose }
			shouldCloseOnClickOutside={ false }
		>
			<form
				ref={ body }
				className="wig-part"
				onSubmit={ ( event: FormEvent ) => {
					event.preventDefault();
					void save();
				} }
				noValidate
			>
				<Field
					className="is-wide"
					required
					label={ __( 'Address', 'woo-inventory-guard' ) }
					help={ __(
						'Alerts are sent there by POST, as JSON.',
						'woo-inventory-guard'
					) }
					maxLength={ 1000 }
					value={ draft.url }
					error={ wrong || problem?.fields.url }
					onChange={ ( url ) => change( { url } ) }
				/>
				<fieldset className="wig-checks is-wide">
					<legend>
						{ __( 'Only these alerts', 'woo-inventory-guard' ) }
					</legend>
					<p className="wig-quiet">
						{ __(
							'With none chosen, all are sent.',
							'woo-inventory-guard'
						) }
					</p>
					{ KINDS.map( ( kind ) => (
						<CheckboxControl
							__nextHasNoMarginBottom
							key={ kind }
							label={ kindWord( kind ) }
							checked={ draft.kinds.includes( kind ) }
							onChange={ ( isOn ) =>
								change( {
									kinds: toggled( draft.kinds, kind, isOn ),
								} )
							}
						/>
					) ) }
				</fieldset>
				<div className="is-wide">
					<ToggleControl
						__nextHasNoMarginBottom
						label={ __( 'Switched on', 'woo-inventory-guard' ) }
						checked={ draft.active }
						onChange={ ( active ) => change( { active } ) }
					/>
				</div>
				{ webhook && (
					<div className="is-wide">
						<CheckboxControl
							__nextHasNoMarginBottom
							label={ __(
								'Make a new secret',
								'woo-inventory-guard'
							) }
							help={ __(
								'The old one stops working at once.',
								'woo-inventory-guard'
							) }
							checked={ draft.newSecret }
							onChange={ ( newSecret ) =>
								change( { newSecret } )
							}
						/>
					</div>
				) }
				{ problem && <Failure problem={ problem } onRetry={ save } /> }
				<FormButtons sending={ sending } onCancel={ onClose }>
					{ __( 'Save webhook', 'woo-inventory-guard' ) }
				</FormButtons>
			</form>
		</Modal>
	);
}
