import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { boot } from '../../../shared/app/boot';
import { Message } from '../../../shared/ui/Message';
import type { StockView } from '../../logic/view-state';
import { filterWord } from '../words';

interface Props {
	view: StockView;
	mayAdd: boolean;
	onAdd: () => void;
	onClear: () => void;
}

/** Nothing to list: why, and what to do about it. */
export function Nothing( { view, mayAdd, onAdd, onClear }: Props ) {
	if ( view.search.trim() || view.filter !== 'all' ) {
		return (
			<Message
				icon="box"
				title={ nothingFound( view ) }
				action={
					<Button
						__next40pxDefaultSize
						variant="secondary"
						onClick={ onClear }
					>
						{ __( 'Show all items', 'woo-inventory-guard' ) }
					</Button>
				}
			/>
		);
	}
	return (
		<Message
			icon="box"
			title={ __( 'Nothing is counted yet.', 'woo-inventory-guard' ) }
			action={
				mayAdd && (
					<Button
						__next40pxDefaultSize
						variant="primary"
						onClick={ onAdd }
					>
						{ __( 'Add part', 'woo-inventory-guard' ) }
					</Button>
				)
			}
		>
			{ boot().woocommerce
				? __(
						'Products that manage stock come here by themselves. Parts such as packaging you add here.',
						'woo-inventory-guard'
					)
				: __(
						'Add the parts that you want to count. With WooCommerce, its products come here by themselves.',
						'woo-inventory-guard'
					) }
		</Message>
	);
}

function nothingFound( { search, filter }: StockView ): string {
	const words = search.trim();
	if ( ! words ) {
		return filter === 'untracked'
			? __( 'Every item is counted.', 'woo-inventory-guard' )
			: sprintf(
					/* translators: %s: name of a filter, such as Low. */
					__(
						'No item is in “%s” right now.',
						'woo-inventory-guard'
					),
					filterWord( filter )
				);
	}
	return filter === 'all'
		? sprintf(
				/* translators: %s: words that were searched for. */
				__(
					'No name, SKU or barcode matches “%s”.',
					'woo-inventory-guard'
				),
				words
			)
		: sprintf(
				/* translators: 1: words that were searched for, 2: name of a filter, such as Low. */
				__(
					'Nothing in “%2$s” matches “%1$s”.',
					'woo-inventory-guard'
				),
				words,
				filterWord( filter )
			);
}
