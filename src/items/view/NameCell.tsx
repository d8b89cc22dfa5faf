import type { MouseEvent } from 'react';
import type { Item } from '../../schema';
import { useItemActions } from './actions';
import { kindWord } from './words';

/** Name, and below it what tells it apart: kind, SKU, category. */
export function NameCell( { item }: { item: Item } ) {
	const kind = kindWord( item.kind );
	return (
		<>
			<ItemLink item={ item } />
			<span className="wig-sub">
				{ kind && <span className="wig-kind">{ kind }</span> }
				{ item.sku && <span className="wig-sku">{ item.sku }</span> }
				{ item.category && <span>{ item.category }</span> }
			</span>
		</>
	);
}

export function ItemLink( { item }: { item: Item } ) {
	const { addressOf, open } = useItemActions();
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
			href={ addressOf( item.id ) }
			data-wig-item={ item.id }
			onClick={ onClick }
		>
			{ item.name }
		</a>
	);
}
