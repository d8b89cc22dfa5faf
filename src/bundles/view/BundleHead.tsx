import { __ } from '@wordpress/i18n';
import { Status } from '../../items';
import type { Item } from '../../schema';
import { addressOf, useRoute } from '../../shared/app/route';
import { toUnits } from '../../shared/format/quantity';
import { Icon } from '../../shared/ui/icons';

/** Which bundle, as what it is sold, and the way back. */
export function BundleHead( { item }: { item: Item | undefined } ) {
	const { go } = useRoute();
	const hasStock = item?.kind === 'simple' && toUnits( item.on_hand ) !== 0n;
	return (
		<>
			<p className="wig-back">
				<a
					href={ addressOf( '/bundles', {} ) }
					onClick={ ( event ) => {
						if ( ! event.metaKey && ! event.ctrlKey ) {
							event.preventDefault();
							go( {} );
						}
					} }
				>
					<Icon name="start" />
					{ __( 'All bundles', 'woo-inventory-guard' ) }
				</a>
			</p>
			<div className="wig-head">
				<h1>{ item?.name ?? __( 'Bundle', 'woo-inventory-guard' ) }</h1>
			</div>
			{ item && (
				<p className="wig-side-sub">
					{ item.kind === 'bundle' && (
						<Status status={ item.status } />
					) }
					{ item.sku && (
						<span className="wig-sku">{ item.sku }</span>
					) }
					<span>
						{ item.product_id === null
							? __(
									'Not sold in the shop by itself',
									'woo-inventory-guard'
								)
							: __(
									'Sold as a product of the shop',
									'woo-inventory-guard'
								) }
					</span>
					{ item.edit_link && (
						<a href={ item.edit_link }>
							{ __( 'Edit product', 'woo-inventory-guard' ) }
						</a>
					) }
				</p>
			) }
			{ item?.kind === 'simple' && (
				<p className="wig-offline">
					<Icon name="box" />
					{ hasStock
						? __(
								'This product still has units of its own. Set its stock to 0 first; as a bundle, what its components allow is sold instead.',
								'woo-inventory-guard'
							)
						: __(
								'This product becomes a bundle when you save its components.',
								'woo-inventory-guard'
							) }
				</p>
			) }
		</>
	);
}
