import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Item } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { formatQuantity } from '../../../shared/format/quantity';
import { Amount } from '../../../shared/ui/Amount';
import { Icon } from '../../../shared/ui/icons';
import { canBeAdjusted } from '../../logic/view-state';
import { AdjustPopover } from './AdjustPopover';
import { useItemActions } from '../actions';
import { SavedTick } from './SavedTick';

/** The number on hand; a click changes it in place. */
export function OnHandCell( { item }: { item: Item } ) {
	const { mayAdjust, adjust } = useItemActions();
	const [ anchor, setAnchor ] = useState< HTMLElement | null >( null );
	const [ isOpen, setOpen ] = useState( false );

	if ( ! mayAdjust || ! canBeAdjusted( item ) ) {
		return <Amount value={ item.on_hand } />;
	}
	const close = () => {
		setOpen( false );
		anchor?.focus();
	};
	return (
		<>
			<SavedTick id={ item.id } />
			<button
				ref={ setAnchor }
				type="button"
				className="wig-edit"
				aria-haspopup="dialog"
				aria-expanded={ isOpen }
				aria-label={ sprintf(
					/* translators: 1: number of units on hand, 2: name of the item. */
					__( '%1$s on hand. Adjust %2$s', 'woo-inventory-guard' ),
					formatQuantity( item.on_hand, boot().locale ),
					item.name
				) }
				onClick={ () => setOpen( true ) }
			>
				<Icon name="pencil" />
				<Amount value={ item.on_hand } />
			</button>
			{ isOpen && (
				<AdjustPopover
					anchor={ anchor }
					item={ item }
					onSave={ adjust }
					onSaved={ close }
					onClose={ close }
				/>
			) }
		</>
	);
}
