import { __, sprintf } from '@wordpress/i18n';
import type { DocumentLine } from '../../schema';
import { boot } from '../../shared/app/boot';
import { formatQuantity } from '../../shared/format/quantity';
import { Amount } from '../../shared/ui/Amount';
import { Icon } from '../../shared/ui/icons';
import { afterOf, isShort, leftOf } from '../logic/reverse';

interface Props {
	rows: readonly DocumentLine[];
	showsBack: boolean;
}

/** What a document did to each item; before it is taken back, what that would do. */
export function LevelTable( { rows, showsBack }: Props ) {
	const hasPlaces =
		new Set( rows.map( ( row ) => row.location_id ) ).size > 1;
	return (
		<div
			className="wig-ledger-scroll"
			role="region"
			aria-label={ __( 'Items of the document', 'woo-inventory-guard' ) }
			tabIndex={ 0 }
		>
			<table className="wig-table">
				<caption className="wig-hidden">
					{ __( 'Items of the document', 'woo-inventory-guard' ) }
				</caption>
				<thead>
					<tr>
						<th scope="col">
							{ __( 'Item', 'woo-inventory-guard' ) }
						</th>
						<th scope="col" className="is-number">
							{ __( 'Change', 'woo-inventory-guard' ) }
						</th>
						<th scope="col" className="is-number">
							{ __( 'On hand now', 'woo-inventory-guard' ) }
						</th>
						{ showsBack && (
							<>
								<th scope="col" className="is-number">
									{ __(
										'Taken back',
										'woo-inventory-guard'
									) }
								</th>
								<th scope="col" className="is-number">
									{ __(
										'Afterwards',
										'woo-inventory-guard'
									) }
								</th>
							</>
						) }
					</tr>
				</thead>
				<tbody>
					{ rows.map( ( row ) => (
						<tr key={ `${ row.item_id }:${ row.location_id }` }>
							<th scope="row">
								<span className="wig-name">
									{ row.item_name }
								</span>
								<span className="wig-sub">
									{ row.item_sku && (
										<span className="wig-sku">
											{ row.item_sku }
										</span>
									) }
									{ hasPlaces && (
										<span>{ row.location }</span>
									) }
								</span>
								{ showsBack && isShort( row ) && (
									<Short row={ row } />
								) }
							</th>
							<td className="is-number">
								<Amount value={ row.delta } signed />
							</td>
							<td className="is-number">
								<Amount value={ row.on_hand } />
							</td>
							{ showsBack && (
								<>
									<td className="is-number">
										<Amount value={ row.by } signed />
									</td>
									<td className="is-number">
										<Amount value={ afterOf( row ) } />
									</td>
								</>
							) }
						</tr>
					) ) }
				</tbody>
			</table>
		</div>
	);
}

const Short = ( { row }: { row: DocumentLine } ) => (
	<span className="wig-status is-low">
		<Icon name="low" />
		{ sprintf(
			/* translators: %s: a number of units. */
			__(
				'%s cannot be taken back: gone or promised since',
				'woo-inventory-guard'
			),
			formatQuantity( leftOf( row ), boot().locale )
		) }
	</span>
);
