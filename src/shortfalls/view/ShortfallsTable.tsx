import { __ } from '@wordpress/i18n';
import type { Shortfall } from '../../schema';
import type { Problem } from '../../shared/data/problem';
import { useRowKeys } from '../../shared/table/row-focus';
import { Amount } from '../../shared/ui/Amount';
import { Failure } from '../../shared/ui/Failure';
import { When } from '../../shared/ui/When';
import { Acts, type Decide } from './Acts';
import { ItemName, OrderName, Standing } from './Parts';

interface Props {
	rows: readonly Shortfall[];
	failed: Record< number, Problem >;
	isWaiting: boolean;
	isPhone: boolean;
	/** The row whose units are being taken. */
	taking: number | null;
	mayDecide: boolean;
	onDecide: Decide;
}

/** What is sold and short: a table, on a phone cards. */
export const ShortfallsTable = ( props: Props ) =>
	props.isPhone ? <Cards { ...props } /> : <Table { ...props } />;

function Table( {
	rows,
	failed,
	isWaiting,
	taking,
	mayDecide,
	onDecide,
}: Props ) {
	const rowKeys = useRowKeys();
	return (
		<table
			className={ `wig-table ${ isWaiting ? 'is-waiting' : '' }` }
			aria-busy={ isWaiting }
		>
			<caption className="wig-hidden">
				{ __( 'Short orders', 'woo-inventory-guard' ) }
			</caption>
			<thead>
				<tr>
					<th scope="col">
						{ __( 'Order', 'woo-inventory-guard' ) }
					</th>
					<th scope="col">{ __( 'Item', 'woo-inventory-guard' ) }</th>
					<th scope="col" className="is-number">
						{ __( 'Missing', 'woo-inventory-guard' ) }
					</th>
					<th scope="col" className="is-number">
						{ __( 'To be had now', 'woo-inventory-guard' ) }
					</th>
					<th scope="col">
						{ __( 'Since', 'woo-inventory-guard' ) }
					</th>
					{ mayDecide && (
						<th scope="col">
							<span className="wig-hidden">
								{ __( 'What to do', 'woo-inventory-guard' ) }
							</span>
						</th>
					) }
				</tr>
			</thead>
			<tbody ref={ rowKeys }>
				{ rows.map( ( row ) => (
					<tr key={ row.id } data-wig-row={ row.id }>
						<th scope="row" data-wig-column="order">
							<OrderName row={ row } />
						</th>
						<td data-wig-column="item">
							<ItemName row={ row } />
						</td>
						<td className="is-number">
							<Amount value={ row.missing } />
						</td>
						<td className="is-number">
							{ row.open && ! row.owed ? (
								<Amount value={ row.can_be_had } />
							) : (
								<span className="wig-amount is-zero">–</span>
							) }
						</td>
						<td>
							<When moment={ row.created_at } />
							<span className="wig-sub">
								<Standing row={ row } />
							</span>
						</td>
						{ mayDecide && (
							<td data-wig-column="acts">
								<Acts
									row={ row }
									isBusy={ taking === row.id }
									onDecide={ onDecide }
								/>
								<Failed problem={ failed[ row.id ] } />
							</td>
						) }
					</tr>
				) ) }
			</tbody>
		</table>
	);
}

function Cards( {
	rows,
	failed,
	isWaiting,
	taking,
	mayDecide,
	onDecide,
}: Props ) {
	const rowKeys = useRowKeys();
	return (
		<ul
			ref={ rowKeys }
			className={ `wig-cards ${ isWaiting ? 'is-waiting' : '' }` }
			aria-label={ __( 'Short orders', 'woo-inventory-guard' ) }
			aria-busy={ isWaiting }
		>
			{ rows.map( ( row ) => (
				<li
					key={ row.id }
					className="wig-card is-tall"
					data-wig-row={ row.id }
				>
					<div className="wig-card-name" data-wig-column="order">
						<OrderName row={ row } />
						<ItemName row={ row } />
						<Standing row={ row } />
						<span className="wig-quiet">
							<When moment={ row.created_at } />
						</span>
					</div>
					<div className="wig-card-number">
						<span className="wig-quiet">
							{ __( 'Missing', 'woo-inventory-guard' ) }
						</span>
						<Amount value={ row.missing } />
						{ row.open && ! row.owed && (
							<>
								<span className="wig-quiet">
									{ __(
										'To be had now',
										'woo-inventory-guard'
									) }
								</span>
								<Amount value={ row.can_be_had } />
							</>
						) }
					</div>
					{ mayDecide && (
						<div className="wig-card-acts" data-wig-column="acts">
							<Acts
								row={ row }
								isBusy={ taking === row.id }
								onDecide={ onDecide }
							/>
							<Failed problem={ failed[ row.id ] } />
						</div>
					) }
				</li>
			) ) }
		</ul>
	);
}

const Failed = ( { problem }: { problem: Problem | undefined } ) =>
	problem ? <Failure problem={ problem } /> : null;
