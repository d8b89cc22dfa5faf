import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Item } from '../../schema';
import { addressOfVariations } from './addresses';
import { leadTo, openTab } from './lead';

/** Why there is no number, and where there would be one. */
export function NotCounted( { item: { id, kind } }: { item: Item } ) {
	if ( kind === 'variation' ) {
		return (
			<p className="wig-quiet">
				{ __(
					'Save the changes: from then on the units of this variation are counted.',
					'woo-inventory-guard'
				) }
			</p>
		);
	}
	return (
		<div className="wig-panel-empty">
			<p>
				{ kind === 'variable'
					? __(
							'Each variation has numbers of its own.',
							'woo-inventory-guard'
						)
					: __(
							'The units of this product are not counted. Switch on stock management and save it.',
							'woo-inventory-guard'
						) }
			</p>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				onClick={ () =>
					kind === 'variable'
						? openTab( '#variable_product_options' )
						: leadTo( '_manage_stock' )
				}
			>
				{ kind === 'variable'
					? __( 'See the variations', 'woo-inventory-guard' )
					: __( 'Open the tab Inventory', 'woo-inventory-guard' ) }
			</Button>
			{ kind === 'variable' && (
				<a href={ addressOfVariations( id ) }>
					{ __( 'All of them as a matrix', 'woo-inventory-guard' ) }
				</a>
			) }
		</div>
	);
}
