import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { boot } from '../../shared/app/boot';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/icons';
import { Message } from '../../shared/ui/Message';
import { HoldSettings } from './HoldSettings';
import { OrderSettings } from './OrderSettings';
import { ShopperSettings } from './ShopperSettings';
import { useSettings } from './use-settings';

/** How the guard works in this shop. */
export function SettingsScreen() {
	return (
		<>
			<div className="wig-head">
				<h1>{ __( 'Inventory settings', 'woo-inventory-guard' ) }</h1>
			</div>
			{ boot().can.configure ? (
				<SettingsForm />
			) : (
				<Message
					icon="out"
					title={ __(
						'Your account may not change these settings.',
						'woo-inventory-guard'
					) }
				>
					{ __(
						'An administrator or a shop manager can change them, or give you the right to configure the inventory.',
						'woo-inventory-guard'
					) }
				</Message>
			) }
		</>
	);
}

function SettingsForm() {
	const form = useSettings();
	const { draft, errors, problem, saving, saved, change } = form;
	if ( ! draft ) {
		return problem ? (
			<Failure problem={ problem } onRetry={ form.load } />
		) : (
			<div className="wig-surface wig-bars" role="status">
				<span className="wig-hidden">
					{ __( 'Loading', 'woo-inventory-guard' ) }
				</span>
				<i />
				<i />
				<i />
			</div>
		);
	}
	const submit = ( event: FormEvent ) => {
		event.preventDefault();
		void form.save();
	};
	return (
		<form className="wig-settings" onSubmit={ submit } noValidate>
			<OrderSettings draft={ draft } onChange={ change } />
			<HoldSettings
				draft={ draft }
				errors={ errors }
				methods={ boot().payment_methods }
				onChange={ change }
			/>
			<ShopperSettings
				draft={ draft }
				errors={ errors }
				onChange={ change }
			/>
			{ problem && <Failure problem={ problem } onRetry={ form.save } /> }
			<div className="wig-settings-save">
				<Button
					__next40pxDefaultSize
					variant="primary"
					type="submit"
					isBusy={ saving }
					accessibleWhenDisabled
					disabled={ saving }
				>
					{ __( 'Save settings', 'woo-inventory-guard' ) }
				</Button>
				{ saved && (
					<span className="wig-saved-words">
						<Icon name="check" />
						{ __( 'Saved', 'woo-inventory-guard' ) }
					</span>
				) }
			</div>
		</form>
	);
}
