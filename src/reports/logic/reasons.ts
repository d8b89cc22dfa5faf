import type { ShrinkageReason } from '../../schema';

/** A reason with its part of the whole: 0 to 1; null where it lost nothing. */
export interface Reason extends ShrinkageReason {
	share: number | null;
}

/**
 * Each reason's part of what was lost. What was found takes nothing away from the whole: a share says where losses come
 * from, so only reasons by which more went than came are added up. By cost; by units where no cost is known.
 */
export function withShares( reasons: readonly ShrinkageReason[] ): Reason[] {
	const by = reasons.some( ( { cost } ) => Number( cost ) !== 0 )
		? 'cost'
		: 'units';
	const whole = reasons.reduce(
		( sum, reason ) => sum + Math.max( 0, Number( reason[ by ] ) ),
		0
	);
	return reasons.map( ( reason ) => ( {
		...reason,
		share:
			Number( reason[ by ] ) > 0
				? Math.round( ( Number( reason[ by ] ) / whole ) * 10_000 ) /
					10_000
				: null,
	} ) );
}

/** What the bars of a picture stand for: costs, or units where no cost is known. */
export const heightsOf = ( reasons: readonly ShrinkageReason[] ) =>
	reasons.some( ( { cost } ) => Number( cost ) !== 0 )
		? {
				isMoney: true,
				values: reasons.map( ( { cost } ) => Number( cost ) ),
			}
		: {
				isMoney: false,
				values: reasons.map( ( { units } ) => Number( units ) ),
			};
