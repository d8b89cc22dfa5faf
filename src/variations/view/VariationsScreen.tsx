import { useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../../shared/app/boot';
import { addressOf, useRoute } from '../../shared/app/route';
import { Failure } from '../../shared/ui/Failure';
import { Loading } from '../../shared/ui/Loading';
import { Icon } from '../../shared/ui/icons';
import { Message } from '../../shared/ui/Message';
import { axesOf } from '../logic/pivot';
import { readView, turn, writeView } from '../logic/view-state';
import { MatrixBar } from './MatrixBar';
import { MatrixBody } from './MatrixBody';
import { useMatrix } from './use-matrix';

/** One product as a matrix: what of it there is, and what is missing, at a glance. */
export function VariationsScreen() {
	const { search, go } = useRoute();
	const view = useMemo(
		() => readView( new URLSearchParams( search ) ),
		[ search ]
	);
	const [ reason, setReason ] = useState( '' );
	const matrix = useMatrix( view.product, reason );
	const { data, problem } = matrix;
	const mayAdjust = boot().can.adjust;
	const axes = axesOf( data?.attributes ?? [], view.rows, view.columns );
	const isEmpty = data?.variations.length === 0;

	return (
		<>
			<p className="wig-back">
				<a href={ addressOf( '/stock', {} ) }>
					<Icon name="start" />
					{ __( 'Stock', 'woo-inventory-guard' ) }
				</a>
			</p>
			<div className="wig-head">
				<h1>
					{ data?.item.name ??
						__( 'Variations', 'woo-inventory-guard' ) }
				</h1>
				{ data?.item.edit_link && (
					<a href={ data.item.edit_link }>
						{ __( 'Edit product', 'woo-inventory-guard' ) }
					</a>
				) }
			</div>
			<div className="wig-surface">
				{ problem && (
					<Failure problem={ problem } onRetry={ matrix.load } />
				) }
				{ ! data && ! problem && (
					<Loading className="wig-bundle-bars" />
				) }
				{ isEmpty && <NoVariations /> }
				{ data && ! isEmpty && (
					<>
						<MatrixBar
							attributes={ data.attributes }
							axes={ axes }
							reason={ reason }
							mayAdjust={ mayAdjust }
							onTurn={ ( side, attribute ) =>
								go( writeView( turn( view, side, attribute ) ) )
							}
							onReason={ setReason }
						/>
						<MatrixBody
							data={ data }
							axes={ axes }
							matrix={ matrix }
							mayAdjust={ mayAdjust }
						/>
					</>
				) }
			</div>
		</>
	);
}

const NoVariations = () => (
	<Message
		icon="box"
		title={
			boot().woocommerce
				? __(
						'This product has no variations yet.',
						'woo-inventory-guard'
					)
				: __(
						'Variations are kept by WooCommerce, which is not active here.',
						'woo-inventory-guard'
					)
		}
	>
		{ boot().woocommerce
			? __(
					'Make them in the product, and they appear here.',
					'woo-inventory-guard'
				)
			: __(
					'With WooCommerce, this screen shows sizes and colours across each other.',
					'woo-inventory-guard'
				) }
	</Message>
);
