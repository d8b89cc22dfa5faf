import { __, sprintf } from '@wordpress/i18n';
import type { Item } from '../../../schema';
import { isPicked } from '../../logic/picked';
import type { Picks } from './use-picked';

/** In the head: all rows of the page, or none of them. */
export const PickPage = ( { picks }: { picks: Picks } ) => (
	<td className="wig-pick" data-wig-column="pick">
		<input
			type="checkbox"
			aria-label={ __( 'Pick all on this page', 'woo-inventory-guard' ) }
			checked={ picks.page === 'every' }
			ref={ ( box ) => {
				if ( box ) {
					box.indeterminate = picks.page === 'some';
				}
			} }
			onChange={ ( { target } ) => picks.pickPage( target.checked ) }
		/>
	</td>
);

/** In a row: this one; with Shift, from the one before to this one. */
export const PickOne = ( { item, picks }: { item: Item; picks: Picks } ) => (
	<td className="wig-pick" data-wig-column="pick">
		<input
			type="checkbox"
			aria-label={ sprintf(
				/* translators: %s: name of the item. */
				__( 'Pick %s', 'woo-inventory-guard' ),
				item.name
			) }
			checked={ isPicked( picks.picked, item.id ) }
			onChange={ ( { target, nativeEvent } ) =>
				picks.pickOne(
					item.id,
					target.checked,
					nativeEvent instanceof MouseEvent && nativeEvent.shiftKey
				)
			}
		/>
	</td>
);
