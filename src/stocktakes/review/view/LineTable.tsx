import { Fragment } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Stocktake } from '../../../schema';
import { money } from '../../../shared/format/words';
import { useRowKeys } from '../../../shared/table/row-focus';
import { Amount } from '../../../shared/ui/Amount';
import type { Row } from '../logic/line';
import { Flags, Name, Pick, Share, Standing, By } from './cells';
import { LineDetail } from './LineDetail';
import type { Acts } from './use-acts';
import type { PickedRows } from './use-picked';

export interface LinesProps {
	stocktake: Stocktake;
	rows: readonly Row[];
	isWaiting: boolean;
	/** Whether lines can be decided on now. */
	may: boolean;
	acts: Acts;
	picked: PickedRows;
	/** The item that is open. */
	open: number | null;
	onOpen: ( item: number | null ) => void;
}

/** Item, counted, expected, difference in units and money, by whom, what becomes of it. */
export function LineTable( props: LinesProps ) {
	const { stocktake, rows, isWaiting, may, acts, picked, open } = props;
	const rowKeys = useRowKeys();
	const columns = may ? 8 : 7;
	return (
		<div className="wig-review-scroll">
			<table
				className={ `wig-table ${ isWaiting ? 'is-waiting' : '' }` }
				aria-busy={ isWaiting }
			>
				<caption className="wig-hidden">
					{ __( 'Lines', 'woo-inventory-guard' ) }
				</caption>
				<thead>
					<tr>
						{ may && (
							<td className="wig-review-pick">
								<input
									type="checkbox"
									aria-label={ __(
										'Pick all on this page',
										'woo-inventory-guard'
									) }
									checked={ picked.isAll }
									onChange={ ( event ) =>
										picked.all( event.target.checked )
									}
								/>
							</td>
						) }
						<th scope="col">
							{ __( 'Item', 'woo-inventory-guard' ) }
						</th>
						<th scope="col" className="is-number">
							{ __( 'Counted', 'woo-inventory-guard' ) }
						</th>
						<th scope="col" className="is-number">
							{ __( 'Expected', 'woo-inventory-guard' ) }
						</th>
						<th scope="col" className="is-number">
							{ __( 'Difference', 'woo-inventory-guard' ) }
						</th>
						<th scope="col" className="is-number">
							{ __( 'Value', 'woo-inventory-guard' ) }
						</th>
						<th scope="col">
							{ __( 'Counted by', 'woo-inventory-guard' ) }
						</th>
						<th scope="col">
							{ __( 'Decision', 'woo-inventory-guard' ) }
						</th>
					</tr>
				</thead>
				<tbody ref={ rowKeys }>
					{ rows.map( ( row ) => (
						<Fragment key={ row.id }>
							<tr data-wig-row={ row.id }>
								{ may && (
									<td className="wig-review-pick">
										<Pick row={ row } picked={ picked } />
									</td>
								) }
								<th scope="row" data-wig-column="item">
									<Name row={ row } { ...props } />
								</th>
								<td className="is-number">
									<Maybe value={ row.counted } />
								</td>
								<td className="is-number">
									<Maybe value={ row.expected } />
								</td>
								<td className="is-number">
									<Maybe value={ row.variance } signed />
									<Share row={ row } />
								</td>
								<td className="is-number">
									{ row.value === null
										? '–'
										: money( row.value ) }
								</td>
								<td>
									<By row={ row } />
									<Flags row={ row } />
								</td>
								<td data-wig-column="decision">
									<Standing
										row={ row }
										may={ may }
										acts={ acts }
									/>
								</td>
							</tr>
							{ open === row.id && (
								<tr className="wig-review-open">
									<td colSpan={ columns }>
										<LineDetail
											stocktake={ stocktake }
											row={ row }
											may={ may }
											acts={ acts }
										/>
									</td>
								</tr>
							) }
						</Fragment>
					) ) }
				</tbody>
			</table>
		</div>
	);
}

/** Nothing is not zero. */
export const Maybe = ( {
	value,
	signed,
}: {
	value: number | string | null;
	signed?: boolean;
} ) =>
	value === null ? (
		<span className="wig-quiet">–</span>
	) : (
		<Amount value={ value } signed={ signed } />
	);
