import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Alert } from '../../schema';
import { addressOf } from '../../shared/app/route';
import type { Problem } from '../../shared/data/problem';
import { useRowKeys } from '../../shared/table/row-focus';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/icons';
import { When } from '../../shared/ui/When';
import { isOpen, targetOf, type Target } from '../logic/target';
import { KIND_ICON, KIND_TONE, kindWord, targetWord } from './words';

interface Props {
	rows: readonly Alert[];
	failed: Record< number, Problem >;
	isWaiting: boolean;
	mayHandle: boolean;
	onHandle: ( alert: Alert ) => void;
}

/** Alerts, newest first: what, when, and what to do about it. */
export function AlertLines( props: Props ) {
	const { rows, failed, isWaiting, mayHandle, onHandle } = props;
	const rowKeys = useRowKeys();
	return (
		<ul
			ref={ rowKeys }
			className={ `wig-cards ${ isWaiting ? 'is-waiting' : '' }` }
			aria-label={ __( 'Alerts', 'woo-inventory-guard' ) }
			aria-busy={ isWaiting }
		>
			{ rows.map( ( alert ) => (
				<li
					key={ alert.id }
					className="wig-card is-tall"
					data-wig-row={ alert.id }
				>
					<div className="wig-card-name">
						<span
							className={ `wig-status ${ KIND_TONE[ alert.kind ] }` }
						>
							<Icon name={ KIND_ICON[ alert.kind ] } />
							{ kindWord( alert.kind ) }
						</span>
						<span className="wig-alert-text">{ alert.text }</span>
						<span className="wig-sub">
							<When moment={ alert.created_at } />
							<Handled alert={ alert } />
						</span>
					</div>
					<div className="wig-acts" data-wig-column="acts">
						<Way alert={ alert } />
						{ mayHandle && isOpen( alert ) && (
							<Button
								__next40pxDefaultSize
								variant="tertiary"
								aria-label={ sprintf(
									/* translators: %s: an alert, such as "Gaiwan is out of stock". */
									__( 'Seen to: %s', 'woo-inventory-guard' ),
									alert.text
								) }
								onClick={ () => onHandle( alert ) }
							>
								{ __( 'Seen to', 'woo-inventory-guard' ) }
							</Button>
						) }
					</div>
					<Failed problem={ failed[ alert.id ] } />
				</li>
			) ) }
		</ul>
	);
}

function Handled( { alert }: { alert: Alert } ) {
	if ( ! alert.needs_a_person || alert.handled_at === null ) {
		return null;
	}
	return (
		<span>
			{ alert.handled_by_name
				? sprintf(
						/* translators: %s: name of a person. */
						__( 'Seen to by %s', 'woo-inventory-guard' ),
						alert.handled_by_name
					)
				: __( 'Put right by itself', 'woo-inventory-guard' ) }
		</span>
	);
}

function Way( { alert }: { alert: Alert } ) {
	const target = targetOf( alert );
	return target ? (
		<Button
			__next40pxDefaultSize
			variant="secondary"
			href={ hrefOf( target ) }
			aria-label={ `${ targetWord( target ) }: ${ alert.text }` }
		>
			{ targetWord( target ) }
		</Button>
	) : null;
}

function hrefOf( target: Target ): string {
	if ( target.to === 'shortfalls' ) {
		return addressOf( '/shortfalls', { order: String( target.order ) } );
	}
	return target.to === 'item'
		? addressOf( '/stock', { item: String( target.item ) } )
		: target.link;
}

const Failed = ( { problem }: { problem: Problem | undefined } ) =>
	problem ? <Failure problem={ problem } /> : null;
