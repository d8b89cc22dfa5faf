import { Button, SelectControl } from '@wordpress/components';
import { useMemo } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { useRoute } from '../../shared/app/route';
import { ExportButtons } from '../../shared/table-file/ExportButtons';
import { saveTable } from '../../shared/table-file/save-table';
import type { FileKind } from '../../shared/table-file/writer';
import { momentWord, number, todayInShop } from '../../shared/format/words';
import { DateField } from '../../shared/form/DateField';
import { readRange, writeRange } from '../../shared/period/range';
import { RangePicker } from '../../shared/period/RangePicker';
import { Failure } from '../../shared/ui/Failure';
import { Loading } from '../../shared/ui/Loading';
import { REPORTS, type Report } from '../logic/reports';
import type { Table } from '../logic/table';
import { SendByMail } from '../mails/SendByMail';
import '../reports.scss';
import { ReportPictures } from './ReportPictures';
import { ReportTable } from './ReportTable';
import { useReport } from './use-report';
import { columnWord, helpWord, reportWord } from './words';

/** What the books say in sum: on a date, or of a period. */
export function ReportsScreen() {
	const { search, go } = useRoute();
	const params = useMemo( () => new URLSearchParams( search ), [ search ] );
	const report =
		REPORTS.find( ( known ) => known === params.get( 'report' ) ) ??
		'stock';
	const range = useMemo( () => readRange( params ), [ params ] );
	const day =
		/^\d{4}-\d{2}-\d{2}$/.exec( params.get( 'day' ) ?? '' )?.[ 0 ] ??
		todayInShop();
	const { table, problem, waiting, again, count, foldedBefore } = useReport(
		report,
		range,
		day
	);
	const write = ( next: Report, own: Record< string, string > ) =>
		go( { ...( next === 'stock' ? {} : { report: next } ), ...own } );
	return (
		<div className="wig-reports">
			<div className="wig-head">
				<h1>{ __( 'Reports', 'woo-inventory-guard' ) }</h1>
				<div className="wig-buttons">
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						onClick={ () => window.print() }
					>
						{ __( 'Print', 'woo-inventory-guard' ) }
					</Button>
					<SendByMail report={ report } />
					<ExportButtons
						disabled={ ! table }
						onExport={ ( kind ) =>
							table && save( report, table, kind )
						}
					/>
				</div>
			</div>
			<div className="wig-surface">
				<div className="wig-report-bar">
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Report', 'woo-inventory-guard' ) }
						value={ report }
						options={ REPORTS.map( ( id ) => ( {
							value: id,
							label: reportWord( id ),
						} ) ) }
						onChange={ ( chosen ) =>
							write(
								REPORTS.find( ( id ) => id === chosen ) ??
									'stock',
								writeRange( range )
							)
						}
					/>
					{ report === 'stock' ? (
						<DateField
							label={ __( 'Day', 'woo-inventory-guard' ) }
							value={ day }
							max={ todayInShop() }
							onChange={ ( chosen ) =>
								write( report, chosen ? { day: chosen } : {} )
							}
						/>
					) : (
						<RangePicker
							range={ range }
							onChange={ ( chosen ) =>
								write( report, writeRange( chosen ) )
							}
						/>
					) }
				</div>
				<p className="wig-report-help">{ helpWord( report ) }</p>
				{ foldedBefore && (
					<p className="wig-report-help">
						{ sprintf(
							/* translators: %s: day and time. */
							__(
								'Movements before %s were folded into monthly sums: only the last day of each month is exact, and this is not one.',
								'woo-inventory-guard'
							),
							momentWord( foldedBefore )
						) }
					</p>
				) }
				<ReportPictures
					report={ report }
					range={ range }
					table={ table }
					isWaiting={ waiting }
				/>
				{ problem && <Failure problem={ problem } onRetry={ again } /> }
				<p className="wig-report-wait wig-quiet" role="status">
					{ waiting &&
						count > 0 &&
						sprintf(
							/* translators: %s: a number of items. */
							__( '%s items read', 'woo-inventory-guard' ),
							number( count )
						) }
				</p>
				{ ! table && ! problem && (
					<Loading className="wig-rows-wait" />
				) }
				{ table && (
					<ReportTable
						key={ report }
						table={ table }
						title={ reportWord( report ) }
						isWaiting={ waiting }
					/>
				) }
			</div>
		</div>
	);
}

/** Plain numbers, so that another program reads them as they are meant. */
function save( report: Report, { columns, rows }: Table, kind: FileKind ) {
	return saveTable(
		kind,
		columns.map( ( column ) => ( {
			title: columnWord( column.id ),
			isNumber: column.kind !== 'text' && column.kind !== 'day',
		} ) ),
		rows.map( ( { values } ) => values ),
		`${ report }-${ todayInShop() }`
	);
}
