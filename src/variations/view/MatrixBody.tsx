import { useId, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Variations } from '../../schema';
import { boot } from '../../shared/app/boot';
import { useIsPhone } from '../../shared/app/use-media';
import { formatQuantity, toWire } from '../../shared/format/quantity';
import { onlyColumn, pivot, type Axes, type Group } from '../logic/pivot';
import { ColumnTabs } from './ColumnTabs';
import { GroupGrid } from './GroupGrid';
import type { MatrixState } from './use-matrix';
import { valueWord } from './words';

interface Props {
	data: Variations;
	axes: Axes;
	matrix: MatrixState;
	mayAdjust: boolean;
}

/** The groups of a product, and what they come to. */
export function MatrixBody( { data, axes, matrix, mayAdjust }: Props ) {
	const isPhone = useIsPhone();
	const [ tab, setTab ] = useState( 0 );
	const panel = useId();
	const { locale } = boot();
	const { groups, columns, sums, missing } = pivot( data, axes );
	const current = Math.min( tab, columns.length - 1 );
	const tabbed = isPhone && axes.columns !== null;
	const nameOf = ( index: number | null ) =>
		( index !== null && data.attributes[ index ]?.name ) || '';
	const show = ( units: bigint ) => formatQuantity( toWire( units ), locale );
	const { item } = data;

	return (
		<>
			<p className="wig-matrix-sums">
				{ sprintf(
					/* translators: 1: units on hand, 2: units reserved. */
					__( '%1$s on hand, %2$s reserved', 'woo-inventory-guard' ),
					show( sums.onHand ),
					show( sums.reserved )
				) }
				{ missing > 0 && (
					<span className="wig-quiet">
						{ sprintf(
							/* translators: %s: number of combinations. */
							_n(
								'%s combination is missing',
								'%s combinations are missing',
								missing,
								'woo-inventory-guard'
							),
							formatQuantity( missing, locale )
						) }
					</span>
				) }
			</p>
			{ item.tracked && (
				<p className="wig-matrix-sums">
					{ sprintf(
						/* translators: %s: number of units. */
						__(
							'Variations without a number of their own share the stock of the product: %s on hand.',
							'woo-inventory-guard'
						),
						formatQuantity( item.on_hand, locale )
					) }
				</p>
			) }
			{ tabbed && (
				<ColumnTabs
					label={ nameOf( axes.columns ) }
					values={ columns }
					current={ current }
					panel={ panel }
					onChange={ setTab }
				/>
			) }
			<div id={ panel } role={ tabbed ? 'tabpanel' : undefined }>
				{ groups.map( ( group ) => {
					const title = titleOf( group );
					return (
						<section
							key={ `${ title } ${ tabbed ? current : '' }` }
							className="wig-matrix-group"
						>
							{ title && <h2>{ title }</h2> }
							<GroupGrid
								group={
									tabbed
										? onlyColumn( group, current )
										: group
								}
								matrix={ matrix }
								label={ title || item.name }
								corner={ nameOf( axes.rows ) }
								editLink={ item.edit_link }
								mayAdjust={ mayAdjust }
							/>
						</section>
					);
				} ) }
			</div>
		</>
	);
}

const titleOf = ( group: Group ): string =>
	group.options
		.map( ( { attribute, value } ) =>
			sprintf(
				/* translators: 1: an attribute such as Fabric, 2: its value such as Wool. */
				__( '%1$s: %2$s', 'woo-inventory-guard' ),
				attribute,
				valueWord( value )
			)
		)
		.join( ', ' );
