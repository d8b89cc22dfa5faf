import { __, _n, sprintf } from '@wordpress/i18n';
import type { BulkChange } from '../../../schema';
import { fieldWord, number, valueWord } from './words';

/** What a change would do: how many, and a few before and after. */
export function Look( { look }: { look: BulkChange } ) {
	const { matched, changing, same, examples = [] } = look;
	const cannot = matched - changing - same;
	return (
		<div className="wig-bulk-look" role="status">
			<p>
				<strong>
					{ sprintf(
						/* translators: 1: number of items that change, 2: number of items that match. */
						_n(
							'%1$s of %2$s item will change.',
							'%1$s of %2$s items will change.',
							matched,
							'woo-inventory-guard'
						),
						number( changing ),
						number( matched )
					) }
				</strong>{ ' ' }
				{ same > 0 &&
					sprintf(
						/* translators: %s: number of items. */
						_n(
							'%s is so already.',
							'%s are so already.',
							same,
							'woo-inventory-guard'
						),
						number( same )
					) }{ ' ' }
				{ cannot > 0 &&
					sprintf(
						/* translators: %s: number of items. */
						_n(
							'%s cannot be changed so: it is not tracked, a bundle, or promised to orders.',
							'%s cannot be changed so: they are not tracked, bundles, or promised to orders.',
							cannot,
							'woo-inventory-guard'
						),
						number( cannot )
					) }
			</p>
			{ examples.length > 0 && (
				<table className="wig-small-table">
					<caption className="wig-hidden">
						{ __( 'Some examples', 'woo-inventory-guard' ) }
					</caption>
					<thead>
						<tr>
							<th scope="col">
								{ __( 'Item', 'woo-inventory-guard' ) }
							</th>
							<th scope="col">
								{ __( 'Now', 'woo-inventory-guard' ) }
							</th>
							<th scope="col">
								{ __( 'Then', 'woo-inventory-guard' ) }
							</th>
						</tr>
					</thead>
					<tbody>
						{ examples.map( ( one ) =>
							Object.keys( one.after ).map( ( field ) => (
								<tr key={ `${ one.id } ${ field }` }>
									<th scope="row">
										{ one.name }
										{ one.sku && (
											<span className="wig-quiet">
												{ ` ${ one.sku }` }
											</span>
										) }
										<span className="wig-hidden">
											{ `, ${ fieldWord( field ) }` }
										</span>
									</th>
									<td>
										{ valueWord(
											field,
											one.before[ field ]
										) }
									</td>
									<td>
										{ valueWord(
											field,
											one.after[ field ]
										) }
									</td>
								</tr>
							) )
						) }
					</tbody>
				</table>
			) }
		</div>
	);
}
