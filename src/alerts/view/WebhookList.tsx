import { Button } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Webhook } from '../../schema';
import { useRows } from '../../shared/app/use-rows';
import { announce } from '../../shared/ui/announce';
import { DeleteConfirm } from '../../shared/ui/DeleteConfirm';
import { Message } from '../../shared/ui/Message';
import { RowsFrame } from '../../shared/ui/RowsFrame';
import { deleteWebhook, fetchWebhooks } from '../data/webhooks';
import { Secret } from './Secret';
import { WebhookCard } from './WebhookCard';
import { WebhookForm } from './WebhookForm';

type Dialog =
	{ is: 'add' } | { is: 'edit' | 'drop' | 'secret'; webhook: Webhook };

/** Other systems that are told of alerts. */
export function WebhookList() {
	const list = useRows(
		useCallback( ( signal: AbortSignal ) => fetchWebhooks( signal ), [] )
	);
	const [ dialog, setDialog ] = useState< Dialog | null >( null );
	const close = () => setDialog( null );
	const saved = ( webhook: Webhook, wantsSecret: boolean ) => {
		announce( __( 'Saved', 'woo-inventory-guard' ) );
		setDialog( wantsSecret ? { is: 'secret', webhook } : null );
		void list.reload();
	};
	const add = (
		<Button
			__next40pxDefaultSize
			variant="primary"
			onClick={ () => setDialog( { is: 'add' } ) }
		>
			{ __( 'Add webhook', 'woo-inventory-guard' ) }
		</Button>
	);
	return (
		<>
			{ list.rows.length > 0 && (
				<div className="wig-toolbar">{ add }</div>
			) }
			<RowsFrame
				waiting={ list.waiting }
				problem={ list.problem }
				isEmpty={ list.rows.length === 0 }
				nothing={
					<Message
						icon="box"
						title={ __(
							'No other system is told of alerts.',
							'woo-inventory-guard'
						) }
						action={ add }
					>
						{ __(
							'A webhook sends each alert to an address of yours, signed, at the moment it happens.',
							'woo-inventory-guard'
						) }
					</Message>
				}
				onRetry={ list.reload }
			>
				<ul
					className="wig-cards"
					aria-label={ __( 'Webhooks', 'woo-inventory-guard' ) }
				>
					{ list.rows.map( ( webhook ) => (
						<WebhookCard
							key={ webhook.id }
							webhook={ webhook }
							onEdit={ () =>
								setDialog( { is: 'edit', webhook } )
							}
							onDrop={ () =>
								setDialog( { is: 'drop', webhook } )
							}
						/>
					) ) }
				</ul>
			</RowsFrame>
			{ dialog && ( dialog.is === 'add' || dialog.is === 'edit' ) && (
				<WebhookForm
					webhook={ dialog.is === 'edit' ? dialog.webhook : null }
					onSaved={ saved }
					onClose={ close }
				/>
			) }
			{ dialog?.is === 'secret' && (
				<Secret webhook={ dialog.webhook } onClose={ close } />
			) }
			{ dialog?.is === 'drop' && (
				<DeleteConfirm
					title={ __( 'Delete webhook', 'woo-inventory-guard' ) }
					words={ sprintf(
						/* translators: %s: a web address. */
						__(
							'Nothing more is sent to %s, also not what is still waiting.',
							'woo-inventory-guard'
						),
						dialog.webhook.url
					) }
					onDelete={ () => deleteWebhook( dialog.webhook.id ) }
					onDeleted={ () => list.reload() }
					onClose={ close }
				/>
			) }
		</>
	);
}
