import type { Shortfall } from '../../schema';
import { toUnits } from '../../shared/format/quantity';

/** What a person can decide. */
export type Decision = 'taken' | 'substitute' | 'refund' | 'wait';

/** Whether, as it looks, all that is missing is there now. */
export const isThere = ( row: Shortfall ): boolean =>
	row.open &&
	! row.owed &&
	toUnits( row.can_be_had ) >= toUnits( row.missing );

/**
 * What can be decided about a row, the likeliest first. What is owed was taken already: it leaves the list when units
 * come. A decision can be taken back; units that were taken cannot.
 */
export function decisionsFor( row: Shortfall ): readonly Decision[] {
	if ( ! row.open ) {
		return isDecision( row.outcome ) ? [ 'wait' ] : [];
	}
	return row.owed
		? [ 'substitute', 'refund' ]
		: [ 'taken', 'substitute', 'refund' ];
}

/** Whether "Undo" can be offered. */
export const isDecision = ( outcome: string ): boolean =>
	outcome === 'substitute' || outcome === 'refund';

/** Rows that are on screen: without those that were just decided about and are still on their way. */
export const shown = (
	rows: readonly Shortfall[],
	leaving: ReadonlySet< number >
): Shortfall[] => rows.filter( ( { id } ) => ! leaving.has( id ) );
