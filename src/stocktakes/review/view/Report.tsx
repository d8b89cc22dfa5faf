import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { StocktakeReport } from '../../../schema';
import { money, percent, unitCount } from '../../../shared/format/words';
import { ExportButtons } from '../../../shared/table-file/ExportButtons';
import { saveTable } from '../../../shared/table-file/save-table';
import type { FileKind } from '../../../shared/table-file/writer';
import { Failure } from '../../../shared/ui/Failure';
import { Loading } from '../../../shared/ui/Loading';
import {
	accuracyOf,
	partsOf,
	rightShare,
	shrinkage,
	SIDES,
	wholeOf,
	withinShare,
} from '../logic/report';
import { csvRows } from '../logic/report-csv';
import { keyWord, PartTable } from './PartTable';
import { Sum } from './Sums';
import { useReport } from './use-report';
import { columnWord, sideWord } from './report-words';
import { lineCount } from './words';

/** What a stocktake found, once it is applied: on the screen, on paper and as a file. */
export function Report( { id }: { id: number } ) {
	const { answer: report, problem, again } = useReport( id );
	if ( problem && ! report ) {
		return <Failure problem={ problem } onRetry={ again } />;
	}
	if ( ! report ) {
		return <Loading />;
	}
	return (
		<section className="wig-review-report">
			<div className="wig-review-title">
				<h2>{ __( 'Report', 'woo-inventory-guard' ) }</h2>
				<div className="wig-buttons">
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						onClick={ () => window.print() }
					>
						{ __( 'Print', 'woo-inventory-guard' ) }
					</Button>
					<ExportButtons
						onExport={ ( kind ) => save( report, kind ) }
					/>
				</div>
			</div>
			<Whole report={ report } />
			{ SIDES.map( ( side ) => (
				<PartTable
					key={ side }
					side={ side }
					parts={ partsOf( report, side ) }
				/>
			) ) }
		</section>
	);
}

/** Plain numbers, so that another program reads them as they are meant. */
function save( report: StocktakeReport, kind: FileKind ): Promise< void > {
	const number = ( title: string ) => ( { title, isNumber: true } );
	const text = ( title: string ) => ( { title, isNumber: false } );
	return saveTable(
		kind,
		[
			text( __( 'Side', 'woo-inventory-guard' ) ),
			text( __( 'Name', 'woo-inventory-guard' ) ),
			number( columnWord( 'lines' ) ),
			number( columnWord( 'right' ) ),
			number( columnWord( 'expected' ) ),
			number( columnWord( 'found' ) ),
			number( columnWord( 'missing' ) ),
			number( columnWord( 'expected_value' ) ),
			number( columnWord( 'found_value' ) ),
			number( columnWord( 'missing_value' ) ),
			number( columnWord( 'recounted' ) ),
		],
		csvRows( report, {
			whole: __( 'In all', 'woo-inventory-guard' ),
			side: sideWord,
			key: keyWord,
		} ),
		`stocktake-${ report.stocktake.id }`
	);
}

function Whole( { report }: { report: StocktakeReport } ) {
	const whole = wholeOf( report.sums );
	const {
		expected,
		found,
		missing,
		expected_value: expectedValue,
		found_value: foundValue,
		missing_value: missingValue,
	} = whole;
	return (
		<dl className="wig-numbers wig-review-sums">
			<Sum
				word={ __( 'Lines right', 'woo-inventory-guard' ) }
				sub={ within( report ) }
			>
				{ share( rightShare( whole ) ) }
			</Sum>
			<Sum
				word={ __( 'Units right', 'woo-inventory-guard' ) }
				sub={ lineCount( whole.lines ) }
			>
				{ share( accuracyOf( expected, found, missing ) ) }
			</Sum>
			<Sum word={ __( 'Value right', 'woo-inventory-guard' ) }>
				{ share(
					accuracyOf( expectedValue, foundValue, missingValue )
				) }
			</Sum>
			<Sum
				word={ __( 'Missing', 'woo-inventory-guard' ) }
				sub={ unitCount( missing ) }
			>
				{ money( missingValue ) }
			</Sum>
			<Sum
				word={ __( 'Found more', 'woo-inventory-guard' ) }
				sub={ unitCount( found ) }
			>
				{ money( foundValue ) }
			</Sum>
			<Sum word={ __( 'Shrinkage', 'woo-inventory-guard' ) }>
				{ share( shrinkage( whole ), 2 ) }
			</Sum>
		</dl>
	);
}

const share = ( value: number | null, places = 1 ): string =>
	value === null ? '–' : percent( value, places );

function within( { by_class: classes }: StocktakeReport ): string {
	const near = withinShare( classes );
	return near === null
		? ''
		: sprintf(
				/* translators: %s: a percentage. */
				__(
					'%s within the tolerance of their class',
					'woo-inventory-guard'
				),
				percent( near )
			);
}
