import type { KeptItem } from '../data/db';
import type { Replica } from '../data/replica';
import { unitsWords } from './words';

interface Props {
	label: string;
	items: readonly KeptItem[];
	replica: Replica;
	place: string;
	onPick: ( item: KeptItem ) => void;
}

/** Items to tap on, each with what is counted of it. */
export const ItemList = ( { label, items, replica, place, onPick }: Props ) => (
	<ul className="wig-c-items" aria-label={ label }>
		{ items.map( ( item ) => (
			<li key={ item.id }>
				<button type="button" onClick={ () => onPick( item ) }>
					<span>
						{ item.name }
						<small>
							{ [ item.sku, item.bin ]
								.filter( Boolean )
								.join( ' · ' ) }
						</small>
					</span>
					<b>
						{ unitsWords( replica.tallyOf( item, place ).units ) }
					</b>
				</button>
			</li>
		) ) }
	</ul>
);
