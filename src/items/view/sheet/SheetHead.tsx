import { ariaSort, SortHeader } from '../../../shared/table/SortHeader';
import { isNumber, type SheetColumn } from '../../logic/sheet/cells';
import type { SortBy, StockView } from '../../logic/view-state';
import { sheetColumnWord } from './words';

interface Props {
	columns: readonly SheetColumn[];
	pinned: number;
	view: StockView;
	onSort: ( sort: SortBy ) => void;
}

/** Columns that the server can sort by. */
const SORTS: Partial< Record< SheetColumn, SortBy > > = {
	name: 'name',
	sku: 'sku',
	on_hand: 'on_hand',
	reserved: 'reserved',
	available: 'available',
	status: 'status',
};

export const SheetHead = ( { columns, pinned, view, onSort }: Props ) => (
	<div role="rowgroup" className="wig-sheet-head">
		<div role="row" className="wig-sheet-row" aria-rowindex={ 1 }>
			{ columns.map( ( column, place ) => {
				const sort = SORTS[ column ];
				const sorted = sort && view.sort === sort ? view.order : false;
				return (
					<div
						key={ column }
						role="columnheader"
						aria-colindex={ place + 1 }
						aria-sort={ ariaSort( sorted ) }
						data-wig-column={ column }
						data-wig-pin={ place < pinned ? place : undefined }
						className={ `wig-cell ${ isNumber( column ) ? 'is-number' : '' }` }
					>
						{ sort ? (
							<SortHeader
								label={ sheetColumnWord( column ) }
								sorted={ sorted }
								onSort={ () => onSort( sort ) }
							/>
						) : (
							sheetColumnWord( column )
						) }
					</div>
				);
			} ) }
		</div>
	</div>
);
