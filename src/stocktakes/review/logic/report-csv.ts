import type { StocktakeReport } from '../../../schema';
import type { Cell } from '../../../shared/table-file/csv';
import { partsOf, SIDES, wholeOf, type Figures, type Side } from './report';

/** What names are in the reader's language. */
export interface CsvWords {
	whole: string;
	side: ( side: Side ) => string;
	key: ( side: Side, key: string ) => string;
}

/** The rows of the report as a file: the whole, then each of its sides. */
export function csvRows( report: StocktakeReport, words: CsvWords ): Cell[][] {
	return [
		[ words.whole, '', ...cellsOf( wholeOf( report.sums ) ), null ],
		...SIDES.flatMap( ( side ) =>
			partsOf( report, side ).map( ( part ): Cell[] => [
				words.side( side ),
				words.key( side, part.key ),
				...cellsOf( part ),
				part.recounted ?? null,
			] )
		),
	];
}

const cellsOf = ( row: Figures ): Cell[] => [
	row.lines,
	row.right,
	row.expected,
	row.found,
	row.missing,
	row.expected_value,
	row.found_value,
	row.missing_value,
];
