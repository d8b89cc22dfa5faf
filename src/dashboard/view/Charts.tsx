import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { MovementsDay, StockValueDay } from '../../schema';
import { boot } from '../../shared/app/boot';
import { formatQuantity } from '../../shared/format/quantity';
import { fetchMovements, fetchValues } from '../data/api';
import { useAsked } from '../../shared/app/use-asked';
import {
	heightOf,
	kindsIn,
	sumOf,
	valueLine,
	worthOf,
	type Kind,
} from '../logic/series';
import { Chart } from '../../shared/chart/Chart';
import { dayWord, money, number } from '../../shared/format/words';
import { kindWord } from './words';

const COLOURS: Record< Kind, string > = {
	sold: '#2271b1',
	received: '#00834a',
	returned: '#8bc6a2',
	lost: '#b32d2e',
	other: '#a7aaad',
};

const units = ( value: number | string ) =>
	formatQuantity( value, boot().locale );

const worthWord = ( worth: number | null ) =>
	worth === null ? '–' : money( worth );

/** What moved, and what it was worth. */
export function Charts( { days }: { days: string } ) {
	const movements = useAsked(
		useCallback(
			( signal: AbortSignal ) => fetchMovements( days, signal ),
			[ days ]
		)
	);
	const values = useAsked(
		useCallback(
			( signal: AbortSignal ) => fetchValues( days, signal ),
			[ days ]
		)
	);
	return (
		<div className="wig-charts">
			<Chart
				asked={ movements }
				title={ __( 'What moved', 'woo-inventory-guard' ) }
				empty={ __(
					'Nothing has moved in this period.',
					'woo-inventory-guard'
				) }
				draw={ ( { days: rows } ) => drawMovements( rows ) }
			/>
			<Chart
				asked={ values }
				title={ __( 'Stock value', 'woo-inventory-guard' ) }
				empty={ __(
					'There is no cost and no price yet. Costs can be entered in the list of stock.',
					'woo-inventory-guard'
				) }
				draw={ ( { days: rows } ) => drawValues( rows ) }
			/>
		</div>
	);
}

function drawMovements( rows: MovementsDay[] ) {
	const kinds = kindsIn( rows );
	if ( kinds.length === 0 ) {
		return null;
	}
	return {
		type: 'bar' as const,
		labels: rows.map( ( { day } ) => dayWord( day, true ) ),
		sets: kinds.map( ( kind ) => ( {
			label: kindWord( kind ),
			colour: COLOURS[ kind ],
			values: rows.map( ( day ) => heightOf( day, kind ) ),
		} ) ),
		format: ( value: number ) => number( Math.abs( value ), 4 ),
		summary: kinds
			.map(
				( kind ) =>
					`${ kindWord( kind ) }: ${ units( sumOf( rows, kind ) ) }`
			)
			.join( ', ' ),
		rows: __( 'Day', 'woo-inventory-guard' ),
		columns: kinds.map( kindWord ),
		// The newest first, as in every list of what happened.
		cells: [ ...rows ].reverse().map( ( day ) => ( {
			row: dayWord( day.day, true ),
			values: kinds.map( ( kind ) => units( day[ kind ] ) ),
		} ) ),
	};
}

function drawValues( rows: StockValueDay[] ) {
	const line = valueLine( rows );
	const last = rows[ rows.length - 1 ];
	if ( line === null || ! last ) {
		return null;
	}
	const label =
		line === 'value_cost'
			? __( 'At cost', 'woo-inventory-guard' )
			: __( 'At selling prices', 'woo-inventory-guard' );
	return {
		type: 'line' as const,
		labels: rows.map( ( { day } ) => dayWord( day, true ) ),
		sets: [
			{
				label,
				colour: COLOURS.sold,
				values: rows.map( ( day ) => worthOf( day, line ) ),
			},
		],
		format: ( value: number ) => money( value, true ),
		summary: `${ label }: ${ money( last[ line ], true ) }`,
		rows: __( 'Day', 'woo-inventory-guard' ),
		columns: [
			__( 'At cost', 'woo-inventory-guard' ),
			__( 'At selling prices', 'woo-inventory-guard' ),
			__( 'Units', 'woo-inventory-guard' ),
		],
		cells: [ ...rows ].reverse().map( ( day ) => ( {
			row: dayWord( day.day, true ),
			values: [
				worthWord( worthOf( day, 'value_cost' ) ),
				worthWord( worthOf( day, 'value_price' ) ),
				units( day.units ),
			],
		} ) ),
	};
}
