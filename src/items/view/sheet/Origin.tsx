import type { Item } from '../../../schema';
import {
	fieldOf,
	isEditColumn,
	type SheetColumn,
} from '../../logic/sheet/cells';
import { explainOrigin } from '../item/explain';
import { sheetColumnWord } from './words';

/** From where the value of the active cell comes, for who goes by keys. */
export function Origin( props: { item: Item; column: SheetColumn } ) {
	const { item, column } = props;
	const field = isEditColumn( column ) ? fieldOf( column ) : '';
	if ( ! item.tracked || ! isInheritable( field ) ) {
		return null;
	}
	return (
		<p className="wig-sheet-count" aria-hidden="true">
			{ `${ sheetColumnWord( column ) }: ${ explainOrigin( item.from[ field ] ) }` }
		</p>
	);
}

const isInheritable = ( field: string ): field is keyof Item[ 'from' ] =>
	[ 'low_stock_threshold', 'backorders', 'backorder_limit' ].includes(
		field
	);
