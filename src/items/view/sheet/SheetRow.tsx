import { memo } from '@wordpress/element';
import { sprintf } from '@wordpress/i18n';
import type { Item } from '../../../schema';
import { Icon } from '../../../shared/ui/icons';
import {
	canEdit,
	isEditColumn,
	isNumber,
	type EditColumn,
	type SheetColumn,
} from '../../logic/sheet/cells';
import { keyOf, type Sheet } from '../../logic/sheet/shapes';
import { CellEditor, type Leave } from './CellEditor';
import { CellValue } from './CellValue';
import { sheetColumnWord } from './words';

export interface Editing {
	row: number;
	column: EditColumn;
	text: string;
	isTyping: boolean;
}

interface Props {
	item: Item | null;
	index: number;
	start: number;
	size: number;
	columns: readonly SheetColumn[];
	/** How many of them stay in sight. */
	pinned: number;
	/** The cell of this row that Tab leads to; -1 where it is another row's. */
	active: number;
	selectedFrom: number;
	selectedTo: number;
	editing: Editing | null;
	sheet: Sheet;
	hasShop: boolean;
	mayAdjust: boolean;
	onCommit: ( text: string, leave: Leave ) => void;
	onCancel: () => void;
}

/** One row of the spreadsheet; drawn again only when something in it is another. */
export const SheetRow = memo( ( props: Props ) => {
	const { item, index, columns, editing, sheet } = props;
	return (
		<div
			role="row"
			className={ `wig-sheet-row ${ item ? '' : 'is-waiting' }` }
			aria-rowindex={ index + 2 }
			style={ {
				insetBlockStart: props.start,
				blockSize: props.size,
			} }
		>
			{ columns.map( ( column, place ) => {
				const key =
					item && isEditColumn( column )
						? keyOf( item.id, column )
						: '';
				const edit = sheet.edits[ key ];
				const saved = sheet.saved[ key ];
				const open = editing?.column === column ? editing : null;
				const editable =
					props.mayAdjust &&
					item !== null &&
					canEdit( item, column, props.hasShop );
				const selected =
					place >= props.selectedFrom && place <= props.selectedTo;
				return (
					<div
						key={ column }
						role={ column === 'name' ? 'rowheader' : 'gridcell' }
						aria-colindex={ place + 1 }
						aria-readonly={ editable ? undefined : true }
						aria-selected={ selected }
						aria-invalid={
							edit &&
							[ 'failed', 'wrong', 'changed' ].includes(
								edit.state
							)
								? true
								: undefined
						}
						tabIndex={ place === props.active ? 0 : -1 }
						data-wig-cell={ `${ index }:${ place }` }
						data-wig-column={ column }
						data-wig-pin={
							place < props.pinned ? place : undefined
						}
						className={ `wig-cell ${ isNumber( column ) ? 'is-number' : '' } ${ edit ? `is-${ edit.state }` : '' } ${ editable ? '' : 'is-fixed' }` }
					>
						{ saved && ! edit && (
							<span
								key={ saved }
								className="wig-tick"
								data-testid="cell-saved"
							>
								<Icon name="check" />
							</span>
						) }
						{ item && open && (
							<CellEditor
								column={ open.column }
								label={ sprintf(
									'%1$s, %2$s',
									sheetColumnWord( column ),
									item.name
								) }
								text={ open.text }
								isTyping={ open.isTyping }
								onCommit={ props.onCommit }
								onCancel={ props.onCancel }
							/>
						) }
						{ item && ! open && (
							<CellValue
								item={ item }
								column={ column }
								edit={ edit }
							/>
						) }
						{ ! item && <i className="wig-bar" /> }
					</div>
				);
			} ) }
		</div>
	);
} );
