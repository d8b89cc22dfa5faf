import { __ } from '@wordpress/i18n';
import { announce } from './announce';
import { Confirm } from './Confirm';

interface Props {
	/** What is done, as the title and on the button. */
	title: string;
	/** What becomes of it, and what stays. */
	words: string;
	onDelete: () => Promise< unknown >;
	/** It is gone: the list is to be asked for again. */
	onDeleted: () => unknown;
	onClose: () => void;
}

/** Asked before something is deleted; a failure is told in its place, with a retry. */
export const DeleteConfirm = ( {
	title,
	words,
	onDelete,
	onDeleted,
	onClose,
}: Props ) => (
	<Confirm
		title={ title }
		words={ words }
		act={ title }
		onAct={ async () => {
			await onDelete();
			onClose();
			announce( __( 'Deleted', 'woo-inventory-guard' ) );
			await onDeleted();
		} }
		onClose={ onClose }
	/>
);
