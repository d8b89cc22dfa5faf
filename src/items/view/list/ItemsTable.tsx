import { useTable } from '@tanstack/react-table';
import { __ } from '@wordpress/i18n';
import type { Item } from '../../../schema';
import { features } from '../../../shared/table/features';
import { ariaSort, SortHeader } from '../../../shared/table/SortHeader';
import type { Layout } from '../../logic/layout';
import type { SortBy, StockView } from '../../logic/view-state';
import { columns, isNumeric, SORT_OF } from './columns';
import { PickOne, PickPage } from './PickCells';
import { useRowKeys } from '../../../shared/table/row-focus';
import type { Picks } from './use-picked';
import { columnWord } from '../words';

interface Props {
	rows: Item[];
	layout: Layout;
	view: StockView;
	waiting: boolean;
	/** NULL where no rows can be picked. */
	picks: Picks | null;
	onSort: ( sort: SortBy ) => void;
}

/** The cells as the reader has arranged them. */
const inOrder = < T extends { column: { id: string } } >(
	cells: T[],
	layout: Layout
): T[] =>
	layout.list.flatMap(
		( id ) => cells.find( ( cell ) => cell.column.id === id ) ?? []
	);

const idOf = ( item: Item ) => String( item.id );

/** The list as a table: what is in it, and in which order, the server has decided. */
export function ItemsTable( props: Props ) {
	const { rows, layout, view, waiting, picks, onSort } = props;
	const table = useTable( {
		features,
		columns,
		data: rows,
		getRowId: idOf,
		manualPagination: true,
		manualSorting: true,
		rowCount: rows.length,
	} );
	const rowKeys = useRowKeys();
	const sortedBy = ( sort: SortBy ) =>
		view.sort === sort ? view.order : false;

	return (
		<table
			className={ `wig-table is-${ layout.density } ${ waiting ? 'is-waiting' : '' }` }
			aria-busy={ waiting }
		>
			<caption className="wig-hidden">
				{ __( 'Inventory', 'woo-inventory-guard' ) }
			</caption>
			<thead>
				<tr>
					{ picks && <PickPage picks={ picks } /> }
					{ layout.list.map( ( id ) => {
						const sort = SORT_OF[ id ];
						const sorted = sort ? sortedBy( sort ) : false;
						return (
							<th
								key={ id }
								scope="col"
								data-wig-column={ id }
								className={ isNumeric( id ) ? 'is-number' : '' }
								aria-sort={ ariaSort( sorted ) }
							>
								{ sort ? (
									<SortHeader
										label={ columnWord( id ) }
										sorted={ sorted }
										onSort={ () => onSort( sort ) }
									/>
								) : (
									columnWord( id )
								) }
							</th>
						);
					} ) }
				</tr>
			</thead>
			<tbody ref={ rowKeys }>
				{ table.getRowModel().rows.map( ( row ) => (
					<tr key={ row.id } data-wig-row={ row.id }>
						{ picks && (
							<PickOne item={ row.original } picks={ picks } />
						) }
						{ inOrder( row.getAllCells(), layout ).map(
							( cell ) => {
								const Cell =
									cell.column.id === 'name' ? 'th' : 'td';
								return (
									<Cell
										key={ cell.id }
										scope={
											Cell === 'th' ? 'row' : undefined
										}
										data-wig-column={ cell.column.id }
										className={
											isNumeric( cell.column.id )
												? 'is-number'
												: ''
										}
									>
										<table.FlexRender cell={ cell } />
									</Cell>
								);
							}
						) }
					</tr>
				) ) }
			</tbody>
		</table>
	);
}
