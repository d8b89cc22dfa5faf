import { __ } from '@wordpress/i18n';
import type { Shortfall } from '../../schema';
import { addressOf } from '../../shared/app/route';
import { Icon } from '../../shared/ui/icons';
import { outcomeIcon, outcomeWord } from './words';

export const OrderName = ( { row }: { row: Shortfall } ) =>
	row.order_link ? (
		<a className="wig-name" href={ row.order_link }>
			{ row.order_label }
		</a>
	) : (
		<span className="wig-name">{ row.order_label }</span>
	);

export const ItemName = ( { row }: { row: Shortfall } ) => (
	<>
		{ row.item_name ? (
			<a href={ addressOf( '/stock', { item: String( row.item_id ) } ) }>
				{ row.item_name }
			</a>
		) : (
			__( 'An item that is gone', 'woo-inventory-guard' )
		) }
		<span className="wig-sub">
			{ row.item_sku && (
				<span className="wig-sku">{ row.item_sku }</span>
			) }
		</span>
	</>
);

export const Standing = ( { row }: { row: Shortfall } ) => (
	<span className="wig-status is-untracked">
		<Icon name={ outcomeIcon( row ) } />
		{ outcomeWord( row ) }
	</span>
);
