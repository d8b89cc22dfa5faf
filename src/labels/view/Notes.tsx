import { __, _n, sprintf } from '@wordpress/i18n';
import { number } from '../../shared/format/words';
import { MOST_ITEMS, MOST_LABELS } from '../logic/chosen';
import type { ChosenState } from './use-chosen';

interface Props {
	chosen: ChosenState;
	/** Labels that were asked for. */
	wanted: number;
	/** Labels whose bars are hard to read. */
	narrow: number;
	withPrice: boolean;
	isDone: boolean;
}

/** What somebody should know before paper is used. */
export function Notes( props: Props ) {
	const { chosen, wanted, narrow, withPrice, isDone } = props;
	const { stocktake, gone } = chosen;
	const notes = [
		gone > 0 &&
			sprintf(
				/* translators: %s: a number of items. */
				_n(
					'%s item is no longer there and was left out.',
					'%s items are no longer there and were left out.',
					gone,
					'woo-inventory-guard'
				),
				number( gone )
			),
		stocktake?.filling &&
			__(
				'The items of this stocktake are still being chosen. Open this again in a minute to have all of them.',
				'woo-inventory-guard'
			),
		stocktake &&
			stocktake.items > MOST_ITEMS &&
			sprintf(
				/* translators: 1: a number of items that are here, 2: how many there are. */
				__(
					'The first %1$s of %2$s items are here: more cannot be printed at once. Smaller stocktakes, such as one for each shelf, can be printed whole.',
					'woo-inventory-guard'
				),
				number( MOST_ITEMS ),
				number( stocktake.items )
			),
		wanted > MOST_LABELS &&
			sprintf(
				/* translators: 1: a number of labels, 2: how many were asked for. */
				__(
					'The first %1$s of %2$s labels are here: more cannot be printed at once.',
					'woo-inventory-guard'
				),
				number( MOST_LABELS ),
				number( wanted )
			),
		stocktake &&
			withPrice &&
			__(
				'Items that come from a stocktake are printed without a price.',
				'woo-inventory-guard'
			),
		narrow > 0 &&
			sprintf(
				/* translators: %s: a number of labels. */
				_n(
					'On %s label the bars are so narrow that a scanner may not read them. Choose a larger label, or QR codes.',
					'On %s labels the bars are so narrow that a scanner may not read them. Choose larger labels, or QR codes.',
					narrow,
					'woo-inventory-guard'
				),
				number( narrow )
			),
		! isDone && __( 'Drawing codes …', 'woo-inventory-guard' ),
	];
	return (
		<div role="status" className="wig-label-notes">
			{ notes.map(
				( note, place ) => note && <p key={ place }>{ note }</p>
			) }
		</div>
	);
}
