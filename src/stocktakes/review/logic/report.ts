import type {
	StocktakeByCategory,
	StocktakeByClass,
	StocktakeReport,
	StocktakeSums,
} from '../../../schema';

/** What each part of the report says of its lines. */
export type Figures = Omit< StocktakeByCategory, 'category' >;

/** The sums of the whole in the same shape as those of its parts. */
export const wholeOf = ( {
	lines,
	units,
	money,
}: StocktakeSums ): Figures => ( {
	lines: lines.counted,
	right: lines.right,
	expected: units.expected,
	found: units.found,
	missing: units.missing,
	expected_value: money.expected,
	found_value: money.found,
	missing_value: money.missing,
} );

/** Four places: as fine as units and money are kept. */
const round = ( value: number ): number =>
	Math.round( value * 10_000 ) / 10_000;

/**
 * Accuracy: what agreed as a share of what was expected. What was found and what was missing are both wrong; they are
 * never set off against one another: +5 and -5 of 10 and 10 is 50 % right, not 100 %.
 * (supplychainmetric.com, "Inventory record accuracy".) Null where nothing was expected.
 */
export function accuracyOf(
	expected: number | string,
	found: number | string,
	missing: number | string
): number | null {
	const all = Number( expected );
	return all > 0
		? round(
				Math.max( 0, 1 - ( Number( found ) + Number( missing ) ) / all )
			)
		: null;
}

/** Lines without a difference as a share of those counted. */
export const rightShare = ( {
	lines,
	right,
}: Pick< Figures, 'lines' | 'right' > ): number | null =>
	lines > 0 ? round( right / lines ) : null;

/** Lines within the tolerance of their class (A 1 %, B 3 %, C 5 %) as a share of those counted. */
export const withinShare = (
	classes: readonly Pick< StocktakeByClass, 'within' | 'lines' >[]
): number | null => {
	const lines = classes.reduce( ( sum, row ) => sum + row.lines, 0 );
	return lines > 0
		? round( classes.reduce( ( sum, row ) => sum + row.within, 0 ) / lines )
		: null;
};

/** Missing as a share of what was expected, by value: shrinkage. */
export const shrinkage = ( {
	expected_value: expected,
	missing_value: missing,
}: Pick< Figures, 'expected_value' | 'missing_value' > ): number | null =>
	Number( expected ) > 0
		? round( Number( missing ) / Number( expected ) )
		: null;

export const SIDES = [ 'category', 'reason', 'counter', 'class' ] as const;
export type Side = ( typeof SIDES )[ number ];

/** A row of the report, whatever side it is seen from. */
export interface Part extends Figures {
	/** A name, or the slug of a reason or a class. */
	key: string;
	/** Of a person: lines that had to be counted again. */
	recounted?: number;
}

/** The rows of each side; `Side` says what `key` is. */
export function partsOf( report: StocktakeReport, side: Side ): Part[] {
	switch ( side ) {
		case 'category':
			return report.by_category.map( ( row ) => ( {
				...row,
				key: row.category,
			} ) );
		case 'reason':
			return report.by_reason.map( ( row ) => ( {
				...row,
				key: row.reason,
			} ) );
		case 'counter':
			return report.by_counter.map( ( row ) => ( {
				...row,
				key: row.name,
			} ) );
		case 'class':
			return report.by_class.map( ( row ) => ( {
				...row,
				key: row.class,
			} ) );
	}
}
