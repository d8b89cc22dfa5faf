import { __, sprintf } from '@wordpress/i18n';
import type { StocktakeAccuracy } from '../../schema';
import { useAsked } from '../../shared/app/use-asked';
import { Chart } from '../../shared/chart/Chart';
import { momentWord, money, percent } from '../../shared/format/words';
import { fetchAccuracy } from '../data/api';
import { pointsOf } from '../logic/accuracy';

const shareWord = ( share: number | null ) =>
	share === null ? '–' : percent( share );

/** How right the books were at each stocktake. Who has never counted sees nothing of it. */
export function Accuracy() {
	const asked = useAsked( fetchAccuracy );
	if ( ! asked.problem && ! asked.answer?.length ) {
		return null;
	}
	return (
		<div className="wig-charts">
			<Chart
				asked={ asked }
				title={ __( 'Accuracy of the books', 'woo-inventory-guard' ) }
				empty={ __(
					'No stocktake has been applied yet.',
					'woo-inventory-guard'
				) }
				draw={ drawAccuracy }
			/>
		</div>
	);
}

function drawAccuracy( newest: StocktakeAccuracy[] ) {
	const points = pointsOf( newest );
	const last = points[ points.length - 1 ];
	if ( ! last ) {
		return null;
	}
	const lines = __( 'Lines that were right', 'woo-inventory-guard' );
	const units = __( 'Units that were right', 'woo-inventory-guard' );
	return {
		type: 'line' as const,
		labels: points.map( ( { at } ) => momentWord( at ) ),
		sets: [
			{
				label: lines,
				colour: '#2271b1',
				values: points.map( ( point ) => point.lines ),
			},
			{
				label: units,
				colour: '#00834a',
				values: points.map( ( point ) => point.units ),
			},
		],
		format: ( value: number ) => percent( value ),
		summary: sprintf(
			/* translators: 1: name of a stocktake, 2: share of lines, 3: share of units. */
			__(
				'%1$s: %2$s of the lines and %3$s of the units were right.',
				'woo-inventory-guard'
			),
			last.name,
			shareWord( last.lines ),
			shareWord( last.units )
		),
		rows: __( 'Stocktake', 'woo-inventory-guard' ),
		columns: [
			__( 'Applied', 'woo-inventory-guard' ),
			lines,
			units,
			__( 'Found less missing', 'woo-inventory-guard' ),
		],
		cells: [ ...points ].reverse().map( ( point ) => ( {
			row: point.name,
			values: [
				momentWord( point.at ),
				shareWord( point.lines ),
				shareWord( point.units ),
				money( point.net ),
			],
		} ) ),
	};
}
