import { __ } from '@wordpress/i18n';
import type { Options } from '../data/device';
import type { Readiness } from '../data/offline';
import { Choice, Line, Switch } from './fields';
import { Sheet } from './Sheet';

interface Props {
	options: Options;
	readiness: Readiness;
	onChange: ( options: Options ) => void;
	onClose: () => void;
}

/** How this device counts. It stays on the device. */
export function OptionsSheet( {
	options,
	readiness,
	onChange,
	onClose,
}: Props ) {
	const put = ( part: Partial< Options > ) =>
		onChange( { ...options, ...part } );
	return (
		<Sheet
			title={ __( 'Options', 'woo-inventory-guard' ) }
			onClose={ onClose }
			className="is-tall"
		>
			<fieldset className="wig-c-options">
				<legend>{ __( 'A scan', 'woo-inventory-guard' ) }</legend>
				<Choice
					name="scan"
					isChosen={ options.scan === 'one' }
					onChoose={ () => put( { scan: 'one' } ) }
				>
					{ __( 'counts one more', 'woo-inventory-guard' ) }
				</Choice>
				<Choice
					name="scan"
					isChosen={ options.scan === 'type' }
					onChoose={ () => put( { scan: 'type' } ) }
				>
					{ __( 'asks for the number', 'woo-inventory-guard' ) }
				</Choice>
			</fieldset>
			<div className="wig-c-options">
				<Switch
					isOn={ options.sound }
					onSwitch={ ( sound ) => put( { sound } ) }
				>
					{ __( 'Sound', 'woo-inventory-guard' ) }
				</Switch>
				<Switch
					isOn={ options.vibrate }
					onSwitch={ ( vibrate ) => put( { vibrate } ) }
				>
					{ __( 'Vibration', 'woo-inventory-guard' ) }
				</Switch>
			</div>
			<Line
				label={ __( 'Place', 'woo-inventory-guard' ) }
				help={ __(
					'The same thing in two places: give each a name, and the numbers add up.',
					'woo-inventory-guard'
				) }
				value={ options.place }
				most={ 64 }
				onType={ ( place ) => put( { place } ) }
			/>
			<Line
				label={ __(
					'Before each code, the scanner sends',
					'woo-inventory-guard'
				) }
				value={ options.prefix }
				most={ 8 }
				onType={ ( prefix ) => put( { prefix } ) }
			/>
			<Line
				label={ __(
					'After each code, the scanner sends',
					'woo-inventory-guard'
				) }
				help={ __(
					'Enter and Tab are known anyway.',
					'woo-inventory-guard'
				) }
				value={ options.suffix }
				most={ 8 }
				onType={ ( suffix ) => put( { suffix } ) }
			/>
			<Line
				label={ __(
					'Between the parts of a GS1 code, the scanner sends',
					'woo-inventory-guard'
				) }
				value={ options.separator }
				most={ 8 }
				onType={ ( separator ) => put( { separator } ) }
			/>
			<p className="wig-c-quiet">{ readyWords( readiness ) }</p>
		</Sheet>
	);
}

function readyWords( readiness: Readiness ): string {
	if ( readiness === 'not-possible' ) {
		return __(
			'This screen does not open without a connection here: that needs a shop with https and a browser of today. Counts are kept all the same.',
			'woo-inventory-guard'
		);
	}
	return readiness === 'ready'
		? __( 'This screen opens without a connection.', 'woo-inventory-guard' )
		: __(
				'Once it has been loaded with a connection, this screen opens without one.',
				'woo-inventory-guard'
			);
}
