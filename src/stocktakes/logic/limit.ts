import type { Quantity } from '../../schema';
import {
	formatUnits,
	parseUnits,
	toUnits,
	toWire,
	type ParseProblem,
} from '../../shared/format/quantity';

export type LimitProblem = Exclude< ParseProblem, 'empty' > | 'negative';

/** The limit as it is typed; empty where nobody else has to agree. */
export const limitTyped = ( limit: Quantity | null, locale: string ): string =>
	limit === null ? '' : formatUnits( toUnits( limit ), locale );

/** What was typed, as REST wants it: null for none, 0 for every difference. */
export function readLimit(
	typed: string,
	locale: string
): { limit: string | null } | { problem: LimitProblem } {
	const parsed = parseUnits( typed, locale );
	if ( 'problem' in parsed ) {
		return parsed.problem === 'empty'
			? { limit: null }
			: { problem: parsed.problem };
	}
	return parsed.units < 0n
		? { problem: 'negative' }
		: { limit: toWire( parsed.units ) };
}
