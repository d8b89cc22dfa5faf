import { Tabs } from '../../../shared/ui/Tabs';
import type { Counts } from '../../logic/counts';
import { FILTERS, type Filter } from '../../logic/view-state';
import { filterWord } from '../words';

interface Props {
	current: Filter;
	counts: Counts | null;
	hrefOf: ( filter: Filter ) => string;
	onFilter: ( filter: Filter ) => void;
}

/** What to look at, with how many there are of each. */
export const Filters = ( { current, counts, hrefOf, onFilter }: Props ) => (
	<Tabs
		tabs={ FILTERS.map( ( id ) => ( {
			id,
			label: filterWord( id ),
			count: counts?.[ id ],
		} ) ) }
		current={ current }
		hrefOf={ hrefOf }
		onPick={ onFilter }
	/>
);
