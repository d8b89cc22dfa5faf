import { useMemo } from '@wordpress/element';
import { Chart } from '../../shared/chart/Chart';
import type { Range } from '../../shared/period/range';
import type { Report } from '../logic/reports';
import type { Table } from '../logic/table';
import { ByReason } from './ByReason';
import { pictureOf } from './picture-of';

export interface Props {
	report: Report;
	range: Range;
	/** All rows, never one page of them; null until they are there. */
	table: Table | null;
	isWaiting: boolean;
}

/** What a report looks like, above its rows. Shrinkage by reason is asked for by itself: it needs no rows. */
export function Pictures( { report, range, table, isWaiting }: Props ) {
	if ( report === 'shrinkage' ) {
		return <ByReason range={ range } />;
	}
	return (
		table && (
			<OfRows
				key={ report }
				report={ report }
				table={ table }
				isWaiting={ isWaiting }
			/>
		)
	);
}

/** Nothing where there is nothing to draw: the rows say so already. */
function OfRows( {
	report,
	table,
	isWaiting,
}: {
	report: Report;
	table: Table;
	isWaiting: boolean;
} ) {
	const picture = useMemo( () => pictureOf( report ), [ report ] );
	const drawing = useMemo( () => picture?.draw( table ), [ picture, table ] );
	return (
		picture &&
		drawing && (
			<div className="wig-report-picture">
				<Chart
					asked={ {
						answer: drawing,
						problem: null,
						waiting: isWaiting,
						again: () => undefined,
					} }
					title={ picture.title }
					empty=""
					draw={ ( drawn ) => drawn }
				/>
			</div>
		)
	);
}
