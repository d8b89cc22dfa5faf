import type { Balances } from '../../schema';

export interface Step {
	at: number;
	onHand: number;
	/** As it is written, exactly. */
	exact: number | string;
	moment: string;
}

/** The points to draw. Drawing needs no exact decimals; the table beside it has them. */
export const stepsOf = ( { points }: Balances ): Step[] =>
	points.map( ( { at, on_hand: onHand } ) => ( {
		at: Date.parse( at ),
		onHand: Number( onHand ),
		exact: onHand,
		moment: at,
	} ) );

/** Lowest, highest and last: the picture in a sentence. */
export function spanOf( steps: Step[] ) {
	const all = steps.map( ( { onHand } ) => onHand );
	return {
		lowest: Math.min( ...all ),
		highest: Math.max( ...all ),
		last: all[ all.length - 1 ] ?? 0,
	};
}

/** A line that never moves is none that tells anything, unless something is there. */
export const isWorthDrawing = ( steps: Step[] ): boolean =>
	steps.some( ( { onHand } ) => onHand !== 0 );
