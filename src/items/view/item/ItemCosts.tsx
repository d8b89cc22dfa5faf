import { __, sprintf } from '@wordpress/i18n';
import type { Item } from '../../../schema';
import { money } from '../../../shared/format/words';

/** What one cost, where anybody has said. */
export const ItemCosts = ( { item }: { item: Item } ) =>
	item.average_cost === null ? null : (
		<p className="wig-costs">
			{ sprintf(
				/* translators: 1: an amount of money, 2: another one. */
				__(
					'Last cost: %1$s. Average cost: %2$s.',
					'woo-inventory-guard'
				),
				item.unit_cost === null ? '–' : money( item.unit_cost ),
				money( item.average_cost )
			) }
		</p>
	);
