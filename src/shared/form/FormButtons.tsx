import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';

interface Props {
	sending: boolean;
	/** Without it there is nothing to go back to. */
	onCancel?: () => void;
	/** Where it is no form: what the button does. */
	onGo?: () => void;
	isDestructive?: boolean;
	/** What the form does. */
	children: ReactNode;
}

/** The end of a form or a question: away, or on. What is on its way cannot be sent again. */
export const FormButtons = ( {
	sending,
	onCancel,
	onGo,
	isDestructive,
	children,
}: Props ) => (
	<div className="wig-buttons">
		{ onCancel && (
			<Button
				__next40pxDefaultSize
				variant="tertiary"
				onClick={ onCancel }
			>
				{ __( 'Cancel', 'woo-inventory-guard' ) }
			</Button>
		) }
		<Button
			__next40pxDefaultSize
			variant="primary"
			type={ onGo ? 'button' : 'submit' }
			isDestructive={ isDestructive }
			isBusy={ sending }
			accessibleWhenDisabled
			disabled={ sending }
			onClick={ onGo }
		>
			{ children }
		</Button>
	</div>
);
