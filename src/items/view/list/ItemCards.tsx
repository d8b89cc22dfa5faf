import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Item } from '../../../schema';
import { Amount } from '../../../shared/ui/Amount';
import { canBeAdjusted } from '../../logic/view-state';
import { useItemActions } from '../actions';
import { NameCell } from './NameCell';
import { useRowKeys } from '../../../shared/table/row-focus';
import { SavedTick } from '../adjust/SavedTick';
import { Status } from '../Status';
import { columnWord } from '../words';

interface Props {
	rows: Item[];
	waiting: boolean;
}

/** The list on a phone: name, available, status, one button. */
export function ItemCards( { rows, waiting }: Props ) {
	const rowKeys = useRowKeys();
	return (
		<ul
			ref={ rowKeys }
			className={ `wig-cards ${ waiting ? 'is-waiting' : '' }` }
			aria-label={ __( 'Inventory', 'woo-inventory-guard' ) }
			aria-busy={ waiting }
		>
			{ rows.map( ( item ) => (
				<Card key={ item.id } item={ item } />
			) ) }
		</ul>
	);
}

function Card( { item }: { item: Item } ) {
	const { mayAdjust, open } = useItemActions();
	const act = mayAdjust && canBeAdjusted( item );
	/* translators: %s: name of the item. */
	const adjustWish = __( 'Adjust %s', 'woo-inventory-guard' );
	/* translators: %s: name of the item. */
	const openWish = __( 'Open %s', 'woo-inventory-guard' );
	const wish = act ? adjustWish : openWish;
	return (
		<li className="wig-card" data-wig-row={ item.id }>
			<div className="wig-card-name" data-wig-column="name">
				<NameCell item={ item } />
				<Status status={ item.status } />
			</div>
			{ item.tracked && (
				<div className="wig-card-number">
					<span className="wig-quiet">
						{ columnWord( 'available' ) }
					</span>
					<span>
						<SavedTick id={ item.id } />
						<Amount value={ item.available } />
					</span>
				</div>
			) }
			<Button
				__next40pxDefaultSize
				variant="secondary"
				aria-label={ sprintf( wish, item.name ) }
				onClick={ () => open( item.id ) }
			>
				{ act
					? __( 'Adjust', 'woo-inventory-guard' )
					: __( 'Open', 'woo-inventory-guard' ) }
			</Button>
		</li>
	);
}
