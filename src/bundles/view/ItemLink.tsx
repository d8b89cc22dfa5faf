import type { MouseEvent } from 'react';
import { kindWord } from '../../items';
import type { Item } from '../../schema';
import { addressOf, useRoute } from '../../shared/app/route';

interface Props {
	id: number;
	item: Item | undefined;
	/** Where all are bundles it need not be said. */
	hideKind?: boolean;
}

/** A component's name: a bundle opens here, anything else in the stock. */
export function ItemLink( { id, item, hideKind }: Props ) {
	const { go } = useRoute();
	const kind = item && kindWord( item.kind );
	const isBundle = item?.kind === 'bundle';
	const onClick = ( event: MouseEvent ) => {
		if (
			isBundle &&
			! event.metaKey &&
			! event.ctrlKey &&
			! event.shiftKey
		) {
			event.preventDefault();
			go( { bundle: String( id ) } );
		}
	};
	return (
		<>
			<a
				className="wig-name"
				href={
					isBundle
						? addressOf( '/bundles', { bundle: String( id ) } )
						: addressOf( '/stock', { item: String( id ) } )
				}
				onClick={ onClick }
			>
				{ item?.name ?? `#${ id }` }
			</a>
			<span className="wig-sub">
				{ kind && ! hideKind && (
					<span className="wig-kind">{ kind }</span>
				) }
				{ item?.sku && <span className="wig-sku">{ item.sku }</span> }
			</span>
		</>
	);
}
