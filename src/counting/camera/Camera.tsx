import { useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Sheet } from '../view/Sheet';
import { useCamera, type CameraTrouble } from './use-camera';

interface Props {
	/** What the last scan came to. */
	told: string;
	onScan: ( code: string ) => void;
	onClose: () => void;
}

/** Scans with the camera. The same code counts again when it has been out of sight for a moment. */
export function Camera( { told, onScan, onClose }: Props ) {
	const video = useRef< HTMLVideoElement >( null );
	const trouble = useCamera( video, onScan );
	return (
		<Sheet
			title={ __( 'Camera', 'woo-inventory-guard' ) }
			onClose={ onClose }
			className="wig-c-camera"
		>
			{ /* Nobody speaks in it: there is nothing to write below it. */ }
			<video
				ref={ video }
				muted
				playsInline
				aria-label={ __(
					'What the camera sees',
					'woo-inventory-guard'
				) }
			/>
			<p role="status" className="wig-c-told">
				{ told ||
					__(
						'Hold a code into the picture. To count another of the same, take it away and show it again.',
						'woo-inventory-guard'
					) }
			</p>
			{ trouble && <p role="alert">{ troubleWords( trouble ) }</p> }
		</Sheet>
	);
}

const troubleWords = ( trouble: NonNullable< CameraTrouble > ): string =>
	( {
		denied: __(
			'This site may not use the camera. Allow it in the settings of the browser, then open the camera again.',
			'woo-inventory-guard'
		),
		none: __( 'This device has no camera.', 'woo-inventory-guard' ),
		busy: __(
			'The camera could not be used. Close other programs that use it, then open it again.',
			'woo-inventory-guard'
		),
		'not-secure': __(
			'Browsers let only shops with https use the camera.',
			'woo-inventory-guard'
		),
	} )[ trouble ];
