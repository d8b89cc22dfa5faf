import { Snackbar } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

interface Props {
	words: string;
	onUndo?: () => void;
	onGone: () => void;
}

/** What was just done, at the edge of the screen, with the way back where there is one. */
export const Told = ( { words, onUndo, onGone }: Props ) => (
	<div className="wig-snackbar">
		<Snackbar
			// Else the key that presses Undo would only close it, and time would run.
			explicitDismiss={ Boolean( onUndo ) }
			onRemove={ onGone }
			actions={
				onUndo
					? [
							{
								label: __( 'Undo', 'woo-inventory-guard' ),
								onClick: onUndo,
							},
						]
					: []
			}
		>
			{ words }
		</Snackbar>
	</div>
);
