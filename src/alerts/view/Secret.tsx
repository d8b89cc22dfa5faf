import { Button, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Webhook } from '../../schema';

interface Props {
	webhook: Webhook;
	onClose: () => void;
}

/** The key of the signature: seen now, and never again. */
export function Secret( { webhook: { secret }, onClose }: Props ) {
	const [ isCopied, setCopied ] = useState( false );
	const copy = async () => {
		// Browsers keep the clipboard from shops on plain http: then it is marked and copied by hand.
		await window.navigator.clipboard?.writeText( secret ?? '' );
		setCopied( Boolean( window.navigator.clipboard ) );
	};
	return (
		<Modal
			title={ __( 'Secret of the webhook', 'woo-inventory-guard' ) }
			className="wig-modal"
			shouldCloseOnClickOutside={ false }
			onRequestClose={ onClose }
		>
			<div className="wig-form">
				<p>
					{ secret
						? __(
								'Copy it now: it is shown only this once. With it the other system can tell that an alert came from this shop.',
								'woo-inventory-guard'
							)
						: __(
								'The webhook is saved, but its secret was lost on the way here. Edit it and make a new one.',
								'woo-inventory-guard'
							) }
				</p>
				{ secret && (
					<code className="wig-secret" tabIndex={ -1 }>
						{ secret }
					</code>
				) }
				<div className="wig-buttons">
					{ secret && (
						<Button
							__next40pxDefaultSize
							variant="secondary"
							onClick={ copy }
						>
							{ isCopied
								? __( 'Copied', 'woo-inventory-guard' )
								: __( 'Copy', 'woo-inventory-guard' ) }
						</Button>
					) }
					<Button
						__next40pxDefaultSize
						variant="primary"
						onClick={ onClose }
					>
						{ __( 'Done', 'woo-inventory-guard' ) }
					</Button>
				</div>
			</div>
		</Modal>
	);
}
