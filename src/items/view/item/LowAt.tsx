import type { Item } from '../../../schema';
import { Amount } from '../../../shared/ui/Amount';
import { Inherited } from './Inherited';

/** The number at which an item is low, and from where it comes. */
export const LowAt = ( props: { item: Item; isInCell?: boolean } ) => (
	<Inherited
		origin={ props.item.from.low_stock_threshold }
		isInCell={ props.isInCell }
	>
		<Amount value={ props.item.threshold_effective } />
	</Inherited>
);
