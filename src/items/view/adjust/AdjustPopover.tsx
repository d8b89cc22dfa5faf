import { Popover } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { ComponentProps } from 'react';
import type { Item } from '../../../schema';
import { AdjustForm } from './AdjustForm';

interface Props {
	anchor: HTMLElement | null;
	item: Item;
	onSave: ComponentProps< typeof AdjustForm >[ 'onSave' ];
	onSaved: () => void;
	onClose: () => void;
}

/** The form at the number, or at the button, that opened it. */
export const AdjustPopover = ( props: Props ) => (
	<Popover
		anchor={ props.anchor }
		placement="bottom-end"
		offset={ 4 }
		focusOnMount={ false }
		constrainTabbing
		className="wig-popover"
		onClose={ props.onClose }
		// A click beside it must not throw away what is typed: Escape and Cancel do.
		onFocusOutside={ () => {} }
	>
		<div
			role="dialog"
			aria-label={ sprintf(
				/* translators: %s: name of the item. */
				__( 'Adjust %s', 'woo-inventory-guard' ),
				props.item.name
			) }
		>
			<AdjustForm
				takesFocus
				item={ props.item }
				onSave={ props.onSave }
				onSaved={ props.onSaved }
				onCancel={ props.onClose }
			/>
		</div>
	</Popover>
);
