import { Dropdown } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Item } from '../../../schema';
import { boot } from '../../../shared/app/boot';
import { formatQuantity } from '../../../shared/format/quantity';
import { Amount } from '../../../shared/ui/Amount';
import { Why } from '../item/Why';
import { columnWord } from '../words';

interface Props {
	item: Item;
	what: 'reserved' | 'available';
}

/** A number that can be asked why it is so. */
export function WhyCell( { item, what }: Props ) {
	return (
		<Dropdown
			popoverProps={ {
				placement: 'bottom-end',
				offset: 4,
				className: 'wig-popover',
			} }
			renderToggle={ ( { isOpen, onToggle } ) => (
				<button
					type="button"
					className="wig-why-button"
					aria-expanded={ isOpen }
					aria-haspopup="dialog"
					aria-label={ sprintf(
						/* translators: 1: name of a number such as Available, 2: the number, 3: name of the item. */
						__( '%1$s: %2$s. Why? %3$s', 'woo-inventory-guard' ),
						columnWord( what ),
						formatQuantity( item[ what ], boot().locale ),
						item.name
					) }
					onClick={ onToggle }
				>
					<Amount value={ item[ what ] } />
				</button>
			) }
			renderContent={ ( { onClose } ) => (
				<Why item={ item } what={ what } onClose={ onClose } />
			) }
		/>
	);
}
