import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Item } from '../../schema';
import { HISTORY_ROWS } from '../data/api';
import type { History } from '../data/history';
import { canBeAdjusted } from '../logic/view-state';
import type { ItemActions } from './actions';
import { AdjustForm } from './AdjustForm';
import { HistoryLines } from './HistoryLines';
import { LevelsTable } from './LevelsTable';
import { Numbers } from './Numbers';
import { ReservedBy } from './ReservedBy';
import { Status } from './Status';
import { kindWord } from './words';

interface Props {
	item: Item;
	history: History;
	mayAdjust: boolean;
	onAdjust: ItemActions[ 'adjust' ];
	onHistory: ( page: number ) => void;
}

/** First the numbers, then the act, then why. */
export function ItemDetails( props: Props ) {
	const { item, history, mayAdjust, onAdjust, onHistory } = props;
	const kind = kindWord( item.kind );
	const hasMore = history.page * HISTORY_ROWS < history.total;
	return (
		<>
			<p className="wig-side-sub">
				<Status status={ item.status } />
				{ kind && <span className="wig-kind">{ kind }</span> }
				{ item.sku && <span className="wig-sku">{ item.sku }</span> }
				{ item.barcode && (
					<span className="wig-sku">{ item.barcode }</span>
				) }
				{ item.category && <span>{ item.category }</span> }
				{ item.edit_link && (
					<a href={ item.edit_link }>
						{ __( 'Edit product', 'woo-inventory-guard' ) }
					</a>
				) }
			</p>
			{ item.tracked && <Numbers item={ item } history={ history } /> }
			{ mayAdjust && canBeAdjusted( item ) && (
				<section
					className="wig-section"
					aria-label={ __( 'Adjust', 'woo-inventory-guard' ) }
				>
					<h2>{ __( 'Adjust', 'woo-inventory-guard' ) }</h2>
					<AdjustForm item={ item } onSave={ onAdjust } />
				</section>
			) }
			{ ( item.levels?.length ?? 0 ) > 0 && (
				<section className="wig-section">
					<h2>{ __( 'Where it is', 'woo-inventory-guard' ) }</h2>
					<LevelsTable levels={ item.levels ?? [] } />
				</section>
			) }
			{ item.reservations && item.tracked && (
				<section className="wig-section">
					<h2>
						{ __( 'Reserved for orders', 'woo-inventory-guard' ) }
					</h2>
					<ReservedBy reservations={ item.reservations } />
				</section>
			) }
			<section className="wig-section">
				<h2>{ __( 'History', 'woo-inventory-guard' ) }</h2>
				<HistoryLines
					history={ history }
					onRetry={ () => onHistory( Math.max( 1, history.page ) ) }
				/>
				{ hasMore && ! history.problem && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						isBusy={ history.waiting }
						onClick={ () => onHistory( history.page + 1 ) }
					>
						{ __( 'Show older', 'woo-inventory-guard' ) }
					</Button>
				) }
			</section>
		</>
	);
}
