import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useRows } from '../../shared/app/use-rows';
import { Pager } from '../../shared/table/Pager';
import { Amount } from '../../shared/ui/Amount';
import { Message } from '../../shared/ui/Message';
import { RowsFrame } from '../../shared/ui/RowsFrame';
import { fetchLines } from '../data/api';

const PER_PAGE = 50;

/** What a restore changes, the largest change first. */
export function LineTable( { id }: { id: number } ) {
	const [ page, setPage ] = useState( 1 );
	const list = useRows(
		useCallback(
			( signal: AbortSignal ) => fetchLines( id, page, PER_PAGE, signal ),
			[ id, page ]
		)
	);
	const title = __( 'What changes', 'woo-inventory-guard' );
	return (
		<>
			<RowsFrame
				waiting={ list.waiting }
				problem={ list.problem }
				isEmpty={ list.rows.length === 0 }
				nothing={
					<Message
						icon="box"
						title={ __(
							'The lines of this restore are no longer kept. The ledger has them.',
							'woo-inventory-guard'
						) }
					/>
				}
				onRetry={ list.reload }
			>
				<div
					className="wig-restore-scroll"
					role="region"
					aria-label={ title }
					tabIndex={ 0 }
				>
					<table
						className={ `wig-table ${ list.waiting ? 'is-waiting' : '' }` }
						aria-busy={ list.waiting !== null }
					>
						<caption className="wig-hidden">{ title }</caption>
						<Head />
						<tbody>
							{ list.rows.map( ( row ) => (
								<tr
									key={ `${ row.item_id }:${ row.location_id }` }
								>
									<th scope="row">
										<span className="wig-name">
											{ row.item_name ||
												__(
													'An item that is gone',
													'woo-inventory-guard'
												) }
										</span>
										{ row.item_sku && (
											<span className="wig-sub wig-sku">
												{ row.item_sku }
											</span>
										) }
									</th>
									<td className="is-number">
										<Amount value={ row.now } />
									</td>
									<td className="is-number">
										<Amount value={ row.then } />
									</td>
									<td className="is-number">
										<Amount value={ row.kept } signed />
									</td>
									<td className="is-number">
										<Amount value={ row.delta } signed />
									</td>
									<td className="is-number">
										<Amount value={ row.after } />
									</td>
								</tr>
							) ) }
						</tbody>
					</table>
				</div>
			</RowsFrame>
			{ list.total > PER_PAGE && ! list.problem && (
				<Pager
					page={ page }
					perPage={ PER_PAGE }
					total={ list.total }
					onPage={ setPage }
				/>
			) }
		</>
	);
}

const Head = () => (
	<thead>
		<tr>
			<th scope="col">{ __( 'Item', 'woo-inventory-guard' ) }</th>
			<th scope="col" className="is-number">
				{ __( 'At the preview', 'woo-inventory-guard' ) }
			</th>
			<th scope="col" className="is-number">
				{ __( 'Then', 'woo-inventory-guard' ) }
			</th>
			<th scope="col" className="is-number">
				{ __( 'Kept since', 'woo-inventory-guard' ) }
			</th>
			<th scope="col" className="is-number">
				{ __( 'Change', 'woo-inventory-guard' ) }
			</th>
			<th scope="col" className="is-number">
				{ __( 'Afterwards', 'woo-inventory-guard' ) }
			</th>
		</tr>
	</thead>
);
