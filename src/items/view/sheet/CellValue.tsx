import { __ } from '@wordpress/i18n';
import type { Item } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { Amount } from '../../../shared/ui/Amount';
import { Icon } from '../../../shared/ui/icons';
import {
	canEdit,
	countingCell,
	readCell,
	showWire,
	type SheetColumn,
} from '../../logic/sheet/cells';
import type { Edit } from '../../logic/sheet/shapes';
import { Inherited } from '../item/Inherited';
import { LowAt } from '../item/LowAt';
import { ItemLink } from '../list/NameCell';
import { Status } from '../Status';
import { policyWords } from './words';

interface Props {
	item: Item;
	column: SheetColumn;
	edit: Edit | undefined;
}

/** What a cell of the spreadsheet says. */
export function CellValue( { item, column, edit }: Props ) {
	if ( edit ) {
		return (
			<>
				<span>
					{ edit.state === 'wrong'
						? edit.to
						: showWire(
								edit.to,
								edit.column,
								boot().locale,
								policyWords()
							) }
				</span>
				<Mark state={ edit.state } />
			</>
		);
	}
	switch ( column ) {
		case 'name':
			return <ItemLink item={ item } isInSheet />;
		case 'sku':
			return <span className="wig-sku">{ item.sku }</span>;
		case 'status':
			return <Status status={ item.status } />;
		case 'on_hand':
		case 'reserved':
		case 'available': {
			const counted =
				item.tracked &&
				( item.kind !== 'bundle' || column === 'available' );
			return counted ? <Amount value={ item[ column ] } /> : <None />;
		}
		case 'low_at':
			return item.tracked ? <LowAt item={ item } isInCell /> : <None />;
		case 'backorders':
		case 'backorder_limit':
			return canEdit( item, column, true ) ? (
				<Inherited origin={ item.from[ column ] } isInCell>
					{ showWire(
						countingCell( item, column ),
						column,
						boot().locale,
						policyWords()
					) }
				</Inherited>
			) : (
				<None />
			);
		case 'price':
			return item.price === null ? (
				<None />
			) : (
				<Amount value={ item.price } />
			);
		default:
			return canEdit( item, column, true ) ? (
				<span>
					{ showWire(
						readCell( item, column ),
						column,
						boot().locale,
						policyWords()
					) }
				</span>
			) : (
				<None />
			);
	}
}

const None = () => <span className="wig-amount is-zero">–</span>;

const Mark = ( { state }: { state: Edit[ 'state' ] } ) => {
	const words = {
		waiting: __( 'waiting', 'woo-inventory-guard' ),
		sending: __( 'saving', 'woo-inventory-guard' ),
		failed: __( 'not saved', 'woo-inventory-guard' ),
		wrong: __( 'not saved', 'woo-inventory-guard' ),
		changed: __( 'changed by someone else', 'woo-inventory-guard' ),
	};
	const icons = {
		waiting: 'clock',
		sending: 'clock',
		failed: 'out',
		wrong: 'out',
		changed: 'low',
	} as const;
	return (
		<span className="wig-cell-mark">
			<Icon name={ icons[ state ] } />
			<span className="wig-hidden">{ words[ state ] }</span>
		</span>
	);
};
