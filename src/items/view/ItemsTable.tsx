import { useTable } from '@tanstack/react-table';
import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Item } from '../../schema';
import { features } from '../../shared/table/features';
import { ariaSort, SortHeader } from '../../shared/table/SortHeader';
import { COLUMNS, type Layout } from '../logic/layout';
import type { SortBy, StockView } from '../logic/view-state';
import { columns, isNumeric, SORT_OF } from './columns';
import { useRowKeys } from './row-focus';
import { columnWord } from './words';

interface Props {
	rows: Item[];
	layout: Layout;
	view: StockView;
	waiting: boolean;
	onSort: ( sort: SortBy ) => void;
}

const idOf = ( item: Item ) => String( item.id );

/** The list as a table: what is in it, and in which order, the server has decided. */
export function ItemsTable( { rows, layout, view, waiting, onSort }: Props ) {
	const columnVisibility = useMemo(
		() =>
			Object.fromEntries(
				layout.hidden.map( ( column ) => [ column, false ] )
			),
		[ layout.hidden ]
	);
	const table = useTable( {
		features,
		columns,
		data: rows,
		getRowId: idOf,
		manualPagination: true,
		manualSorting: true,
		rowCount: rows.length,
		state: { columnVisibility },
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
					{ COLUMNS.filter( ( id ) =>
						table.getColumn( id )?.getIsVisible()
					).map( ( id ) => {
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
						{ row.getVisibleCells().map( ( cell ) => {
							const Cell =
								cell.column.id === 'name' ? 'th' : 'td';
							return (
								<Cell
									key={ cell.id }
									scope={ Cell === 'th' ? 'row' : undefined }
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
						} ) }
					</tr>
				) ) }
			</tbody>
		</table>
	);
}
