import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Item } from '../../schema';
import { Message } from '../../shared/ui/Message';
import { problemText } from '../../shared/ui/problem-text';
import type { ListState } from '../data/reducer';
import type { Layout } from '../logic/layout';
import type { SortBy, StockView } from '../logic/view-state';
import { ItemCards } from './ItemCards';
import { ItemsTable } from './ItemsTable';
import { Nothing } from './Nothing';
import { Skeleton } from './Skeleton';

interface Props {
	list: ListState;
	rows: Item[];
	layout: Layout;
	view: StockView;
	isPhone: boolean;
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
		return (
			<Message
				urgent
				icon={ list.problem.kind === 'offline' ? 'offline' : 'low' }
				title={ __(
					'The list could not be loaded.',
					'woo-inventory-guard'
				) }
				action={
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ props.onRetry }
					>
						{ __( 'Retry', 'woo-inventory-guard' ) }
					</Button>
				}
			>
				{ problemText( list.problem ) }
			</Message>
		);
	}
	if ( list.waiting === 'first' ) {
		return <Skeleton layout={ layout } isPhone={ isPhone } />;
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
			onSort={ onSort }
		/>
	);
}
