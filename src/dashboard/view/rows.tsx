import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type {
	AttentionHold,
	AttentionLedger,
	AttentionLow,
	AttentionOut,
	AttentionShort,
} from '../../schema';
import { boot } from '../../shared/app/boot';
import { useSending } from '../../shared/form/use-sending';
import { formatQuantity } from '../../shared/format/quantity';
import { Failure } from '../../shared/ui/Failure';
import { postExtend } from '../data/api';
import { extendedBy } from '../logic/needs';
import { dayCount, momentWord, money, number } from '../../shared/format/words';
import { ItemRow } from './ItemRow';
import type { Done } from './done';

type OnDone = ( done: Done | null ) => void;

const soldWord = ( perWeek: number ) =>
	sprintf(
		/* translators: %s: a number of units. */
		__( 'sells about %s a week', 'woo-inventory-guard' ),
		number( perWeek )
	);

export function OutRow( {
	row,
	onDone,
}: {
	row: AttentionOut;
	onDone: OnDone;
} ) {
	const since =
		row.days === null || row.days < 1
			? __( 'out since today', 'woo-inventory-guard' )
			: sprintf(
					/* translators: %s: such as 4 days. */
					__( 'out for %s', 'woo-inventory-guard' ),
					dayCount( row.days )
				);
	const facts: string[] = [
		row.since === null
			? __( 'all units are promised to orders', 'woo-inventory-guard' )
			: since,
		soldWord( row.per_week ),
	];
	if ( row.lost_sales !== null && row.lost_sales >= 1 ) {
		facts.push(
			sprintf(
				/* translators: %s: an amount of money. */
				__( 'lost about %s', 'woo-inventory-guard' ),
				money( row.lost_sales, true )
			)
		);
	}
	return <ItemRow item={ row.item } facts={ facts } onDone={ onDone } />;
}

export function LowRow( {
	row,
	onDone,
}: {
	row: AttentionLow;
	onDone: OnDone;
} ) {
	const facts: string[] = [
		sprintf(
			/* translators: %s: a number of units. */
			__( '%s left', 'woo-inventory-guard' ),
			formatQuantity( row.item.available, boot().locale )
		),
	];
	if ( row.cover_days !== null && row.per_week !== null ) {
		facts.push(
			sprintf(
				/* translators: %s: such as 4 days. */
				__( 'lasts %s', 'woo-inventory-guard' ),
				dayCount( row.cover_days )
			),
			soldWord( row.per_week )
		);
	}
	return <ItemRow item={ row.item } facts={ facts } onDone={ onDone } />;
}

export function ShortRow( { row }: { row: AttentionShort } ) {
	const missing = sprintf(
		/* translators: 1: number of units, 2: name of the item. */
		__( '%1$s of %2$s are missing', 'woo-inventory-guard' ),
		formatQuantity( row.missing, boot().locale ),
		row.name
	);
	return (
		<li>
			<div className="wig-need-what">
				<strong>{ row.order_label }</strong>
				<span className="wig-quiet">{ missing }</span>
			</div>
			{ row.order_link && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					href={ row.order_link }
				>
					{ __( 'Resolve', 'woo-inventory-guard' ) }
				</Button>
			) }
		</li>
	);
}

const DAY = 86_400;

export function HoldRow( {
	row,
	onDone,
}: {
	row: AttentionHold;
	onDone: OnDone;
} ) {
	const { send, sending, problem } = useSending();
	const extend = () =>
		send( 'extend', async ( key ) => {
			await postExtend(
				row.reservation_id,
				extendedBy( row.expires_at, DAY, Date.now() ),
				key
			);
			onDone( {
				text: sprintf(
					/* translators: %s: an order such as Order #1042. */
					__(
						'%s keeps its units for a day longer.',
						'woo-inventory-guard'
					),
					row.order_label
				),
			} );
		} );
	return (
		<li>
			<div className="wig-need-what">
				{ row.order_link ? (
					<a href={ row.order_link }>{ row.order_label }</a>
				) : (
					<strong>{ row.order_label }</strong>
				) }
				<span className="wig-quiet">
					{ sprintf(
						/* translators: %s: day and time. */
						__( 'held until %s', 'woo-inventory-guard' ),
						momentWord( row.expires_at )
					) }
				</span>
			</div>
			{ boot().can.reserve && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isBusy={ sending }
					accessibleWhenDisabled
					disabled={ sending }
					onClick={ extend }
				>
					{ __( 'Extend by a day', 'woo-inventory-guard' ) }
				</Button>
			) }
			{ problem && <Failure problem={ problem } onRetry={ extend } /> }
		</li>
	);
}

export const LedgerRow = ( { ledger }: { ledger: AttentionLedger } ) => (
	<li>
		<div className="wig-need-what">
			<strong>
				{ sprintf(
					/* translators: %s: a number. */
					_n(
						'%s record is out of step',
						'%s records are out of step',
						ledger.problems,
						'woo-inventory-guard'
					),
					number( ledger.problems )
				) }
			</strong>
			<span className="wig-quiet">
				{ __(
					'Something has changed the stock tables from outside.',
					'woo-inventory-guard'
				) }
			</span>
		</div>
		{ ledger.link && (
			<Button
				__next40pxDefaultSize
				variant="secondary"
				href={ ledger.link }
			>
				{ __( 'See what is wrong', 'woo-inventory-guard' ) }
			</Button>
		) }
	</li>
);
