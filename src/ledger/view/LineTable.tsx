import { __, sprintf } from '@wordpress/i18n';
import { eachWord, reasonWord } from '../../items';
import type { LedgerLine } from '../../schema';
import { useRowKeys } from '../../shared/table/row-focus';
import { Amount } from '../../shared/ui/Amount';
import { LinkButton } from '../../shared/ui/LinkButton';
import { When } from '../../shared/ui/When';
import { personWord } from '../../shared/format/person';
import type { DocumentName } from '../logic/view';

export interface LinesProps {
	rows: readonly LedgerLine[];
	isWaiting: boolean;
	onItem: ( item: number ) => void;
	onDocument: ( name: DocumentName ) => void;
}

/** Time, item, change, balance after, reason, document, who. */
export function LineTable( props: LinesProps ) {
	const { rows, isWaiting } = props;
	const rowKeys = useRowKeys();
	const hasPlaces =
		new Set( rows.map( ( row ) => row.location_id ) ).size > 1;
	return (
		<div className="wig-ledger-scroll">
			<table
				className={ `wig-table ${ isWaiting ? 'is-waiting' : '' }` }
				aria-busy={ isWaiting }
			>
				<caption className="wig-hidden">
					{ __( 'Movements', 'woo-inventory-guard' ) }
				</caption>
				<thead>
					<tr>
						<th scope="col">
							{ __( 'Time', 'woo-inventory-guard' ) }
						</th>
						<th scope="col">
							{ __( 'Item', 'woo-inventory-guard' ) }
						</th>
						<th scope="col" className="is-number">
							{ __( 'Change', 'woo-inventory-guard' ) }
						</th>
						<th scope="col" className="is-number">
							{ __( 'After', 'woo-inventory-guard' ) }
						</th>
						{ hasPlaces && (
							<th scope="col">
								{ __( 'Place', 'woo-inventory-guard' ) }
							</th>
						) }
						<th scope="col">
							{ __( 'Reason', 'woo-inventory-guard' ) }
						</th>
						<th scope="col">
							{ __( 'Document', 'woo-inventory-guard' ) }
						</th>
						<th scope="col">
							{ __( 'Who', 'woo-inventory-guard' ) }
						</th>
					</tr>
				</thead>
				<tbody ref={ rowKeys }>
					{ rows.map( ( row ) => (
						<tr key={ row.id } data-wig-row={ row.id }>
							<td>
								<When moment={ row.created_at } />
							</td>
							<th scope="row" data-wig-column="item">
								<ItemOf row={ row } { ...props } />
							</th>
							<td className="is-number">
								<Amount value={ row.delta } signed />
							</td>
							<td className="is-number">
								<Amount value={ row.balance_after } />
							</td>
							{ hasPlaces && <td>{ row.location }</td> }
							<td>
								{ reasonWord( row.reason ) }
								{ row.unit_cost !== null && (
									<span className="wig-sub">
										{ eachWord( row.unit_cost ) }
									</span>
								) }
								{ row.note && (
									<q className="wig-sub">{ row.note }</q>
								) }
							</td>
							<td data-wig-column="document">
								<DocumentOf row={ row } { ...props } />
							</td>
							<td>{ personWord( row.actor, row.actor_name ) }</td>
						</tr>
					) ) }
				</tbody>
			</table>
		</div>
	);
}

/** The same on a phone. */
export function LineCards( props: LinesProps ) {
	const { rows, isWaiting } = props;
	const rowKeys = useRowKeys();
	return (
		<ul
			ref={ rowKeys }
			className={ `wig-cards ${ isWaiting ? 'is-waiting' : '' }` }
			aria-label={ __( 'Movements', 'woo-inventory-guard' ) }
			aria-busy={ isWaiting }
		>
			{ rows.map( ( row ) => (
				<li
					key={ row.id }
					className="wig-card is-tall"
					data-wig-row={ row.id }
				>
					<div className="wig-card-name" data-wig-column="item">
						<ItemOf row={ row } { ...props } />
						<span className="wig-sub">
							<When moment={ row.created_at } />
						</span>
						<span>
							{ reasonWord( row.reason ) }{ ' ' }
							<DocumentOf row={ row } { ...props } />
						</span>
						{ row.unit_cost !== null && (
							<span className="wig-sub">
								{ eachWord( row.unit_cost ) }
							</span>
						) }
						<span className="wig-sub">
							{ personWord( row.actor, row.actor_name ) }
							{ row.note && <q>{ row.note }</q> }
						</span>
					</div>
					<div className="wig-card-number">
						<Amount value={ row.delta } signed />
						<span className="wig-quiet">
							{ __( 'After', 'woo-inventory-guard' ) }
						</span>
						<Amount value={ row.balance_after } />
					</div>
				</li>
			) ) }
		</ul>
	);
}

type OfRow = { row: LedgerLine } & LinesProps;

function ItemOf( { row, onItem }: OfRow ) {
	return (
		<>
			<LinkButton
				className="wig-name"
				aria-label={ sprintf(
					/* translators: %s: name of an item. */
					__( 'Only %s', 'woo-inventory-guard' ),
					row.item_name || row.item_sku
				) }
				onClick={ () => onItem( row.item_id ) }
			>
				{ row.item_name ||
					__( 'An item that is gone', 'woo-inventory-guard' ) }
			</LinkButton>
			{ row.item_sku && (
				<span className="wig-sub">
					<span className="wig-sku">{ row.item_sku }</span>
				</span>
			) }
		</>
	);
}

/** A sum of movements that were folded is no document: there is nothing in it to be opened. */
const DocumentOf = ( { row, onDocument }: OfRow ) => {
	if ( row.reference.type === 'folded' ) {
		return <span className="wig-quiet">{ row.reference_label }</span>;
	}
	return row.reference_label ? (
		<LinkButton onClick={ () => onDocument( row.reference ) }>
			{ row.reference_label }
		</LinkButton>
	) : null;
};
