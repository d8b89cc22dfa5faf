import { Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

/** All shortcuts. */
export function Shortcuts( { onClose }: { onClose: () => void } ) {
	const keys: [ string[], string ][] = [
		[ [ '/' ], __( 'Search', 'woo-inventory-guard' ) ],
		[ [ '↓', '↑' ], __( 'Next and previous row', 'woo-inventory-guard' ) ],
		[
			[ 'Enter' ],
			__( 'Open the item, or adjust its number', 'woo-inventory-guard' ),
		],
		[ [ 'Esc' ], __( 'Close what opened last', 'woo-inventory-guard' ) ],
		[ [ '?' ], __( 'Show this list', 'woo-inventory-guard' ) ],
	];
	return (
		<Modal
			title={ __( 'Shortcuts', 'woo-inventory-guard' ) }
			className="wig-modal"
			onRequestClose={ onClose }
		>
			<dl className="wig-shortcuts">
				{ keys.map( ( [ names, what ] ) => (
					<div key={ what }>
						<dt>
							{ names.map( ( name ) => (
								<kbd key={ name }>{ name }</kbd>
							) ) }
						</dt>
						<dd>{ what }</dd>
					</div>
				) ) }
			</dl>
		</Modal>
	);
}
