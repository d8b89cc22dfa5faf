import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { boot } from '../../../shared/app/boot';
import { formatQuantity } from '../../../shared/format/quantity';
import { MOST_PICKED } from '../../logic/picked';
import type { Picks } from './use-picked';

const number = ( value: number ) => formatQuantity( value, boot().locale );

interface ButtonsProps {
	/** Items that can be changed together: all that the list shows on all its pages. */
	total: number;
	/** NULL where no rows can be picked. */
	picks: Picks | null;
	onMany: () => void;
}

/** Change those that are picked; all, where none is. */
export function ManyButtons( { total, picks, onMany }: ButtonsProps ) {
	const picked = picks?.count( total ) ?? 0;
	const words = picked
		? /* translators: %s: number of items that were picked. */
			_n(
				'Change %s picked item…',
				'Change %s picked items…',
				picked,
				'woo-inventory-guard'
			)
		: /* translators: %s: number of items, all that the list shows on all its pages. */
			_n(
				'Change %s item…',
				'Change all %s items…',
				total,
				'woo-inventory-guard'
			);
	return (
		<>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				onClick={ onMany }
			>
				{ sprintf( words, number( picked || total ) ) }
			</Button>
			{ picks && picked > 0 && (
				<Button
					__next40pxDefaultSize
					variant="tertiary"
					onClick={ picks.pickNone }
				>
					{ __( 'Pick none', 'woo-inventory-guard' ) }
				</Button>
			) }
		</>
	);
}

/** Where a whole page is picked: how many that are, and the way to all of them. */
export function AllOfThem( { picks, total }: { picks: Picks; total: number } ) {
	const { picked, page, pickAll } = picks;
	const isFull = ! picked.all && picked.ids.length >= MOST_PICKED;
	const isWhole = picked.all || picked.ids.length >= total;
	if ( ( page !== 'every' && ! isFull ) || ( isWhole && ! picked.all ) ) {
		return null;
	}
	const count = picks.count( total );
	const words = picked.all
		? /* translators: %s: number of items. */
			_n(
				'%s item is picked, all that match.',
				'%s items are picked, all that match.',
				count,
				'woo-inventory-guard'
			)
		: /* translators: %s: number of items. */
			_n(
				'%s item is picked.',
				'%s items are picked.',
				count,
				'woo-inventory-guard'
			);
	return (
		<div className="wig-all-of-them">
			<span role="status">
				{ sprintf( words, number( count ) ) }{ ' ' }
				{ isFull &&
					__(
						'More cannot be picked one by one.',
						'woo-inventory-guard'
					) }
			</span>
			{ ! picked.all && (
				<Button
					__next40pxDefaultSize
					variant="link"
					onClick={ pickAll }
				>
					{ sprintf(
						/* translators: %s: number of items. */
						_n(
							'Pick %s item that matches',
							'Pick all %s items that match',
							total,
							'woo-inventory-guard'
						),
						number( total )
					) }
				</Button>
			) }
		</div>
	);
}
