import { Button } from '@wordpress/components';
import { useCallback } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { fetchItem } from '../../items';
import type { Balances } from '../../schema';
import { boot } from '../../shared/app/boot';
import { Link } from '../../shared/app/Link';
import { useAsked } from '../../shared/app/use-asked';
import { Chart } from '../../shared/chart/Chart';
import type { Drawing } from '../../shared/chart/drawing';
import { formatQuantity } from '../../shared/format/quantity';
import { shopTime } from '../../shared/format/time';
import { momentWord, number } from '../../shared/format/words';
import { Failure } from '../../shared/ui/Failure';
import { fetchBalances } from '../data/api';
import { isWorthDrawing, spanOf, stepsOf } from '../logic/series';
import { boundsOf, type View } from '../logic/view';
import { WhatWasIt } from './WhatWasIt';

interface Props {
	item: number;
	view: View;
	onClose: () => void;
}

/** One item: its balance as a picture, and what it was at any moment. */
export function ItemBalance( { item, view, onClose }: Props ) {
	const { timezone } = boot();
	const { after, before } = boundsOf( view, timezone );
	const found = useAsked( useCallback( () => fetchItem( item ), [ item ] ) );
	const balances = useAsked(
		useCallback(
			( signal: AbortSignal ) =>
				fetchBalances(
					item,
					{
						...( after ? { after } : {} ),
						...( before ? { before } : {} ),
					},
					signal
				),
			[ item, after, before ]
		)
	);
	const name = found.answer?.name ?? '';
	return (
		<section className="wig-ledger-item" aria-label={ name }>
			<div className="wig-surface wig-ledger-name">
				<div>
					<h2>{ name || '…' }</h2>
					{ found.answer && (
						<p className="wig-sub">
							<span className="wig-sku">
								{ found.answer.sku }
							</span>
							<Link
								path="/stock"
								params={ { item: String( item ) } }
							>
								{ __(
									'See it in the stock list',
									'woo-inventory-guard'
								) }
							</Link>
						</p>
					) }
					{ found.problem && (
						<Failure
							problem={ found.problem }
							onRetry={ found.again }
						/>
					) }
				</div>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ onClose }
				>
					{ __( 'All items', 'woo-inventory-guard' ) }
				</Button>
				<WhatWasIt item={ item } />
			</div>
			<Chart
				asked={ balances }
				title={ __( 'On hand', 'woo-inventory-guard' ) }
				empty={ __(
					'There was none of it in this time.',
					'woo-inventory-guard'
				) }
				draw={ drawBalances }
			/>
		</section>
	);
}

function drawBalances( balances: Balances ): Drawing | null {
	const steps = stepsOf( balances );
	if ( ! isWorthDrawing( steps ) ) {
		return null;
	}
	const { locale, timezone } = boot();
	const { lowest, highest, last } = spanOf( steps );
	const day = ( moment: number ) =>
		shopTime( new Date( moment ).toISOString(), locale, timezone ).day;
	const label = __( 'On hand', 'woo-inventory-guard' );
	return {
		type: 'step',
		labels: steps.map( ( { moment } ) => momentWord( moment ) ),
		moments: { at: steps.map( ( { at } ) => at ), word: day },
		sets: [
			{
				label,
				colour: '#2271b1',
				values: steps.map( ( { onHand } ) => onHand ),
			},
		],
		format: ( value ) => number( value, 4 ),
		summary: sprintf(
			/* translators: 1: lowest, 2: highest, 3: last number of units on hand. */
			__(
				'Lowest %1$s, highest %2$s, in the end %3$s',
				'woo-inventory-guard'
			),
			number( lowest, 4 ),
			number( highest, 4 ),
			number( last, 4 )
		),
		rows: __( 'Time', 'woo-inventory-guard' ),
		columns: [ label ],
		cells: [ ...steps ].reverse().map( ( { moment, exact } ) => ( {
			row: momentWord( moment ),
			values: [ formatQuantity( exact, locale ) ],
		} ) ),
	};
}
