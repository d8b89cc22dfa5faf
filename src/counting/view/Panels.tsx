import { lazy, Suspense } from '@wordpress/element';
import { Loading } from '../../shared/ui/Loading';
import type { CountProps } from './props';
import { Done } from './Done';
import { NumberPad } from './NumberPad';
import { OptionsSheet } from './OptionsSheet';
import { Search } from './Search';
import { Unknown } from './Unknown';
import type { Counting } from './use-counting';

// Reads pictures: fetched when somebody wants to scan with the camera.
const Camera = lazy( async () => ( {
	default: (
		await import(
			/* webpackChunkName: "counting-camera" */ '../camera/Camera'
		)
	).Camera,
} ) );

/** What stands over the screen, if anything. */
export function Panels( props: CountProps & { counting: Counting } ) {
	const { base, opened, stocktake, readiness, counting, onOptions } = props;
	const { replica, options } = opened;
	const { panel, close } = counting;
	switch ( panel?.kind ) {
		case 'pad':
			return (
				<NumberPad
					key={ panel.item.id }
					item={ panel.item }
					tally={ replica.tallyOf( panel.item, options.place ) }
					typed={ panel.typed }
					settings={ options }
					onSet={ ( quantity, note ) =>
						counting.settle( panel, quantity, note )
					}
					onAdd={ ( quantity ) => counting.top( panel, quantity ) }
					onScan={ counting.next }
					onClose={ close }
				/>
			);
		case 'unknown':
			return (
				<Unknown
					base={ base }
					replica={ replica }
					stocktake={ stocktake.id }
					panel={ panel }
					counting={ counting }
				/>
			);
		case 'search':
			return (
				<Search
					base={ base }
					replica={ replica }
					stocktake={ stocktake.id }
					place={ options.place }
					onPick={ counting.pick }
					onClose={ close }
				/>
			);
		case 'camera':
			return (
				<Suspense fallback={ <Loading /> }>
					<Camera
						told={ counting.told }
						onScan={ ( text ) => counting.scan( [ text ] ) }
						onClose={ close }
					/>
				</Suspense>
			);
		case 'options':
			return (
				<OptionsSheet
					options={ options }
					readiness={ readiness }
					onChange={ onOptions }
					onClose={ close }
				/>
			);
		case 'done':
			return (
				<Done
					base={ base }
					replica={ replica }
					stocktake={ stocktake }
					place={ options.place }
					onPick={ counting.pick }
					onClose={ close }
				/>
			);
		default:
			return null;
	}
}
