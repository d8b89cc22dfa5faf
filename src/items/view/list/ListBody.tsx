import type { Item } from '../../../schema';
import { NotLoaded } from '../../../shared/ui/NotLoaded';
import type { ListState } from '../../data/reducer';
import type { Layout } from '../../logic/layout';
import type { SortBy, StockView } from '../../logic/view-state';
import { ItemCards } from './ItemCards';
import { ItemsTable } from './ItemsTable';
import { Nothing } from './Nothing';
import { Skeleton } from './Skeleton';
import type { Picks } from './use-picked';

interface Props {
	list: ListState;
	rows: Item[];
	layout: Layout;
	view: StockView;
	isPhone: boolean;
	/** NULL where no rows can be picked. */
	picks: Picks | null;
	mayAdd: boolean;
	onSort: ( sort: SortBy ) => void;
	onRetry: () => void;
	onAdd: () => void;
	onClear: () => void;
}

/** Rows, or what stands in their place: bars, a failure, nothing. */
export function ListBody( props: Props ) {
	const { list, rows, layout, view, isPhone, onSort } = props;
	if ( list.problem ) {
		return <NotLoaded problem={ list.problem } onRetry={ props.onRetry } />;
	}
	if ( list.waiting === 'first' ) {
		return (
			<Skeleton
				layout={ layout }
				isPhone={ isPhone }
				hasPicks={ props.picks !== null }
			/>
		);
	}
	if ( ! rows.length && list.total === 0 && ! list.waiting ) {
		return (
			<Nothing
				view={ view }
				mayAdd={ props.mayAdd }
				onAdd={ props.onAdd }
				onClear={ props.onClear }
			/>
		);
	}
	const waiting = list.waiting === 'again';
	return isPhone ? (
		<ItemCards rows={ rows } waiting={ waiting } />
	) : (
		<ItemsTable
			rows={ rows }
			layout={ layout }
			view={ view }
			waiting={ waiting }
			picks={ props.picks }
			onSort={ onSort }
		/>
	);
}
