import { Snackbar } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

interface Props {
	name: string;
	onOpen: () => void;
	onGone: () => void;
}

/** A part was made; it may stand on another page of the list. */
export const Added = ( { name, onOpen, onGone }: Props ) => (
	<div className="wig-snackbar">
		<Snackbar
			onRemove={ onGone }
			actions={ [
				{
					label: __( 'Open', 'woo-inventory-guard' ),
					onClick: onOpen,
				},
			] }
		>
			{ sprintf(
				/* translators: %s: name of the new part. */
				__( 'Added “%s”.', 'woo-inventory-guard' ),
				name
			) }
		</Snackbar>
	</div>
);
