import type { MouseEvent } from 'react';
import type { Item } from '../../../schema';
import { addressOf } from '../../../shared/app/route';
import { useItemActions } from '../actions';
import { kindWord } from '../words';

/** Name, and below it what tells it apart: kind, SKU, category. */
export function NameCell( { item }: { item: Item } ) {
	const kind = kindWord( item.kind );
	return (
		<>
			<ItemLink item={ item } />
			<span className="wig-sub">
				{ kind && item.kind !== 'variable' && (
					<span className="wig-kind">{ kind }</span>
				) }
				{ item.kind === 'variable' && (
					<a
						href={ addressOf( '/variations', {
							product: String( item.id ),
						} ) }
					>
						{ kind }
					</a>
				) }
				{ item.sku && <span className="wig-sku">{ item.sku }</span> }
				{ item.category && <span>{ item.category }</span> }
			</span>
		</>
	);
}

interface LinkProps {
	item: Item;
	/** There the cell around it has the focus, and opens it with Enter. */
	isInSheet?: boolean;
}

export function ItemLink( { item, isInSheet = false }: LinkProps ) {
	const { addressOf: addressOfItem, open } = useItemActions();
	const onClick = ( event: MouseEvent ) => {
		// Control, Shift and the middle button open a tab, as with any link.
		if ( ! event.metaKey && ! event.ctrlKey && ! event.shiftKey ) {
			event.preventDefault();
			open( item.id );
		}
	};
	return (
		<a
			className="wig-name"
			href={ addressOfItem( item.id ) }
			data-wig-item={ item.id }
			tabIndex={ isInSheet ? -1 : undefined }
			onClick={ onClick }
		>
			{ item.name }
		</a>
	);
}
