import { useCallback } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { reasonWord } from '../../items';
import { boot } from '../../shared/app/boot';
import { useAsked } from '../../shared/app/use-asked';
import { Chart } from '../../shared/chart/Chart';
import type { Drawing } from '../../shared/chart/drawing';
import { formatQuantity } from '../../shared/format/quantity';
import { money, number, percent, todayInShop } from '../../shared/format/words';
import { queryOf, type Range } from '../../shared/period/range';
import { ExportButtons } from '../../shared/table-file/ExportButtons';
import { saveTable } from '../../shared/table-file/save-table';
import { fetchShrinkage } from '../data/api';
import { heightsOf, withShares, type Reason } from '../logic/reasons';

/** Shrinkage by reason: bars, the same as a table, and as a file. */
export function ByReason( { range }: { range: Range } ) {
	const query = queryOf( range );
	const asked = useAsked(
		useCallback(
			async ( signal: AbortSignal ) =>
				withShares( ( await fetchShrinkage( query, signal ) ).reasons ),
			[ query ]
		)
	);
	const title = __( 'Shrinkage by reason', 'woo-inventory-guard' );
	const { answer } = asked;
	return (
		<div className="wig-report-picture wig-by-reason">
			<Chart
				asked={ asked }
				title={ title }
				empty={ __(
					'Nothing was lost or corrected in this period.',
					'woo-inventory-guard'
				) }
				draw={ drawReasons }
			/>
			<div className="wig-buttons" role="group" aria-label={ title }>
				<ExportButtons
					disabled={ ! answer || answer.length === 0 }
					onExport={ ( kind ) =>
						answer &&
						saveTable(
							kind,
							headings().map( ( heading, place ) => ( {
								title: heading,
								isNumber: place > 0,
							} ) ),
							answer.map( ( row ) => [
								reasonWord( row.reason ),
								row.units,
								row.lines,
								row.cost,
								row.share,
							] ),
							`shrinkage-by-reason-${ todayInShop() }`
						)
					}
				/>
			</div>
		</div>
	);
}

const headings = () => [
	__( 'Reason', 'woo-inventory-guard' ),
	__( 'Units', 'woo-inventory-guard' ),
	__( 'Lines', 'woo-inventory-guard' ),
	__( 'Cost', 'woo-inventory-guard' ),
	__( 'Share', 'woo-inventory-guard' ),
];

function drawReasons( reasons: Reason[] ): Drawing | null {
	if ( reasons.length === 0 ) {
		return null;
	}
	const [ rows = '', ...columns ] = headings();
	const { isMoney, values } = heightsOf( reasons );
	const format = ( value: number ) =>
		isMoney ? money( value ) : number( value, 4 );
	const words = reasons.map( ( { reason } ) => reasonWord( reason ) );
	return {
		type: 'lying',
		labels: words,
		sets: [
			{
				label: ( isMoney ? columns[ 2 ] : columns[ 0 ] ) ?? '',
				colour: '#b32d2e',
				values,
			},
		],
		format,
		summary: words
			.map(
				( word, place ) =>
					`${ word }: ${ format( values[ place ] ?? 0 ) }`
			)
			.join( ', ' ),
		rows,
		columns,
		cells: reasons.map( ( row, place ) => ( {
			row: words[ place ] ?? '',
			values: [
				formatQuantity( row.units, boot().locale ),
				number( row.lines ),
				money( row.cost ),
				row.share === null ? '–' : percent( row.share ),
			],
		} ) ),
	};
}
