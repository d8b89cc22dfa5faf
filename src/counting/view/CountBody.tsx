import { __ } from '@wordpress/i18n';
import { Icon } from '../../shared/ui/icons';
import { Card } from './Card';
import { Panels } from './Panels';
import { PhotoButton } from './PhotoButton';
import type { CountProps } from './props';
import { Recent } from './Recent';
import { ScanField } from './ScanField';
import { allowSound } from './signals';
import { useCounting } from './use-counting';

/** What is counted now, what was before, and three buttons for the thumb. */
export function CountBody( props: CountProps ) {
	const { base, opened, stocktake } = props;
	const { replica, options } = opened;
	const counting = useCounting( base, opened, stocktake.id );
	const { current, panel, show } = counting;
	return (
		<div
			className="wig-c-body"
			onPointerDown={ allowSound }
			onKeyDown={ allowSound }
			role="presentation"
		>
			{ panel === null && (
				<ScanField settings={ options } onScan={ counting.scan } />
			) }
			<div className="wig-c-middle">
				{ current ? (
					<Card
						key={ current.id }
						item={ current }
						tally={ replica.tallyOf( current, options.place ) }
						told={ counting.told }
						isBlind={ stocktake.blind }
						onAdd={ ( quantity ) =>
							counting.add( current, quantity )
						}
						onType={ () =>
							show( {
								kind: 'pad',
								item: current,
								typed: '',
								code: '',
							} )
						}
					>
						<PhotoButton
							base={ base }
							replica={ replica }
							item={ current }
						/>
					</Card>
				) : (
					<p className="wig-c-quiet wig-c-start" role="status">
						{ counting.told ||
							stocktake.note ||
							__(
								'Scan the first thing, or search for it.',
								'woo-inventory-guard'
							) }
					</p>
				) }
			</div>
			<Recent
				replica={ replica }
				place={ options.place }
				current={ current?.id ?? null }
				onPick={ counting.pick }
				onUndo={ counting.undo }
			/>
			<nav
				className="wig-c-bar"
				aria-label={ __( 'Counting', 'woo-inventory-guard' ) }
			>
				<button
					type="button"
					onClick={ () => show( { kind: 'camera' } ) }
				>
					<Icon name="camera" />
					{ __( 'Camera', 'woo-inventory-guard' ) }
				</button>
				<button
					type="button"
					onClick={ () => show( { kind: 'search' } ) }
				>
					<Icon name="search" />
					{ __( 'Search', 'woo-inventory-guard' ) }
				</button>
				<button
					type="button"
					onClick={ () => show( { kind: 'options' } ) }
				>
					<Icon name="sliders" />
					{ __( 'Options', 'woo-inventory-guard' ) }
				</button>
				<button
					type="button"
					onClick={ () => show( { kind: 'done' } ) }
				>
					<Icon name="check" />
					{ __( 'Done', 'woo-inventory-guard' ) }
				</button>
			</nav>
			<Panels { ...props } counting={ counting } />
		</div>
	);
}
