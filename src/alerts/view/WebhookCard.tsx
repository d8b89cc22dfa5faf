import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Webhook, WebhookTest } from '../../schema';
import { boot } from '../../shared/app/boot';
import { asProblem, type Problem } from '../../shared/data/problem';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/icons';
import { When } from '../../shared/ui/When';
import { testWebhook } from '../data/webhooks';
import { healthOf } from '../logic/webhook';
import {
	HEALTH_ICON,
	HEALTH_TONE,
	healthWord,
	testWords,
} from './webhook-words';
import { kindWord } from './words';

interface Props {
	webhook: Webhook;
	onEdit: () => void;
	onDrop: () => void;
}

/** One address: what goes there, and how that goes. */
export function WebhookCard( { webhook, onEdit, onDrop }: Props ) {
	const { url } = webhook;
	const health = healthOf( webhook );
	const [ busy, setBusy ] = useState( false );
	const [ answer, setAnswer ] = useState< WebhookTest | null >( null );
	const [ problem, setProblem ] = useState< Problem | null >( null );
	const test = async () => {
		if ( busy ) {
			return;
		}
		setBusy( true );
		setAnswer( null );
		setProblem( null );
		try {
			setAnswer( await testWebhook( webhook.id ) );
		} catch ( thrown ) {
			setProblem( asProblem( thrown ) );
		} finally {
			setBusy( false );
		}
	};
	/* translators: %s: a web address. */
	const testWish = __( 'Send a test to %s', 'woo-inventory-guard' );
	/* translators: %s: a web address. */
	const editWish = __( 'Edit webhook %s', 'woo-inventory-guard' );
	/* translators: %s: a web address. */
	const dropWish = __( 'Delete webhook %s', 'woo-inventory-guard' );
	return (
		<li className="wig-card is-tall">
			<div className="wig-card-name">
				<span className="wig-name">{ url }</span>
				<span className={ `wig-status ${ HEALTH_TONE[ health ] }` }>
					<Icon name={ HEALTH_ICON[ health ] } />
					{ healthWord( health ) }
				</span>
				<span className="wig-sub">
					{ webhook.kinds.length
						? webhook.kinds.map( kindWord ).join( ' · ' )
						: __( 'All kinds of alerts', 'woo-inventory-guard' ) }
				</span>
				<Deliveries webhook={ webhook } />
			</div>
			<div className="wig-acts">
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isBusy={ busy }
					accessibleWhenDisabled
					disabled={ busy }
					aria-label={ sprintf( testWish, url ) }
					onClick={ test }
				>
					{ __( 'Send a test', 'woo-inventory-guard' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					aria-label={ sprintf( editWish, url ) }
					onClick={ onEdit }
				>
					{ __( 'Edit', 'woo-inventory-guard' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					isDestructive
					aria-label={ sprintf( dropWish, url ) }
					onClick={ onDrop }
				>
					{ __( 'Delete', 'woo-inventory-guard' ) }
				</Button>
			</div>
			<div role="status" className="wig-card-told">
				{ answer && (
					<span
						className={ `wig-status ${ answer.taken ? 'is-ok' : 'is-out' }` }
					>
						<Icon name={ answer.taken ? 'check' : 'out' } />
						{ testWords( answer ) }
					</span>
				) }
			</div>
			{ problem && <Failure problem={ problem } onRetry={ test } /> }
		</li>
	);
}

function Deliveries( { webhook }: { webhook: Webhook } ) {
	const { last_result: said, last_sent_at: at, waiting } = webhook;
	const number = ( value: number ) => value.toLocaleString( boot().locale );
	return (
		<span className="wig-sub">
			{ said && (
				<span>
					{ sprintf(
						/* translators: %s: an answer, such as HTTP 200. */
						__( 'Last delivery: %s', 'woo-inventory-guard' ),
						said
					) }
				</span>
			) }
			{ at && <When moment={ at } /> }
			{ waiting > 0 && (
				<span>
					{ sprintf(
						/* translators: %s: number of events. */
						__( '%s waiting', 'woo-inventory-guard' ),
						number( waiting )
					) }
				</span>
			) }
			{ webhook.given_up > 0 && (
				<span>
					{ sprintf(
						/* translators: %s: number of events. */
						__( '%s never arrived', 'woo-inventory-guard' ),
						number( webhook.given_up )
					) }
				</span>
			) }
		</span>
	);
}
