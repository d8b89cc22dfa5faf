import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useAsked } from '../../shared/app/use-asked';
import { offline } from '../../shared/data/problem';
import { Failure } from '../../shared/ui/Failure';

async function drawQr( text: string ) {
	try {
		const { draw } = await import(
			/* webpackChunkName: "label-codes" */ '../../shared/codes/draw'
		);
		return draw( { kind: 'qrcode', text } );
	} catch {
		// What fails is the way to the library.
		throw offline();
	}
}

/** An address for the camera of a phone; the library that draws comes only now. */
export function QrCode( { text }: { text: string } ) {
	const { answer, problem, again } = useAsked(
		useCallback( () => drawQr( text ), [ text ] )
	);
	return (
		<>
			{ answer && (
				<img
					className="wig-stocktake-qr"
					src={ answer.src }
					alt={ __(
						'QR code of this address, for the camera of a phone',
						'woo-inventory-guard'
					) }
				/>
			) }
			{ problem && <Failure problem={ problem } onRetry={ again } /> }
		</>
	);
}
