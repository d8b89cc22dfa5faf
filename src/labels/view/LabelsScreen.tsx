import { Button } from '@wordpress/components';
import { useEffect, useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { addressOf, useRoute } from '../../shared/app/route';
import { Tabs } from '../../shared/ui/Tabs';
import { readAsked, writeItems, type Show } from '../logic/chosen';
import '../labels.scss';
import { Choose } from './Choose';
import { Preview } from './Preview';
import { useChosen } from './use-chosen';
import { useKept } from './use-kept';
import { usePaper } from './use-paper';

/** Labels for items, and sheets to count on: chosen on one side, seen as they will be printed on the other. */
export function LabelsScreen() {
	const { search, go } = useRoute();
	const asked = useMemo(
		() => readAsked( new URLSearchParams( search ) ),
		[ search ]
	);
	const { show } = asked;
	const chosen = useChosen( asked );
	const [ kept, change ] = useKept();
	const [ used, setUsed ] = useState( '' );
	const { rows, stocktake, waiting, problem } = chosen;
	const paper = usePaper( rows, kept, show );

	const paramsOf = ( tab: Show ): Record< string, string > => ( {
		...( tab === 'sheet' ? { show: tab } : {} ),
		...( asked.stocktake ? { stocktake: String( asked.stocktake ) } : {} ),
		...( rows.length && ! asked.stocktake
			? { items: writeItems( rows ) }
			: {} ),
	} );
	// What is chosen is in the address, so that a reload brings it back. A stocktake's items are there by its number.
	const isKept = ! waiting && ! problem && stocktake === null;
	useEffect( () => {
		if ( isKept ) {
			go(
				{
					...( show === 'sheet' ? { show } : {} ),
					...( rows.length ? { items: writeItems( rows ) } : {} ),
				},
				{ replace: true }
			);
		}
	}, [ isKept, rows, show, go ] );

	return (
		<div className="wig-labels">
			<div className="wig-head">
				<h1>
					{ __( 'Labels and count sheets', 'woo-inventory-guard' ) }
				</h1>
				<Button
					__next40pxDefaultSize
					variant="primary"
					accessibleWhenDisabled
					disabled={ paper.items.length === 0 || ! paper.isDone }
					onClick={ () => window.print() }
				>
					{ __( 'Print', 'woo-inventory-guard' ) }
				</Button>
			</div>
			<div className="wig-label-sides">
				<div className="wig-surface wig-label-choose">
					<Tabs
						tabs={ [
							{
								id: 'labels',
								label: __( 'Labels', 'woo-inventory-guard' ),
							},
							{
								id: 'sheet',
								label: __(
									'Count sheet',
									'woo-inventory-guard'
								),
							},
						] }
						current={ show }
						hrefOf={ ( tab ) =>
							addressOf( '/labels', paramsOf( tab ) )
						}
						onPick={ ( tab ) => go( paramsOf( tab ) ) }
					/>
					<Choose
						chosen={ chosen }
						show={ show }
						kept={ kept }
						onKept={ change }
						layout={ paper.layout }
						used={ used }
						onUsed={ setUsed }
					/>
				</div>
				<div className="wig-label-preview">
					<Preview
						chosen={ chosen }
						show={ show }
						kept={ kept }
						paper={ paper }
						used={ Number( used ) || 0 }
					/>
				</div>
			</div>
		</div>
	);
}
