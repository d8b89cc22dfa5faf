import { Button } from '@wordpress/components';
import { lazy, Suspense } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Item } from '../../../schema';
import { Link } from '../../../shared/app/Link';
import { addressOf } from '../../../shared/app/route';
import { HISTORY_ROWS } from '../../data/api';
import type { History } from '../../data/history';
import { canBeAdjusted } from '../../logic/view-state';
import { Loading } from '../../../shared/ui/Loading';
import type { ItemActions } from '../actions';
import { AdjustForm } from '../adjust/AdjustForm';
import { HistoryLines } from './HistoryLines';
import { ItemCosts } from './ItemCosts';
import { LevelsTable } from './LevelsTable';
import { Numbers } from '../list/Numbers';
import { ReservedBy } from './ReservedBy';
import { Status } from '../Status';
import { UsedIn } from './UsedIn';
import { kindWord } from '../words';

interface Props {
	item: Item;
	history: History;
	mayAdjust: boolean;
	onAdjust: ItemActions[ 'adjust' ];
	onHistory: ( page: number ) => void;
	/** Hears of the item as it is after a change of what it says. */
	onChanged: ( item: Item ) => void;
}

// With the screen of rules, in a file of its own.
const ItemRules = lazy( async () => ( {
	default: (
		await import( /* webpackChunkName: "rules" */ '../../../rules' )
	).ItemRules,
} ) );

/** First the numbers, then the act, then why. */
export function ItemDetails( props: Props ) {
	const { item, history, mayAdjust, onAdjust, onHistory, onChanged } = props;
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
				{ item.kind === 'variable' && (
					<a
						href={ addressOf( '/variations', {
							product: String( item.id ),
						} ) }
					>
						{ __(
							'Sizes and colours as a matrix',
							'woo-inventory-guard'
						) }
					</a>
				) }
				{ item.kind === 'bundle' && (
					<a
						href={ addressOf( '/bundles', {
							bundle: String( item.id ),
						} ) }
					>
						{ __( 'Components', 'woo-inventory-guard' ) }
					</a>
				) }
				{ item.edit_link && (
					<a href={ item.edit_link }>
						{ __( 'Edit product', 'woo-inventory-guard' ) }
					</a>
				) }
				{ item.kind !== 'variable' && (
					<Link
						path="/labels"
						params={ { items: String( item.id ) } }
					>
						{ __( 'Print labels', 'woo-inventory-guard' ) }
					</Link>
				) }
			</p>
			{ item.tracked && <Numbers item={ item } history={ history } /> }
			<ItemCosts item={ item } />
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
				<h2>{ __( 'Rules', 'woo-inventory-guard' ) }</h2>
				<Suspense fallback={ <Loading /> }>
					<ItemRules item={ item } onChanged={ onChanged } />
				</Suspense>
			</section>
			<UsedIn id={ item.id } />
			<section className="wig-section">
				<h2>{ __( 'History', 'woo-inventory-guard' ) }</h2>
				<HistoryLines
					history={ history }
					onRetry={ () => onHistory( Math.max( 1, history.page ) ) }
				/>
				{ history.total > 0 && (
					<p>
						<Link
							path="/ledger"
							params={ { item: String( item.id ) } }
						>
							{ __(
								'See it in the ledger',
								'woo-inventory-guard'
							) }
						</Link>
					</p>
				) }
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
